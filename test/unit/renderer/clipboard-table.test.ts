import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable, writeHtmlTable, writeTable } from '../../../renderer/components/grid/clipboard-table.ts';

describe('a table as spreadsheets copy it', () => {
  test.each([
    [
      'Excel: line ends of Windows, the last one closing the last row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'LibreOffice: line feeds',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an old Mac: carriage returns', 'a\rb\r', [['a'], ['b']]],
    ['one cell, with and without line end', '9.8', [['9.8']]],
    [
      'blank cells',
      '\t1\t\n\t\t',
      [
        ['', '1', ''],
        ['', '', ''],
      ],
    ],
    ['a blank row between', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['a blank first row', '\na\n', [[''], ['a']]],
    ['a cell of two lines in quotes', '"one\ntwo"\t3\r\n', [['one\ntwo', '3']]],
    ['quotes inside quotes', '"say ""no"""\tb', [['say "no"', 'b']]],
    ['a tab inside quotes', '"a\tb"\tc', [['a\tb', 'c']]],
    ['a quote that opens nothing', '5" pipe\t"x" y\t"', [['5" pipe', '"x" y', '"']]],
    ['no-break blanks and signs that nobody sees', '\uFEFF\u00a01,234\u00a0\t\u200e9', [['1,234', '9']]],
    ['rows of unequal length', 'a\nb\tc', [['a'], ['b', 'c']]],
    ['an empty pair of quotes', '""\tb', [['', 'b']]],
  ])('%s', (_, copied, rows) => {
    expect(readTable(copied)).toEqual(rows);
  });

  test('nothing at all is no row', () => {
    expect(readTable('')).toEqual([]);
    expect(readTable('\r\n')).toEqual([]);
  });

  test('what is written reads back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '1', '.', ' x') }).map((text) => text.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(table, (rows) => {
        // One blank cell alone is no table.
        fc.pre(writeTable(rows) !== '');
        expect(readTable(`${writeTable(rows)}\r\n`)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test('in HTML figures stay figures, and no name becomes a formula or a tag', () => {
    const html = writeHtmlTable([['-4.3', '85%', '=1+1', '<b>"&']]);
    expect(html).toContain('<td>-4.3</td><td>85%</td>');
    expect(html).toContain(`<td style="mso-number-format:'\\@'">=1+1</td>`);
    expect(html).toContain('&lt;b&gt;&quot;&amp;');
  });
});
