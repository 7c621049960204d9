import { parentPort } from 'node:worker_threads';
import { chartExport } from './chart-export.ts';
import type { ExportAnswer, ExportAsk, FromExport, ToExport } from './export-messages.ts';

/* The worker that draws and writes exhibits. Drawing takes a page of its own, which it makes of the thread that it runs on. */

const work = chartExport();

function send(message: FromExport): void {
  parentPort?.postMessage(message);
}

async function answerTo(ask: ExportAsk): Promise<ExportAnswer> {
  switch (ask.kind) {
    case 'look':
      return { kind: 'look', look: await work.look(ask.order) };
    case 'copy':
      return { kind: 'copy', copied: await work.copy(ask.order, ask.exhibit) };
    case 'run':
      return {
        kind: 'run',
        outcome: await work.run(ask.run, (progress) => {
          send({ kind: 'progress', progress });
        }),
      };
  }
}

/** What went wrong crosses as text: an error of a class would arrive without it. */
async function serve(id: number, ask: ExportAsk): Promise<void> {
  try {
    send({ kind: 'answer', id, answer: await answerTo(ask) });
  } catch (error) {
    send({ kind: 'failed', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (message: ToExport) => {
  if (message.kind === 'stop') work.stop();
  else void serve(message.id, message.ask);
});
