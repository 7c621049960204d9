import { copyFileSync, rmSync } from 'node:fs';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { Connection } from './connection.ts';
import { damaged, scenarioOf, type Content } from './content-table.ts';
import { migrate, refuseFromTheFuture, versionOf } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/index.ts';
import { COMPANIONS } from './set-aside.ts';
import type { Backup, BackupDifference, Origin } from './types.ts';

type ComparedRow = { readonly id: string; readonly name: string; readonly changed_at: string; readonly content_hash: string };
export type BackedUp = { readonly scenario: Scenario; readonly origin: Origin };

/** Reads a backup in today's form: one of an earlier version by a copy that is migrated. The backup itself is never written to. */
export function readingBackup<Result>({ path }: Pick<Backup, 'path'>, read: (connection: Connection) => Result): Result {
  const connection = Connection.openToRead(path);
  try {
    refuseFromTheFuture(connection);
    if (versionOf(connection) === CURRENT_VERSION) return read(connection);
  } finally {
    connection.close();
  }
  return readingMigrated(path, read);
}

function readingMigrated<Result>(path: string, read: (connection: Connection) => Result): Result {
  const copy = `${path}.unfinished`;
  try {
    copyFileSync(path, copy);
    const connection = Connection.open(copy);
    try {
      migrate(connection);
      return read(connection);
    } finally {
      connection.close();
    }
  } finally {
    for (const end of ['', ...COMPANIONS]) rmSync(`${copy}${end}`, { force: true });
  }
}

function compared(connection: Connection): Map<string, ComparedRow> {
  const sql = `SELECT s.id, s.name, s.changed_at, w.content_hash FROM scenarios AS s JOIN working_copies AS w ON w.scenario_id = s.id
    WHERE s.deleted_at IS NULL ORDER BY s.name, s.id`;
  return new Map(connection.all<ComparedRow>(sql).map((row) => [row.id, row]));
}

/** How the scenarios of a backup differ from those of the library; what is the same in both is left out. Bins are not compared. */
export function differencesBetween(backup: Connection, library: Connection): BackupDifference[] {
  const [then, now] = [compared(backup), compared(library)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id): BackupDifference[] => {
    const [before, after] = [then.get(id), now.get(id)];
    if (before?.content_hash === after?.content_hash) return [];
    const kind = before === undefined ? 'onlyInLibrary' : after === undefined ? 'onlyInBackup' : 'differs';
    const name = after?.name ?? before?.name ?? id;
    return [{ id, name, kind, changedInBackup: before?.changed_at, changedInLibrary: after?.changed_at }];
  });
}

/** The working copy of a scenario in a backup. Throws StoreError where it is missing or damaged. */
export function scenarioIn(backup: Connection, id: string): BackedUp {
  const sql = `SELECT s.origin, w.content_hash, w.format_version, w.content FROM scenarios AS s JOIN working_copies AS w ON w.scenario_id = s.id WHERE s.id = ?`;
  const row = backup.get<Content & { origin: Origin }>(sql, id);
  const scenario = row === undefined ? undefined : scenarioOf(row);
  if (row === undefined || scenario === undefined) throw damaged(`The scenario ${id} in the backup ${backup.path}`);
  return { scenario, origin: row.origin };
}
