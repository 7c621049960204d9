import Database from 'better-sqlite3';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { Connection } from '../../electron/store/connection.ts';
import { StoreError, inWords } from '../../electron/store/errors.ts';
import { openStore } from '../../electron/store/open.ts';
import { storeOver } from '../../electron/store/store.ts';
import type { Store } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { runAndKill } from '../support/kill-child.ts';
import { smallDisk, type SmallDisk } from '../support/small-disk.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened, testFolder } from '../support/store-folder.ts';
import { plainOutcomes, testPorts } from '../support/store-ports.ts';

const by = { name: 'A. Writer' };
const MEGABYTE = 1024 * 1024;
const disks: SmallDisk[] = [];

afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

/** A disk of its own; without one, on machines that do not let us make it, the test says so and the stand-in below has to do. */
function ownDisk(bytes: number): SmallDisk | undefined {
  const disk = smallDisk(bytes);
  if (disk === undefined) process.stdout.write('This machine lets no test make a disk of its own, so this was not tried here.\n');
  else disks.push(disk);
  return disk;
}

function failureOf(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

const failureIn = (folder: string): Promise<unknown> => openStore({ folder, ports: testPorts() }).catch((error: unknown) => error);

/** Edits until the disk takes no more; gives the failure, and the text of the last edit that was saved. */
function editUntilFull(store: Store, id: string): { failure: StoreError; text: string; revision: number } {
  let { scenario, summary } = store.scenarios.read(id);
  for (let index = 1; index < 5000; index += 1) {
    try {
      const to = `${String(index)} ${'x'.repeat(1500)}`;
      ({ scenario, summary } = store.edits.commitEdit(id, { kind: 'setField', path: 'description', to }, { by }));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return { failure: error, text: canonicalJson(scenario), revision: summary.revision };
    }
  }
  throw new Error('The disk never filled.');
}

describe('a full disk', () => {
  test('refuses an edit in words, keeps all that was saved, and goes on when there is room again', async () => {
    const folder = testFolder();
    (await opened(folder)).store.close();
    const connection = Connection.open(join(folder, 'footing.sqlite'));
    const store = storeOver(connection, { folder, ports: testPorts(), onClose: () => undefined });
    const { id } = store.scenarios.create({ scenario: smallScenario(), origin: 'MINE' }).summary;
    connection.pragma(`max_page_count = ${String(Number(connection.pragma('page_count')) + 40)}`);
    const { failure, text, revision } = editUntilFull(store, id);
    expect(failure.code).toBe('disk-full');
    expect(failure.message).toMatch(/is full\. What was saved before is safe; this change was not made\. Free some space/);
    expect(revision).toBeGreaterThan(3);
    expect(canonicalJson(store.scenarios.open(id).scenario)).toBe(text);
    expect([store.scenarios.read(id).summary.revision, store.edits.steps(id).length]).toEqual([revision, revision]);
    connection.pragma('max_page_count = 1000000');
    expect(store.edits.commitEdit(id, { kind: 'setField', path: 'name', to: 'Room again' }, { by }).summary.revision).toBe(revision + 1);
    store.close();
  });

  test('that is a real one is said, loses nothing, and leaves the library readable and sound', async () => {
    const disk = ownDisk(4 * MEGABYTE);
    if (disk === undefined) return;
    const folder = join(disk.folder, 'data');
    const { store } = await opened(folder);
    const { id } = store.scenarios.create({ scenario: smallScenario(), origin: 'MINE' }).summary;
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(MEGABYTE));
    const { failure, text, revision } = editUntilFull(store, id);
    expect(['disk-full', 'write-failed']).toContain(failure.code);
    expect(failure.message).toMatch(/What was saved before is safe/);
    expect(canonicalJson(store.scenarios.open(id).scenario)).toBe(text);
    await expect(store.backups.make()).rejects.toBeInstanceOf(StoreError);
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    store.close();
    rmSync(ballast);
    const { store: again } = await opened(folder);
    expect(canonicalJson(again.scenarios.read(id).scenario)).toBe(text);
    expect(again.edits.undo(id, { by }).summary.revision).toBe(revision + 1);
    again.close();
  });

  test('on which no library can be made is said, and nothing half made is taken for one', async () => {
    const disk = ownDisk(64 * 1024);
    if (disk === undefined) return;
    const failure = await failureIn(join(disk.folder, 'data'));
    expect(failure).toBeInstanceOf(StoreError);
    expect(['disk-full', 'write-failed', 'cannot-open']).toContain((failure as StoreError).code);
    expect(readdirSync(join(disk.folder, 'data'))).not.toContain('footing.sqlite');
  });
});

