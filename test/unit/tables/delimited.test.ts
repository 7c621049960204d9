import { describe, expect, test } from 'vitest';
import { columnName, DELIMITERS, readDelimited, TABLE_LIMITS, type Delimiter } from '../../../shared/tables/delimited.ts';

/** Rows as "number: cells", which is how a fault would name them. */
function rowsOf(text: string, stated: Delimiter | null = null): string[] {
  const read = readDelimited(text, stated);
  if (read.kind === 'refused') throw new Error(read.text);
  return read.rows.map(({ number, cells }) => `${String(number)}: ${cells.join(' · ')}`);
}

describe('what is read', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['tabs, as pasted', 'a\tb\n1\t2', ['1: a · b', '2: 1 · 2']],
    ['commas', 'a,b\n1,2\n', ['1: a · b', '2: 1 · 2']],
    ['semicolons, with decimal commas', 'a;b\n1,5;2,5\n', ['1: a · b', '2: 1,5 · 2,5']],
    ['bars', 'a|b\n1|2', ['1: a · b', '2: 1 · 2']],
    ['tabs around figures with commas', 'a\tb\n1,234\t2,345\n3,456\t4,567', ['1: a · b', '2: 1,234 · 2,345', '3: 3,456 · 4,567']],
    ['one column', 'a\nb', ['1: a', '2: b']],
    ['CRLF', 'a,b\r\n1,2\r\n', ['1: a · b', '2: 1 · 2']],
    ['CR alone, as old machines write it', 'a,b\r1,2\r', ['1: a · b', '2: 1 · 2']],
    ['line ends of every kind', 'a,b\r\n1,2\n3,4\r5,6', ['1: a · b', '2: 1 · 2', '3: 3 · 4', '4: 5 · 6']],
    ['a byte order mark', '\ufeffa,b\n1,2', ['1: a · b', '2: 1 · 2']],
    ['quotes', '"a","b"\n"1","2"', ['1: a · b', '2: 1 · 2']],
    ['a delimiter inside quotes', 'a,b\n"1,5",2', ['1: a · b', '2: 1,5 · 2']],
    ['doubled quotes', 'a,b\n"say ""no""",2', ['1: a · b', '2: say "no" · 2']],
    ['a line break inside quotes, which is one row', 'a,b\n"one\ntwo",2\n3,4', ['1: a · b', '2: one\ntwo · 2', '3: 3 · 4']],
    ['a quote amid a cell, which is an inch', 'a\tb\n5" pipe\t2', ['1: a · b', '2: 5" pipe · 2']],
    ['empty cells', 'a,b,c\n,,3\n1,,', ['1: a · b · c', '2:  ·  · 3', '3: 1 ·  · ']],
    ['an empty quoted cell', 'a,b\n"",2', ['1: a · b', '2:  · 2']],
    ['blank rows, which keep their numbers', '\n\na,b\n , \n1,2\n\n', ['3: a · b', '5: 1 · 2']],
    ['ragged rows, as they are', 'a,b\n1\n1,2,3', ['1: a · b', '2: 1', '3: 1 · 2 · 3']],
    ['a first line that states the delimiter', 'sep=;\na;b\n1,2;3', ['2: a · b', '3: 1,2 · 3']],
    ['nothing', '', []],
  ])('%s', (_form, text, expected) => {
    expect(rowsOf(text)).toEqual(expected);
  });

  test('the delimiter that was found is said, and one that is stated goes before it', () => {
    for (const delimiter of DELIMITERS) {
      const read = readDelimited(['a', 'b'].join(delimiter));
      expect(read.kind === 'read' ? read.delimiter : read.text).toBe(delimiter);
    }
    expect(rowsOf('a,b;c', ',')).toEqual(['1: a · b;c']);
    expect(rowsOf('a,b;c', ';')).toEqual(['1: a,b · c']);
  });
});

describe('what is refused, with its place and the way out', () => {
  const refusal = (text: string): string => {
    const read = readDelimited(text);
    return read.kind === 'refused' ? read.text : 'read';
  };

  test.each([
    ['a quote that never closes', 'a,b\n"1,2', 'Row 2, column A: a quotation mark opens and never closes.'],
    ['a quote that closes amid a cell', 'a,b\n1,"two" three', 'Row 2, column B: a quotation mark closes, and “ ” follows it.'],
    ['a NUL', 'a,b\n1,2\0', 'Row 2, column B: found a NUL'],
    ['a NUL inside quotes', '"a\0",b', 'Row 1, column A: found a NUL'],
    ['too many columns', ','.repeat(TABLE_LIMITS.columns), 'Row 1 has more than 200 cells.'],
    ['too many rows', 'a\n'.repeat(TABLE_LIMITS.rows + 1), 'The table has more than 100000 rows'],
    ['too many characters', 'x'.repeat(TABLE_LIMITS.characters + 1), 'The table has 20000001 characters'],
  ])('%s', (_form, text, expected) => {
    expect(refusal(text)).toContain(expected);
  });

  test('the limits themselves are allowed', () => {
    expect(refusal('a\n'.repeat(TABLE_LIMITS.rows))).toBe('read');
    expect(refusal(','.repeat(TABLE_LIMITS.columns - 1) + 'x')).toBe('read');
  });
});

test('columns are called as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 199].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'GR']);
});
