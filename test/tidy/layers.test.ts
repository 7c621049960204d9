import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectLayers } from '../../scripts/layers.ts';
import { root } from './project.ts';

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'layers-'));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
  symlinkSync(join(root, 'package.json'), join(house, 'package.json'));
});

afterEach(() => {
  rmSync(house, { recursive: true });
});

function write(path: string, text = 'export const one = 1;\n'): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** The names of the rules that one import breaks. */
async function rulesBroken(from: string, to: string): Promise<string[]> {
  if (to.startsWith('/')) write(to.slice(1));
  const up = '../'.repeat(from.split('/').length - 1);
  write(from, `import * as other from '${to.startsWith('/') ? `${up}${to.slice(1)}` : to}';\nexport const one = other;\n`);
  const { violations } = await inspectLayers(house);
  return violations.map((sentence) => sentence.split(':')[0] ?? '').sort();
}

test.each([
  ['shared/money/a.ts', '/shared/calendar/b.ts', 'layer-money'],
  ['shared/calendar/a.ts', '/shared/scenario/b.ts', 'layer-calendar'],
  ['shared/scenario/a.ts', '/shared/engine/b.ts', 'layer-scenario'],
  ['shared/engine/a.ts', '/shared/outcomes/b.ts', 'layer-engine'],
  ['shared/outcomes/a.ts', '/shared/realism/b.ts', 'layer-outcomes'],
  ['shared/realism/a.ts', '/shared/contract/b.ts', 'layer-realism'],
  ['shared/tables/a.ts', '/shared/engine/b.ts', 'layer-tables'],
  ['shared/outcomes/a.ts', '/shared/tables/b.ts', 'layer-outcomes'],
  ['shared/contract/a.ts', '/shared/engine/b.ts', 'layer-contract'],
  ['shared/evidence/a.ts', '/shared/engine/b.ts', 'layer-evidence'],
  ['shared/engine/a.ts', 'node:fs', 'shared-is-pure'],
  ['shared/engine/a.ts', 'react', 'shared-is-pure'],
  ['shared/other/a.ts', '/shared/money/b.ts', 'shared-has-known-layers'],
  ['electron/app/a.ts', '/renderer/app/b.ts', 'shell-imports-shared-only'],
  ['electron/app/a.ts', '/cli/b.ts', 'shell-imports-shared-only'],
  ['cli/a.ts', '/electron/export/b.ts', 'command-line-imports-shared-only'],
  ['renderer/app/a.ts', '/electron/app/b.ts', 'page-imports-shared-only'],
  ['renderer/app/a.ts', 'node:path', 'page-has-no-node'],
  ['renderer/screens/board/a.ts', '/renderer/screens/realism/b.ts', 'screens-are-strangers'],
  ['scripts/a.ts', '/test/b.ts', 'nothing-imports-test'],
  ['cli/a.ts', '/scripts/b.ts', 'scripts-are-not-product'],
  ['electron/app/a.ts', 'better-sqlite3', 'sqlite-in-the-store'],
  ['cli/a.ts', 'electron', 'electron-in-the-shell'],
  ['renderer/app/a.ts', 'recharts', 'recharts-in-charts'],
  ['charts/drawing/a.ts', 'node:path', 'page-has-no-node'],
  ['charts/drawing/a.ts', '/charts/export/b.ts', 'drawing-stands-alone'],
  ['charts/export/a.ts', '/electron/app/b.ts', 'charts-import-shared-only'],
  ['renderer/app/a.ts', '/charts/export/b.ts', 'page-imports-shared-only'],
  ['cli/a.ts', './absent.ts', 'resolvable'],
  ['cli/a.ts', 'acorn', 'declared-packages'],
])('%s may not import %s', async (from, to, rule) => {
  expect(await rulesBroken(from, to)).toContain(rule);
});

test.each([
  ['shared/engine/a.ts', '/shared/scenario/b.ts'],
  ['shared/engine/a.ts', '/shared/engine/b.ts'],
  ['shared/calendar/a.ts', '/shared/money/b.ts'],
  ['shared/scenario/a.ts', 'zod'],
  ['shared/money/a.ts', 'decimal.js'],
  ['shared/scenario/a.ts', '@noble/hashes/sha2.js'],
  ['shared/realism/a.ts', '/shared/outcomes/b.ts'],
  ['shared/tables/a.ts', '/shared/outcomes/b.ts'],
  ['shared/contract/a.ts', '/shared/outcomes/b.ts'],
  ['electron/app/a.ts', '/electron/store/b.ts'],
  ['electron/store/a.ts', 'better-sqlite3'],
  ['cli/a.ts', 'node:fs'],
  ['renderer/screens/board/a.ts', '/renderer/screens/board/b.ts'],
  ['renderer/screens/board/a.ts', '/shared/outcomes/b.ts'],
  ['charts/drawing/a.ts', 'recharts'],
  ['charts/export/a.ts', 'node:fs'],
  ['cli/a.ts', '/charts/export/b.ts'],
  ['electron/main/a.ts', '/charts/export/b.ts'],
  ['renderer/screens/board/a.ts', '/charts/drawing/b.ts'],
  ['test/unit/a.ts', '/shared/engine/b.ts'],
])('%s may import %s', async (from, to) => {
  expect(await rulesBroken(from, to)).toEqual([]);
});

test('a circle is found, types included', async () => {
  write('shared/money/a.ts', "import type { B } from './b.ts';\nexport type A = B | 1;\n");
  write('shared/money/b.ts', "import type { A } from './a.ts';\nexport type B = A | 2;\n");
  const { violations } = await inspectLayers(house);
  expect(violations.some((sentence) => sentence.startsWith('no-circle'))).toBe(true);
});

test('every code file of the project is looked at', async () => {
  const { unseen, moduleCount } = await inspectLayers(root);
  expect(moduleCount).toBeGreaterThan(10);
  expect(unseen).toEqual([]);
});
