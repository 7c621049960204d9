import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestApp } from '../support/app.ts';

let app: TestApp;
let id: string;
beforeEach(async () => {
  app = await TestApp.start();
  ({ id } = await app.ask('library.createFromShipped', { key: 'worked-example-a.footing' }));
});
afterEach(() => {
  app.remove();
});

const database = () => join(app.folder, 'data', 'footing.sqlite');

/** Writes over the middle of the database, as a failing disk does. */
function damage(): void {
  const file = openSync(database(), 'r+');
  writeSync(file, Buffer.alloc(6000, 0x5a), 0, 6000, 2000);
  ftruncateSync(file, 30_000);
  closeSync(file);
}

test('a backup is made, compared and brought back as copies', async () => {
  const { rows } = await app.ask('backups.make', null);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ scenarios: 1, bytes: expect.any(Number) as number });
  const handle = rows[0]?.handle ?? '';
  expect(handle).not.toContain('sqlite');
  expect(await app.ask('events.next', { after: 0 })).toMatchObject({ events: [{ kind: 'BACKUP_MADE' }] });

  expect(await app.ask('backups.compare', { handle })).toEqual({ rows: [] });
  expect(await app.ask('backups.restoreAsCopy', { handle })).toMatchObject({ restored: 0 });

  await app.ask('library.rename', { id, name: 'Changed since' });
  await app.ask('library.createBlank', {
    name: 'New since',
    footprint: 'Vale',
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    organisations: [],
  });
  const compared = await app.ask('backups.compare', { handle });
  expect(compared.rows).toHaveLength(2);
  expect(compared.rows.map(({ difference }) => difference).join(' ')).toMatch(/differs: changed 2018-03-29 .* only in the library/);

  expect(await app.ask('backups.restoreAsCopy', { handle })).toMatchObject({
    restored: 1,
    text: expect.stringContaining('1 scenario was brought') as string,
  });
  const { rows: library } = await app.ask('library.list', { search: '', bin: false });
  expect(library).toHaveLength(3);
  expect(library.map(({ name }) => name)).toEqual(expect.arrayContaining(['Changed since', 'New since']));
});

test('a backup is made of itself when one is due, and told', async () => {
  app.time += 2 * 3_600_000;
  app.repeated();
  const { events } = await app.ask('events.next', { after: 0 });
  expect(events).toMatchObject([{ kind: 'BACKUP_MADE' }]);
  expect((await app.ask('backups.list', null)).rows).toHaveLength(1);
});

test.each(['backups.compare', 'backups.restoreAsCopy'] as const)('%s knows no handle but its own', async (method) => {
  expect((await app.failure(method, { handle: '../footing.sqlite' })).code).toBe('UNKNOWN_BACKUP');
});

test('a damaged database waits for a choice, and the backup brings the work back', async () => {
  await app.ask('backups.make', null);
  app.stop();
  damage();
  app = await TestApp.start(app.folder);

  const report = await app.ask('app.startup', null);
  expect(report).toMatchObject({ database: 'SET_ASIDE', ways: ['BACKUP', 'READABLE', 'EMPTY'], isFirstRun: false, sampleId: null });
  expect(report.text.length).toBeGreaterThan(40);
  expect(report.backups).toHaveLength(1);
  expect(await app.failure('library.list', { search: '', bin: false })).toMatchObject({ code: 'NO_DATABASE' });
  expect(await app.ask('settings.read', null)).toMatchObject({ theme: 'SYSTEM' });
  expect(existsSync(database())).toBe(false);

  expect((await app.failure('app.recover', { way: 'BACKUP', handle: 'absent' })).code).toBe('UNKNOWN_BACKUP');
  const recovered = await app.ask('app.recover', { way: 'BACKUP', handle: report.backups[0]?.handle ?? '' });
  expect(recovered.database).not.toBe('SET_ASIDE');
  expect((await app.ask('library.list', { search: '', bin: false })).rows).toMatchObject([{ id }]);
  expect(readdirSync(join(app.folder, 'data')).length).toBeGreaterThan(2);
});

test('a damaged database can be left aside for an empty one', async () => {
  app.stop();
  damage();
  app = await TestApp.start(app.folder);
  expect(await app.ask('app.startup', null)).toMatchObject({ database: 'SET_ASIDE', backups: [] });
  const { sampleId } = await app.ask('app.recover', { way: 'EMPTY', handle: null });
  expect((await app.ask('library.list', { search: '', bin: false })).rows.map((row) => row.id)).toEqual([sampleId]);
});
