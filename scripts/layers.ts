import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { layerConfiguration } from './layer-rules.ts';
import { isCode, projectFiles } from './project-files.ts';

const FOLDERS = ['shared', 'charts', 'electron', 'cli', 'renderer', 'scripts', 'test'];

export interface LayerReport {
  /** Imports that break a rule, one sentence each. */
  violations: string[];
  /** Code files that the tool did not look at: there must be none, else the rules passed on nothing. */
  unseen: string[];
  moduleCount: number;
}

/** Runs the rules of layer-rules.ts over a project folder. */
export async function inspectLayers(root: string): Promise<LayerReport> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { options, forbidden } = layerConfiguration;
  const tsConfig = extractTsConfig(resolve(import.meta.dirname, '../tsconfig.base.json'));
  const { output } = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true, baseDir: root }, undefined, { tsConfig });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave a text where its result was expected.');
  const seen = new Set(output.modules.map((module) => module.source));
  const written = folders.flatMap((folder) => projectFiles({ root, below: folder })).filter(isCode);
  return { violations: sentences(output), unseen: written.filter((path) => !seen.has(path)), moduleCount: written.length };
}

function sentences(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle === undefined || cycle.length === 0 ? to : cycle.map((step) => step.name).join(' → ');
    return `${rule.name}: ${from} → ${path}`;
  });
}

if (import.meta.main) {
  const { violations, unseen, moduleCount } = await inspectLayers(resolve(import.meta.dirname, '..'));
  for (const sentence of violations) process.stderr.write(`${sentence}\n`);
  for (const path of unseen) process.stderr.write(`not looked at: ${path}\n`);
  const good = violations.length === 0 && unseen.length === 0 && moduleCount > 0;
  process.stdout.write(`layers: ${String(moduleCount)} modules, ${String(violations.length)} imports against the rules\n`);
  process.exitCode = good ? 0 : 1;
}
