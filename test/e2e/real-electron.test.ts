import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { whyNotElectron } from '../../scripts/start/which-shell.ts';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'scenarios', 'worked-example-b.footing');
const folder = mkdtempSync(join(tmpdir(), 'real-electron-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The program to try: a packaged one that is named, or Electron's own binary where it is there and can run. */
function program(): { path: string; words: string[] } | undefined {
  const packaged = process.env['FOOTING_PACKAGED_APP'];
  if (packaged !== undefined && packaged !== '') return { path: resolve(root, packaged), words: [] };
  const place = join(root, 'node_modules', 'electron');
  const named = join(place, 'path.txt');
  const path = existsSync(named) ? join(place, 'dist', readFileSync(named, 'utf8')) : '';
  const canRun = whyNotElectron({ platform: process.platform, environment: process.env, userId: process.getuid?.() }) === undefined;
  return canRun && path !== '' && existsSync(path) ? { path, words: [root] } : undefined;
}

/** What the app has written, seen from outside: the sample comes of a call of the page, the recent file of the worker that read it. */
function written(): { samples: number; recent: number } {
  const path = join(folder, 'footing.sqlite');
  if (!existsSync(path)) return { samples: 0, recent: 0 };
  const database = new Database(path, { readonly: true });
  try {
    const count = (table: string, where: string): number => {
      const row = database.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number };
      return row.n;
    };
    return { samples: count('scenarios', "origin = 'SAMPLE'"), recent: count('recent_files', "name = 'worked-example-b.footing'") };
  } catch {
    return { samples: 0, recent: 0 };
  } finally {
    database.close();
  }
}

const found = program();

test.skipIf(found === undefined)('Footing runs in the real Electron (needs its binary and a display)', { timeout: 120_000 }, async () => {
  if (found === undefined) throw new Error('There is no Electron.');
  let said = '';
  const app = spawn(found.path, [...found.words, example], {
    env: { ...process.env, FOOTING_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [app.stdout, app.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const ended = once(app, 'exit');
  await expect.poll(written, { timeout: 60_000, message: said }).toEqual({ samples: 1, recent: 1 });
  expect(existsSync(join(folder, 'footing.log')) ? readFileSync(join(folder, 'footing.log'), 'utf8') : '').toBe('');
  app.kill();
  await ended;
});
