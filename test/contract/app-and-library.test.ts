import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibraryRow } from '../../shared/contract/records.ts';
import { TestApp } from '../support/app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(() => {
  app.remove();
});

const list = async (search = '', bin = false): Promise<readonly LibraryRow[]> => (await app.ask('library.list', { search, bin })).rows;
const names = async (search = '', bin = false): Promise<string[]> => (await list(search, bin)).map(({ name }) => name);

const blank = {
  name: 'Vale plan',
  footprint: 'Vale',
  baseYear: '2017/18',
  targetYear: '2020/21',
  horizonYear: '2020/21',
  organisations: [
    { name: 'Vale CCG', type: 'CCG' as const },
    { name: 'Vale Council', type: 'COUNCIL' as const },
  ],
};

test('the app says what it is', async () => {
  expect(await app.ask('app.info', null)).toMatchObject({
    version: '0.1.0',
    engine: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    licences: [{ name: 'one' }],
  });
  await app.ask('app.openDataFolder', null);
  expect(app.shownFolders).toEqual([expect.stringContaining('data')]);
  await app.ask('app.quit', null);
  expect(app.quits).toBe(1);
});

test('a first run opens a throw-away copy of the sample, made once', async () => {
  const [first, second] = await Promise.all([app.ask('app.startup', null), app.ask('app.startup', null)]);
  expect(first).toMatchObject({ database: 'NEW', isFirstRun: true, ways: [] });
  expect(first.sampleId).not.toBeNull();
  expect(second.sampleId).toBe(first.sampleId);
  expect(await list()).toHaveLength(1);
  const opened = await app.ask('scenario.open', { id: first.sampleId ?? '' });
  expect(opened).toMatchObject({ origin: 'SAMPLE', status: 'DRAFT', drift: [] });
});

test('a first run that is started with a file leaves the board to it', async () => {
  const opening = app.openFile('absent.footing');
  const { isFirstRun, sampleId } = await app.ask('app.startup', null);
  expect([isFirstRun, sampleId === null]).toEqual([false, false]);
  await opening;
});

test('a later run finds the sample again, and does not bring it back once it is binned', async () => {
  const { sampleId } = await app.ask('app.startup', null);
  app.stop();
  app = await TestApp.start(app.folder);
  expect(await app.ask('app.startup', null)).toMatchObject({ database: 'FINE', isFirstRun: false, sampleId });
  await app.ask('library.bin', { id: sampleId ?? '' });
  app.stop();
  app = await TestApp.start(app.folder);
  expect(await app.ask('app.startup', null)).toMatchObject({ sampleId: null });
  expect(await list()).toEqual([]);
});

test('a blank system opens, and its row says what it stands at', async () => {
  const { id } = await app.ask('library.createBlank', blank);
  const opened = await app.ask('scenario.open', { id });
  expect(opened.scenario.organisations.map(({ id: organisation }) => organisation)).toEqual(['CCG', 'COUNCIL']);
  expect(opened).toMatchObject({
    revision: 0,
    status: 'DRAFT',
    origin: 'MINE',
    signature: null,
    steps: { undo: null, redo: null },
    drift: [],
  });
  expect(await list()).toMatchObject([
    {
      id,
      name: 'Vale plan',
      footprint: 'Vale',
      targetYear: '2020/21',
      reported: '0',
      unidentified: '0',
      requiredMitigation: '0',
      binnedAt: null,
    },
  ]);
});

test('years that make no plan are refused in words, and nothing is made', async () => {
  const failure = await app.failure('library.createBlank', { ...blank, targetYear: '2016/17' });
  expect(failure.code).toBe('INVALID_YEARS');
  expect(failure.text).toContain('Target year');
  expect(await list()).toEqual([]);
});

