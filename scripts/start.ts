// `npm start [-- FILE]`: builds what is stale and starts Footing in a window of its own, or, where Electron cannot run, behind 127.0.0.1 for a browser.
import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildStale } from './build/make.ts';
import { electronBinary } from './start/electron-binary.ts';
import { whyNotElectron } from './start/which-shell.ts';

const root = resolve(import.meta.dirname, '..');
const files = process.argv.slice(2);
/** An Electron that ends with a fault this soon could not start at all, as where the system lets it make no sandbox. */
const TOO_SOON_MS = 5_000;

const built = await buildStale(root);
if (built.length > 0) process.stdout.write(`Built ${built.join(', ')}.\n`);

const reason =
  whyNotElectron({ platform: process.platform, environment: process.env, userId: process.getuid?.() }) ?? (await startElectron());
if (reason !== undefined) {
  const environment = { ...process.env, FOOTING_WHY_LOOPBACK: reason };
  process.exitCode = await ended(
    spawn(process.execPath, [join(root, 'dist', 'loopback', 'loopback.js'), ...files], { stdio: 'inherit', env: environment }),
  );
}

/** Runs Electron to its end; why it could not start, or nothing. */
async function startElectron(): Promise<string | undefined> {
  const binary = await electronBinary(root);
  if (binary.kind === 'missing') return binary.reason;
  process.stdout.write('Footing opens in a window of its own, in Electron.\n');
  const started = performance.now();
  const code = await ended(spawn(binary.path, [root, ...files], { stdio: 'inherit' }));
  if (code !== 0 && performance.now() - started < TOO_SOON_MS) return `Electron ended at once (${String(code)})`;
  process.exitCode = code;
  return undefined;
}

/** The exit code of a program that is stopped when this one is. */
function ended(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once('error', () => {
      done(1);
    });
    child.once('exit', (code) => {
      done(code ?? 1);
    });
  });
}
