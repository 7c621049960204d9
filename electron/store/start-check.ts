import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import { hasExpectedSchema, refuseFromTheFuture, versionOf } from './migrate.ts';
import { CURRENT_VERSION } from './migrations/index.ts';
import { answerOf } from './run-worker.ts';

/** What is wrong with a database file; undefined where it is sound. A large one takes seconds, so it is read in a worker. */
export async function faultOf(path: string): Promise<string | undefined> {
  // SQLite takes an empty file for a new database. Ours is never empty, since it gets its name only when it is made.
  if (statSync(path).size === 0) return 'it is empty';
  const found = await answerOf(new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: { path } }));
  return found ?? faultInVersion(path);
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
