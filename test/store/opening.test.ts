import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Connection } from '../../electron/store/connection.ts';
import { StoreError } from '../../electron/store/errors.ts';
import { openStore } from '../../electron/store/open.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened, testFolder } from '../support/store-folder.ts';
import { testPorts } from '../support/store-ports.ts';

describe('a data folder', () => {
  test('is made with an empty library, which is new once', async () => {
    const folder = join(testFolder(), 'deep', 'Größe mit Leerzeichen', 'data');
    const first = await opened(folder);
    expect(first.notes).toMatchObject({ isNew: true, migratedFrom: undefined, purgedFromBin: 0, setAside: [] });
    expect(first.store.scenarios.list()).toEqual({ scenarios: [], total: 0, inBin: 0 });
    first.store.close();
    const again = await opened(folder);
    expect(again.notes.isNew).toBe(false);
  });

  test('holds after closing the library, the lock and the backups, and nothing half made', async () => {
    const { store, folder } = await newStore();
    store.scenarios.create({ scenario: smallScenario(), origin: 'MINE' });
    store.close();
    expect(readdirSync(folder).sort()).toEqual(['backups', 'footing.lock', 'footing.sqlite']);
  });

  test('is cleared of what a crash left half made', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'backups'));
    const left = [
      join(folder, 'footing.sqlite.unfinished'),
      join(folder, 'footing.sqlite.unfinished-wal'),
      join(folder, 'backups', 'x.sqlite.unfinished'),
    ];
    for (const path of left) writeFileSync(path, 'half');
    await opened(folder);
    expect(left.filter((path) => existsSync(path))).toEqual([]);
  });

  test('that another process of Footing holds is refused, and free again after it', async () => {
    const { store, folder } = await newStore();
    const refused = await openStore({ folder, ports: testPorts() }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreError);
    expect(refused).toMatchObject({ code: 'locked', message: expect.stringContaining('already open') as string });
    store.close();
    expect((await opened(folder)).store.path).toBe(join(folder, 'footing.sqlite'));
  });
});

test('a connection writes ahead, flushes every commit, and holds references', () => {
  const path = join(testFolder(), 'a.sqlite');
  // A database that already writes ahead is opened by SQLite with another setting for flushing than a new one.
  Connection.open(path).close();
  const connection = Connection.open(path);
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'busy_timeout'];
  expect(settings.map((name) => connection.pragma(name))).toEqual(['wal', 2, 1, 0, 1, 1000]);
  connection.close();
});

test('every table is strict, and amounts must be plain decimals', async () => {
  const { store } = await newStore();
  store.close();
  const database = new Database(store.path);
  const tables = database
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  database.exec("INSERT INTO scenarios VALUES ('a', 'A', 'F', 'a', 'MINE', 0, '2020/21', 'DRAFT', 0, 0, 't', 't', NULL, NULL)");
  database.exec("INSERT INTO outcome_sets (id, scenario_id, engine_version, not_computed_because) VALUES (1, 'a', '1', 'why')");
  const insert = (amount: string) => () => database.exec(`INSERT INTO outcome_figures VALUES (1, '*', '2020/21', 'reported', '${amount}')`);
  for (const amount of ['1e3', '£5', '', '1,000', '0x1']) expect(insert(amount), amount).toThrow(/CHECK/);
  expect(insert('-197724.278837233069357986417250008')).not.toThrow();
  database.close();
});
