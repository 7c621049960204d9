import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { driftBetween } from '../../electron/store/drift.ts';
import { SYSTEM, type Store, type StorePorts, type StoredOutcomes } from '../../electron/store/types.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { hashOf } from '../../shared/scenario/fingerprint.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { newStore, opened } from '../support/store-folder.ts';
import { plainOutcomes, testPorts } from '../support/store-ports.ts';

const start = smallScenario();
const by = { name: 'A. Writer', role: 'Director of finance' };
const edit = { kind: 'setInputField', path: 'savings.S1.delivery', field: 'value', to: '0.5' } as const;

/** An engine of which a test can change the version and add to the figures. */
function engine(): { ports: StorePorts; now: (version: string, extra?: string) => void } {
  let [version, extra] = ['1.0', '0'];
  const project = (scenario: typeof start): StoredOutcomes => {
    const outcomes = plainOutcomes(scenario, version);
    if (outcomes.kind !== 'computed' || extra === '0') return outcomes;
    return { ...outcomes, figures: outcomes.figures.map((figure, index) => (index === 0 ? { ...figure, amount: extra } : figure)) };
  };
  return {
    ports: testPorts({ project }),
    now: (next, amount = '0') => {
      [version, extra] = [next, amount];
    },
  };
}

async function withScenario(ports = testPorts() as StorePorts): Promise<{ store: Store; folder: string; id: string }> {
  const { store, folder } = await newStore(ports);
  return { store, folder, id: store.scenarios.create({ scenario: start, origin: 'MINE' }).summary.id };
}

function tamper(store: Store, sql: string): void {
  store.close();
  const database = new Database(store.path);
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
}

