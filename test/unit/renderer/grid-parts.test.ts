import { describe, expect, test } from 'vitest';
import { changedBetween } from '../../../renderer/components/grid/changed-cells.ts';
import { problemOfRow, problemsByPath } from '../../../renderer/components/grid/cell-problems.ts';
import { pointedWords } from '../../../renderer/components/grid/cell-words.ts';
import { cellsWith, matchFrom, rowFor } from '../../../renderer/components/grid/find-cells.ts';
import { cellKey, type Place } from '../../../renderer/components/grid/grid-view.ts';
import { provenanceOf, readProvenance, type Provenance } from '../../../renderer/components/grid/provenance.ts';
import { firstPlace, headingsAbove, placeOfPath } from '../../../renderer/components/grid/reveal.ts';
import type { Sheet, SheetCell, SheetRow } from '../../../renderer/components/grid/sheet.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import type { Problem } from '../../../shared/scenario/problem.ts';
import { COLUMN, money, SAVINGS, schemeRow, view } from './grid-sheet.ts';

function withRow(key: string, make: (row: SheetRow) => SheetRow): Sheet {
  return { ...SAVINGS, rows: SAVINGS.rows.map((row) => (row.key === key ? make(row) : row)) };
}

describe('what changed between two states of a sheet', () => {
  test('a figure, a name of a choice, an input: by their cells', () => {
    const after = withRow('S1', () => schemeRow({ id: 'S1', name: 'Length of stay', full: '6000000', delivery: '0.8', counts: '4500000' }));
    expect([...changedBetween(SAVINGS, after)]).toEqual([cellKey('S1', 'full'), cellKey('S1', '2020')]);
  });

  test('nothing where the same content was made anew', () => {
    const again = withRow('S1', () => schemeRow({ id: 'S1', name: 'Length of stay', full: '5000000', delivery: '0.8', counts: '3700000' }));
    expect(changedBetween(SAVINGS, again).size).toBe(0);
  });

  test('all of a row that is new, but for what cannot hold anything', () => {
    const row = schemeRow({ id: 'S9', name: 'New', full: null, delivery: null, counts: '0' });
    expect(changedBetween(SAVINGS, { ...SAVINGS, rows: [...SAVINGS.rows, row] }).size).toBe(5);
    const total: SheetRow = {
      key: 'sum',
      label: 'Sum',
      level: 0,
      kind: 'total',
      cells: [{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }, { kind: 'none' }, money('1')],
    };
    expect([...changedBetween(SAVINGS, { ...SAVINGS, rows: [...SAVINGS.rows, total] })]).toEqual([cellKey('sum', '2020')]);
  });
});

describe('problems at their cells', () => {
  const problem = (path: string, severity: Problem['severity'] = 'error'): Problem => ({
    id: 'E18',
    path,
    text: `${path} is wrong.`,
    severity,
  });

  test('the problem of a part stands at the cell that holds it, and at its row', () => {
    const found = problemsByPath([problem('savings.S1.delivery.range'), problem('savings.S1.delivery', 'warning')]);
    expect(found.get('savings.S1.delivery')).toEqual({
      text: 'savings.S1.delivery.range is wrong. savings.S1.delivery is wrong.',
      isError: true,
    });
    expect(found.get('savings.S1.grossFullYearEffect')).toBeUndefined();
    const [, row] = SAVINGS.rows;
    expect(row !== undefined && problemOfRow(row, found)?.isError).toBe(true);
    expect(row !== undefined && problemOfRow({ ...row, marks: [{ icon: 'warn', text: 'Known' }] }, found)).toBeUndefined();
  });
});

