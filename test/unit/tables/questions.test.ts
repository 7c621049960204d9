import { describe, expect, test } from 'vitest';
import type { TableSettings } from '../../../shared/tables/questions.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { readCsv, seenIn } from '../../support/read-csv.ts';

const scenario = smallScenario();
const seen = (csv: string, said: Partial<TableSettings> = {}) => seenIn(scenario, { kind: 'savings', csv, said });
/** Question and suggestion, as one line each. */
const asked = (csv: string, said: Partial<TableSettings> = {}) =>
  seen(csv, said).questions.map(({ id, suggested }) => `${id}: ${suggested ?? 'asked'}`);

const table = (heading: string, ...cells: readonly string[]): string =>
  ['Scheme\t' + heading, ...cells.map((cell, index) => `S${String(index)}\t${cell}`)].join('\n');

describe('the unit of amounts', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a heading that states it', table('Gross (£000)', '1,500'), []],
    ['a heading that does not', table('Gross', '1,500'), ['unit: asked']],
    ['figures that carry it', table('Gross', '£1.5m', '40k'), []],
    ['a title that states it', `All figures in £000\n${table('Gross', '1,500')}`, ['unit: £000']],
    ['no figure', table('Gross', ''), []],
    ['words in place of figures', table('Gross', 'see note 3'), []],
  ])('%s', (_case, csv, expected) => {
    expect(asked(csv)).toEqual(expected);
  });

  test('the evidence is the largest amount, a total apart, and what it would be in each unit', () => {
    const [question] = seen(`${table('Gross', '1,500', '900')}\nTotal\t2,400`).questions;
    expect(question).toMatchObject({ evidence: 'The largest is 1,500 (row 2).' });
    expect(question?.choices.map(({ label }) => label)).toEqual([
      '£ (the largest is £1,500)',
      '£000 (the largest is £1.5m)',
      '£m (the largest is £1,500m)',
    ]);
  });
});

describe('separators', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['points that may be thousands', ['1.234', '2.345'], ['separators: asked']],
    ['a point that can only be decimal beside them', ['1.234', '2.5'], ['separators: british']],
    ['a comma and a point beside them', ['1.234', '1,234.5'], ['separators: british']],
    ['a point and a comma beside them', ['1.234', '1.234,5'], ['separators: continental']],
    ['figures that contradict each other', ['1.234', '1.234,5', '1,234.5'], ['separators: asked']],
    ['a comma that may have slipped', ['12,5'], ['separators: asked']],
    ['commas for thousands alone', ['1,234', '2,345,678'], []],
    ['four decimals', ['1.2345'], []],
  ])('%s', (_case, cells, expected) => {
    expect(asked(table('Gross (£m)', ...cells))).toEqual(expected);
  });

  test('what was said is how they are read', () => {
    const csv = table('Gross (£m)', '1.234');
    const constants = { organisation: 'ACUTE', category: 'CARTER', mechanism: 'CASH_EXTERNAL' };
    const withStart = `${csv.replace('Gross (£m)', 'Gross (£m)\tStart')}\t12`;
    const read = (separators: 'british' | 'continental') => {
      const { edit } = readCsv(scenario, { kind: 'savings', csv: withStart, said: { separators }, constants });
      return JSON.stringify(edit?.edits[0]);
    };
    expect(read('british')).toContain('"value":"1234000"');
    expect(read('continental')).toContain('"value":"1234000000"');
  });
});

describe('shares', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a heading in per cent', table('Delivery %', '85'), []],
    ['a heading in fractions', table('Delivery (fraction)', '0.85'), []],
    ['figures beyond one', table('Delivery', '85', '0.5'), ['shares: PER_CENT']],
    ['figures up to one', table('Delivery', '0.85', '1'), ['shares: asked']],
    ['figures with their sign', table('Delivery', '85%'), []],
  ])('%s', (_case, csv, expected) => {
    expect(asked(csv)).toEqual(expected);
  });
});

describe('costs that stand as negatives', () => {
  const lines = (...rows: readonly string[]): string => ['Organisation\tLine\tI/E\tAmount (£)', ...rows].join('\n');
  const look = (csv: string) => seenIn(scenario, { kind: 'lines', csv }).questions.map(({ id }) => id);

  test('are asked about where an amount is negative', () => {
    expect(look(lines('CCG\tRent\tExp\t-500'))).toEqual(['costs']);
    expect(look(lines('CCG\tRent\tExp\t(500)'))).toEqual(['costs']);
    expect(look(lines('CCG\tRent\tExp\t500'))).toEqual([]);
  });

  test('are turned round, or left as written, as was said', () => {
    const amounts = (costs: 'NEGATIVE' | 'AS_WRITTEN', csv: string) => {
      const { rows } = readCsv(scenario, { kind: 'lines', csv, said: { costs } });
      return rows.map(({ changes }) => changes.find(({ heading }) => heading === 'Base amount')?.after);
    };
    const csv = lines('CCG\tRent\tExp\t-500', 'CCG\tRefund\tExp\t20', 'CCG\tFees\tInc\t-3');
    expect(amounts('NEGATIVE', csv)).toEqual(['£500', '(£20)', '(£3)']);
    expect(amounts('AS_WRITTEN', csv)).toEqual(['(£500)', '£20', '(£3)']);
  });

  test('tell income from expenditure where nothing else does', () => {
    const csv = ['Organisation\tLine\tAmount (£)', 'CCG\tSundry\t-500', 'CCG\tReceipts\t20'].join('\n');
    const { rows } = readCsv(scenario, { kind: 'lines', csv, said: { costs: 'NEGATIVE' } });
    expect(rows.map(({ notes }) => notes[0])).toEqual(['Expenditure, by its sign.', 'Income, by its sign.']);
    const unsaid = readCsv(scenario, { kind: 'lines', csv, said: { costs: 'AS_WRITTEN' } });
    expect(unsaid.rows.map(({ state }) => state)).toEqual(['rejected', 'rejected']);
  });
});

test('questions are open until somebody answers, or the table does', () => {
  const csv = table('Gross', '1.234', '2.5');
  expect(seen(csv).open.map(({ id }) => id)).toEqual(['unit']);
  expect(seen(csv, { unit: '£m' }).open).toEqual([]);
  expect(seen(csv, { unit: '£m' }).settings).toEqual({ unit: '£m', separators: 'british', shares: null, costs: null });
});
