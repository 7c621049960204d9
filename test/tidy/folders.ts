import { posix } from 'node:path';
import { type SourceFile } from './project.ts';

const DEEPEST_WITH_README = 2;

/** Folders of the house (two levels deep, hidden ones apart) that do not open with a README.md. */
export function foldersWithoutReadme(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => ancestors(posix.dirname(path))));
  const present = new Set(paths);
  return [...folders]
    .filter((folder) => !folder.startsWith('.') && folder.split('/').length <= DEEPEST_WITH_README)
    .filter((folder) => !present.has(`${folder}/README.md`))
    .sort();
}

function ancestors(folder: string): string[] {
  return folder === '.' ? [] : [folder, ...ancestors(posix.dirname(folder))];
}

/** Code files of the shell that touch ipcMain: one door between page and shell, so one file at most. */
export function filesWithIpcMain(files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => /\bipcMain\b/.test(text)).map(({ path }) => path);
}
