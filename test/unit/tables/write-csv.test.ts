import { describe, expect, test } from 'vitest';
import { itemsCsv } from '../../../shared/tables/item-table.ts';
import { asMeant, csvText, figureText } from '../../../shared/tables/write-csv.ts';
import { smallScenario } from '../../support/small-scenario.ts';

test('a table begins with a byte order mark, quotes its texts, and writes figures with every digit', () => {
  const text = csvText({
    headings: ['Name', 'Amount (£)'],
    rows: [
      [{ text: 'Say "no", please' }, { figure: '-1234567.891' }],
      [{ text: '' }, { figure: '0' }],
    ],
  });
  expect(text).toBe('\ufeff"Name","Amount (£)"\r\n"Say ""no"", please",-1234567.891\r\n,0\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-5 per cent', "'-5 per cent"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' \t=1', "'  =1"],
  ['a\nb', 'a b'],
  ['plain', 'plain'],
])('a text that a spreadsheet would take for a formula is harmless: %j', (text, cell) => {
  expect(csvText({ headings: ['A'], rows: [[{ text }]] })).toBe(`\ufeff"A"\r\n"${cell}"\r\n`);
  expect(asMeant(cell)).toBe(cell.startsWith("'") ? cell.slice(1) : cell);
});

test.each([
  ["'tis", "'tis"],
  ["'=1", '=1'],
  ["''=1", "''=1"],
  ["'", "'"],
  ['', ''],
])('what was made harmless is read as meant: %j', (cell, text) => {
  expect(asMeant(cell)).toBe(text);
});

test.each([
  ['1.234', '1.2340'],
  ['-12.345', '-12.3450'],
  ['0.123', '0.123'],
  ['1234.567', '1234.567'],
  ['1.23', '1.23'],
])('a figure has one reading: %s', (figure, text) => {
  expect(figureText(figure)).toBe(text);
});

describe('tables of the scenario', () => {
  const scenario = smallScenario((written) => {
    written.savings[0] = {
      ...written.savings[0],
      delivery: { value: '0.8', source: 'Own record', range: { low: '0.7', likely: '0.8', high: '0.9' } },
    } as never;
  });
  const rowsOf = (csv: string): string[] => csv.slice(1).split('\r\n');

  test('hold what is known about an input beside it, and only the years that are used', () => {
    const [headings = '', first = ''] = rowsOf(itemsCsv(scenario, 'savings'));
    expect(headings).toContain(
      '"Delivery (fraction)","Delivery: source","Delivery: low (fraction)","Delivery: likely (fraction)","Delivery: high (fraction)","Rating"',
    );
    expect(headings).toContain('"Implementation cost 2018/19 (£)"');
    expect(headings).not.toContain('Implementation cost 2019/20');
    expect(first).toContain('0.8,"Own record",0.7,0.8,0.9,');
    expect(first).toContain('"Linear",2000000,"Apr 2018",24');
  });

  test('hold every line, its organisation by id', () => {
    const rows = rowsOf(itemsCsv(scenario, 'lines'));
    expect(rows[1]).toBe('"L1","CCG","Allocation","Income","Allocation","Other",200000000,,,,"allocation",');
  });

  test('of a scenario without any have their headings alone', () => {
    const [headings, rest] = rowsOf(itemsCsv({ ...scenario, savings: [] }, 'savings'));
    expect(headings).toContain('"Scheme"');
    expect(rest).toBe('');
  });
});
