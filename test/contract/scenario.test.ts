import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestApp } from '../support/app.ts';

let app: TestApp;
let id: string;
beforeEach(async () => {
  app = await TestApp.start();
  ({ id } = await app.ask('library.createFromShipped', { key: 'worked-example-b.footing' }));
});
afterEach(() => {
  app.remove();
});

const open = () => app.ask('scenario.open', { id });
const set = (path: string, value: string) => ({ kind: 'setInputField' as const, path, field: 'value' as const, to: value });

async function anyScheme(): Promise<{ path: string; before: string }> {
  const { scenario } = await open();
  const scheme = scenario.savings.find(({ delivery }) => delivery !== undefined);
  if (scheme?.delivery === undefined) throw new Error('The example has no scheme with a delivery.');
  return { path: `savings.${scheme.id}.delivery`, before: scheme.delivery.value };
}

test('an edit is saved at once, named, undone and done again, also after a restart', async () => {
  const { path, before } = await anyScheme();
  const { revision } = await open();
  const changed = await app.ask('scenario.edit', { id, revision, edit: set(path, '0.123'), reason: 'own record' });
  expect(changed).toMatchObject({ revision: revision + 1, status: 'DRAFT', isNewDraft: false, steps: { undo: changed.label, redo: null } });
  expect(changed.label).not.toBe('');

  app.stop();
  app = await TestApp.start(app.folder);
  const reopened = await open();
  expect(reopened).toMatchObject({ revision: revision + 1, steps: { undo: changed.label }, drift: [] });
  expect(JSON.stringify(reopened.scenario)).toContain('"0.123"');

  const undone = await app.ask('scenario.undo', { id, revision: reopened.revision });
  expect(undone).toMatchObject({ label: changed.label, steps: { undo: null, redo: changed.label } });
  expect(JSON.stringify(undone.scenario)).not.toContain('"0.123"');
  const redone = await app.ask('scenario.redo', { id, revision: undone.revision });
  expect(JSON.stringify(redone.scenario)).toContain('"0.123"');

  const { rows } = await app.ask('scenario.history', { id, path: `${path}` });
  expect(rows.map(({ action }) => action)).toEqual(['redo', 'undo', 'edit']);
  expect(rows.at(-1)).toMatchObject({ who: 'officer', path, before, after: '0.123', reason: 'own record' });
  expect((await app.ask('scenario.history', { id, path: null })).rows.length).toBeGreaterThanOrEqual(3);
});

test('the library shows the figures after the edit', async () => {
  const { path } = await anyScheme();
  const reported = async () => (await app.ask('library.list', { search: '', bin: false })).rows[0]?.reported;
  const before = await reported();
  await app.ask('scenario.edit', { id, revision: (await open()).revision, edit: set(path, '0'), reason: null });
  expect(await reported()).not.toBe(before);
});

test('an edit on a revision that is past is refused, and nothing is lost', async () => {
  const { path } = await anyScheme();
  const { revision } = await open();
  await app.ask('scenario.edit', { id, revision, edit: set(path, '0.4567'), reason: null });
  const failure = await app.failure('scenario.edit', { id, revision, edit: set(path, '0.7654'), reason: null });
  expect(failure.code).toBe('stale-revision');
  expect(JSON.stringify((await open()).scenario)).not.toContain('"0.7654"');
});

test('an edit that is none never reaches the store', async () => {
  const { revision } = await open();
  expect((await app.failure('scenario.edit', { id, revision, edit: { kind: 'dropTable' }, reason: null })).code).toBe('INVALID_INPUT');
  expect((await app.failure('scenario.edit', { id, revision, edit: 'name', reason: null })).code).toBe('INVALID_INPUT');
  expect((await open()).revision).toBe(revision);
});

test('an edit of what is not there fails in words', async () => {
  const { revision } = await open();
  const failure = await app.failure('scenario.edit', { id, revision, edit: set('savings.ABSENT.delivery', '0.4567'), reason: null });
  expect(failure.code).not.toBe('INTERNAL');
  expect(failure.text).toContain('ABSENT');
});

test('undo where nothing was done fails in words', async () => {
  const failure = await app.failure('scenario.undo', { id, revision: (await open()).revision });
  expect(failure).toMatchObject({ code: 'nothing-to-undo' });
});

test('a status is signed, seals a version, and an edit makes a new draft of it', async () => {
  const assured = await app.ask('scenario.setStatus', { id, status: 'ASSURED', name: 'Officer', role: 'Director of finance' });
  expect(assured).toMatchObject({ status: 'ASSURED', signature: { name: 'Officer', role: 'Director of finance' } });
  await app.ask('scenario.setStatus', { id, status: 'APPROVED', name: 'Chair', role: 'Board' });
  const { rows } = await app.ask('scenario.versions', { id });
  expect(rows.map(({ status }) => status)).toEqual(['APPROVED', 'ASSURED']);
  expect(rows[0]).toMatchObject({
    version: 2,
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    reported: expect.stringMatching(/^-?\d/) as string,
  });

  const { path } = await anyScheme();
  const changed = await app.ask('scenario.edit', { id, revision: (await open()).revision, edit: set(path, '0.4567'), reason: null });
  expect(changed).toMatchObject({ status: 'DRAFT', isNewDraft: true });
  const sealed = await app.ask('scenario.openVersion', { id, version: 2 });
  expect(sealed.version.status).toBe('APPROVED');
  expect(JSON.stringify(sealed.scenario)).not.toBe(JSON.stringify((await open()).scenario));
});

test('a version is saved under its label and opens as it was', async () => {
  const before = await open();
  const version = await app.ask('scenario.saveVersion', { id, label: 'Before the board' });
  expect(version).toMatchObject({ version: 1, label: 'Before the board', status: 'DRAFT' });
  const { path } = await anyScheme();
  await app.ask('scenario.edit', { id, revision: before.revision, edit: set(path, '0.4567'), reason: null });
  expect((await app.ask('scenario.openVersion', { id, version: 1 })).scenario).toEqual(before.scenario);
  expect((await app.failure('scenario.openVersion', { id, version: 7 })).code).toBe('not-found');
});
