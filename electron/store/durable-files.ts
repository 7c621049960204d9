import { closeSync, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/* Files that are there after a power cut. Never to be used on a database that this process has open: closing any handle of it drops SQLite's locks. */

export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes renames within a folder last. Windows keeps them without being asked, and does not open folders. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a finished file its name: flushed before, and the folder after, so that under this name there is all of it or nothing. */
export function putInPlace(unfinished: string, path: string): void {
  flushFile(unfinished);
  renameSync(unfinished, path);
  flushFolder(dirname(path));
}

/** Copies a file so that the copy appears whole or not at all. */
export function copyInPlace(from: string, to: string): void {
  const unfinished = `${to}.unfinished`;
  copyFileSync(from, unfinished);
  putInPlace(unfinished, to);
}
