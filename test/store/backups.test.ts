import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupName, backupNamed, backupsIn, isDue, kindDue, superfluous } from '../../electron/store/backup-files.ts';
import { Connection } from '../../electron/store/connection.ts';
import { openStore } from '../../electron/store/open.ts';
import type { Backup, BackupKind, Store } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened } from '../support/store-folder.ts';
import { testPorts } from '../support/store-ports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = smallScenario();
const by = { name: 'A. Writer' };
const noon = new Date('2018-03-14T12:00:00.000Z');
const ago = (milliseconds: number): string => new Date(noon.getTime() - milliseconds).toISOString();
const backup = (kind: BackupKind, age: number): Backup => ({ path: `${kind} ${String(age)}`, kind, at: ago(age), bytes: 1, scenarios: 1 });

describe('a name of a backup', () => {
  test('says when, of which kind and with how many scenarios', () => {
    const name = backupName({ at: noon, kind: 'BEFORE_MIGRATION', scenarios: 12 });
    expect(name).toBe('footing-20180314T120000000Z-before-migration-12.sqlite');
    expect(backupNamed(`folder/${name}`)).toEqual({
      path: `folder/${name}`,
      kind: 'BEFORE_MIGRATION',
      at: noon.toISOString(),
      scenarios: 12,
    });
  });

  test.each([
    'footing.sqlite',
    'footing-20180314T120000000Z-yearly-1.sqlite',
    'footing-20189914T120000000Z-daily-1.sqlite',
    `${backupName({ at: noon, kind: 'DAILY', scenarios: 1 })}.unfinished`,
  ])('is not %s', (name) => {
    expect(backupNamed(name)).toBeUndefined();
  });
});

describe('a backup', () => {
  test('is the first of a week, of a day, or of an hour', () => {
    expect(kindDue([], noon)).toBe('WEEKLY');
    expect(kindDue([backup('WEEKLY', 7 * DAY)], noon)).toBe('WEEKLY');
    expect(kindDue([backup('WEEKLY', 2 * DAY)], noon)).toBe('DAILY');
    expect(kindDue([backup('WEEKLY', HOUR)], noon)).toBe('HOURLY');
    expect(kindDue([backup('DAILY', HOUR), backup('WEEKLY', 2 * DAY)], noon)).toBe('HOURLY');
    expect(kindDue([backup('WEEKLY', -DAY)], noon)).toBe('WEEKLY');
  });

  test('is due an hour after the last one, if something was written since', () => {
    const due = (age: number, lastChange: string | undefined): boolean => isDue([backup('HOURLY', age)], { now: noon, lastChange });
    expect(isDue([], { now: noon, lastChange: undefined })).toBe(false);
    expect(isDue([], { now: noon, lastChange: ago(DAY) })).toBe(true);
    expect(due(HOUR, ago(1000))).toBe(true);
    expect(due(HOUR - 1, ago(1000))).toBe(false);
    expect(due(2 * HOUR, ago(2 * HOUR))).toBe(false);
    expect(due(-DAY, ago(1000))).toBe(true);
  });

  test('goes when newer ones of its kind are enough', () => {
    const backups = [
      ...Array.from({ length: 14 }, (_, index) => backup('HOURLY', index * HOUR)),
      ...Array.from({ length: 4 }, (_, index) => backup('BEFORE_MIGRATION', index * DAY)),
    ];
    expect(superfluous(backups).map(({ path }) => path)).toEqual([
      `HOURLY ${String(12 * HOUR)}`,
      `HOURLY ${String(13 * HOUR)}`,
      `BEFORE_MIGRATION ${String(3 * DAY)}`,
    ]);
  });
});

async function withBackup(): Promise<{ store: Store; folder: string; ids: string[]; made: Backup; ports: ReturnType<typeof testPorts> }> {
  const ports = testPorts();
  const { store, folder } = await newStore(ports);
  const ids = ['Plan A', 'Plan B'].map((name) => store.scenarios.create({ scenario: { ...start, name }, origin: 'MINE' }).summary.id);
  return { store, folder, ids, made: await store.backups.make(), ports };
}

