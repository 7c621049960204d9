import { parentPort } from 'node:worker_threads';
import { fileWork, type FileWork } from './file-work.ts';
import type { FileAnswer, FileRequest } from './file-worker-messages.ts';

/* The worker that reads, recomputes and writes scenario files, so that the window never waits for it. Started by worked-elsewhere.ts. */

const work = fileWork();

/** What went wrong crosses as text: an error of a class would arrive without it. */
async function answer({ id, ask }: FileRequest): Promise<FileAnswer> {
  try {
    return { id, kind: 'done', result: await resultOf(work, ask) };
  } catch (error) {
    return { id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function resultOf(work: FileWork, ask: FileRequest['ask']): Promise<FileAnswerResult> {
  switch (ask.kind) {
    case 'open':
      return work.open(ask.path);
    case 'openText':
      return work.openText(ask);
    case 'save':
      return work.save(ask.request);
    case 'saveText':
      return work.saveText(ask.request);
  }
}
type FileAnswerResult = Extract<FileAnswer, { kind: 'done' }>['result'];

parentPort?.on('message', (request: FileRequest) => {
  void answer(request).then((message) => parentPort?.postMessage(message));
});
