import Database from 'better-sqlite3';
import { join } from 'node:path';
import { StoreError, codeOf, inWords } from './errors.ts';

/** A program that is just closing gets this long. */
const PATIENCE_MILLISECONDS = 500;

export type Lock = { release: () => void };

/**
 * Takes the data folder for this process. A second Footing on the same folder would each overwrite what the other shows, so it is refused with a
 * message. The lock is one of the system on an empty file beside the database: it ends with the process, however that ends, and never has to be cleared.
 */
export function takeLock(folder: string): Lock {
  const path = join(folder, 'footing.lock');
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: PATIENCE_MILLISECONDS });
    const held = database;
    held.exec('BEGIN EXCLUSIVE');
    return {
      release: () => {
        held.close();
      },
    };
  } catch (error) {
    database?.close();
    if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw inWords(error, path);
    throw new StoreError(
      'locked',
      `Footing is already open on the folder ${folder}. Nothing was changed. Go on in that window, or close it and start again; another folder can be chosen with FOOTING_DATA.`,
      { cause: error },
    );
  }
}
