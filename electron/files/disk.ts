import * as promises from 'node:fs/promises';

/** The part of the file system that files are saved with, so that tests can let any step of it fail. */
export type Disk = Pick<
  typeof promises,
  'chmod' | 'link' | 'lstat' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'stat' | 'unlink'
>;

export const nodeDisk: Disk = promises;
