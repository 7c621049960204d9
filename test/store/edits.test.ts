import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import { hashOf } from '../../shared/scenario/fingerprint.ts';
import type { SingleEdit } from '../../shared/scenario/edit-kinds.ts';
import { sha256 } from '../../electron/store/sealing.ts';
import { EditDraw } from '../support/edit-draw.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened } from '../support/store-folder.ts';
import { plainOutcomes, testPorts } from '../support/store-ports.ts';

const by = { name: 'A. Writer', role: 'Director of finance' };
const start = smallScenario();
const slip: SingleEdit = { kind: 'setInputField', path: 'capital.C1.slippageMonths', field: 'value', to: '6' };
const deliver = (share: string): SingleEdit => ({ kind: 'setInputField', path: 'savings.S1.delivery', field: 'value', to: share });

async function withScenario(): Promise<{ store: Store; folder: string; id: string }> {
  const { store, folder } = await newStore();
  return { store, folder, id: store.scenarios.create({ scenario: start, origin: 'MINE' }).summary.id };
}

describe('a committed edit', () => {
  test('changes the working copy, its line in the library, its outcomes, its log and its history together', async () => {
    const { store, id } = await withScenario();
    const before = store.outcomes.ofWorkingCopy(id);
    const result = store.edits.commitEdit(id, deliver('0.5'), { by, reason: 'Own record' });
    expect(result).toMatchObject({ label: 'Delivery of S1 to 50%', undo: 'Delivery of S1 to 50%', redo: undefined, isNewDraft: false });
    expect(result.summary).toMatchObject({ revision: 1, status: 'DRAFT' });
    expect(result.summary.changedAt > result.summary.createdAt).toBe(true);
    expect(canonicalJson(store.scenarios.read(id).scenario)).toBe(canonicalJson(result.scenario));
    expect(store.outcomes.ofWorkingCopy(id)).not.toEqual(before);
    expect(store.outcomes.ofWorkingCopy(id)).toMatchObject({ headline: result.summary.headline });
    expect(store.edits.steps(id)).toMatchObject([
      { position: 1, label: 'Delivery of S1 to 50%', by, reason: 'Own record', isUndone: false },
    ]);
    expect(store.history.ofPath(id, 'savings.S1.delivery')).toMatchObject([
      {
        before: { value: '0.8', unit: 'share' },
        after: { value: '0.5', unit: 'share' },
        by,
        reason: 'Own record',
        action: 'edit',
        label: 'Delivery of S1',
      },
    ]);
  });

  test('that changes nothing writes nothing', async () => {
    const { store, id } = await withScenario();
    const result = store.edits.commitEdit(id, deliver('0.80'), { by });
    expect(result.label).toBeUndefined();
    expect([result.summary.revision, store.edits.steps(id), store.history.ofScenario(id)]).toEqual([0, [], []]);
  });

  test('that does not fit is refused, and everything stays', async () => {
    const { store, id } = await withScenario();
    expect(() => store.edits.commitEdit(id, deliver('a lot'), { by })).toThrow(EditError);
    expect(store.scenarios.read(id).summary.revision).toBe(0);
  });

  test('on another revision than the stored one is refused', async () => {
    const { store, id } = await withScenario();
    store.edits.commitEdit(id, slip, { by, onRevision: 0 });
    expect(() => store.edits.commitEdit(id, deliver('0.1'), { by, onRevision: 0 })).toThrow(
      expect.objectContaining({ code: 'stale-revision' }),
    );
    expect(store.edits.commitEdit(id, deliver('0.1'), { by, onRevision: 1 }).summary.revision).toBe(2);
  });

  test('of which one part cannot be written is not made at all', async () => {
    let amount = '0';
    const ports = testPorts({
      project: (scenario) => {
        const outcomes = plainOutcomes(scenario);
        return outcomes.kind === 'computed'
          ? { ...outcomes, bars: [...outcomes.bars, { year: '2020/21', bar: 'x', label: 'X', kind: 'change', amount }] }
          : outcomes;
      },
    });
    const { store } = await newStore(ports);
    const { id } = store.scenarios.create({ scenario: start, origin: 'MINE' }).summary;
    const before = [store.scenarios.read(id), store.outcomes.ofWorkingCopy(id)];
    amount = '1e5';
    expect(() => store.edits.commitEdit(id, slip, { by })).toThrow(/CHECK/);
    expect([store.scenarios.read(id), store.outcomes.ofWorkingCopy(id)]).toEqual(before);
    expect([store.edits.steps(id), store.history.ofScenario(id)]).toEqual([[], []]);
  });

  test('is kept even where the engine fails on it, and the failure is said', async () => {
    const ports = testPorts({
      project: () => {
        throw new Error('no such bed');
      },
    });
    const { store } = await newStore(ports);
    const { id } = store.scenarios.create({ scenario: start, origin: 'MINE' }).summary;
    const result = store.edits.commitEdit(id, slip, { by });
    expect(result.outcomes).toMatchObject({ kind: 'notComputed', reason: 'The computation failed: no such bed' });
    expect(store.scenarios.list().scenarios[0]).toMatchObject({ revision: 1, headline: undefined });
  });

  test('renames the scenario in the library', async () => {
    const { store, id } = await withScenario();
    store.edits.commitEdit(id, { kind: 'setField', path: 'name', to: 'Plan for Ärzte' }, { by });
    expect(store.scenarios.list({ search: 'arzte' }).scenarios).toMatchObject([{ id, name: 'Plan for Ärzte' }]);
  });
});

