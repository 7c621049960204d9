import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotStarted, appElsewhere, type RunningApp } from '../../electron/machine/app-elsewhere.ts';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'scenarios', 'worked-example-b.footing');
const databaseFolder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
const place = { shell: 'loopback' as const, root, databaseFolder };

const shown: string[] = [];
const logged: string[] = [];
let quits = 0;
let chosen: () => Promise<string | undefined> = () => Promise.resolve(undefined);
const duties = {
  dialogs: { chooseFileToOpen: () => chosen(), chooseWhereToSave: () => chosen(), chooseFolder: () => chosen() },
  showFolder: (folder: string) => Promise.resolve(void shown.push(folder)),
  quit: () => {
    quits += 1;
  },
};
const log = (text: string) => void logged.push(text);

let app: RunningApp;
beforeAll(async () => {
  app = await appElsewhere(place, duties, log);
});
afterAll(() => {
  rmSync(databaseFolder, { recursive: true });
});

test('calls, dialogs and events cross to the worker and back', async () => {
  chosen = () => Promise.resolve(example);
  expect(await app.answer('files.open', null)).toMatchObject({ ok: true, value: { kind: 'OPENED' } });
  chosen = () => Promise.resolve(undefined);
  expect(await app.answer('files.open', null)).toEqual({ ok: true, value: { kind: 'CANCELLED' } });
  await app.answer('app.openDataFolder', null);
  await app.answer('app.quit', null);
  expect([shown, quits]).toEqual([[databaseFolder], 1]);
  app.tell({ kind: 'COMMAND', command: 'go.board' });
  app.openFile(example);
  await expect.poll(() => app.answer('events.next', { after: 1 })).toMatchObject({ value: { last: 2, events: [{ kind: 'FILE_OPENED' }] } });
});

test('a dialog that cannot be shown is one that was cancelled', async () => {
  chosen = () => Promise.reject(new Error('no window'));
  expect(await app.answer('files.open', null)).toEqual({ ok: true, value: { kind: 'CANCELLED' } });
});

test('what is no method and what does not fit is a failure here as well', async () => {
  expect(await app.answer('absent', null)).toMatchObject({ failure: { code: 'UNKNOWN_METHOD' } });
  expect(await app.answer('library.rename', { id: 1 })).toMatchObject({ failure: { code: 'INVALID_INPUT' } });
});

test.each(['main/main.js', 'loopback/loopback.js'])(
  '%s, whose thread must never stand still, holds neither engine nor database',
  (bundle) => {
    const held = (name: string): string[] =>
      [...readFileSync(join(root, 'dist', name), 'utf8').matchAll(/^\/\/ ((?:shared|electron)\/\S+)$/gm)].map((match) => match[1] ?? '');
    const heavy = (modules: readonly string[]): string[] =>
      modules.filter((path) => /^shared\/(engine|outcomes|scenario)\/|^electron\/(app|store|files|projection)\//.test(path));
    expect(held(bundle).length).toBeGreaterThan(5);
    expect(heavy(held(bundle))).toEqual([]);
    expect(heavy(held(bundle.replace(/[^/]+$/, 'app-worker.cjs'))).length).toBeGreaterThan(50);
  },
);

test('a database that another program holds is said in words', async () => {
  const second = appElsewhere(place, duties, log);
  await expect(second).rejects.toThrow(NotStarted);
  await expect(second).rejects.toThrow('Footing is already open on the folder');
});

test('at the end whoever waits is answered, and whoever asks later is told', async () => {
  const waiting = app.answer('events.next', { after: 2 });
  await app.close();
  expect(await waiting).toMatchObject({ ok: expect.any(Boolean) as boolean });
  expect(await app.answer('app.info', null)).toMatchObject({ failure: { code: 'APP_ENDED' } });
  expect(logged).toEqual([]);
});
