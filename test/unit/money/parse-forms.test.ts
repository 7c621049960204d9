import { describe, expect, test } from 'vitest';
import { figures, outcome, read, type CellName } from './parse-support.ts';
import { READABLE_FORMS, type Form } from './readable-forms.ts';

/** Typed, cell, and the readings in their order. Nothing of these is stored until one is picked. */
const TWO_READINGS: readonly Form[] = [
  ['1.234', '£m', '£1.234m or £1,234'],
  ['12.345', '£m', '£12.345m or £12,345'],
  ['-1.234', '£m', '(£1.234m) or (£1,234)'],
  ['1.234', '£000', '£1,234 or £1.234m'],
  ['1.234', '£', '£1.234 or £1,234'],
  ['1.234', 'spells', '1.234 spells a year or 1,234 spells a year'],
  ['£1.234', '£m', '£1.234m or £1,234'],
  ['1,23', '£m', '£1.23m or £123m'],
  ['12,5', '£', '£12.50 or £125'],
  ['1234,5', '£', '£1,234.50 or £12,345'],
  ['1,23m', '£m', '£1.23m or £123m'],
  ['1,23', 'share', '1.23% or 123%'],
  ['£9.8', '£m', '£9.8m or £9.80'],
  ['£1,234', '£m', '£1,234m or £1,234'],
  ['£9,800,000', '£000', '£9,800m or £9.8m'],
  ['£40', '£000', '£40,000 or £40'],
  ['(£4.3)', '£m', '(£4.3m) or (£4.30)'],
  ['0.85', 'share', '0.85% or 85%'],
  ['1', 'share', '1% or 100%'],
  ['0.5 | 0.8 | 1', 'share', 'low 0.5%, likely 0.8%, high 1% or low 50%, likely 80%, high 100%'],
  ['0.021', 'rate', '0.021% or 2.1%'],
  ['-0.02', 'rate', '(0.02%) or (2%)'],
  ['=1/4', 'share', '0.25% or 25%'],
  ['by +5%', 'rate', '2.205% or 7.1%', '0.021'],
  ['by +5', 'share', '84% or 85%', '0.8'],
  ['0.5pp', 'rate', '2.6% or 0.5%', '0.021'],
  ['-5pp', 'share', '75% or (5%)', '0.8'],
  ['8-11', '£m', 'low £8m, likely £9.8m, high £11m or (£3m)', '9800000'],
  ['8m - 11m', '£m', 'low £8m, likely £9.8m, high £11m or (£3m)', '9800000'],
  ['8 to 11m', '£', 'low £8, likely £9.8m, high £11m or low £8m, likely £9.8m, high £11m', '9800000'],
  ['1.234 | 9.8 | 11', '£m', 'low £1.234m, likely £9.8m, high £11m or low £1,234, likely £9.8m, high £11m'],
];

