import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { TestApp } from '../support/app.ts';

const scenarios = resolve(import.meta.dirname, '../../scenarios');
const example = join(scenarios, 'worked-example-b.footing');

let app: TestApp;
let id: string;
let path: string;
beforeEach(async () => {
  app = await TestApp.start();
  ({ id } = await app.ask('library.createFromShipped', { key: 'worked-example-b.footing' }));
  path = join(app.folder, 'Plan – Bae Abertawe ŵ.footing');
});
afterEach(() => {
  app.remove();
});

type Opened = Extract<OutputOf<'files.open'>, { kind: 'OPENED' }>['file'];
function openedFile(opening: OutputOf<'files.open'>): Opened {
  if (opening.kind !== 'OPENED') throw new Error(JSON.stringify(opening));
  return opening.file;
}
async function saved(): Promise<Extract<OutputOf<'files.saveAs'>, { kind: 'SAVED' }>> {
  app.chosenToSave.push(path);
  const saving = await app.ask('files.saveAs', { id });
  if (saving.kind !== 'SAVED') throw new Error(JSON.stringify(saving));
  return saving;
}

test('a file is opened to read, copied into the library, and noted as opened lately', async () => {
  app.chosenToOpen.push(example);
  const file = openedFile(await app.ask('files.open', null));
  expect(file).toMatchObject({ fileName: 'worked-example-b.footing', differences: [], status: 'DRAFT' });
  expect(JSON.stringify({ ...file, scenario: null })).not.toContain(scenarios);
  const { id: copy } = await app.ask('files.makeCopy', { handle: file.handle });
  expect(await app.ask('scenario.open', { id: copy })).toMatchObject({ scenario: file.scenario, origin: 'MINE', status: 'DRAFT' });
  const { rows } = await app.ask('files.recent', null);
  expect(rows).toMatchObject([{ handle: file.handle, fileName: 'worked-example-b.footing', folder: scenarios, isThere: true }]);
  expect(openedFile(await app.ask('files.openRecent', { handle: file.handle })).handle).toBe(file.handle);
});

test('who changes their mind about a dialog has lost nothing', async () => {
  expect(await app.ask('files.open', null)).toEqual({ kind: 'CANCELLED' });
  expect(await app.ask('files.saveAs', { id })).toEqual({ kind: 'CANCELLED' });
  expect((await app.ask('files.recent', null)).rows).toEqual([]);
});

test('what is saved under the suggested name opens elsewhere as it was', async () => {
  const { scenario } = await app.ask('scenario.open', { id });
  const saving = await saved();
  expect(app.suggested).toEqual(['Worked example B the full chain.footing']);
  expect(saving).toMatchObject({ fileName: 'Plan – Bae Abertawe ŵ.footing', folder: app.folder });
  const other = await TestApp.start();
  other.chosenToOpen.push(path);
  expect(openedFile(await other.ask('files.open', null))).toMatchObject({ scenario, seal: 'intact', differences: [] });
  other.remove();
});

test('a name without an ending gets it', async () => {
  app.chosenToSave.push(join(app.folder, 'plan'));
  expect(await app.ask('files.saveAs', { id })).toMatchObject({ kind: 'SAVED', fileName: 'plan.footing' });
});

test('a signed status travels with the file', async () => {
  await app.ask('scenario.setStatus', { id, status: 'ASSURED', name: 'Officer', role: 'Director of finance' });
  await saved();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    status: { stage: 'ASSURED', name: 'Officer', role: 'Director of finance', date: '2018-03-29' },
  });
});

test('a file is replaced after the question and a yes to it, and its earlier content is kept', async () => {
  await saved();
  const before = readFileSync(path, 'utf8');
  await app.ask('library.rename', { id, name: 'Plan of June' });
  app.chosenToSave.push(path);
  const asked = await app.ask('files.saveAs', { id });
  if (asked.kind !== 'WOULD_REPLACE') throw new Error(JSON.stringify(asked));
  expect(asked.question).toContain('It holds "Worked example B: the full chain".');
  expect(readFileSync(path, 'utf8')).toBe(before);

  expect(await app.ask('files.replace', { id, handle: asked.handle })).toMatchObject({ kind: 'SAVED', handle: asked.handle });
  expect(readFileSync(path, 'utf8')).toContain('Plan of June');
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe(before);
});

test('a yes holds for the file that was asked about, once', async () => {
  await saved();
  app.chosenToSave.push(path);
  const asked = await app.ask('files.saveAs', { id });
  if (asked.kind !== 'WOULD_REPLACE') throw new Error(JSON.stringify(asked));
  writeFileSync(path, 'somebody else');
  expect(await app.ask('files.replace', { id, handle: asked.handle })).toMatchObject({ kind: 'WOULD_REPLACE' });
  expect(readFileSync(path, 'utf8')).toBe('somebody else');
  expect(await app.ask('files.replace', { id, handle: asked.handle })).toMatchObject({ kind: 'SAVED' });
  // The next save to the same place is a new question.
  expect(await app.ask('files.replace', { id, handle: asked.handle })).toMatchObject({ kind: 'WOULD_REPLACE' });
});

