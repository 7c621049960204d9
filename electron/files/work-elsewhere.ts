import { Worker } from 'node:worker_threads';
import type { FileWork, OpenedFile } from './file-work.ts';
import type { FileAnswer, FileRequest } from './file-worker-messages.ts';
import type { SavedFile } from './save-file.ts';

type Waiting = { readonly done: (result: OpenedFile | SavedFile) => void; readonly failed: (error: Error) => void };

/** A fault of the worker itself, never of a file. */
export class FileWorkerFailed extends Error {
  readonly code = 'FILE_WORKER_FAILED';

  constructor(cause: string) {
    super(`The worker that reads and writes scenario files failed: ${cause}`);
    this.name = 'FileWorkerFailed';
  }
}

/** The work on scenario files, done by a worker that starts with the first request and anew after a fault. */
export function fileWorkElsewhere(): FileWork & { close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let count = 0;

  // A worker that waits for work does not keep a program alive that has ended otherwise; one that works does.
  const give = (answer: FileAnswer): void => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker?.unref();
    if (answer.kind === 'done') asked?.done(answer.result);
    else asked?.failed(new FileWorkerFailed(answer.error));
  };
  const lose = (cause: string): void => {
    worker = undefined;
    for (const asked of waiting.values()) asked.failed(new FileWorkerFailed(cause));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./file-worker.ts', import.meta.url));
    started.on('message', give);
    started.on('error', (error) => {
      if (worker === started) lose(error instanceof Error ? error.message : String(error));
    });
    started.on('exit', (code) => {
      if (worker === started) lose(`it ended with ${String(code)}`);
    });
    return started;
  };
  const send = (ask: FileRequest['ask']): Promise<OpenedFile | SavedFile> =>
    new Promise((done, failed) => {
      worker ??= start();
      const request: FileRequest = { id: (count += 1), ask };
      waiting.set(request.id, { done, failed });
      worker.ref();
      worker.postMessage(request);
    });

  return {
    open: async (path) => opened(await send({ kind: 'open', path })),
    openText: async (given) => opened(await send({ kind: 'openText', ...given })),
    save: async (request) => saved(await send({ kind: 'save', request })),
    saveText: async (request) => saved(await send({ kind: 'saveText', request })),
    close: async () => {
      const ending = worker;
      lose('it was ended');
      await ending?.terminate();
    },
  };
}

function opened(result: OpenedFile | SavedFile): OpenedFile {
  if (result.kind === 'opened' || result.kind === 'refused') return result;
  throw new FileWorkerFailed('it answered a question that was not asked');
}

function saved(result: OpenedFile | SavedFile): SavedFile {
  if (result.kind !== 'opened') return result;
  throw new FileWorkerFailed('it answered a question that was not asked');
}
