import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/scenario/canonical.ts';
import { EditError } from '../../../shared/scenario/draft.ts';
import { editSchema, type Edit } from '../../../shared/scenario/edit-kinds.ts';
import { applyEdit, dependentsOf, freshId } from '../../../shared/scenario/edits.ts';
import { inputAt } from '../../../shared/scenario/inputs-of.ts';
import { item, smallScenario } from '../../support/small-scenario.ts';

const start = smallScenario();
const S1 = 'savings.S1';

function refusedBecause(edit: Edit): EditError {
  const before = canonicalJson(start);
  try {
    applyEdit(start, edit);
  } catch (error) {
    expect(canonicalJson(start)).toBe(before);
    if (error instanceof EditError) return error;
  }
  throw new Error('The edit was not refused.');
}

describe('an input', () => {
  test('is set by value alone and keeps what is known about it', () => {
    const sourced = applyEdit(start, {
      kind: 'setInput',
      path: `${S1}.delivery`,
      input: { value: '0.60', source: 'Audit', note: 'Own record' },
    });
    const { scenario } = applyEdit(sourced.scenario, { kind: 'setInputField', path: `${S1}.delivery`, field: 'value', to: '0.750' });
    expect(inputAt(scenario, `${S1}.delivery`)).toEqual({ value: '0.75', unit: 'share', source: 'Audit', note: 'Own record' });
  });

  test('comes into being with its unit where it was blank, parents included', () => {
    const { scenario, inverse } = applyEdit(start, {
      kind: 'setInputField',
      path: 'capital.C1.optimismBias.upperBound',
      field: 'value',
      to: '0.24',
    });
    expect(item(scenario.capital, 'C1').optimismBias).toMatchObject({ upperBound: { value: '0.24', unit: 'share' } });
    const { optimismBias: _, ...without } = item(start.capital, 'C1');
    const bare = { ...start, capital: [without] };
    const made = applyEdit(bare, { kind: 'setInput', path: 'capital.C1.optimismBias.upperBound', input: '0.24' });
    expect(canonicalJson(applyEdit(made.scenario, made.inverse).scenario)).toBe(canonicalJson(bare));
    expect(canonicalJson(applyEdit(scenario, inverse).scenario)).toBe(canonicalJson(start));
  });

  test('loses one field by null, and goes blank by clearing', () => {
    const noted = applyEdit(start, { kind: 'setInput', path: `${S1}.delivery`, input: { value: '0.6', note: 'Own record' } }).scenario;
    const bare = applyEdit(noted, { kind: 'setInputField', path: `${S1}.delivery`, field: 'note', to: null }).scenario;
    expect(inputAt(bare, `${S1}.delivery`)).toEqual({ value: '0.6', unit: 'share' });
    expect(inputAt(applyEdit(bare, { kind: 'clear', path: `${S1}.delivery` }).scenario, `${S1}.delivery`)).toBeUndefined();
  });

  test('by year is found by its label, and one of a list by its number', () => {
    const byYear = applyEdit(start, { kind: 'setInputField', path: 'series.pay.rateByYear.2019/20', field: 'value', to: '0.028' }).scenario;
    expect(inputAt(byYear, 'series.pay.rateByYear.2019/20')?.value).toBe('0.028');
    const lagged = applyEdit(start, { kind: 'setField', path: 'prevention.P1.lagProfile', to: ['0', '0.4', '0.8'] }).scenario;
    const changed = applyEdit(lagged, { kind: 'setInputField', path: 'prevention.P1.lagProfile.1', field: 'value', to: '0.5' }).scenario;
    expect(item(changed.prevention, 'P1').lagProfile?.map(({ value }) => value)).toEqual(['0', '0.5', '0.8']);
  });
});

