import type { Worker } from 'node:worker_threads';
import { StoreError } from './errors.ts';
import { workerAnswerIn } from './worker-messages.ts';

/** Runs a worker to its answer. Throws StoreError where the work failed, and any other error of the worker as it is. */
export function answerOf(worker: Worker): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      const answer = workerAnswerIn(message);
      if (answer.kind === 'failed') reject(new StoreError(answer.code, answer.text));
      else resolve(answer.kind === 'done' ? answer.result : undefined);
    });
    worker.once('error', reject);
    // After an answer this changes nothing; without one the worker was ended, as when the window closes.
    worker.once('exit', () => {
      reject(
        new StoreError('backup-failed', 'The work on the database was stopped before it was done. Nothing was changed. Start it again.'),
      );
    });
  });
}
