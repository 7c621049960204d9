import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from './errors.ts';
import { faultInFile } from './soundness.ts';
import { checkOrderIn, type WorkerAnswer } from './worker-messages.ts';

/* Runs in a worker: a check reads every page of a database. */

function answer(): WorkerAnswer {
  try {
    const fault = faultInFile(checkOrderIn(workerData).path);
    return fault === undefined ? { kind: 'nothing' } : { kind: 'done', result: fault };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'failed', code: error.code, text: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer());
