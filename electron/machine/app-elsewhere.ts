import { Worker } from 'node:worker_threads';
import type { Reply } from '../../shared/contract/contract.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import type { Dialogs } from '../app/ports.ts';
import type { AppPlace, FromApp, ShellQuestion, ToApp } from './app-messages.ts';

/** What a shell does for the app: it has the windows. */
export type ShellDuties = {
  readonly dialogs: Dialogs;
  readonly showFolder: (folder: string) => Promise<void>;
  readonly quit: () => void;
};

/** The app as a shell sees it, whichever thread it runs on. */
export type RunningApp = {
  readonly answer: (method: string, input: unknown) => Promise<Reply>;
  readonly openFile: (path: string) => void;
  readonly tell: (event: ShellEvent) => void;
  /** Lets go of the database; done when it is closed. */
  readonly close: () => Promise<void>;
};

/** Why the app could not start, in words for people. */
export class NotStarted extends Error {
  readonly code = 'NOT_STARTED';

  constructor(text: string) {
    super(text);
    this.name = 'NotStarted';
  }
}

const ENDED: Reply = {
  ok: false,
  failure: {
    code: 'APP_ENDED',
    text: 'The part of Footing that holds the library has ended. What was committed is saved. Close Footing and start it again.',
  },
};

/** Starts the app in a worker. Fails with NotStarted where the database cannot be used. */
export async function appElsewhere(
  place: AppPlace,
  duties: ShellDuties,
  log: (text: string, error?: unknown) => void,
): Promise<RunningApp> {
  const worker = new Worker(new URL('./app-worker.ts', import.meta.url), { workerData: place });
  const app = new ElsewhereApp(worker, duties, log);
  await app.started;
  return app;
}

class ElsewhereApp implements RunningApp {
  readonly started: Promise<void>;
  readonly #worker: Worker;
  readonly #duties: ShellDuties;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #closed: Promise<void>;
  #count = 0;
  #isEnded = false;

  constructor(worker: Worker, duties: ShellDuties, log: (text: string, error?: unknown) => void) {
    this.#worker = worker;
    this.#duties = duties;
    this.#closed = new Promise((closed) => {
      worker.once('exit', () => {
        this.#end();
        closed();
      });
    });
    worker.on('error', (error) => {
      log('The app ended', error);
    });
    this.started = new Promise((done, failed) => {
      worker.on('message', (message: FromApp) => {
        if (message.kind === 'started') done();
        else if (message.kind === 'notStarted') failed(new NotStarted(message.text));
        else this.#take(message);
      });
      void this.#closed.then(() => {
        failed(new NotStarted('Footing ended while it was starting. Start it again.'));
      });
    });
  }

  answer(method: string, input: unknown): Promise<Reply> {
    if (this.#isEnded) return Promise.resolve(ENDED);
    return new Promise((done) => {
      this.#count += 1;
      this.#waiting.set(this.#count, done);
      this.#send({ kind: 'call', id: this.#count, method, input });
    });
  }

  openFile(path: string): void {
    this.#send({ kind: 'openFile', path });
  }

  tell(event: ShellEvent): void {
    this.#send({ kind: 'tell', event });
  }

  close(): Promise<void> {
    this.#send({ kind: 'close' });
    return this.#closed;
  }

  #send(message: ToApp): void {
    this.#worker.postMessage(message);
  }

  #take(message: Exclude<FromApp, { kind: 'started' | 'notStarted' }>): void {
    if (message.kind === 'quit') this.#duties.quit();
    if (message.kind === 'question') void this.#ask(message.id, message.question);
    if (message.kind === 'reply') {
      this.#waiting.get(message.id)?.(message.reply);
      this.#waiting.delete(message.id);
    }
  }

  async #ask(id: number, question: ShellQuestion): Promise<void> {
    this.#send({ kind: 'answer', id, chosen: await this.#chosen(question) });
  }

  /** What the person chose. A dialog that cannot be shown is one that was cancelled. */
  async #chosen(question: ShellQuestion): Promise<string | undefined> {
    const { dialogs, showFolder } = this.#duties;
    try {
      if (question.kind === 'chooseFileToOpen') return await dialogs.chooseFileToOpen();
      if (question.kind === 'chooseWhereToSave') return await dialogs.chooseWhereToSave(question);
      if (question.kind === 'chooseFolder') return await dialogs.chooseFolder();
      await showFolder(question.folder);
    } catch {
      return undefined;
    }
    return undefined;
  }

  #end(): void {
    this.#isEnded = true;
    for (const done of this.#waiting.values()) done(ENDED);
    this.#waiting.clear();
  }
}
