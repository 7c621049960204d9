import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { StoreError } from '../../electron/store/errors.ts';
import { salvage } from '../../electron/store/salvage.ts';
import type { Store, StoreOpening } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { drawsFrom } from '../support/seeded-draws.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { kept, opened, opening, testFolder } from '../support/store-folder.ts';
import { testPorts } from '../support/store-ports.ts';

const SCENARIOS = 6;
const MINUTES = 60_000;
const by = { name: 'A. Writer' };
const FILE = 'footing.sqlite';

/** A good library: its folder as bytes, what it holds, what its backup holds, and the folder as a crash would leave it, with the log not yet taken in. */
interface Library {
  files: ReadonlyMap<string, Buffer>;
  crashed: ReadonlyMap<string, Buffer>;
  texts: ReadonlyMap<string, string>;
  backedUp: ReadonlyMap<string, string>;
}

let library: Library;

function textsOf(store: Store): Map<string, string> {
  return new Map(store.scenarios.list().scenarios.map(({ id }) => [id, canonicalJson(store.scenarios.read(id).scenario)]));
}

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name))]),
  );
}

function folderOf(files: ReadonlyMap<string, Buffer>): string {
  const folder = testFolder();
  mkdirSync(join(folder, 'backups'));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

beforeAll(async () => {
  const folder = testFolder();
  const { store } = await opened(folder);
  for (let index = 1; index <= SCENARIOS; index += 1)
    store.scenarios.create({ scenario: { ...smallScenario(), name: `Plan ${String(index)}` }, origin: 'MINE' });
  const backedUp = textsOf(store);
  await store.backups.make();
  const [last] = store.scenarios.list().scenarios;
  for (let index = 0; index < 20; index += 1) {
    const to = `0.${String(index + 1)}`;
    store.edits.commitEdit(last?.id ?? '', { kind: 'setInputField', path: 'savings.S1.delivery', field: 'value', to }, { by });
  }
  store.versions.save(last?.id ?? '', { by, label: 'Sealed' });
  const texts = textsOf(store);
  const crashed = filesIn(folder);
  store.close();
  library = { files: filesIn(folder), crashed, texts, backedUp };
});

const bytesOf = (files: ReadonlyMap<string, Buffer>, name: string): Buffer => files.get(name) ?? Buffer.alloc(0);

/** The library with other bytes in one of its files. */
function damagedFolder(files: ReadonlyMap<string, Buffer>, name: string, bytes: Buffer): string {
  return folderOf(new Map([...files, [name, bytes]]));
}

function flipped(bytes: Buffer, { at, by: mask }: { at: number; by: number }): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy[at] ?? 0) ^ mask, at);
  return copy;
}

/** Every scenario reads as it was written or is refused by name; says how many are refused. */
function refusedIn(store: Store, texts: ReadonlyMap<string, string>): number {
  expect(
    store.scenarios
      .list()
      .scenarios.map(({ id }) => id)
      .sort(),
  ).toEqual([...texts.keys()].sort());
  let refused = 0;
  for (const [id, text] of texts) {
    try {
      expect(canonicalJson(store.scenarios.open(id).scenario)).toBe(text);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      expect(error.code).toBe('scenario-damaged');
      refused += 1;
    }
  }
  return refused;
}

type Trouble = Extract<StoreOpening, { kind: 'trouble' }>;

/** The damaged file is set aside byte for byte, people are told, and each way on opens without touching it or the backup. */
async function verifyWaysOn({ trouble, waysOn }: Trouble, { damaged, way }: { damaged: Buffer; way: number }): Promise<void> {
  expect(trouble.text).toMatch(
    /^The library is damaged \(.+\)\. It was set aside as it is, as footing-damaged-\S+ in .+ The last good backup was made on 14 March 2018/s,
  );
  const [backup] = trouble.goodBackups;
  if (backup === undefined || trouble.setAside === undefined) throw new Error('No backup or no database set aside.');
  const backupBytes = readFileSync(backup.path);
  expect(readFileSync(trouble.setAside).equals(damaged)).toBe(true);
  const ways = [() => waysOn.withBackup(backup), () => waysOn.withWhatIsReadable(), () => waysOn.empty()];
  const { store } = kept(await (ways[way % 3] ?? waysOn.empty)());
  verifyContent(store, way % 3);
  store.close();
  expect(readFileSync(trouble.setAside).equals(damaged)).toBe(true);
  expect(readFileSync(backup.path).equals(backupBytes)).toBe(true);
}

function verifyContent(store: Store, way: number): void {
  const texts = textsOf(store);
  if (way === 2) return expect(texts.size).toBe(0);
  for (const [id, text] of library.backedUp) expect(texts.get(id)).toBe(text);
  const more = [...texts].filter(([id]) => !library.backedUp.has(id)).map(([, text]) => text.replace(' (from the damaged library)', ''));
  const known = new Set([...library.texts.values(), ...library.backedUp.values()]);
  expect(more.filter((text) => !known.has(text))).toEqual([]);
  if (way === 0) expect(more).toEqual([]);
}

test(
  'a library cut at any length is set aside as it is, and the ways on open',
  async () => {
    const draw = drawsFrom(20172);
    const whole = bytesOf(library.files, FILE);
    const lengths = [0, 1, 99, 100, 4096, whole.length - 4096, whole.length - 1, ...Array.from({ length: 9 }, () => draw(whole.length))];
    for (const [index, length] of lengths.entries()) {
      const damaged = whole.subarray(0, length);
      const found = await opening(damagedFolder(library.files, FILE, damaged));
      if (found.kind === 'opened') throw new Error(`A library cut to ${String(length)} bytes opened as if it were whole.`);
      await verifyWaysOn(found, { damaged, way: index });
    }
  },
  2 * MINUTES,
);