/** Typed, cell, and why it is not read. */
const REFUSED: readonly Form[] = [
  ['', '£m', 'empty'],
  ['   ', '£m', 'empty'],
  ['9'.repeat(201), '£m', 'too-long'],
  ['####', '£m', 'column-too-narrow'],
  ['#', '£m', 'column-too-narrow'],
  ['#N/A', '£m', 'spreadsheet-error'],
  ['#REF!', '£m', 'spreadsheet-error'],
  ['#DIV/0!', '£m', 'spreadsheet-error'],
  ['#NAME?', '£m', 'spreadsheet-error'],
  ['NaN', '£m', 'not-a-number'],
  ['-Infinity', '£m', 'not-a-number'],
  ['1e9999', '£m', 'exponent'],
  ['1.5E+08', '£m', 'exponent'],
  ['1e-5', 'share', 'exponent'],
  ['2018/19', '£m', 'date'],
  ['2018-19', '£m', 'date'],
  ['12/04/2018', '£m', 'date'],
  ['2018-04-12', '£m', 'date'],
  ['1/2', '£m', 'date'],
  ['Apr-18', '£m', 'date'],
  ['Oct 2020', 'months', 'date'],
  ['12 Apr 2018', '£m', 'date'],
  ['5²', '£m', 'unknown-character'],
  ['½', '£m', 'unknown-character'],
  ['~12', '£m', 'unknown-character'],
  ['1_000', '£m', 'unknown-character'],
  ['１２', '£m', 'unknown-character'],
  ['4‰', 'share', 'unknown-character'],
  ['$5m', '£m', 'other-currency'],
  ['5 €', '£m', 'other-currency'],
  ['tbc', '£m', 'not-a-number'],
  ['n/a', '£m', 'not-a-number'],
  ['abc 12', '£m', 'not-a-number'],
  ['by', '£m', 'not-a-number', '9800000'],
  ['8 to', '£m', 'not-a-number', '9800000'],
  ['12 fav', '£m', 'unknown-word'],
  ['12.3*', '£m', 'unknown-word'],
  ['2,000 beds', 'spells', 'unknown-word'],
  ['2,100 a day', '£ a spell', 'unknown-word'],
  ['12 34', '£m', 'two-numbers'],
  ['8, 9', '£m', 'two-numbers'],
  ['12 % 34', '£m', 'two-numbers'],
  ['5,', '£m', 'separators'],
  ['1,23.4', '£m', 'separators'],
  ['1,2,3', '£m', 'separators'],
  ['1.2.3', '£m', 'date'],
  ['1.2.3.4', '£m', 'separators'],
  ['12,34,567', '£m', 'separators'],
  ['1.23,4', '£m', 'separators'],
  ['1.234,5.6', '£m', 'separators'],
  ['-(5)', '£m', 'signs'],
  ['(-5)', '£m', 'signs'],
  ['--5', '£m', 'signs'],
  ['-5-', '£m', 'signs'],
  ['5+', '£m', 'signs'],
  ['(5', '£m', 'brackets'],
  ['5)', '£m', 'brackets'],
  [')5(', '£m', 'brackets'],
  ['((5))', '£m', 'brackets'],
  ['4%', '£m', 'wrong-unit'],
  ['0.5pp', '£m', 'wrong-unit'],
  ['25bps', '£', 'wrong-unit'],
  ['=5%', '£m', 'wrong-unit'],
  ['£4', 'rate', 'wrong-unit'],
  ['4m', 'share', 'wrong-unit'],
  ['£4', 'points', 'wrong-unit'],
  ['0.5%', 'points', 'wrong-unit'],
  ['0.5pp', 'rate', 'wrong-unit'],
  ['12m', 'months', 'wrong-unit'],
  ['3%', 'months', 'wrong-unit'],
  ['£5', 'spells', 'wrong-unit'],
  ['2%', 'spells', 'wrong-unit'],
  ['5pp', 'people', 'wrong-unit'],
  ['£5m%', '£m', 'wrong-unit'],
  ['5km', '£m', 'unknown-word'],
  ['5 k m', '£m', 'wrong-unit'],
  ['*£5', '£m', 'wrong-unit', '9800000'],
  ['by 5pp', '£m', 'wrong-unit', '9800000'],
  ['by £5', 'rate', 'wrong-unit', '0.021'],
  ['12+3.4', '£m', 'formula'],
  ['2*3', '£m', 'formula'],
  ['6/3', '£m', 'date'],
  ['6.5/3', '£m', 'formula'],
  ['=', '£m', 'formula'],
  ['=A1+B2', '£m', 'formula'],
  ['=SUM(1,2)', '£m', 'formula'],
  ['=12+', '£m', 'formula'],
  ['=(12', '£m', 'formula'],
  ['=12)', '£m', 'formula'],
  ['=12 3*4', '£m', 'two-numbers'],
  ['=3m+1', '£m', 'formula'],
  ['=12+5%', '£m', 'formula'],
  ['=80%+5', 'share', 'formula'],
  ['=£2m*£3m', '£m', 'formula'],
  ['=2/£3m', '£m', 'formula'],
  ['=1/0', '£m', 'division-by-nil'],
  ['=1/(2-2)', '£m', 'division-by-nil'],
  ['/0', '£m', 'division-by-nil', '9800000'],
  ['by +5%', '£m', 'nothing-to-change'],
  ['*1.05', '£m', 'nothing-to-change'],
  ['40 | 80 | 75', 'share', 'range-order'],
  ['90 | 80 | 95', 'share', 'range-order'],
  ['11 to 8', '£m', 'range-order', '9800000'],
  ['2 | 11', '£m', 'range-parts'],
  ['1 | 2 | 3 | 4', '£m', 'range-parts'],
  ['8 to 11', '£m', 'range-without-likely'],
  ['8 to 9', '£m', 'range-without-likely', '9800000'],
  ['10 to 12', '£m', 'range-without-likely', '9800000'],
  ['8-11', '£m', 'range-without-likely'],
  ['1.5', 'months', 'not-whole'],
  ['1,23', 'months', 'not-whole'],
  ['1.234', 'people', 'not-whole'],
  ['by 5%', 'months', 'not-whole', '12'],
  ['1 | 2.5 | 3', 'months', 'not-whole'],
  ['9800000', '£m', 'too-large'],
  ['1,000,000,000,001', '£', 'too-large'],
  ['2000', 'share', 'too-large'],
  ['1300', 'months', 'too-large'],
  ['12345678901234567890123456789012345', '£', 'too-many-digits'],
];

const title = (forms: readonly Form[]): { typed: string; cell: CellName; expected: string; current: string | undefined }[] =>
  forms.map(([typed, cell, expected, current]) => ({ typed, cell, expected, current }));

describe('the number grammar', () => {
  test('its table has at least 150 forms, none of them twice', () => {
    const all = [...READABLE_FORMS, ...TWO_READINGS, ...REFUSED].map(([typed, cell, , current]) => `${typed} ${cell} ${current ?? ''}`);
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(title(READABLE_FORMS))('$typed in $cell is stored as $expected', ({ typed, cell, expected, current }) => {
    const result = read(typed, cell, current === undefined ? {} : { current });
    expect(outcome(result)).toBe(expected);
    if (result.kind === 'parsed') expect(figures(result.entry)).toBe(expected);
  });

  test.each(title(TWO_READINGS))('$typed in $cell has two readings', ({ typed, cell, expected, current }) => {
    const result = read(typed, cell, current === undefined ? {} : { current });
    expect(result.kind).toBe('ambiguous');
    expect(outcome(result)).toBe(expected);
  });

  test.each(title(REFUSED))('$typed in $cell is refused', ({ typed, cell, expected, current }) => {
    expect(outcome(read(typed, cell, current === undefined ? {} : { current }))).toBe(`refused: ${expected}`);
  });
});
