import { expect, test } from 'vitest';
import { applyEdit } from '../../shared/scenario/edits.ts';
import { readDelimited } from '../../shared/tables/delimited.ts';
import { itemsCsv } from '../../shared/tables/item-table.ts';
import { readCsv } from '../support/read-csv.ts';
import { smallScenario } from '../support/small-scenario.ts';

/* Tables as somebody might send them who means harm, or whose spreadsheet does. Whatever they hold, a reading ends in rows, in faults with their place, or in one refusal. */

const scenario = smallScenario();
const FORMULAS = ['=HYPERLINK("http://x.example","Pay")', '+cmd|calc', '@SUM(A1:A9)', '-2+3', '\t=1', '＝1+1', '\u200b=1', '%5'];

test('formulas in names come in as text, and go out so that no spreadsheet runs them', () => {
  const rows = FORMULAS.map((formula) => `"${formula.replaceAll('"', '""')}",CCG,Exp,Other,1`);
  const { edit } = readCsv(scenario, { kind: 'lines', csv: ['Line,Organisation,I/E,Category,Amount (£)', ...rows].join('\n') });
  if (edit === null) throw new Error('The table was not read.');
  const { scenario: after } = applyEdit(scenario, edit);
  expect(after.lines.slice(-FORMULAS.length).map(({ name }) => name)).toEqual(FORMULAS.map((formula) => formula.trim()));
  const cells = itemsCsv(after, 'lines')
    .split('\r\n')
    .flatMap((line) => line.split(','));
  expect(cells.filter((cell) => /^"?[\s\p{Cf}]*[=+\-@＝|%]/u.test(cell))).toEqual([]);
  expect(readCsv(after, { kind: 'lines', csv: itemsCsv(after, 'lines') }).edit).toBeNull();
});

test('formulas in place of figures are worked out where they are sums, and refused where they are not', () => {
  const read = (cell: string) =>
    readCsv(scenario, { kind: 'savings', csv: `Id\tDelivery (%)\nS1\t${cell}` }).rows.map(
      ({ state, changes }) => `${state} ${changes[0]?.after ?? ''}`,
    );
  expect(read('=70+5')).toEqual(['changed 75%']);
  for (const cell of ['=A1', '=SUM(1,2)', '=1;DROP', '=WEBSERVICE("x")', '=1/0', "='C:\\x'!A1"]) expect(read(cell)).toEqual(['rejected ']);
});

test('keys that JavaScript knows are words like any other', () => {
  const { rows, seen } = readCsv(scenario, {
    kind: 'savings',
    csv: '__proto__,constructor,Id,Scheme,Organisation,Category\nx,y,__proto__,toString,constructor,hasOwnProperty',
  });
  expect(seen.table.targets.map((target) => target?.field.path ?? null)).toEqual([null, null, 'id', 'name', 'organisation', 'category']);
  expect(rows.map(({ state }) => state)).toEqual(['rejected']);
  expect(Object.hasOwn(Object.prototype, 'y')).toBe(false);
});

test.each([
  ['headings alone', 'Scheme,Organisation'],
  ['headings twice', 'Scheme,Scheme\na,b'],
  ['no headings', '1,2\n3,4'],
  ['one cell', 'x'],
  ['blank cells only', ' , , \n,,'],
  ['rows of every width', 'Scheme\na,b,c\n\nd,e'],
  ['emptied headings', ',,\na,b,c'],
  ['very long cells', `Scheme,Note\n${'x'.repeat(5000)},${'y'.repeat(5000)}`],
  ['lone surrogates', 'Scheme,Owner\n\ud800,\udfff'],
  ['marks that turn the text round', 'Scheme,Owner\n\u202ename,\u2066owner'],
  ['a year that is none', 'Scheme,Implementation cost 9999/00\na,1'],
  ['numbers beyond all size', `Id,Gross FYE (£)\nS1,${'9'.repeat(150)}\nS2,-${'9'.repeat(40)}`],
])('%s end in rows or faults, never in an exception', (_name, csv) => {
  const { edit, faults, rows } = readCsv(scenario, { kind: 'savings', csv, said: { unit: '£', shares: 'PER_CENT' } });
  if (edit !== null) expect(() => applyEdit(scenario, edit)).not.toThrow();
  expect(Array.isArray(faults) && Array.isArray(rows)).toBe(true);
});

test('a name that is too long is refused at its cell', () => {
  const { rows } = readCsv(scenario, { kind: 'savings', csv: `Id,Scheme\nS1,${'x'.repeat(301)}` });
  expect(rows[0]?.faults).toMatchObject([{ row: 2, column: 'B', heading: 'Scheme' }]);
});

test('more rows than a scenario may hold are refused as a whole, and 100,000 rows are the end of reading', () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => `Line ${String(index)},CCG,Exp,Other,1`);
  const reading = readCsv(scenario, { kind: 'lines', csv: ['Line,Organisation,I/E,Category,Amount (£)', ...rows].join('\n') });
  expect(reading.edit).toBeNull();
  expect(reading.faults).toMatchObject([{ row: 0, allowed: '20000 baseline lines in all' }]);
  expect(readDelimited('a,b\n'.repeat(100_001)).kind).toBe('refused');
});
