import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a test asks of the process in which the main bundle runs over the double. */
export type Question =
  | { kind: 'ready' | 'recorded' | 'quit' }
  | { kind: 'evaluate'; expression: string }
  | { kind: 'screenshot'; path: string }
  | { kind: 'invoke'; frame: unknown; channel: string; given: unknown[] }
  | { kind: 'fetch'; url: string; method: string }
  | { kind: 'permission'; name: string; origin: string }
  | { kind: 'emit'; event: string; given: unknown[] }
  | { kind: 'menu'; label: string }
  | { kind: 'choose'; toOpen: string[]; toSave: string[] };

/** What main told the double. */
export type Recorded = {
  switches: string[];
  faults: string[];
  shownFolders: string[];
  spellChecker: boolean;
  privileged: { scheme: string; privileges: Record<string, unknown> }[];
  preferences: Record<string, unknown>;
  isShown: boolean;
  windowCount: number;
  pageErrors: string[];
  requests: string[];
  address: string;
  userData: string;
};

const root = resolve(import.meta.dirname, '../..');
/** Loaded before the bundle: `electron` becomes the double, and the double answers what a test asks. */
const BEFORE_MAIN = [new URL('./electron-double-hook.ts', import.meta.url), new URL('./electron-double-run.ts', import.meta.url)];

type Options = {
  /** Where the built app lies; the project unless a test has made a copy. */
  readonly appFolder?: string;
  readonly dataFolder?: string;
  readonly files?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** The built main bundle in a process of its own, with `electron` replaced by the double. */
export class ElectronApp {
  readonly dataFolder: string;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { done: (answer: unknown) => void; failed: (error: Error) => void }>();
  readonly #ended: Promise<number | null>;
  #said = '';
  #count = 0;

  private constructor(child: ChildProcess, dataFolder: string) {
    this.#child = child;
    this.dataFolder = dataFolder;
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (this.#said += part));
    child.on('message', (message: { id: number; answer?: unknown; error?: string }) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.done(message.answer);
      else waiting?.failed(new Error(message.error));
    });
    this.#ended = once(child, 'exit').then(([code]: (number | null)[]) => {
      for (const { failed } of this.#waiting.values()) failed(new Error(`Main ended (${String(code)}):\n${this.#said}`));
      return code ?? null;
    });
  }

  static async start({ appFolder = root, dataFolder, files = [], environment = {} }: Options = {}): Promise<ElectronApp> {
    const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'footing-electron-'));
    const child = spawn(
      process.execPath,
      [...BEFORE_MAIN.flatMap(({ href }) => ['--import', href]), join(appFolder, 'dist', 'main', 'main.js'), ...files],
      { env: { ...process.env, FOOTING_DATA: folder, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    const app = new ElectronApp(child, folder);
    await app.ask({ kind: 'ready' });
    return app;
  }

  get said(): string {
    return this.#said;
  }

  ask(question: Question): Promise<unknown> {
    return new Promise((done, failed) => {
      const id = (this.#count += 1);
      this.#waiting.set(id, { done, failed });
      this.#child.send({ id, question });
    });
  }

  async recorded(): Promise<Recorded> {
    return (await this.ask({ kind: 'recorded' })) as Recorded;
  }

  /** Evaluates an expression in the page. */
  evaluate(expression: string): Promise<unknown> {
    return this.ask({ kind: 'evaluate', expression });
  }

  /** Calls the shell through the preload's bridge, as the page does. */
  call(method: string, input: unknown): Promise<unknown> {
    return this.evaluate(`window.footing.call(${JSON.stringify(method)}, ${JSON.stringify(input)})`);
  }

  /** Quits as the menu does and gives the exit code. */
  async quit(): Promise<number | null> {
    await this.ask({ kind: 'quit' });
    return this.#ended;
  }

  /** For the end of a test, however it went. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}
