import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LONGEST_FETCH_MS = 60_000;

export type ElectronBinary = { readonly kind: 'there'; readonly path: string } | { readonly kind: 'missing'; readonly reason: string };

/** Electron's own binary, fetched if it can be had within a minute. It is no part of the npm package. */
export async function electronBinary(root: string): Promise<ElectronBinary> {
  const found = installedBinary(root);
  if (found !== undefined) return { kind: 'there', path: found };
  const reason = await fetchBinary(root);
  const fetched = installedBinary(root);
  return fetched === undefined
    ? { kind: 'missing', reason: reason ?? 'its binary is not there after it was fetched' }
    : { kind: 'there', path: fetched };
}

function installedBinary(root: string): string | undefined {
  const place = join(root, 'node_modules', 'electron');
  try {
    const path = join(place, 'dist', readFileSync(join(place, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the package's own installer; why it failed, or nothing. */
function fetchBinary(root: string): Promise<string | undefined> {
  process.stdout.write('Fetching the binary of Electron, once, for at most a minute …\n');
  return new Promise((done) => {
    const installer = spawn(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const tired = setTimeout(() => {
      installer.kill('SIGKILL');
      done('its binary could not be fetched within a minute');
    }, LONGEST_FETCH_MS);
    let said = '';
    installer.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    installer.once('error', (error) => {
      said = error.message;
    });
    installer.once('close', (code) => {
      clearTimeout(tired);
      done(code === 0 ? undefined : `its binary could not be fetched (${causeIn(said)})`);
    });
  });
}

/** What kept the installer from it, from the stack that it printed. */
export function causeIn(said: string): string {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT/.test(said)) return 'the network does not reach it';
  const line = said.split('\n').find((each) => /error/i.test(each));
  return line?.trim().slice(0, 120) ?? 'no reason was given';
}
