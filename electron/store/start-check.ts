import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Connection } from './connection.ts';
import { StoreError, saying } from './errors.ts';
import { hasExpectedSchema, refuseFromTheFuture, versionOf } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/index.ts';
import { answerOf } from './run-worker.ts';

/** Where SQLite's file format keeps the size of a page and the number of pages. */
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;

/** What is wrong with a database file; undefined where it is sound. A large one takes seconds, so it is read in a worker. */
export async function faultOf(path: string): Promise<string | undefined> {
  const shortage = saying(path, () => shortageIn(path));
  if (shortage !== undefined) return shortage;
  const found = await answerOf(new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: { path } }));
  return found ?? faultInVersion(path);
}

/**
 * What a file lacks at its end, if anything. SQLite takes an empty file for a new database (ours gets its name only when it is made), and reads missing
 * bytes as nil, in which it may find nothing wrong. While there is a write-ahead log a file may rightly be shorter: the log holds what is to come.
 */
function shortageIn(path: string): string | undefined {
  if (statSync(path).size === 0) return 'it is empty';
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0) return undefined;
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    const isWhole = read === HEADER_BYTES && fstatSync(file).size >= header.readUInt16BE(PAGE_SIZE_AT) * header.readUInt32BE(PAGE_COUNT_AT);
    return isWhole ? undefined : 'its end is missing';
  } finally {
    closeSync(file);
  }
}

/** Whether the tables are those of the version that the database says it has. Throws StoreError where a newer Footing wrote it. */
function faultInVersion(path: string): string | undefined {
  const connection = Connection.openToRead(path);
  try {
    const version = versionOf(connection);
    if (version < 1) return 'it holds no library';
    if (hasExpectedSchema(connection)) return version > CURRENT_VERSION ? 'its version number is damaged' : undefined;
    refuseFromTheFuture(connection);
    return 'its tables are not those of a library';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return error.message;
    throw error;
  } finally {
    connection.close();
  }
}
