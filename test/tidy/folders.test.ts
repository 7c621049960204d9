import { expect, test } from 'vitest';
import { projectFiles } from '../../scripts/project-files.ts';
import { filesWithIpcMain, foldersWithoutReadme } from './folders.ts';
import { filesMatching, root } from './project.ts';

test('a folder without README is found, hidden and deep folders apart', () => {
  const paths = [
    'README.md',
    'shared/README.md',
    'shared/money/a.ts',
    'cli/main.ts',
    'test/README.md',
    'test/golden/README.md',
    'test/golden/b/b.json',
    '.ci/run',
  ];
  expect(foldersWithoutReadme(paths)).toEqual(['cli', 'shared/money']);
});

test('a second door between page and shell is found', () => {
  const files = [
    { path: 'electron/a.ts', text: "import { ipcMain } from 'electron'" },
    { path: 'electron/b.ts', text: 'ipcMain.handle()' },
  ];
  expect(filesWithIpcMain(files)).toEqual(['electron/a.ts', 'electron/b.ts']);
});

test('every folder of the project opens with a README', () => {
  expect(foldersWithoutReadme(projectFiles({ root }))).toEqual([]);
});

test('one file at most touches ipcMain', () => {
  expect(filesWithIpcMain(filesMatching(/^(electron|cli|shared|renderer)\/.*\.ts$/)).length).toBeLessThanOrEqual(1);
});
