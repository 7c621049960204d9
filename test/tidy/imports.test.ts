import { expect, test } from 'vitest';
import { entryPointsNamedIn, importsOf, neverImported } from './imports.ts';
import { filesMatching, type SourceFile } from './project.ts';

const CODE = /^(shared|charts|electron|cli|renderer|scripts|test)\/.*\.(ts|tsx|js)$|^[^/]+\.(ts|js)$/;
const NAMING = /^package\.json$|^[^/]+\.config\.(ts|js)$|^electron-builder\.yml$|\.html$/;
/** Electron starts these by name. */
const STARTED_BY_NAME = ['cli/main.ts', 'electron/main.ts', 'electron/preload.ts', 'electron/loopback.ts'];

const file = (path: string, text = ''): SourceFile => ({ path, text });

test('imports are read in every form', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from '../b.ts'",
    "export * from './c.ts'",
    "const d = await import('./d.ts')",
    "new Worker(new URL('./e.ts', import.meta.url))",
    "import { z } from 'zod'",
  ].join('\n');
  expect(importsOf(file('shared/x/file.ts', text))).toEqual([
    'shared/x/a.ts',
    'shared/b.ts',
    'shared/x/c.ts',
    'shared/x/d.ts',
    'shared/x/e.ts',
  ]);
});

test('a file that nothing imports is found, and so is one that only a test imports', () => {
  const files = [
    file('cli/main.ts', "import '../shared/used.ts'"),
    file('shared/used.ts'),
    file('shared/forgotten.ts'),
    file('shared/only-tested.ts'),
    file('test/unit/a.test.ts', "import '../../shared/only-tested.ts'; import './cases.ts'"),
    file('test/unit/cases.ts'),
  ];
  expect(neverImported({ files, entryPoints: new Set(['cli/main.ts']) })).toEqual(['shared/forgotten.ts', 'shared/only-tested.ts']);
});

test('a script that package.json names, and a page script, are entry points', () => {
  const files = [file('scripts/a.ts'), file('scripts/b.ts'), file('renderer/main.tsx')];
  const naming = [
    file('package.json', '{ "a": "node scripts/a.ts --fast" }'),
    file('renderer/index.html', '<script src="./main.tsx"></script>'),
  ];
  expect([...entryPointsNamedIn({ files, naming })]).toEqual(['scripts/a.ts', 'renderer/main.tsx']);
});

test('every file of the project is imported or started', () => {
  const files = filesMatching(CODE);
  const entryPoints = new Set([...STARTED_BY_NAME, ...entryPointsNamedIn({ files, naming: filesMatching(NAMING) })]);
  expect(files.length).toBeGreaterThan(10);
  expect(neverImported({ files, entryPoints })).toEqual([]);
});