describe('a folder that may not be written to', () => {
  test('is said, and the library in it stays as it is', async () => {
    const disk = ownDisk(8 * MEGABYTE);
    if (disk === undefined) return;
    const { store } = await opened(join(disk.folder, 'data'));
    store.close();
    disk.makeReadOnly();
    const failure = await failureIn(join(disk.folder, 'data'));
    expect(failure).toMatchObject({ code: 'read-only', message: expect.stringMatching(/may not write to .*FOOTING_DATA/) as string });
  });

  test('is said where the system forbids it to this user', async () => {
    // Root may write anywhere; the test above, with a disk of its own, is then the one that shows it.
    if (process.platform === 'win32' || process.getuid?.() === 0)
      return expect(String(inWords(Object.assign(new Error(), { code: 'EACCES' }), 'x'))).toMatch(/may not write to x/);
    const folder = testFolder();
    chmodSync(folder, 0o500);
    expect(await failureIn(folder)).toMatchObject({ code: 'read-only' });
    chmodSync(folder, 0o700);
  });

  test('is said where a file is in its place', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'taken'), 'a file');
    expect(await failureIn(join(folder, 'taken'))).toMatchObject({
      code: 'cannot-open',
      message: expect.stringContaining('FOOTING_DATA') as string,
    });
  });

  test('and a folder in the place of the library are no reason to lose it', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'footing.sqlite'));
    expect(await failureIn(folder)).toBeInstanceOf(StoreError);
    expect(readdirSync(folder)).toContain('footing.sqlite');
  });
});

describe('a library that another program uses', () => {
  test('is refused to a second process of Footing while the first lives, and opens after that was killed', async () => {
    const folder = testFolder();
    let refused: unknown;
    const { wasKilled } = await runAndKill({
      script: fileURLToPath(new URL('./store-child.ts', import.meta.url)),
      args: [folder, '1'],
      afterLines: 3,
      meanwhile: async () => {
        refused = await failureIn(folder);
      },
    });
    expect(wasKilled).toBe(true);
    expect(refused).toMatchObject({ code: 'locked', message: expect.stringContaining('already open') as string });
    expect((await opened(folder)).store.scenarios.list().total).toBe(1);
  });

  test('for a while can be read, and is said at the edit, which can be made again afterwards', async () => {
    let engine = 'plain 1';
    const { store } = await newStore(testPorts({ project: (scenario) => plainOutcomes(scenario, engine) }));
    const { id } = store.scenarios.create({ scenario: smallScenario(), origin: 'MINE' }).summary;
    const other = new Database(store.path);
    other.exec('BEGIN IMMEDIATE');
    const edit = { kind: 'setField', path: 'name', to: 'After' } as const;
    const failure = failureOf(() => store.edits.commitEdit(id, edit, { by }));
    expect(failure).toMatchObject({ code: 'locked', message: expect.stringContaining('Another program is using') as string });
    engine = 'plain 2';
    expect(store.scenarios.open(id)).toMatchObject({
      summary: { name: 'Small scenario', revision: 0 },
      outcomes: { engineVersion: 'plain 2' },
    });
    expect(store.outcomes.ofWorkingCopy(id).engineVersion).toBe('plain 1');
    other.exec('ROLLBACK');
    other.close();
    expect(store.edits.commitEdit(id, edit, { by }).summary.name).toBe('After');
  });
});