describe('an edit that does not fit is refused, says where and what is allowed, and changes nothing', () => {
  test.each<[Edit, EditError['code'], RegExp]>([
    [
      { kind: 'setInput', path: `${S1}.delivery`, input: 'eighty' },
      'does-not-fit',
      /^Delivery of S1: read "eighty"; allowed: .*share.*Nothing was changed\.$/,
    ],
    [
      { kind: 'setInput', path: `${S1}.delivery`, input: { value: '1', unit: '£' } },
      'does-not-fit',
      /^Delivery of S1: read "£"; allowed: "share"/,
    ],
    [{ kind: 'setField', path: `${S1}.delivery`, to: true }, 'does-not-fit', /^Delivery of S1: read true/],
    [
      { kind: 'setField', path: `${S1}.mechanism`, to: 'MAGIC' },
      'does-not-fit',
      /^Mechanism of S1: read "MAGIC"; allowed: "CASH_EXTERNAL"/,
    ],
    [{ kind: 'clear', path: `${S1}.name` }, 'does-not-fit', /^Name of S1: read nothing/],
    [{ kind: 'clear', path: 'baseYear' }, 'does-not-fit', /^Base year of the scenario: read nothing/],
    [{ kind: 'setField', path: `${S1}.delivry`, to: 'x' }, 'does-not-fit', /key that is not known/],
    [{ kind: 'setField', path: 'saving', to: [] }, 'no-such-place', /no "saving"/],
    [{ kind: 'setInput', path: 'savings.S99.delivery', input: '1' }, 'no-such-item', /"S99"/],
    [{ kind: 'setInput', path: 'savings.#99.delivery', input: '1' }, 'no-such-item', /"#99"/],
    [{ kind: 'setField', path: `${S1}.name.first`, to: 'x' }, 'no-such-place', /holds no parts/],
    [{ kind: 'setField', path: `${S1}.__proto__.name`, to: 'x' }, 'no-such-place', /__proto__/],
    [{ kind: 'setInputField', path: `${S1}.profile`, field: 'note', to: 'x' }, 'no-such-place', /is no input/],
    [{ kind: 'clear', path: S1 }, 'no-such-place', /removed, not cleared/],
    [{ kind: 'removeItem', list: 'savings', key: 'S99' }, 'no-such-item', /"S99"/],
    [{ kind: 'removeItem', list: 'footprint', key: 'id' }, 'no-such-place', /is no list/],
    [{ kind: 'addItem', list: 'savings', position: 0, item: { id: 'S99', name: 'Half a scheme' } }, 'does-not-fit', /S99: read nothing/],
    [{ kind: 'addItem', list: 'savings', position: 99, item: {} }, 'no-such-position', /position 99/],
    [{ kind: 'moveItem', list: 'savings', key: 'S1', position: 99 }, 'no-such-position', /position 99/],
    [{ kind: 'duplicateItem', list: 'capital.C1.enables', key: 'SH1' }, 'no-such-item', /reference/],
  ])('%j', (edit, code, text) => {
    const error = refusedBecause(edit);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(text);
  });

  test('as a whole, where it is one of several', () => {
    const edit: Edit = {
      kind: 'several',
      label: 'Paste of 2 cells',
      edits: [
        { kind: 'setInputField', path: `${S1}.delivery`, field: 'value', to: '0.5' },
        { kind: 'setInputField', path: 'savings.S2.delivery', field: 'value', to: '1,5' },
      ],
    };
    expect(refusedBecause(edit).message).toMatch(/^Delivery of S2: read "1,5"/);
  });

  test('a fraction as a number is refused before it can lose a digit', () => {
    expect(editSchema.safeParse({ kind: 'setField', path: `${S1}.delivery`, to: 0.1 }).success).toBe(false);
  });
});

