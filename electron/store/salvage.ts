import { closeSync, copyFileSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { Connection } from './connection.ts';
import { scenarioOf, type Content } from './content-table.ts';
import { StoreError, codeOf } from './errors.ts';
import { COMPANIONS } from './set-aside.ts';
import type { Origin } from './types.ts';

/** A working copy that was read whole from a damaged database: its hash proves every character. */
export type Salvaged = { readonly id: string; readonly hash: string; readonly origin: Origin; readonly scenario: Scenario };

type ContentRow = Content & { readonly scenario_id: string };

/** Where the highest row number cannot be read, so many are tried; a library has a few thousand at most. */
const ROWS_TRIED = 50_000;
const PAGE_BYTES = 4096;
const UTF_8 = 1;

/** Every working copy that can still be read from a damaged database, without those in its bin. Works on a copy; the database stays as it is. */
export function salvage(path: string): Salvaged[] {
  const copy = `${path}.unfinished`;
  try {
    for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
    mendHeader(copy);
    return readable(copy);
  } finally {
    for (const end of ['', ...COMPANIONS]) rmSync(`${copy}${end}`, { force: true });
  }
}

/**
 * Gives a copy the header that every database of ours has, with as many pages as there are. SQLite reads nothing at all where the header is damaged, or
 * where it tells of pages that were cut off, although the other pages are as they were.
 */
function mendHeader(path: string): void {
  const pages = Math.floor(statSync(path).size / PAGE_BYTES);
  const header = Buffer.alloc(100);
  header.write('SQLite format 3\0', 'latin1');
  header.writeUInt16BE(PAGE_BYTES, 16);
  // Write-ahead log for reading and writing, no reserved bytes, and the three fractions that the format fixes.
  header.set([2, 2, 0, 64, 32, 32], 18);
  for (const [at, number] of [
    [24, 1],
    [28, pages],
    [40, 1],
    [44, 4],
    [56, UTF_8],
    [92, 1],
  ] as const)
    header.writeUInt32BE(number, at);
  const file = openSync(path, 'r+');
  try {
    writeSync(file, header, 0, pages > 0 ? header.length : 0, 0);
  } finally {
    closeSync(file);
  }
}

function readable(path: string): Salvaged[] {
  const connection = attempt(() => Connection.open(path));
  if (connection === undefined) return [];
  try {
    const last =
      attempt(() => connection.get<{ last: number | null }>('SELECT max(rowid) AS last FROM working_copies'))?.last ?? ROWS_TRIED;
    return Array.from({ length: last }, (_, index) => salvagedAt(connection, index + 1)).filter((each) => each !== undefined);
  } finally {
    attempt(() => {
      connection.close();
    });
  }
}

function salvagedAt(connection: Connection, row: number): Salvaged | undefined {
  const sql = 'SELECT scenario_id, content_hash, format_version, content FROM working_copies WHERE rowid = ?';
  const found = attempt(() => connection.get<ContentRow>(sql, row));
  const scenario = found === undefined ? undefined : scenarioOf(found);
  if (found === undefined || scenario === undefined) return undefined;
  const { scenario_id: id, content_hash: hash } = found;
  const known = attempt(() =>
    connection.get<{ origin: Origin; deleted_at: string | null }>('SELECT origin, deleted_at FROM scenarios WHERE id = ?', id),
  );
  return typeof known?.deleted_at === 'string' ? undefined : { id, hash, origin: known?.origin ?? 'MINE', scenario };
}

/** The result of reading, or nothing where the damage reaches. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    // A schema that is damaged makes SQLite miss tables and columns, which is an error of the query elsewhere.
    if (error instanceof StoreError || codeOf(error)?.startsWith('SQLITE_') === true) return undefined;
    throw error;
  }
}
