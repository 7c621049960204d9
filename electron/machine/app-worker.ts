import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { startApp, type App } from '../app/app.ts';
import { answersOf } from './answers.ts';
import type { FromApp, ShellQuestion, ToApp } from './app-messages.ts';
import { machinePorts } from './app-ports.ts';
import { logTo } from './log-file.ts';

/* The worker that holds the app: handlers, database and engine. A commit of a large system takes longer than a window may stand still. */

const placeSchema = z.strictObject({ shell: z.enum(['electron', 'loopback']), root: z.string(), databaseFolder: z.string() });

const place = placeSchema.parse(workerData);
const log = logTo(place.databaseFolder, () => new Date());
const waiting = new Map<number, (chosen: string | undefined) => void>();
let count = 0;

function send(message: FromApp): void {
  parentPort?.postMessage(message);
}

/** Asks the shell and waits for what the person chose. */
function ask(question: ShellQuestion): Promise<string | undefined> {
  return new Promise((chosen) => {
    count += 1;
    waiting.set(count, chosen);
    send({ kind: 'question', id: count, question });
  });
}

const ports = machinePorts({
  ...place,
  dialogs: {
    chooseFileToOpen: () => ask({ kind: 'chooseFileToOpen' }),
    chooseWhereToSave: ({ fileName }) => ask({ kind: 'chooseWhereToSave', fileName }),
    chooseFolder: () => ask({ kind: 'chooseFolder' }),
  },
  showFolder: async (folder) => void (await ask({ kind: 'showFolder', folder })),
  quit: () => {
    send({ kind: 'quit' });
  },
  log,
});

function serve(app: App): void {
  const answer = answersOf(app, log);
  parentPort?.on('message', (message: ToApp) => {
    switch (message.kind) {
      case 'call':
        void answer(message.method, message.input).then((reply) => {
          send({ kind: 'reply', id: message.id, reply });
        });
        return;
      case 'answer':
        waiting.get(message.id)?.(message.chosen);
        waiting.delete(message.id);
        return;
      case 'openFile':
        app.openFile(message.path).catch((error: unknown) => {
          log('A file could not be opened', error);
        });
        return;
      case 'tell':
        app.tell(message.event);
        return;
      case 'close':
        app.close();
        void ports.close().then(() => parentPort?.close());
    }
  });
  send({ kind: 'started' });
}

startApp(ports).then(serve, (error: unknown) => {
  log('Footing could not start', error);
  send({ kind: 'notStarted', text: error instanceof Error ? error.message : String(error) });
});
