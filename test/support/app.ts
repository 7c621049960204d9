import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startApp, type App } from '../../electron/app/app.ts';
import type { AppPorts } from '../../electron/app/ports.ts';
import { chartExport } from '../../electron/export/chart-export.ts';
import { fileWork } from '../../electron/files/file-work.ts';
import { answersOf } from '../../electron/machine/answers.ts';
import { storedOutcomes } from '../../electron/projection/outcomes.ts';
import { openStore } from '../../electron/store/open.ts';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Method } from '../../shared/contract/methods.ts';

const root = resolve(import.meta.dirname, '../..');

/** The app over a real database and real files, with a clock and dialogs that the test holds. */
export class TestApp {
  readonly folder: string;
  /** What the next dialogs answer; nothing means that the person changed their mind. */
  readonly chosenToOpen: (string | undefined)[] = [];
  readonly chosenToSave: (string | undefined)[] = [];
  readonly chosenFolders: (string | undefined)[] = [];
  readonly suggested: string[] = [];
  readonly logged: string[] = [];
  readonly shownFolders: string[] = [];
  quits = 0;
  /** What the app does again and again, to be run by hand. */
  repeated: () => void = () => undefined;
  time = Date.parse('2018-03-29T09:00:00.000Z');
  #app: App | undefined;
  #count = 0;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Starts on a fresh data folder, or on the one of an app that was stopped. */
  static async start(folder = mkdtempSync(join(tmpdir(), 'app-'))): Promise<TestApp> {
    const test = new TestApp(folder);
    mkdirSync(join(folder, 'data'), { recursive: true });
    test.#app = await startApp(test.#ports());
    return test;
  }

  /** Asks as a page does; fails where the answer is a failure. */
  async ask<M extends Method>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
    const reply = await this.reply(method, input);
    if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.text}\n${this.logged.join('\n')}`);
    return reply.value as OutputOf<M>;
  }

  async reply(method: string, input: unknown): ReturnType<ReturnType<typeof answersOf>> {
    return answersOf(this.#running, (text, error) => void this.logged.push(`${text} ${String(error)}`))(method, input);
  }

  /** The failure of a call; fails where there is none. */
  async failure(method: Method, input: unknown): Promise<{ code: string; text: string }> {
    const reply = await this.reply(method, input);
    if (reply.ok) throw new Error(`${method} did not fail.`);
    return reply.failure;
  }

  openFile(path: string): Promise<void> {
    return this.#running.openFile(path);
  }

  stop(): void {
    this.#app?.close();
    this.#app = undefined;
  }

  remove(): void {
    this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #running(): App {
    if (this.#app === undefined) throw new Error('The app was stopped.');
    return this.#app;
  }

  #ports(): AppPorts {
    const databaseFolder = join(this.folder, 'data');
    const now = (): Date => new Date((this.time += 1000));
    const newId = (): string => `id-${String((this.#count += 1))}-${String(this.time)}`;
    return {
      now,
      newId,
      openStore: () => openStore({ folder: databaseFolder, ports: { now, newId, project: storedOutcomes } }),
      dialogs: {
        chooseFileToOpen: () => Promise.resolve(this.chosenToOpen.shift()),
        chooseWhereToSave: ({ fileName }) => {
          this.suggested.push(fileName);
          return Promise.resolve(this.chosenToSave.shift());
        },
        chooseFolder: () => Promise.resolve(this.chosenFolders.shift()),
      },
      files: fileWork(),
      exporting: chartExport(),
      showFolder: (folder) => Promise.resolve(void this.shownFolders.push(folder)),
      quit: () => {
        this.quits += 1;
      },
      about: { version: '0.1.0', shell: 'loopback', platform: 'test', licences: [{ name: 'one', version: '1.0.0', licence: 'MIT' }] },
      databaseFolder,
      shippedFolder: join(root, 'scenarios'),
      accountName: 'officer',
      repeat: (work) => {
        this.repeated = work;
        return () => {
          this.repeated = () => undefined;
        };
      },
      log: (text, error) => void this.logged.push(`${text} ${String(error)}`),
    };
  }
}
