import { describe, expect, test } from 'vitest';
import { monthIndex } from '../../../shared/calendar/financial-year.ts';
import { slipByMonths } from '../../../shared/calendar/phasing.ts';
import { D } from '../../../shared/money/decimal.ts';

/* The edges of what is read as a month, and of a slip that moves nothing. */

describe('the text of a month', () => {
  // October 2020 is month 42 of a base year that starts in April 2017: 3 × 12 + 6
  test('may stand far from its year', () => {
    expect(monthIndex('2017/18', 'Oct   2020')).toBe(42);
    expect(monthIndex('2017/18', 'Oct\t2020')).toBe(42);
  });

  test('is the whole text, with nothing before the month or after the year', () => {
    expect(monthIndex('2017/18', 'in Oct 2020')).toBeUndefined();
    expect(monthIndex('2017/18', '1Oct 2020')).toBeUndefined();
    expect(monthIndex('2017/18', 'Oct 20201')).toBeUndefined();
    expect(monthIndex('2017/18', 'Oct 2020/21')).toBeUndefined();
  });
});

test('a slip of none gives a list of its own with the same amounts', () => {
  const amounts = [new D(1), new D(0), new D(3)];
  const slipped = slipByMonths(amounts, 0);
  expect(slipped.map((amount) => amount.toFixed())).toEqual(['1', '0', '3']);
  expect(slipped).not.toBe(amounts);
});
