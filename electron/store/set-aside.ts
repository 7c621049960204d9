import { existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { momentInName } from './backup-files.ts';
import { flushFolder } from './durable-files.ts';

const SET_ASIDE = /^footing-damaged-.*\.sqlite$/;

/** What SQLite keeps beside a database: its write-ahead log, which may hold the last edits, and the index of that log. */
export const COMPANIONS = ['-wal', '-shm'] as const;

/** Renames a damaged database with its companions, so that nothing of it is lost, and says its new path. The log goes first: without it the database would look whole. */
export function setAside(path: string, now: Date): string {
  const stem = join(dirname(path), `footing-damaged-${momentInName(now)}`);
  const to = existsSync(`${stem}.sqlite`) ? `${stem}-again.sqlite` : `${stem}.sqlite`;
  for (const companion of COMPANIONS) {
    if (existsSync(`${path}${companion}`)) renameSync(`${path}${companion}`, `${to}${companion}`);
  }
  renameSync(path, to);
  flushFolder(dirname(path));
  return to;
}

/** The databases set aside in a data folder, the latest first. */
export function setAsideIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => SET_ASIDE.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}