test('a scenario that was made on the page comes into the library whole', async () => {
  const { id } = await app.ask('library.createBlank', blank);
  const { scenario } = await app.ask('scenario.open', { id });
  const { id: made } = await app.ask('library.create', { scenario: { ...scenario, name: 'From a table' } });
  expect(await app.ask('scenario.open', { id: made })).toMatchObject({
    scenario: { ...scenario, name: 'From a table' },
    origin: 'MINE',
    status: 'DRAFT',
    steps: { undo: null, redo: null },
  });
  expect((await app.failure('library.create', { scenario: { name: 'Half of one' } })).code).toBe('INVALID_INPUT');
});

test('every shipped scenario is listed and can be taken', async () => {
  const { files } = await app.ask('library.shipped', null);
  expect(files.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['worked-example-a.footing', 'worked-example-b.footing', 'norfolk-waveney-2016.footing']),
  );
  for (const { key, name, origin } of files) {
    const { id } = await app.ask('library.createFromShipped', { key });
    expect(await app.ask('scenario.open', { id })).toMatchObject({ origin, scenario: { name }, drift: [] });
  }
  const rows = await list();
  expect(rows).toHaveLength(files.length);
  expect(rows.filter(({ reported }) => reported === null)).toEqual([]);
});

test.each(['absent.footing', '../package.json', '/etc/passwd', ''])('the key %j is none of a shipped scenario', async (key) => {
  expect((await app.failure('library.createFromShipped', { key })).code).toBe('UNKNOWN_SAMPLE');
});

test('rename, duplicate, bin, restore and delete for good', async () => {
  const { id } = await app.ask('library.createBlank', blank);
  await app.ask('library.rename', { id, name: 'Dale plan' });
  const { id: copy } = await app.ask('library.duplicate', { id });
  expect((await names()).sort()).toEqual(['Copy of Dale plan', 'Dale plan']);
  expect(await app.ask('scenario.open', { id })).toMatchObject({ steps: { undo: expect.any(String) as string } });

  await app.ask('library.bin', { id: copy });
  expect(await names()).toEqual(['Dale plan']);
  expect(await app.ask('library.list', { search: '', bin: false })).toMatchObject({ total: 1, inBin: 1 });
  expect(await list('', true)).toMatchObject([{ id: copy, binnedAt: expect.any(String) as string }]);

  await app.ask('library.restore', { id: copy });
  expect(await names('', true)).toEqual([]);
  await app.ask('library.bin', { id: copy });
  await app.ask('library.deleteForEver', { id: copy });
  expect(await app.ask('library.list', { search: '', bin: true })).toMatchObject({ rows: [], inBin: 0 });
});

test('search finds names and footprints, whatever their case and accents', async () => {
  await app.ask('library.createBlank', blank);
  await app.ask('library.createBlank', { ...blank, name: 'Bae Abertawe ŵyl', footprint: 'Swansea' });
  expect(await names('vale')).toEqual(['Vale plan']);
  expect(await names('SWANSEA')).toEqual(['Bae Abertawe ŵyl']);
  expect(await names('nowhere')).toEqual([]);
});

test.each(['scenario.open', 'library.duplicate', 'library.bin', 'library.restore', 'library.deleteForEver'] as const)(
  '%s of what is not there fails in words',
  async (method) => {
    const failure = await app.failure(method, { id: 'absent' });
    expect(failure.code).not.toBe('INTERNAL');
    expect(failure.text.length).toBeGreaterThan(20);
  },
);

test('settings are kept, one by one, and survive a restart', async () => {
  expect(await app.ask('settings.read', null)).toEqual({ theme: 'SYSTEM', unit: '£m', userName: 'officer' });
  expect(await app.ask('settings.write', { theme: 'DARK' })).toEqual({ theme: 'DARK', unit: '£m', userName: 'officer' });
  await app.ask('settings.write', { unit: '£000', userName: 'Finance' });
  app.stop();
  app = await TestApp.start(app.folder);
  expect(await app.ask('settings.read', null)).toEqual({ theme: 'DARK', unit: '£000', userName: 'Finance' });
});

test('what the shell tells reaches the page that waits', async () => {
  const waiting = app.ask('events.next', { after: 0 });
  await app.openFile('absent.footing');
  expect(await waiting).toMatchObject({ last: 1, events: [{ kind: 'FILE_REFUSED' }] });
});
