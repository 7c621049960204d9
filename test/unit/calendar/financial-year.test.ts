import { describe, expect, test } from 'vitest';
import { labelOfStart, monthIndex, monthLabel, startOf, yearAfter, yearsBetween } from '../../../shared/calendar/financial-year.ts';

/* model-spec §1.4: years as 2020/21, months as an index with 0 = April of the base year. */

describe('labels', () => {
  test.each([
    { label: '2020/21', start: 2020 },
    { label: '2017/18', start: 2017 },
    { label: '1999/00', start: 1999 },
    { label: '2009/10', start: 2009 },
    { label: '2099/00', start: 2099 },
  ])('$label starts in $start, and back', ({ label, start }) => {
    expect(startOf(label)).toBe(start);
    expect(labelOfStart(start)).toBe(label);
  });

  test.each([
    '2020/22',
    '2020/20',
    '1999/100',
    '1999/2000',
    '2020-21',
    '2020/1',
    '20/21',
    ' 2020/21',
    '2020/21 ',
    '2020/21\n',
    '',
    '2020',
    '٢٠٢٠/٢١',
  ])('"%s" is none', (text) => {
    expect(startOf(text)).toBeUndefined();
  });

  test('follow each other over the century', () => {
    expect(yearAfter('2017/18', 3)).toBe('2020/21');
    expect(yearAfter('1998/99', 1)).toBe('1999/00');
    expect(yearAfter('1999/00', 1)).toBe('2000/01');
    expect(yearAfter('2020/21', -1)).toBe('2019/20');
    expect(yearAfter('2020/21', 0)).toBe('2020/21');
    expect(() => yearAfter('2020/22', 1)).toThrow('Write it as 2020/21');
  });

  test('lie so many years apart', () => {
    expect(yearsBetween('2017/18', '2020/21')).toBe(3);
    expect(yearsBetween('2020/21', '2017/18')).toBe(-3);
    expect(yearsBetween('1999/00', '2000/01')).toBe(1);
    expect(yearsBetween('2017/18', '2017/18')).toBe(0);
    expect(yearsBetween('2017', '2020/21')).toBeUndefined();
    expect(yearsBetween('2017/18', '2020/22')).toBeUndefined();
  });
});

describe('months', () => {
  test.each([
    { month: 0, label: 'Apr 2017' },
    { month: 8, label: 'Dec 2017' },
    { month: 9, label: 'Jan 2018' },
    { month: 11, label: 'Mar 2018' },
    { month: 12, label: 'Apr 2018' },
    { month: 42, label: 'Oct 2020' },
    { month: -1, label: 'Mar 2017' },
    { month: -4, label: 'Dec 2016' },
    { month: -13, label: 'Mar 2016' },
  ])('$month from April 2017 is $label, and back', ({ month, label }) => {
    expect(monthLabel('2017/18', month)).toBe(label);
    expect(monthIndex('2017/18', label)).toBe(month);
  });

  test('are read in full words and any case', () => {
    expect(monthIndex('2017/18', 'October 2020')).toBe(42);
    expect(monthIndex('2017/18', ' oct 2020 ')).toBe(42);
  });

  test('that are none give no index', () => {
    expect(monthIndex('2017/18', 'Foo 2020')).toBeUndefined();
    expect(monthIndex('2017/18', 'Oct 20')).toBeUndefined();
    expect(monthIndex('2017/18', '42')).toBeUndefined();
    expect(monthIndex('2017', 'Oct 2020')).toBeUndefined();
  });

  test('count on without a base year', () => {
    expect(monthLabel('soon', 5)).toBe('month 5');
  });
});
