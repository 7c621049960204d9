import { expect, test } from 'vitest';
import {
  cellsOf,
  earlierYear,
  faultsIn,
  keyOf,
  recordEdit,
  recordYearsOf,
  sourceOf,
  typedFrom,
  type TypedRecord,
} from '../../../renderer/state/own-record-form.ts';
import { isTable, pasteIntoRecord } from '../../../renderer/state/own-record-pasting.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { ownRecordOf } from '../../../shared/scenario/own-record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const scenario = shippedScenario('worked-example-b');
const [first = '', second = ''] = scenario.organisations.map(({ id }) => id);
const years = ['2014/15', '2015/16', '2016/17'];
const planned = (organisation: string, year = '2016/17') => keyOf({ organisation, field: 'plannedByYear', year });
const achieved = (organisation: string, year = '2016/17') => keyOf({ organisation, field: 'achievedByYear', year });

function kept(before: Scenario, typed: TypedRecord, source = ''): Scenario {
  const edit = recordEdit(before, { typed, unit: '£m', years, source });
  return edit === undefined ? before : applyEdit(before, edit).scenario;
}

test('the table begins with the three years before the base year, and reaches back to 2010/11', () => {
  expect(recordYearsOf(scenario)).toEqual(years);
  expect(earlierYear(years)).toBe('2013/14');
  expect(earlierYear(['2010/11'])).toBeUndefined();
});

test('what is typed becomes one edit, with its source, and stands in the table again', () => {
  const typed = { [planned(first)]: '12.5', [achieved(first)]: '10', [planned(second)]: '£4,000,000', [achieved(second)]: '3' };
  const after = kept(scenario, typed, 'Annual reports');
  expect(ownRecordOf(after).byOrganisation.get(first)?.share.toString()).toBe('0.8');
  expect(after.ownRecord?.[0]?.plannedByYear['2016/17']).toMatchObject({ value: '12500000', source: 'Annual reports' });
  expect(typedFrom(after, '£m')).toEqual({ ...typed, [planned(second)]: '4' });
  expect(sourceOf(after)).toBe('Annual reports');
  expect(recordEdit(after, { typed: typedFrom(after, '£m'), unit: '£m', years, source: 'Annual reports' })).toBeUndefined();
});

test('what changes keeps what is known of it, what is emptied is cleared, and an empty row is taken out', () => {
  const before = kept(scenario, { [planned(first)]: '10', [achieved(first)]: '8', [planned(second)]: '5' }, 'Accounts');
  const after = kept(before, { [planned(first)]: '11', [achieved(first)]: ' ' });
  expect(after.ownRecord).toMatchObject([{ organisation: first, plannedByYear: { '2016/17': { value: '11000000', source: 'Accounts' } } }]);
  expect(after.ownRecord?.[0]?.achievedByYear).toEqual({});
});

test('a cell that cannot be kept says why, and then nothing is kept', () => {
  const typed = { [planned(first)]: '12', [achieved(first)]: '-3', [planned(second)]: '4%', [achieved(second)]: '8 to 11' };
  const faults = faultsIn(typed, '£m');
  expect([...faults.keys()]).toEqual([achieved(first), planned(second), achieved(second)]);
  expect(faults.get(achieved(first))).toMatch(/Allowed: nil or more/);
  expect(recordEdit(scenario, { typed, unit: '£m', years, source: '' })).toBeUndefined();
});

test('a pasted block fills from its cell rightwards and down', () => {
  const at = { organisation: first, field: 'plannedByYear', year: '2015/16' } as const;
  const pasted = pasteIntoRecord(scenario, { text: '12\t10\n5\t4\n', unit: '£m', at, years });
  expect(pasted).toMatchObject({
    typed: {
      [planned(first, '2015/16')]: '12',
      [achieved(first, '2015/16')]: '10',
      [planned(second, '2015/16')]: '5',
      [achieved(second, '2015/16')]: '4',
    },
  });
  expect(isTable('12')).toBe(false);
  expect(isTable('12\t10')).toBe(true);
});

test('a block that is larger than the room for it pastes nothing', () => {
  const at = { organisation: scenario.organisations.at(-1)?.id ?? '', field: 'plannedByYear', year: '2014/15' } as const;
  expect(pasteIntoRecord(scenario, { text: '1\n2', unit: '£m', at, years })).toMatchObject({
    refused: expect.stringContaining('room for 1 × 9') as string,
  });
  const wide = Array.from({ length: cellsOf(first, years).length + 1 }, String).join('\t');
  expect(pasteIntoRecord(scenario, { text: wide, unit: '£m', at, years })).toHaveProperty('refused');
});

test('pasted lines go where they say, another year too; one that cannot be read stops the paste', () => {
  const at = { organisation: second, field: 'achievedByYear', year: '2014/15' } as const;
  const name = scenario.organisations[0]?.name ?? '';
  const lines = `Organisation\tYear\tPlanned\tAchieved\n${name}\t2013-14\t10\t9`;
  const other = { organisation: first, field: 'achievedByYear', year: '2013/14' } as const;
  expect(pasteIntoRecord(scenario, { text: lines, unit: '£m', at, years })).toMatchObject({ typed: { [keyOf(other)]: '9' } });
  const refused = pasteIntoRecord(scenario, { text: `${lines}\nNobody\t2013/14\t1\t1`, unit: '£m', at, years });
  expect(refused).toMatchObject({ refused: expect.stringContaining('Line 3: Read "Nobody"') as string });
});
