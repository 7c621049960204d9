import { Worker } from 'node:worker_threads';
import type { ExportAnswer, ExportAsk, FromExport, ToExport } from './export-messages.ts';
import type { ExportProgress, ExportWork } from './export-work.ts';

type Waiting = { readonly ask: ExportAsk; readonly done: (answer: ExportAnswer) => void; readonly failed: (error: Error) => void };

/** A fault of the worker itself, never of a scenario or a disk. */
export class ExportWorkerFailed extends Error {
  readonly code = 'EXPORT_WORKER_FAILED';

  constructor(cause: string) {
    super(`The worker that draws and writes exhibits failed: ${cause}`);
    this.name = 'ExportWorkerFailed';
  }
}

/** The work of an export, done by a worker that starts with the first question and anew after a fault. */
export function chartExportElsewhere(): ExportWork & { close(): Promise<void> } {
  const elsewhere = new ElsewhereExport();
  return {
    look: async (order) => {
      const answer = await elsewhere.ask({ kind: 'look', order });
      if (answer.kind === 'look') return answer.look;
      throw notAsked();
    },
    copy: async (order, exhibit) => {
      const answer = await elsewhere.ask({ kind: 'copy', order, exhibit });
      if (answer.kind === 'copy') return answer.copied;
      throw notAsked();
    },
    run: async (run, tell) => {
      const answer = await elsewhere.ask({ kind: 'run', run }, tell);
      if (answer.kind === 'run') return answer.outcome;
      throw notAsked();
    },
    stop: () => {
      elsewhere.stop();
    },
    close: () => elsewhere.close(),
  };
}

function notAsked(): ExportWorkerFailed {
  return new ExportWorkerFailed('it answered a question that was not asked');
}

class ElsewhereExport {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #tell: (progress: ExportProgress) => void = () => undefined;
  /** A run has said how far it is: it looks up between files. Before that it works figures out, and hears nothing. */
  #hasTold = false;
  #count = 0;

  ask(ask: ExportAsk, tell?: (progress: ExportProgress) => void): Promise<ExportAnswer> {
    return new Promise((done, failed) => {
      if (tell !== undefined) this.#tell = tell;
      if (ask.kind === 'run') this.#hasTold = false;
      this.#count += 1;
      this.#waiting.set(this.#count, { ask, done, failed });
      this.#give(this.#count, ask);
    });
  }

  /** Between files the run ends by itself. While it works figures out, its worker is ended, and what else was asked is asked again of a new one. */
  stop(): void {
    const run = [...this.#waiting].find(([, { ask }]) => ask.kind === 'run');
    if (run === undefined || this.#hasTold) {
      this.#send({ kind: 'stop' });
      return;
    }
    const [id, { done }] = run;
    this.#waiting.delete(id);
    const ending = this.#worker;
    this.#worker = undefined;
    void ending?.terminate();
    for (const [other, { ask }] of this.#waiting) this.#give(other, ask);
    done({ kind: 'run', outcome: { kind: 'stopped', written: 0 } });
  }

  async close(): Promise<void> {
    const ending = this.#worker;
    this.#lose('it was ended');
    await ending?.terminate();
  }

  #give(id: number, ask: ExportAsk): void {
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#send({ kind: 'ask', id, ask });
  }

  #send(message: ToExport): void {
    this.#worker?.postMessage(message);
  }

  #start(): Worker {
    const started = new Worker(new URL('./export-worker.ts', import.meta.url));
    started.on('message', (message: FromExport) => {
      if (this.#worker === started) this.#take(message);
    });
    started.on('error', (error) => {
      if (this.#worker === started) this.#lose(error instanceof Error ? error.message : String(error));
    });
    started.on('exit', (code) => {
      if (this.#worker === started) this.#lose(`it ended with ${String(code)}`);
    });
    return started;
  }

  /** A worker that waits for work does not keep a program alive that has ended otherwise; one that works does. */
  #take(message: FromExport): void {
    if (message.kind === 'progress') {
      this.#hasTold = true;
      this.#tell(message.progress);
      return;
    }
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (message.kind === 'answer') asked?.done(message.answer);
    else asked?.failed(new ExportWorkerFailed(message.error));
  }

  #lose(cause: string): void {
    this.#worker = undefined;
    for (const asked of this.#waiting.values()) asked.failed(new ExportWorkerFailed(cause));
    this.#waiting.clear();
  }
}
