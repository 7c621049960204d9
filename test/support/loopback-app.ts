import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

export type LoopbackApp = {
  /** With the token: what a browser opens. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  readonly dataFolder: string;
  /** Everything that the shell wrote to the terminal so far. */
  readonly said: () => string;
  /** The exit code, once the shell has ended. */
  readonly ended: Promise<number | null>;
  /** Ends the shell as Ctrl+C does and gives its exit code; the data folder goes, unless it was given. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does; the data folder stays. */
  readonly kill: () => Promise<void>;
};

type Options = {
  readonly dataFolder?: string;
  readonly files?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node itself, such as a module to load first. */
  readonly nodeOptions?: readonly string[];
};

/** Starts the built loopback shell in a process of its own, on a fresh data folder unless one is given. */
export async function startLoopbackApp({ dataFolder, files = [], environment = {}, nodeOptions = [] }: Options = {}): Promise<LoopbackApp> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'footing-data-'));
  const shell = spawn(
    process.execPath,
    ['--import', END_WITH_PARENT, ...nodeOptions, join(root, 'dist', 'loopback', 'loopback.js'), ...files],
    {
      env: { ...process.env, FOOTING_DATA: folder, FOOTING_NO_BROWSER: '1', FOOTING_SAVE_FOLDER: folder, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const ended = once(shell, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const address = await new Promise<string>((found, failed) => {
    const look = (): void => {
      const match = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(said);
      if (match !== null) found(match[0]);
    };
    shell.stdout.on('data', look);
    void ended.then(() => {
      failed(new Error(`The loopback shell ended before it was up:\n${said}`));
    });
  });
  return {
    address,
    origin: new URL(address).origin,
    token: new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '',
    dataFolder: folder,
    said: () => said,
    ended: ended.then(([code]) => code),
    stop: async () => {
      shell.kill('SIGINT');
      const [code] = await ended;
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
    kill: async () => {
      shell.kill('SIGKILL');
      await ended;
    },
  };
}