describe('finding and going', () => {
  test('cells are found as they read, labels too, and the search goes round', () => {
    const matches = cellsWith(view(), { text: 'CA', unit: '£m' });
    expect(matches).toEqual<Place[]>([
      { row: 1, column: COLUMN.how },
      { row: 2, column: COLUMN.how },
      { row: 4, column: COLUMN.label },
      { row: 4, column: COLUMN.how },
      { row: 5, column: COLUMN.how },
    ]);
    expect(matchFrom(matches, { from: { row: 2, column: 1 }, isBack: false })).toBe(2);
    expect(matchFrom(matches, { from: { row: 5, column: 1 }, isBack: false })).toBe(0);
    expect(matchFrom(matches, { from: { row: 2, column: 1 }, isBack: true })).toBe(0);
    expect(matchFrom(matches, { from: { row: 1, column: 1 }, isBack: true })).toBe(4);
    expect(cellsWith(view(), { text: '(7.6)', unit: '£m' })).toEqual([{ row: 4, column: COLUMN.counts }]);
    expect(cellsWith(view(), { text: ' ', unit: '£m' })).toEqual([]);
  });

  test('a row is meant by its number, its beginning or a part of its label', () => {
    expect(rowFor(view(), '3')).toBe(2);
    expect(rowFor(view(), '8')).toBe(-1);
    expect(rowFor(view(), 'co')).toBe(3);
    expect(rowFor(view(), 'BASED')).toBe(4);
    expect(rowFor(view(), 'nothing')).toBe(-1);
    expect(rowFor(view(), '')).toBe(-1);
  });

  test('a path leads to its cell, that of a part too, else to the label of its item', () => {
    const keyed = (path: string): unknown => {
      const place = placeOfPath(SAVINGS, path);
      return place === null ? null : [place.row.key, place.column];
    };
    expect(keyed('savings.S3.delivery')).toEqual(['S3', COLUMN.delivery]);
    expect(keyed('savings.S3.delivery.range')).toEqual(['S3', COLUMN.delivery]);
    expect(keyed('savings.S3.benefitSplit')).toEqual(['S3', COLUMN.label]);
    expect(keyed('savings.S33.delivery')).toBeNull();
  });

  test('a row is seen once the headings above it are open', () => {
    const row = SAVINGS.rows[4];
    expect(row !== undefined && headingsAbove(SAVINGS, row)).toEqual(['COUNCIL']);
    expect(SAVINGS.rows[0] !== undefined && headingsAbove(SAVINGS, SAVINGS.rows[0])).toEqual([]);
  });

  test('a grid begins at the first cell that is entered', () => {
    expect(firstPlace(SAVINGS)).toEqual({ row: 1, column: COLUMN.how });
    expect(firstPlace({ ...SAVINGS, rows: [] })).toEqual({ row: 0, column: 0 });
  });
});

describe('what is known about a figure', () => {
  const input: Input = { value: '10000000', unit: '£', source: 'Plan', range: { low: '2000000', likely: '10000000', high: '11000000' } };
  const cell = (held: Input | null): Extract<SheetCell, { kind: 'input' }> => ({
    kind: 'input',
    path: 'savings.S3.grossFullYearEffect',
    unit: { kind: 'money', shownIn: '£m' },
    input: held,
  });
  const read = (changes: Partial<Provenance>, held: Input | null = input) =>
    readProvenance({ ...provenanceOf(cell(held)), ...changes }, cell(held));

  test('opens as it would be typed, and changes nothing untouched', () => {
    expect(provenanceOf(cell(input))).toMatchObject({ low: '2', likely: '10', high: '11', source: 'Plan', confidence: '', note: '' });
    expect(read({})).toEqual({ edit: null });
  });

  test('is kept as one edit of the whole input', () => {
    expect(read({ owner: ' Finance ', confidence: 'H', note: 'Agreed', likely: '9.8' })).toEqual({
      edit: {
        kind: 'setInput',
        path: 'savings.S3.grossFullYearEffect',
        input: {
          value: '9800000',
          source: 'Plan',
          owner: 'Finance',
          confidence: 'H',
          note: 'Agreed',
          range: { low: '2000000', likely: '9800000', high: '11000000' },
        },
      },
    });
  });

  test('what 8 in 10 lie between is turned into the ends, and said in the note', () => {
    const reading = read({ ends: 'TENTHS', low: '8', likely: '10', high: '12', note: 'Agreed' });
    expect(reading).toMatchObject({
      edit: {
        input: {
          range: { low: '6381966.01', likely: '10000000', high: '13618033.99' },
          note: 'Agreed Range entered as what 8 in 10 lie between, 8 and 12, and turned into its ends.',
        },
      },
    });
  });

  test('blank ends take the range away: stated as certain', () => {
    expect(read({ low: '', high: ' ', source: '' })).toMatchObject({ edit: { input: { value: '10000000' } } });
    expect(JSON.stringify(read({ low: '', high: '', source: '' }))).not.toMatch(/range|source/);
  });

  test.each([
    [{ low: '11' }, 'low'],
    [{ high: '9' }, 'high'],
    [{ low: '' }, 'low'],
    [{ high: '' }, 'high'],
    [{ likely: '' }, 'likely'],
    [{ likely: '4%' }, 'likely'],
    [{ low: '1 | 2 | 3' }, 'low'],
    [{ high: 'x' }, 'high'],
  ])('%j is refused at its field', (changes, field) => {
    expect(read(changes)).toMatchObject({ field, wrong: expect.any(String) as string });
  });

  test('is told to who points at the cell, with every digit', () => {
    expect(pointedWords(cell({ ...input, value: '9812345', note: 'Agreed' }))).toBe('£9,812,345\nPlan\nAgreed');
    expect(pointedWords(money('-21998486.19'))).toBe('(£21,998,486.19)');
    expect(pointedWords(cell(null))).toBe('');
  });
});