describe('making a backup', () => {
  test('copies the library as it is, sound and whole, while it is in use', async () => {
    const { store, folder, ids, made } = await withBackup();
    expect(made).toMatchObject({ kind: 'WEEKLY', scenarios: 2 });
    expect(store.backups.list()).toEqual([made]);
    expect(readdirSync(join(folder, 'backups'))).toEqual([basename(made.path)]);
    const running = store.backups.make();
    store.edits.commitEdit(ids[0] ?? '', { kind: 'setField', path: 'name', to: 'Plan A, later' }, { by });
    expect((await running).kind).toBe('HOURLY');
    const copy = Connection.openToRead(made.path);
    expect([copy.pragma('integrity_check'), copy.get<{ n: number }>('SELECT count(*) AS n FROM working_copies')]).toEqual(['ok', { n: 2 }]);
    copy.close();
  });

  test('asked for twice at once is done once', async () => {
    const { store } = await withBackup();
    const [one, other] = await Promise.all([store.backups.make(), store.backups.make()]);
    expect(one).toEqual(other);
    expect(store.backups.list()).toHaveLength(2);
  });

  test('lets the oldest of its kind go, and none before the new one is there', async () => {
    const { store, folder, made } = await withBackup();
    const hour = (index: number): string => backupName({ at: new Date(Date.parse(made.at) - index * HOUR), kind: 'HOURLY', scenarios: 2 });
    for (let index = 1; index <= 12; index += 1) writeFileSync(join(folder, 'backups', hour(index)), 'an older backup');
    const { path } = await store.backups.make();
    const names = readdirSync(join(folder, 'backups'));
    expect(names).toHaveLength(13);
    expect([names.includes(basename(path)), names.includes(hour(11)), names.includes(hour(12))]).toEqual([true, true, false]);
  });

  test('when due follows the clock and the edits', async () => {
    const { store, ids, ports } = await withBackup();
    ports.pass(2 * HOUR);
    expect(await store.backups.makeIfDue()).toBeUndefined();
    store.edits.commitEdit(ids[0] ?? '', { kind: 'setField', path: 'description', to: 'x' }, { by });
    expect((await store.backups.makeIfDue())?.kind).toBe('HOURLY');
    store.scenarios.moveToBin(ids[0] ?? '');
    expect(await store.backups.makeIfDue()).toBeUndefined();
    ports.pass(HOUR);
    expect((await store.backups.makeIfDue())?.scenarios).toBe(1);
  });

  test('fails with a message where there is no folder for it, and the library goes on', async () => {
    const { store, folder, ids } = await withBackup();
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    await expect(store.backups.make()).rejects.toMatchObject({ code: 'cannot-open' });
    expect(store.edits.commitEdit(ids[0] ?? '', { kind: 'setField', path: 'description', to: 'y' }, { by }).summary.revision).toBe(1);
  });
});

describe('restoring from the library', () => {
  test('shows what differs, and brings scenarios back as new drafts beside those that are there', async () => {
    const { store, ids, made } = await withBackup();
    const [a = '', b = ''] = ids;
    const edited = store.edits.commitEdit(a, { kind: 'setField', path: 'description', to: 'Changed since' }, { by });
    store.scenarios.moveToBin(b);
    const c = store.scenarios.create({ scenario: { ...start, name: 'Plan C' }, origin: 'MINE' }).summary.id;
    const differences = await store.backups.differences(made);
    expect(differences.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      [a, 'Plan A', 'differs'],
      [b, 'Plan B', 'onlyInBackup'],
      [c, 'Plan C', 'onlyInLibrary'],
    ]);
    expect(differences[0]?.changedInLibrary).toBe(edited.summary.changedAt);

    const restored = await store.backups.restoreAsCopies(made, { ids: [a, b] });
    expect(restored.map(({ name, status }) => [name, status])).toEqual([
      ['Plan A (backup of 2018-03-14)', 'DRAFT'],
      ['Plan B', 'DRAFT'],
    ]);
    expect(canonicalJson(store.scenarios.read(restored[1]?.id ?? '').scenario)).toBe(canonicalJson({ ...start, name: 'Plan B' }));
    expect(canonicalJson(store.scenarios.read(a).scenario)).toBe(canonicalJson(edited.scenario));
  });

  test('is all or nothing, and refuses what the backup does not hold', async () => {
    const { store, ids, made } = await withBackup();
    await expect(store.backups.restoreAsCopies(made, { ids: [ids[0] ?? '', 'nothing'] })).rejects.toMatchObject({
      code: 'scenario-damaged',
    });
    expect(store.scenarios.list().total).toBe(2);
  });

  test('reads a backup of an earlier version, and leaves the file as it is', async () => {
    const { store, folder, made } = await withBackup();
    const connection = Connection.open(made.path);
    connection.exec('DROP TABLE settings; DROP TABLE recent_files; PRAGMA user_version = 3');
    connection.close();
    expect(await store.backups.differences(made)).toEqual([]);
    const unchanged = Connection.openToRead(made.path);
    expect(unchanged.pragma('user_version')).toBe(3);
    unchanged.close();
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

test('a library that has gone is not replaced by an empty one without a word', async () => {
  const { store, folder, made } = await withBackup();
  store.close();
  rmSync(store.path);
  const found = await openStore({ folder, ports: testPorts() });
  if (found.kind === 'opened') throw new Error('It opened.');
  expect(found.trouble).toMatchObject({ kind: 'missing', setAside: undefined, goodBackups: [made] });
  expect(found.trouble.text).toMatch(
    /^There is no library in .* although there was one\. The last good backup was made on 14 March 2018 at 09:30 UTC and holds 2 scenarios\./,
  );
  const { store: restored } = await found.waysOn.withBackup(made);
  expect(restored.scenarios.list().total).toBe(2);
  restored.close();
  expect(existsSync(made.path)).toBe(true);
  expect(backupsIn(folder)).toHaveLength(1);
  await opened(folder);
});
