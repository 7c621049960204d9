import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFiles } from '../../scripts/project-files.ts';

export const root = resolve(import.meta.dirname, '../..');

/** A file of the project with its text, as every scanner takes it. */
export interface SourceFile {
  path: string;
  text: string;
}

export function read(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** Every file of the project whose path matches. */
export function filesMatching(pattern: RegExp): SourceFile[] {
  return projectFiles({ root })
    .filter((path) => pattern.test(path))
    .map(read);
}

/** The line, counted from 1, on which a position of a text stands. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