describe('undo and redo', () => {
  test('take one step of the user at a time, by name, and survive a restart', async () => {
    const { store, folder, id } = await withScenario();
    store.edits.commitEdit(id, slip, { by });
    const paste = {
      kind: 'several' as const,
      label: 'Paste of 2 cells',
      edits: [deliver('0.1'), { ...deliver('0.2'), path: 'savings.S2.delivery' }],
    };
    const pasted = store.edits.commitEdit(id, paste, { by });
    store.close();

    const { store: again } = await opened(folder);
    expect(again.scenarios.read(id)).toMatchObject({ undo: 'Paste of 2 cells', redo: undefined });
    expect(again.edits.undo(id, { by })).toMatchObject({
      label: 'Paste of 2 cells',
      undo: 'Slip of C1 by 6 months',
      redo: 'Paste of 2 cells',
    });
    const bare = again.edits.undo(id, { by });
    expect(canonicalJson(bare.scenario)).toBe(canonicalJson(start));
    expect(bare).toMatchObject({ undo: undefined, redo: 'Slip of C1 by 6 months' });
    again.close();

    const { store: third } = await opened(folder);
    third.edits.redo(id, { by });
    expect(canonicalJson(third.edits.redo(id, { by }).scenario)).toBe(canonicalJson(pasted.scenario));
    expect(third.outcomes.ofWorkingCopy(id)).toEqual(pasted.outcomes);
  });

  test('end where there is no step, with a message', async () => {
    const { store, id } = await withScenario();
    expect(() => store.edits.undo(id, { by })).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }));
    store.edits.commitEdit(id, slip, { by });
    expect(() => store.edits.redo(id, { by })).toThrow(expect.objectContaining({ code: 'nothing-to-redo' }));
  });

  test('a new edit takes the place of what was undone, and the history keeps all of it', async () => {
    const { store, id } = await withScenario();
    store.edits.commitEdit(id, deliver('0.1'), { by });
    store.edits.commitEdit(id, deliver('0.2'), { by });
    store.edits.undo(id, { by });
    expect(store.edits.steps(id).map(({ label, isUndone }) => [label, isUndone])).toEqual([
      ['Delivery of S1 to 20%', true],
      ['Delivery of S1 to 10%', false],
    ]);
    store.edits.commitEdit(id, deliver('0.3'), { by });
    expect(store.edits.steps(id).map(({ label }) => label)).toEqual(['Delivery of S1 to 30%', 'Delivery of S1 to 10%']);
    const told = store.history.ofPath(id, 'savings.S1.delivery').map(({ action, after }) => [action, (after as { value: string }).value]);
    expect(told).toEqual([
      ['edit', '0.3'],
      ['undo', '0.1'],
      ['edit', '0.2'],
      ['edit', '0.1'],
    ]);
  });

  test('any run of edits, undone in the store, restores the bytes; redone, restores the result', async () => {
    const { store } = await newStore();
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { id } = store.scenarios.create({ scenario: start, origin: 'MINE' }).summary;
        const texts = [canonicalJson(start)];
        for (let step = 0; step < 6; step += 1) {
          const current = store.scenarios.read(id);
          try {
            const result = store.edits.commitEdit(id, new EditDraw(draw, current.scenario).edit(), { by });
            if (result.label !== undefined) texts.push(canonicalJson(result.scenario));
          } catch (error) {
            if (!(error instanceof EditError)) throw error;
          }
        }
        for (const text of texts.toReversed().slice(1)) expect(canonicalJson(store.edits.undo(id, { by }).scenario)).toBe(text);
        for (const text of texts.slice(1)) expect(canonicalJson(store.edits.redo(id, { by }).scenario)).toBe(text);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

test('an edit of a scenario in the bin is refused', async () => {
  const { store, id } = await withScenario();
  store.scenarios.moveToBin(id);
  expect(() => store.edits.commitEdit(id, slip, { by })).toThrow(expect.objectContaining({ code: 'in-bin' }));
});

test('the fast hash of the store is the one of the scenario', () => {
  expect(sha256(canonicalJson(start))).toBe(hashOf(start));
});
