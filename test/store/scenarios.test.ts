import { describe, expect, test } from 'vitest';
import type { Store } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened } from '../support/store-folder.ts';
import { testPorts } from '../support/store-ports.ts';

const DAY = 86_400_000;
const start = smallScenario();

function create(store: Store, name: string, footprint = 'Vale'): string {
  const scenario = { ...start, name, footprint: { id: 'F', name: footprint } };
  return store.scenarios.create({ scenario, origin: 'MINE' }).summary.id;
}
const names = (list: ReturnType<Store['scenarios']['list']>): string[] => list.scenarios.map(({ name }) => name);

describe('the library', () => {
  test('shows of each scenario what its content says, with its stored outcomes', async () => {
    const { store } = await newStore();
    const { summary } = store.scenarios.create({ scenario: start, origin: 'SAMPLE' });
    expect(store.scenarios.list().scenarios).toEqual([summary]);
    expect(store.outcomes.ofWorkingCopy(summary.id)).toMatchObject({ headline: summary.headline });
    expect(summary).toMatchObject({
      name: 'Small scenario',
      footprint: 'Vale',
      origin: 'SAMPLE',
      illustrative: true,
      targetYear: '2020/21',
      status: 'DRAFT',
      revision: 0,
    });
  });

  test('lists what changed last first, or by name', async () => {
    const { store } = await newStore();
    const [b] = [create(store, 'Beta'), create(store, 'alpha'), create(store, 'Gamma')];
    expect(names(store.scenarios.list())).toEqual(['Gamma', 'alpha', 'Beta']);
    store.edits.commitEdit(b, { kind: 'setField', path: 'description', to: 'Later' }, { by: { name: 'A. Writer' } });
    expect(names(store.scenarios.list())).toEqual(['Beta', 'Gamma', 'alpha']);
    expect(names(store.scenarios.list({ orderBy: 'name' }))).toEqual(['alpha', 'Beta', 'Gamma']);
  });

  test('finds every word in name or footprint, whatever the case and accents, and takes no sign as special', async () => {
    const { store } = await newStore();
    for (const name of ['Plan Ä 50%', 'Plan B_1', "O'Neill's plan"]) create(store, name, 'Dorset & Poole');
    const found = (search: string): string[] => names(store.scenarios.list({ search, orderBy: 'name' }));
    expect(found('PLAN a 5')).toEqual(['Plan Ä 50%']);
    expect(found('poole plan')).toHaveLength(3);
    expect(found('%')).toEqual(['Plan Ä 50%']);
    expect(found('_')).toEqual(['Plan B_1']);
    expect(found("o'neill")).toEqual(["O'Neill's plan"]);
    expect(found('  ')).toHaveLength(3);
    expect(store.scenarios.list({ search: 'nowhere' })).toMatchObject({ scenarios: [], total: 0 });
  });

  test('of thousands is read in pages with the whole count', async () => {
    const { store } = await newStore();
    const ids = Array.from({ length: 120 }, (_, index) => create(store, `Plan ${String(index).padStart(3, '0')}`));
    const page = store.scenarios.list({ orderBy: 'name', limit: 10, offset: 50 });
    expect(page.total).toBe(ids.length);
    expect(names(page)).toEqual(Array.from({ length: 10 }, (_, index) => `Plan 0${String(index + 50)}`));
  });

  test('has no scenario of an unknown id', async () => {
    const { store } = await newStore();
    expect(() => store.scenarios.read('nothing')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

test('a duplicate is a draft of its own with the content of the other', async () => {
  const { store } = await newStore();
  const original = create(store, 'Plan');
  store.edits.commitEdit(original, { kind: 'setField', path: 'description', to: 'x' }, { by: { name: 'A. Writer' } });
  const copy = store.scenarios.duplicate(original, { name: 'Copy of Plan' });
  expect(copy.summary).toMatchObject({ name: 'Copy of Plan', origin: 'MINE', revision: 0, status: 'DRAFT' });
  expect(copy.undo).toBeUndefined();
  expect(canonicalJson({ ...copy.scenario, name: 'Plan' })).toBe(canonicalJson(store.scenarios.read(original).scenario));
  expect(store.scenarios.duplicate(original).summary.name).toBe('Plan');
});

describe('the bin', () => {
  test('takes a scenario out of the library and gives it back as it was', async () => {
    const { store } = await newStore();
    const id = create(store, 'Plan');
    const before = store.scenarios.read(id);
    expect(store.scenarios.moveToBin(id).deletedAt).toBeDefined();
    expect(store.scenarios.list()).toEqual({ scenarios: [], total: 0, inBin: 1 });
    expect(names(store.scenarios.list({ inBin: true }))).toEqual(['Plan']);
    expect(() => store.scenarios.open(id)).toThrow(expect.objectContaining({ code: 'in-bin' }));
    expect(store.scenarios.restoreFromBin(id)).toEqual(before.summary);
    expect(store.scenarios.read(id)).toEqual(before);
  });

  test('keeps a scenario for 90 days, and is cleared of older ones at start with all that belongs to them', async () => {
    const ports = testPorts();
    const { store, folder } = await newStore(ports);
    const [old, young] = [create(store, 'Old'), create(store, 'Young')];
    store.versions.save(old, { by: { name: 'A. Writer' }, label: 'First' });
    store.scenarios.moveToBin(old);
    ports.pass(2 * DAY);
    store.scenarios.moveToBin(young);
    ports.pass(89 * DAY);
    store.close();
    const again = await opened(folder, ports);
    expect(again.notes.purgedFromBin).toBe(1);
    expect(names(again.store.scenarios.list({ inBin: true }))).toEqual(['Young']);
    expect(again.store.versions.list(old)).toEqual([]);
  });

  test('is where a scenario must lie to be deleted for good', async () => {
    const { store } = await newStore();
    const id = create(store, 'Plan');
    expect(() => {
      store.scenarios.deleteForGood(id);
    }).toThrow(expect.objectContaining({ code: 'wrong-status' }));
    store.scenarios.moveToBin(id);
    store.scenarios.deleteForGood(id);
    expect(() => store.scenarios.read(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