describe('a saved version', () => {
  test('is numbered, sealed, and keeps content and outcomes while the working copy goes on', async () => {
    const { store, id } = await withScenario();
    const first = store.versions.save(id, { by, label: 'Before the board' });
    store.edits.commitEdit(id, edit, { by });
    const second = store.versions.save(id, { by, label: 'After' });
    expect(store.versions.list(id)).toEqual([second, first]);
    expect(first).toMatchObject({
      number: 1,
      label: 'Before the board',
      status: 'DRAFT',
      by,
      contentHash: hashOf(start),
      engineVersion: 'plain 1',
    });
    const read = store.versions.read(first.id);
    expect(canonicalJson(read.scenario)).toBe(canonicalJson(start));
    expect(read).toMatchObject({ sealHolds: true, outcomes: plainOutcomes(start) });
    expect(store.versions.readNumber(id, 2).summary).toEqual(second);
    expect(() => store.versions.readNumber(id, 3)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  test.each([
    [
      'its figures',
      "UPDATE outcome_figures SET amount = '1' WHERE set_id = (SELECT id FROM outcome_sets WHERE version_id IS NOT NULL) AND organisation = '*'",
    ],
    ['who sealed it', "UPDATE versions SET by_name = 'Somebody else'"],
    ['when', "UPDATE versions SET made_at = '2018-01-01T00:00:00.000Z'"],
    ['its status', "UPDATE versions SET status = 'APPROVED'"],
    ['the engine', "UPDATE outcome_sets SET engine_version = '2' WHERE version_id IS NOT NULL"],
  ])('has a seal that breaks where somebody changes %s', async (_, sql) => {
    const { store, folder, id } = await withScenario();
    const { id: version } = store.versions.save(id, { by, label: 'First' });
    tamper(store, sql);
    const { store: again } = await opened(folder);
    expect(again.versions.read(version).sealHolds).toBe(false);
  });

  test('of which the content was changed is not opened, and the scenario goes on', async () => {
    const { store, folder, id } = await withScenario();
    const { id: version } = store.versions.save(id, { by, label: 'First' });
    tamper(store, `UPDATE versions SET content = replace(content, '120000000', '120000001')`);
    const { store: again } = await opened(folder);
    expect(() => again.versions.read(version)).toThrow(
      expect.objectContaining({ code: 'scenario-damaged', message: expect.stringContaining('"First"') as string }),
    );
    expect(again.scenarios.open(id).sealHolds).toBeUndefined();
  });
});

describe('a status', () => {
  test('goes from draft to assured to approved, with name, role and moment, and seals a version each time', async () => {
    const { store, id } = await withScenario();
    expect(() => store.scenarios.giveStatus(id, { status: 'APPROVED', by })).toThrow(/Draft, from which it can become Assured/);
    const assured = store.scenarios.giveStatus(id, { status: 'ASSURED', by });
    expect(assured.summary).toMatchObject({
      status: 'ASSURED',
      statusGiven: { by, at: assured.version?.at },
      basedOn: assured.version?.id,
    });
    const approver = { name: 'C. Hair', role: 'Chair' };
    const approved = store.scenarios.giveStatus(id, { status: 'APPROVED', by: approver });
    expect(approved.summary).toMatchObject({ status: 'APPROVED', statusGiven: { by: approver } });
    expect(store.versions.list(id).map(({ status, label }) => [status, label])).toEqual([
      ['APPROVED', 'Approved'],
      ['ASSURED', 'Assured'],
    ]);
    expect(store.scenarios.open(id)).toMatchObject({ sealHolds: true, drift: undefined });
    expect(store.scenarios.giveStatus(id, { status: 'DRAFT', by }).summary).toMatchObject({ status: 'DRAFT', statusGiven: undefined });
  });

  test('belongs to the content: an edit makes a draft and leaves the sealed version, undoing it gives the status back', async () => {
    const { store, id } = await withScenario();
    store.scenarios.giveStatus(id, { status: 'ASSURED', by });
    const { version } = store.scenarios.giveStatus(id, { status: 'APPROVED', by });
    const edited = store.edits.commitEdit(id, edit, { by });
    expect(edited).toMatchObject({ isNewDraft: true, summary: { status: 'DRAFT', basedOn: version?.id, statusGiven: undefined } });
    expect(store.edits.commitEdit(id, { ...edit, to: '0.4' }, { by }).isNewDraft).toBe(false);
    expect(store.versions.read(version?.id ?? '')).toMatchObject({ sealHolds: true, summary: { status: 'APPROVED' } });
    store.edits.undo(id, { by });
    expect(store.edits.undo(id, { by }).summary).toMatchObject({ status: 'APPROVED', statusGiven: { by } });
  });
});

describe('opening recomputes', () => {
  test('and says which figures of an approved scenario drifted, each time, without rewriting them', async () => {
    const { ports, now } = engine();
    const { store, id } = await withScenario(ports);
    store.scenarios.giveStatus(id, { status: 'ASSURED', by });
    store.scenarios.giveStatus(id, { status: 'APPROVED', by });
    now('2.0', '-7');
    for (let time = 0; time < 2; time += 1) {
      expect(store.scenarios.open(id).drift).toEqual({
        storedBy: '1.0',
        recomputedBy: '2.0',
        reason: undefined,
        figures: [{ organisation: SYSTEM, year: '2018/19', measure: 'reported', stored: expect.any(String) as string, recomputed: '-7' }],
      });
    }
    expect(store.versions.driftOf(store.versions.list(id)[0]?.id ?? '')?.figures).toHaveLength(1);
    expect(store.scenarios.open(id).sealHolds).toBe(true);
  });

  test('and says once for a draft what changed, whose figures in the library are then those of today', async () => {
    const { ports, now } = engine();
    const { store, id } = await withScenario(ports);
    now('2.0', '-7');
    const first = store.scenarios.open(id);
    expect(first.drift?.figures).toHaveLength(1);
    expect(store.outcomes.ofWorkingCopy(id)).toEqual(first.outcomes);
    expect(store.scenarios.open(id).drift).toBeUndefined();
  });

  test('and says nothing where only the version of the engine is another', async () => {
    const { ports, now } = engine();
    const { store, id } = await withScenario(ports);
    now('1.1');
    expect(store.scenarios.open(id).drift).toBeUndefined();
    expect(store.outcomes.ofWorkingCopy(id).engineVersion).toBe('1.1');
  });

  test('a working copy of which a byte was changed is refused by name, and others open', async () => {
    const { store, folder, id } = await withScenario();
    const other = store.scenarios.create({ scenario: { ...start, name: 'Other' }, origin: 'MINE' }).summary.id;
    tamper(store, `UPDATE working_copies SET content = replace(content, '120000000', '120000001') WHERE scenario_id = '${id}'`);
    const { store: again } = await opened(folder);
    expect(() => again.scenarios.open(id)).toThrow(
      expect.objectContaining({ code: 'scenario-damaged', message: expect.stringContaining('backup') as string }),
    );
    expect(again.scenarios.open(other).scenario.name).toBe('Other');
  });

  test('an edit log of which a step was changed is not undone to something else', async () => {
    const { store, folder, id } = await withScenario();
    store.edits.commitEdit(id, edit, { by });
    tamper(store, `UPDATE edit_log SET inverse = replace(inverse, '0.8', '0.9')`);
    const { store: again } = await opened(folder);
    expect(() => again.edits.undo(id, { by })).toThrow(expect.objectContaining({ code: 'edit-log-damaged' }));
    expect(again.scenarios.read(id).summary.revision).toBe(1);
  });
});

describe('drift', () => {
  const stored = plainOutcomes(start);
  const none: StoredOutcomes = { kind: 'notComputed', engineVersion: '2.0', reason: 'no year follows the base year' };

  test('is told of figures and bars on either side only', () => {
    if (stored.kind !== 'computed') throw new Error('The plain outcomes are computed.');
    const fewer = { ...stored, figures: stored.figures.slice(1), bars: stored.bars.slice(1) };
    expect(driftBetween(stored, fewer)?.figures).toMatchObject([
      { measure: 'reported', recomputed: undefined },
      { measure: 'bridge: reported', recomputed: undefined },
    ]);
    expect(driftBetween(fewer, stored)?.figures).toMatchObject([{ stored: undefined }, { stored: undefined }]);
    expect(driftBetween(stored, { ...stored, figures: stored.figures.toReversed() })).toBeUndefined();
  });

  test('is told where one of the two could not be computed', () => {
    expect(driftBetween(stored, none)?.reason).toBe('It cannot be computed now: no year follows the base year');
    expect(driftBetween(none, stored)?.reason).toBe('It could not be computed before.');
    expect(driftBetween(none, { ...none, reason: 'another' })).toBeUndefined();
  });
});