test(
  'a library with a flipped byte opens with every scenario proven or refused by name, or is set aside',
  async () => {
    const draw = drawsFrom(20173);
    const whole = bytesOf(library.files, FILE);
    const places = [...Array.from({ length: 12 }, () => draw(100)), ...Array.from({ length: 30 }, () => draw(whole.length))];
    const seen = { untouched: 0, refused: 0, setAside: 0 };
    for (const [index, at] of places.entries()) {
      const damaged = flipped(whole, { at, by: 1 << draw(8) });
      const found = await opening(damagedFolder(library.files, FILE, damaged));
      if (found.kind === 'trouble') {
        await verifyWaysOn(found, { damaged, way: index });
        seen.setAside += 1;
      } else {
        seen[refusedIn(found.store, library.texts) > 0 ? 'refused' : 'untouched'] += 1;
        found.store.close();
      }
    }
    // Were the places badly chosen, this test would show nothing.
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(2);
  },
  3 * MINUTES,
);

test.each([
  [
    'a row that belongs to nothing',
    "UPDATE working_copies SET scenario_id = 'nobody' WHERE rowid = 1",
    /a row of working_copies belongs to nothing/,
  ],
  ['a table missing', 'DROP TABLE settings', /its tables are not those of a library/],
  ['an index missing', 'DROP INDEX assumption_history_by_path', /its tables are not those of a library/],
  ['a version number that is too high', 'PRAGMA user_version = 9', /its version number is damaged/],
  ['a version number that is too low', 'PRAGMA user_version = 2', /its tables are not those of a library/],
  ['no version number', 'PRAGMA user_version = 0', /it holds no library/],
])('a library with %s is set aside', async (_, sql, text) => {
  const folder = folderOf(library.files);
  const path = join(folder, FILE);
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
  const damaged = readFileSync(path);
  const found = await opening(folder);
  if (found.kind === 'opened') throw new Error('It opened.');
  expect(found.trouble.text).toMatch(text);
  await verifyWaysOn(found, { damaged, way: 1 });
});

test(
  'a library after a crash whose log is cut or altered opens at the last state that the log still proves',
  async () => {
    const draw = drawsFrom(20174);
    const log = bytesOf(library.crashed, `${FILE}-wal`);
    expect(log.length).toBeGreaterThan(100_000);
    for (let index = 0; index < 10; index += 1) {
      const damaged = index % 2 === 0 ? log.subarray(0, draw(log.length)) : flipped(log, { at: draw(log.length), by: 1 << draw(8) });
      const found = await opening(damagedFolder(library.crashed, `${FILE}-wal`, damaged));
      if (found.kind === 'trouble') throw new Error(found.trouble.text);
      for (const { id, revision } of found.store.scenarios.list().scenarios) {
        expect(revision).toBeLessThanOrEqual(20);
        expect(found.store.edits.steps(id)).toHaveLength(revision);
        expect(found.store.scenarios.open(id).drift).toBeUndefined();
      }
      found.store.close();
    }
  },
  MINUTES,
);

describe('a library set aside', () => {
  test('keeps its log beside it', async () => {
    const log = bytesOf(library.crashed, `${FILE}-wal`);
    const found = await opening(damagedFolder(library.crashed, FILE, Buffer.alloc(0)));
    if (found.kind === 'opened') throw new Error('It opened.');
    expect(readFileSync(`${found.trouble.setAside ?? ''}-wal`).equals(log)).toBe(true);
  });

  test('gives every scenario that is whole, and none that is not', () => {
    const whole = bytesOf(library.files, FILE);
    const folder = folderOf(library.files);
    const all = salvage(join(folder, FILE));
    expect(new Map(all.map(({ id, scenario }) => [id, canonicalJson(scenario)]))).toEqual(library.texts);
    const inContent = whole.indexOf('"name": "Plan 3"');
    const one = damagedFolder(library.files, FILE, flipped(whole, { at: inContent + 12, by: 1 }));
    expect(
      salvage(join(one, FILE))
        .map(({ scenario }) => scenario.name)
        .sort(),
    ).toEqual(['Plan 1', 'Plan 2', 'Plan 4', 'Plan 5', 'Plan 6']);
    expect(readdirSync(one).sort()).toEqual(readdirSync(folder).sort());
  });

  test('adds what is newer in it to the backup, and is still told of at the next start', async () => {
    const whole = bytesOf(library.files, FILE);
    // The first page of the schema survives, so that rows can be read; the count of pages in the header does not.
    const damaged = flipped(whole, { at: 31, by: 64 });
    const folder = damagedFolder(library.files, FILE, damaged);
    const found = await opening(folder);
    if (found.kind === 'opened') throw new Error('It opened.');
    const { store } = kept(await found.waysOn.withWhatIsReadable());
    const names = store.scenarios.list({ orderBy: 'name' }).scenarios.map(({ name }) => name);
    expect(names).toEqual(['Plan 1', 'Plan 2', 'Plan 3', 'Plan 4', 'Plan 5', 'Plan 6', 'Plan 6 (from the damaged library)']);
    store.close();
    expect((await opened(folder, testPorts())).notes.setAside).toEqual([found.trouble.setAside]);
  });
});
