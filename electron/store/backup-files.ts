import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BACKUP_KINDS, type Backup, type BackupKind } from './types.ts';

/* Backups are files whose names say when, of which kind and with how many scenarios: footing-20180314T093000000Z-hourly-12.sqlite. */

const WORDS: Readonly<Record<BackupKind, string>> = {
  HOURLY: 'hourly',
  DAILY: 'daily',
  WEEKLY: 'weekly',
  BEFORE_MIGRATION: 'before-migration',
};
const NAME = /^footing-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+)-(\d+)\.sqlite$/;
/** What a backup is called while it is being made. One that was left behind by a crash is no backup. */
export const UNFINISHED = /\.unfinished(-journal|-wal|-shm)?$/;

/** How many of each kind are kept. */
const KEPT: Readonly<Record<BackupKind, number>> = { HOURLY: 12, DAILY: 7, WEEKLY: 4, BEFORE_MIGRATION: 3 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function backupFolder(folder: string): string {
  return join(folder, 'backups');
}

/** A moment as it stands in the names of files: 20180314T093000000Z. */
export function momentInName(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:.]/g, '');
}

export function backupName({ at, kind, scenarios }: { at: Date; kind: BackupKind; scenarios: number }): string {
  return `footing-${momentInName(at)}-${WORDS[kind]}-${String(scenarios)}.sqlite`;
}

/** What the name of a file says of the backup in it; undefined for any other file. */
export function backupNamed(path: string): Omit<Backup, 'bytes'> | undefined {
  const [, year, month, day, hour, minute, second, millisecond, words, scenarios] = NAME.exec(basename(path)) ?? [];
  const kind = BACKUP_KINDS.find((each) => WORDS[each] === words);
  if (kind === undefined) return undefined;
  const at = `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}.${String(millisecond)}Z`;
  return Number.isNaN(Date.parse(at)) ? undefined : { path, kind, at, scenarios: Number(scenarios) };
}

/** The backups in a data folder, newest first. */
export function backupsIn(folder: string): Backup[] {
  const from = backupFolder(folder);
  mkdirSync(from, { recursive: true });
  const found = readdirSync(from).flatMap((name) => {
    const backup = backupNamed(join(from, name));
    return backup === undefined ? [] : [{ ...backup, bytes: statSync(backup.path).size }];
  });
  return found.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Of which kind a backup made now is: the first of seven days is the week's, the first of a day the day's, any other the hour's. */
export function kindDue(backups: readonly Backup[], now: Date): BackupKind {
  if (!hasRecent(backups, { kinds: ['WEEKLY'], within: 7 * DAY, now })) return 'WEEKLY';
  return hasRecent(backups, { kinds: ['WEEKLY', 'DAILY'], within: DAY, now }) ? 'HOURLY' : 'DAILY';
}

/** Whether an hour has passed since the last backup and something was written since. A backup dated after now, by a clock that was wrong, does not count. */
export function isDue(backups: readonly Backup[], { now, lastChange }: { now: Date; lastChange: string | undefined }): boolean {
  const [last] = backups.filter(({ at }) => Date.parse(at) <= now.getTime());
  if (lastChange === undefined) return false;
  return last === undefined || (lastChange > last.at && now.getTime() - Date.parse(last.at) >= HOUR);
}

/** The backups that are one too many of their kind, the oldest. */
export function superfluous(backups: readonly Backup[]): Backup[] {
  return BACKUP_KINDS.flatMap((kind) => backups.filter((backup) => backup.kind === kind).slice(KEPT[kind]));
}

type Recent = { readonly kinds: readonly BackupKind[]; readonly within: number; readonly now: Date };

function hasRecent(backups: readonly Backup[], { kinds, within, now }: Recent): boolean {
  return backups.some(({ kind, at }) => {
    const age = now.getTime() - Date.parse(at);
    return kinds.includes(kind) && age >= 0 && age < within;
  });
}
