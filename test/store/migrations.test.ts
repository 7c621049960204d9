import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../electron/store/content-table.ts';
import { Connection } from '../../electron/store/connection.ts';
import { StoreError } from '../../electron/store/errors.ts';
import { migrate, schemaOf, versionOf } from '../../electron/store/migrate.ts';
import { CURRENT_VERSION, MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { openStore } from '../../electron/store/open.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { opened, testFolder } from '../support/store-folder.ts';
import { testPorts } from '../support/store-ports.ts';

const scenario = smallScenario();
const EARLIER = Array.from({ length: CURRENT_VERSION - 1 }, (_, index) => index + 1);

/** What a user of each version left in the database, as that version wrote it. */
const LEFT: Readonly<Record<number, (connection: Connection) => void>> = {
  1: (connection) => {
    const { content, content_hash, format_version } = contentOf(scenario);
    connection.exec(`INSERT INTO scenarios (id, name, footprint, search_text, origin, illustrative, target_year, status, revision, undo_position, created_at, changed_at)
      VALUES ('a', 'Small scenario', 'Vale', 'small scenario vale', 'MINE', 1, '2020/21', 'DRAFT', 3, 0, '2018-03-01T09:00:00.000Z', '2018-03-02T09:00:00.000Z')`);
    connection.run(
      'INSERT INTO working_copies (scenario_id, content_hash, format_version, content) VALUES (?, ?, ?, ?)',
      'a',
      content_hash,
      format_version,
      content,
    );
  },
  2: (connection) => {
    const edit = JSON.stringify({ kind: 'setField', path: 'name', to: 'Small scenario' });
    const hash = contentOf(scenario).content_hash;
    connection.run(
      `INSERT INTO edit_log (scenario_id, position, label, edit, inverse, hash_before, hash_after, by_name, by_role, made_at, reason)
       VALUES ('a', 1, 'Name of the scenario to Small scenario', ?, ?, ?, ?, 'A. Writer', NULL, '2018-03-02T09:00:00.000Z', NULL)`,
      edit,
      edit,
      hash,
      hash,
    );
    connection.exec('UPDATE scenarios SET undo_position = 1');
  },
  3: (connection) => {
    connection.exec("INSERT INTO outcome_sets (scenario_id, engine_version, not_computed_because) VALUES ('a', '0.9', 'not yet')");
  },
};

function databaseOf(version: number, folder: string): void {
  const connection = Connection.open(join(folder, 'footing.sqlite'));
  migrate(connection, { upTo: version });
  for (let at = 1; at <= version; at += 1) LEFT[at]?.(connection);
  connection.close();
}

function currentSchema(): string[] {
  const model = Connection.openInMemory();
  migrate(model);
  const schema = schemaOf(model);
  model.close();
  return schema;
}

test('each migration has the number of its place, and a file with that number', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  const files = readdirSync(join(import.meta.dirname, '../../electron/store/migrations')).filter((name) => /^\d{4}-/.test(name));
  expect(files.map((name) => Number(name.slice(0, 4))).sort()).toEqual(MIGRATIONS.map(({ version }) => version));
});

describe.each(EARLIER)('a database of version %i', (version) => {
  test('opens with what it held, in the tables of today, and was backed up as it was', async () => {
    const folder = testFolder();
    databaseOf(version, folder);
    const { store, notes } = await opened(folder);
    expect(notes).toMatchObject({ migratedFrom: version, isNew: false });
    expect(canonicalJson(store.scenarios.read('a').scenario)).toBe(canonicalJson(scenario));
    expect(store.scenarios.list().scenarios).toMatchObject([{ id: 'a', revision: 3, status: 'DRAFT' }]);
    expect(store.edits.steps('a')).toHaveLength(version >= 2 ? 1 : 0);
    const renamed = store.edits.commitEdit('a', { kind: 'setField', path: 'name', to: 'After' }, { by: { name: 'A. Writer' } });
    expect(renamed.summary).toMatchObject({ name: 'After', revision: 4 });
    const [backup] = store.backups.list();
    expect(backup).toMatchObject({ kind: 'BEFORE_MIGRATION', scenarios: 1 });
    store.close();

    const now = Connection.openToRead(store.path);
    expect(schemaOf(now)).toEqual(currentSchema());
    expect([now.pragma('integrity_check'), now.all('PRAGMA foreign_key_check')]).toEqual(['ok', []]);
    now.close();
    const then = Connection.openToRead(backup?.path ?? '');
    expect(versionOf(then)).toBe(version);
    then.close();
  });
});

test('a database from the future is refused with both versions, and stays as it is', async () => {
  const folder = testFolder();
  databaseOf(CURRENT_VERSION, folder);
  const connection = Connection.open(join(folder, 'footing.sqlite'));
  connection.exec(`CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; PRAGMA user_version = ${String(CURRENT_VERSION + 3)}`);
  connection.close();
  const refused = await openStore({ folder, ports: testPorts() }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StoreError);
  expect(refused).toMatchObject({
    code: 'from-the-future',
    message: expect.stringMatching(
      new RegExp(`database version ${String(CURRENT_VERSION + 3)}; this one knows ${String(CURRENT_VERSION)}`),
    ) as string,
  });
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual(['footing.sqlite']);
});

test('a migration that fails leaves the version before it, whole', () => {
  const connection = Connection.open(join(testFolder(), 'a.sqlite'));
  migrate(connection, { upTo: 2 });
  connection.exec('CREATE TABLE outcome_bars (in_the_way INTEGER) STRICT');
  expect(() => migrate(connection)).toThrow(/outcome_bars/);
  expect(versionOf(connection)).toBe(2);
  expect(schemaOf(connection).filter((sql) => /CREATE TABLE versions/.test(sql))).toEqual([]);
  connection.close();
});