describe('items of lists', () => {
  const ids = (scenario: typeof start): string[] => scenario.savings.map(({ id }) => id);

  test('are added, copied, moved and removed at their positions', () => {
    const copied = applyEdit(start, { kind: 'duplicateItem', list: 'savings', key: 'S2', id: 'S9', name: 'Agency in the community' });
    expect(ids(copied.scenario)).toEqual(['S1', 'S2', 'S9', 'S3', 'S4', 'S5', 'S6', 'S7']);
    expect(item(copied.scenario.savings, 'S9')).toEqual({ ...item(start.savings, 'S2'), id: 'S9', name: 'Agency in the community' });
    const moved = applyEdit(copied.scenario, { kind: 'moveItem', list: 'savings', key: 'S9', position: 7 });
    expect(ids(moved.scenario).at(-1)).toBe('S9');
    const removed = applyEdit(moved.scenario, { kind: 'removeItem', list: 'savings', key: 'S1' });
    expect(ids(removed.scenario)).toEqual(['S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S9']);
    expect(ids(applyEdit(removed.scenario, removed.inverse).scenario)).toEqual(ids(moved.scenario));
  });

  test('of which two have one id are told apart', () => {
    const twice = applyEdit(start, { kind: 'duplicateItem', list: 'controlTotals', key: 'CCG' }).scenario;
    const { scenario } = applyEdit(twice, {
      kind: 'setInputField',
      path: 'controlTotals.CCG~2.amountByYear.2019/20',
      field: 'value',
      to: '7',
    });
    expect(scenario.controlTotals.map(({ amountByYear }) => amountByYear['2019/20']?.value)).toEqual(['0', '7', '-3000000']);
  });

  test('within an item are edited like any other list', () => {
    const shares = (scenario: typeof start): string[] =>
      item(scenario.capital, 'C1').funding.map(({ source, share }) => `${source} ${share.value}`);
    const edited = applyEdit(start, {
      kind: 'addItem',
      list: 'capital.C1.funding',
      position: 1,
      item: { source: 'LAND_RECEIPT', share: '0.10' },
    });
    expect(shares(edited.scenario)).toEqual(['STP_PDC 0.7', 'LAND_RECEIPT 0.1', 'LOAN 0.3']);
    expect(shares(applyEdit(edited.scenario, { kind: 'removeItem', list: 'capital.C1.funding', key: 'LOAN' }).scenario)).toHaveLength(2);
  });

  test('get ids that are free', () => {
    expect(freshId(start.savings, 'S')).toBe('S8');
    expect(freshId([], 'C')).toBe('C1');
  });
});

test('what an edit does not touch stays the same object, and an edit that changes nothing gives back the scenario itself', () => {
  const { scenario } = applyEdit(start, { kind: 'setInputField', path: `${S1}.delivery`, field: 'value', to: '0.11' });
  expect(scenario.capital).toBe(start.capital);
  expect(item(scenario.savings, 'S2')).toBe(item(start.savings, 'S2'));
  expect(item(scenario.savings, 'S1').profile).toBe(item(start.savings, 'S1').profile);
  expect(applyEdit(start, { kind: 'setField', path: `${S1}.name`, to: item(start.savings, 'S1').name }).scenario).toBe(start);
  expect(applyEdit(start, { kind: 'clear', path: `${S1}.pool` }).scenario.savings[0]?.pool).toBeUndefined();
  expect(applyEdit(start, { kind: 'setInput', path: 'lines.L1.baseAmount', input: '200000000.00' }).scenario).toBe(start);
});

test('another scenario takes the place of the whole, and goes again', () => {
  const other = smallScenario((written) => {
    written.name = 'Another';
    written.savings = [];
    delete written.description;
  });
  const { scenario, inverse } = applyEdit(start, { kind: 'replaceScenario', scenario: other, label: 'Import of plan.footing' });
  expect(canonicalJson(scenario)).toBe(canonicalJson(other));
  expect(canonicalJson(applyEdit(scenario, inverse).scenario)).toBe(canonicalJson(start));
});

describe('what depends on an item', () => {
  test('is everything that names it, in words', () => {
    expect(dependentsOf(start, { list: 'capital', id: 'C1' }).map(({ path }) => path)).toEqual(['savings.S7.capitalDependencies.C1']);
    expect(dependentsOf(start, { list: 'shifts', id: 'SH1' }).map(({ path, kind }) => [path, kind])).toEqual([
      ['capital.C1.enables.SH1', 'enables'],
    ]);
    const ofSeries = dependentsOf(start, { list: 'series', id: 'demographic' });
    expect(ofSeries.map(({ label }) => label)).toEqual(['Acute activity (acuteVolume): growth of several together']);
    expect(dependentsOf(start, { list: 'organisations', id: 'ACUTE' }).length).toBeGreaterThan(10);
  });

  test('is nothing for what nothing can name', () => {
    expect(dependentsOf(start, { list: 'flows', id: 'F1' })).toEqual([]);
    expect(dependentsOf(start, { list: 'pools', id: 'SH1' })).toEqual([]);
  });
});
