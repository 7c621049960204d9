import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../shared/tables/delimited.ts';
import { keyOf } from '../../../shared/tables/fields.ts';
import { SYSTEM_FIELDS } from '../../../shared/tables/fields-of-lines.ts';
import { headingsOf, unitIn, yearIn } from '../../../shared/tables/headings.ts';
import { KINDS, type TableKind } from '../../../shared/tables/kinds.ts';

const rowsOf = (text: string) => {
  const read = readDelimited(text, '\t');
  if (read.kind === 'refused') throw new Error(read.text);
  return read.rows;
};

/** The key of what one heading is taken for, beside another that is known. */
function keyOfHeading(heading: string, kind: TableKind): string | null {
  const { guesses } = headingsOf(rowsOf(`Organisation\t${heading}`), { fields: KINDS[kind].fields, baseYear: '2017/18' });
  const guess = guesses[1];
  return guess === undefined || guess === null ? null : keyOf(guess);
}

describe('headings of savings schemes', () => {
  test.each<readonly [string, string | null]>([
    ['Scheme', 'name'],
    ['Scheme name', 'name'],
    ['INITIATIVE', 'name'],
    ['Title', 'name'],
    ['Ref', 'id'],
    ['Theme', 'category'],
    ['Mechanism', 'mechanism'],
    ['RAG rating', 'rating'],
    ['Gross FYE (£000)', 'profile.grossFullYearEffect'],
    ['Full-year effect £m', 'profile.grossFullYearEffect'],
    ["Savings (£'000)", 'profile.grossFullYearEffect'],
    ['Start date', 'profile.startMonth'],
    ['Ramp (months)', 'profile.rampMonths'],
    ['Delivery %', 'delivery'],
    ['Cash-releasing share', 'cashReleasingShare'],
    ['Recurrent', 'recurrentShare'],
    ['Depends on', 'capitalDependencies'],
    ['Implementation cost 2018/19', 'implementationCostByYear.2018/19'],
    ['2018/19 implementation cost (£m)', 'implementationCostByYear.2018/19'],
    ['Implementation cost 2018-19', 'implementationCostByYear.2018/19'],
    ['Implementation cost 18/19', 'implementationCostByYear.2018/19'],
    ['CIP rate 2019/2020', 'profile.rateByYear.2019/20'],
    ['Delivery: source', 'delivery:source'],
    ['Delivery: low (fraction)', 'delivery:low'],
    ['Implementation cost 2018/19: note', 'implementationCostByYear.2018/19:note'],
    ['Scheme: source', null],
    ['Colour of the folder', null],
    ['Implementation cost', null],
    ['', null],
  ])('%s', (heading, key) => {
    expect(keyOfHeading(heading, 'savings')).toBe(key);
  });
});

describe('headings of baseline lines', () => {
  test.each<readonly [string, string | null]>([
    ['Line', 'name'],
    ['I/E', 'kind'],
    ['Income or expenditure', 'kind'],
    ['Inc/Exp', 'kind'],
    ['Cost type', 'category'],
    ['Base amount (£)', 'baseAmount'],
    ['2017/18 (£m)', 'baseAmount'],
    ['2017/18 budget', 'baseAmount'],
    ['Outturn 17/18 £000', 'baseAmount'],
    ['2018/19 budget', null],
    ['Non-recurrent 2018/19', 'nonRecurrentByYear.2018/19'],
    ['Price growth', 'priceSeries'],
  ])('%s', (heading, key) => {
    expect(keyOfHeading(heading, 'lines')).toBe(key);
  });
});

test('every field is known by the heading that it is written under, in every kind of table', () => {
  for (const fields of [...Object.values(KINDS).map((kind) => kind.fields), SYSTEM_FIELDS]) {
    const headings = fields.map(({ label, isByYear }) => (isByYear === true ? `${label} 2018/19` : label));
    const { guesses } = headingsOf(rowsOf(headings.join('\t')), { fields, baseYear: '2017/18' });
    expect(guesses.map((guess) => guess?.field.path)).toEqual(fields.map(({ path }) => path));
  }
});

test('headings are found below a title, taken where they are stated, and none is none', () => {
  const rows = rowsOf('Vale system\nAll in £000\n\nOrganisation\tLine\tAmount\nVale CCG\tPay\t3');
  const known = { fields: KINDS.lines.fields, baseYear: '2017/18' };
  expect(headingsOf(rows, known)).toMatchObject({
    row: 4,
    columns: [{ written: 'Organisation' }, { written: 'Line' }, { written: 'Amount' }],
  });
  expect(headingsOf(rows, { ...known, row: 1 })).toMatchObject({ row: 1, guesses: [null, null, null] });
  expect(headingsOf(rows, { ...known, row: null })).toMatchObject({ row: null, guesses: [null, null, null] });
});

test('of two columns under one heading the first has it', () => {
  const { guesses } = headingsOf(rowsOf('Line\tLine\tName'), { fields: KINDS.lines.fields, baseYear: '2017/18' });
  expect(guesses.map((guess) => (guess === null ? null : keyOf(guess)))).toEqual(['name', null, null]);
});

test.each([
  ['£m', '£m'],
  ['Savings (£ million)', '£m'],
  ['£000', '£000'],
  ["£'000s", '£000'],
  ['£k', '£000'],
  ['All figures in thousands', '£000'],
  ['Cost (£)', '£'],
  ['Delivery %', 'per cent'],
  ['per cent', 'per cent'],
  ['Share (fraction)', 'fraction'],
  ['Months', null],
  ['2018/19', null],
])('the unit in "%s"', (written, unit) => {
  expect(unitIn(written)).toBe(unit);
});

test.each([
  ['2018/19', '2018/19'],
  ['Plan 2018-19', '2018/19'],
  ['18/19', '2018/19'],
  ['2018/2019', '2018/19'],
  ['2018/20', null],
  ['12/18', null],
  ['2018', null],
])('the year in "%s"', (written, year) => {
  expect(yearIn(written)).toBe(year);
});
