import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ElectronApp } from '../support/electron-app.ts';
import { PROBES } from './electron-probes.ts';

const example = resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing');

let app: ElectronApp;
beforeAll(async () => {
  app = await ElectronApp.start({ files: [example] });
});
afterAll(() => app.end());

/** What the page shows, once it shows a text. */
async function shows(text: string): Promise<void> {
  await expect.poll(() => app.evaluate('document.body.innerText'), { timeout: 20_000 }).toContain(text);
}

test('a file among the arguments is opened on the board', async () => {
  await shows('Worked example B');
  const { pageErrors, faults, isShown, windowCount } = await app.recorded();
  expect({ pageErrors, faults, isShown, windowCount }).toEqual({ pageErrors: [], faults: [], isShown: true, windowCount: 1 });
});

test.each(PROBES)('$name', async ({ fault }) => {
  expect(await fault(app)).toBeUndefined();
});

test('a second start hands over its file and makes no second window', async () => {
  await app.ask({
    kind: 'emit',
    event: 'second-instance',
    given: ['event', ['footing', resolve(example, '../worked-example-a.footing')], '.'],
  });
  await shows('Worked example A');
  expect((await app.recorded()).windowCount).toBe(1);
});

test('a file that the system hands over is opened, and one that is none is refused in words', async () => {
  await app.ask({ kind: 'emit', event: 'open-file', given: ['event', example] });
  await shows('Worked example B');
  await app.ask({ kind: 'emit', event: 'open-file', given: ['event', resolve(example, '../README.md')] });
  await shows('README.md');
});

test('the dialogs are the system’s own, and saving writes what opens again', async () => {
  const target = join(app.dataFolder, 'saved.footing');
  await app.ask({ kind: 'choose', toOpen: [example], toSave: [target] });
  const opened = (await app.call('files.open', null)) as { value: { file: { handle: string } } };
  const copy = (await app.call('files.makeCopy', { handle: opened.value.file.handle })) as { value: { id: string } };
  expect(await app.call('files.saveAs', { id: copy.value.id })).toMatchObject({
    ok: true,
    value: { kind: 'SAVED', fileName: 'saved.footing' },
  });
  expect(readFileSync(target, 'utf8')).toContain('"footing-scenario"');
  expect(await app.call('files.open', null)).toEqual({ ok: true, value: { kind: 'CANCELLED' } });
});

test('the menu opens the data folder, and asks the page for the rest', async () => {
  expect(await app.ask({ kind: 'menu', label: 'Open data folder' })).toBe(true);
  expect((await app.recorded()).shownFolders).toEqual([app.dataFolder]);
  await app.ask({ kind: 'menu', label: 'Keyboard shortcuts' });
  await expect.poll(() => app.evaluate(`document.querySelector('[role=dialog]') !== null`)).toBe(true);
});

test('a backup is made in a worker beside the bundle', async () => {
  expect(await app.call('backups.make', null)).toMatchObject({ ok: true });
});

test('the app quits cleanly, and where its window was is kept', async () => {
  expect(await app.quit()).toBe(0);
  expect(JSON.parse(readFileSync(join(app.dataFolder, 'window.json'), 'utf8'))).toMatchObject({
    width: 1280,
    height: 800,
    isMaximized: false,
  });
  expect(existsSync(join(app.dataFolder, 'footing.sqlite-wal'))).toBe(false);
});

test('a second Footing gives way to the first', async () => {
  await expect(ElectronApp.start({ environment: { FOOTING_DOUBLE_SECOND: '1' } })).rejects.toThrow('Main ended (0)');
});

test('a database that is in use is said, and nothing is opened', async () => {
  const first = await ElectronApp.start();
  try {
    await expect(ElectronApp.start({ dataFolder: first.dataFolder })).rejects.toThrow('Main ended (1)');
  } finally {
    await first.end();
    rmSync(first.dataFolder, { recursive: true, force: true });
  }
});
