// Writes the shipped scenario files, so that they follow when the file format moves: npm run scenarios
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeScenarioFile } from '../shared/scenario/file.ts';
import { SHIPPED } from './scenarios/shipped.ts';

/** The text of every shipped scenario file, by file name. No engine is named, because the files carry no results. */
export function shippedFiles(): Map<string, string> {
  return new Map(
    Object.entries(SHIPPED).map(([name, scenarioOf]) => [name, writeScenarioFile(scenarioOf(), { engineVersion: undefined })]),
  );
}

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../scenarios');
  for (const [name, text] of shippedFiles()) {
    writeFileSync(resolve(folder, name), text);
    process.stdout.write(`scenarios/${name}: ${String(text.length)} characters\n`);
  }
}
