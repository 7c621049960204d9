import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { backupFolder, backupName } from './backup-files.ts';
import { Connection } from './connection.ts';
import { putInPlace } from './durable-files.ts';
import { StoreError, inWords } from './errors.ts';
import { faultIn } from './soundness.ts';
import { backupOrderIn, type BackupOrder, type WorkerAnswer } from './worker-messages.ts';

/* Runs in a worker: copying and checking a large library takes longer than the window may stand still. */

/** Writes a consistent copy of the database while it is in use, checks it, and gives it its name. Returns its path. */
function makeBackup({ databasePath, folder, kind, at }: BackupOrder): string {
  const into = backupFolder(folder);
  mkdirSync(into, { recursive: true });
  const unfinished = join(into, `${backupName({ at: new Date(at), kind, scenarios: 0 })}.unfinished`);
  rmSync(unfinished, { force: true });
  try {
    copyOf(databasePath, unfinished);
    const path = join(into, backupName({ at: new Date(at), kind, scenarios: checked(unfinished) }));
    putInPlace(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw inWords(error, into);
  }
}

function copyOf(databasePath: string, unfinished: string): void {
  const database = Connection.openToRead(databasePath);
  try {
    database.run('VACUUM INTO ?', unfinished);
  } finally {
    database.close();
  }
}

/** Makes sure that a copy is sound, and counts the scenarios of its library. */
function checked(path: string): number {
  const copy = Connection.openToRead(path);
  try {
    const fault = faultIn(copy);
    if (fault !== undefined)
      throw new StoreError('backup-failed', `The backup was not kept, because its copy is not sound: ${fault}. Check the disk.`);
    return copy.get<{ n: number }>('SELECT count(*) AS n FROM scenarios WHERE deleted_at IS NULL')?.n ?? 0;
  } finally {
    copy.close();
  }
}

function answer(): WorkerAnswer {
  try {
    return { kind: 'done', result: makeBackup(backupOrderIn(workerData)) };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'failed', code: error.code, text: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer());