test('a change on the disk is noticed', async () => {
  const { handle } = await saved();
  const state = async () => (await app.ask('files.changedOnDisk', { handle })).state;
  expect(await state()).toBe('SAME');
  writeFileSync(path, 'somebody else');
  expect(await state()).toBe('CHANGED');
  rmSync(path);
  expect(await state()).toBe('GONE');
});

test('a file that is gone stays in the list of recent ones, marked, and is refused in words', async () => {
  const { handle } = await saved();
  rmSync(path);
  expect((await app.ask('files.recent', null)).rows).toMatchObject([{ handle, isThere: false }]);
  expect(await app.ask('files.openRecent', { handle })).toMatchObject({
    kind: 'REFUSED',
    refusal: { text: expect.stringContaining('not there any more') as string },
  });
});

test('a dropped text opens, can be copied, and has no place', async () => {
  const file = openedFile(await app.ask('files.openDropped', { fileName: 'dropped.footing', text: readFileSync(example, 'utf8') }));
  expect(file.fileName).toBe('dropped.footing');
  await app.ask('files.makeCopy', { handle: file.handle });
  expect(await app.ask('files.changedOnDisk', { handle: file.handle })).toEqual({ state: 'SAME' });
  expect((await app.failure('files.openRecent', { handle: file.handle })).code).toBe('FILE_WITHOUT_PLACE');
  expect(await app.ask('files.openDropped', { fileName: 'letter.txt', text: 'Dear all' })).toMatchObject({ kind: 'REFUSED' });
});

test.each(['files.openRecent', 'files.makeCopy', 'files.changedOnDisk'] as const)('%s knows no handle but its own', async (method) => {
  for (const handle of ['absent', '../../etc/passwd', example.slice(-60)])
    expect((await app.failure(method, { handle })).code).toBe('UNKNOWN_FILE');
});

test('a folder that is gone is said, and nothing is written', async () => {
  const gone = join(app.folder, 'gone');
  app.chosenToSave.push(join(gone, 'plan.footing'));
  expect(await app.ask('files.saveAs', { id })).toMatchObject({
    kind: 'REFUSED',
    refusal: { text: expect.stringContaining('the folder is not there any more') as string },
  });
  expect(existsSync(gone)).toBe(false);
});

test('a file that the system hands over is told to the page', async () => {
  await app.openFile(example);
  writeFileSync(path, '{}');
  await app.openFile(path);
  const { events } = await app.ask('events.next', { after: 0 });
  expect(events).toMatchObject([
    { kind: 'FILE_OPENED', file: { fileName: 'worked-example-b.footing' } },
    { kind: 'FILE_REFUSED', refusal: { title: 'This is no Footing scenario' } },
  ]);
});

test('the folder of a saved file holds it and nothing else', async () => {
  mkdirSync(join(app.folder, 'papers'));
  path = join(app.folder, 'papers', 'plan.footing');
  await saved();
  expect(readdirSync(join(app.folder, 'papers'))).toEqual(['plan.footing']);
});

test('a table is saved under its title, and replaced only after the question about it', async () => {
  const title = 'Savings schemes: Vale/2018';
  const table = join(app.folder, 'Savings schemes Vale 2018.csv');
  app.chosenToSave.push(table);
  const first = { title, text: '\ufeff"Scheme"\r\n', replacing: null };
  expect(await app.ask('files.saveTable', first)).toMatchObject({ kind: 'SAVED', folder: app.folder });
  expect(app.suggested).toEqual(['Savings schemes Vale 2018.csv']);
  expect(readFileSync(table, 'utf8')).toBe('\ufeff"Scheme"\r\n');
  // A table is no scenario that could be opened again.
  expect((await app.ask('files.recent', null)).rows).toEqual([]);

  app.chosenToSave.push(table);
  const again = { title, text: 'changed', replacing: null };
  const asked = await app.ask('files.saveTable', again);
  if (asked.kind !== 'WOULD_REPLACE') throw new Error(JSON.stringify(asked));
  expect(asked.question).toContain('Savings schemes Vale 2018.csv is already in');
  expect(readFileSync(table, 'utf8')).not.toBe('changed');
  expect(await app.ask('files.saveTable', { ...again, replacing: asked.handle })).toMatchObject({ kind: 'SAVED' });
  expect(readFileSync(table, 'utf8')).toBe('changed');
});

test('who changes their mind about a table has saved nothing, and a name without an ending gets it', async () => {
  const table = { title: 'Baseline', text: 'a', replacing: null };
  expect(await app.ask('files.saveTable', table)).toEqual({ kind: 'CANCELLED' });
  app.chosenToSave.push(join(app.folder, 'baseline'));
  expect(await app.ask('files.saveTable', table)).toMatchObject({ kind: 'SAVED', fileName: 'baseline.csv' });
});
