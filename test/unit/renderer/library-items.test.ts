import { expect, test } from 'vitest';
import type { LibraryRow } from '../../../shared/contract/records.ts';
import { footprintsOf, itemsOf, type LibraryItem, type Listing, type Supplied } from '../../../renderer/state/library-items.ts';

function row(name: string, changes: Partial<LibraryRow> = {}): LibraryRow {
  return {
    id: name,
    name,
    footprint: 'Vale',
    status: 'DRAFT',
    origin: 'MINE',
    illustrative: false,
    targetYear: '2020/21',
    doNothing: '-1',
    reported: '0',
    underlying: '0',
    unidentified: '0',
    requiredMitigation: '0',
    verdict: 'Balanced',
    changedAt: '2018-03-29T09:00:00.000Z',
    binnedAt: null,
    ...changes,
  };
}

const norfolk: Supplied = { key: 'n.footing', name: 'Norfolk: published', footprint: 'Norfolk', origin: 'PUBLISHED' };
const exampleA: Supplied = { key: 'a.footing', name: 'Worked example A', footprint: 'Example', origin: 'EXAMPLE' };
const nothing: Listing = {
  rows: [],
  supplied: [],
  search: '',
  footprint: null,
  order: { by: 'changedAt', isDescending: true },
  isBin: false,
};

function lines(listing: Partial<Listing>): string[] {
  return itemsOf({ ...nothing, ...listing }).map((item: LibraryItem) => {
    if (item.kind === 'group') return `${item.title} ${String(item.count)}`;
    return item.kind === 'scenario' ? `- ${item.row.name}` : `+ ${item.file.name}`;
  });
}

test('scenarios stand in their groups in a fixed order, with what is supplied under them; an empty group is left out', () => {
  const rows = [row('Sample', { origin: 'SAMPLE' }), row('Published', { origin: 'PUBLISHED' }), row('Mine')];
  expect(lines({ rows, supplied: [exampleA, norfolk] })).toEqual([
    'Mine 1',
    '- Mine',
    'Published plans 2',
    '- Published',
    '+ Norfolk: published',
    'Worked examples 1',
    '+ Worked example A',
    'Sample 1',
    '- Sample',
  ]);
});

test('what is supplied goes once a copy of it is in the library, and not for a scenario of one’s own with its name', () => {
  expect(lines({ rows: [row(norfolk.name, { origin: 'PUBLISHED' })], supplied: [norfolk] })).toEqual([
    'Published plans 1',
    '- Norfolk: published',
  ]);
  expect(lines({ rows: [row(norfolk.name)], supplied: [norfolk] })).toEqual([
    'Mine 1',
    '- Norfolk: published',
    'Published plans 1',
    '+ Norfolk: published',
  ]);
});

test('the filter and the footprint hold for what is supplied too', () => {
  expect(lines({ supplied: [norfolk, exampleA], search: 'PUBLISHED nor' })).toEqual(['Published plans 1', '+ Norfolk: published']);
  expect(lines({ rows: [row('Mine')], supplied: [norfolk], footprint: 'Norfolk' })).toEqual(['Published plans 1', '+ Norfolk: published']);
});

test('the bin is one group, and offers nothing that is supplied', () => {
  const rows = [row('One', { origin: 'SAMPLE' }), row('Two')];
  expect(lines({ rows, supplied: [norfolk], isBin: true })).toEqual(['Bin 2', '- Two', '- One']);
});

test('amounts are ordered as amounts, and what was not computed stands below all', () => {
  const rows = [
    row('minus nine', { reported: '-9' }),
    row('n/a', { reported: null }),
    row('ten', { reported: '10' }),
    row('minus ten', { reported: '-10' }),
  ];
  const names = (isDescending: boolean): string[] => lines({ rows, order: { by: 'reported', isDescending } }).slice(1);
  expect(names(false)).toEqual(['- n/a', '- minus ten', '- minus nine', '- ten']);
  expect(names(true)).toEqual(['- ten', '- minus nine', '- minus ten', '- n/a']);
});

test('names are ordered as people do, numbers by size and capitals apart', () => {
  const rows = [row('case 10'), row('Case 9'), row('Éire'), row('delta')];
  expect(lines({ rows, order: { by: 'name', isDescending: false } }).slice(1)).toEqual(['- Case 9', '- case 10', '- delta', '- Éire']);
});

test('the order of changes puts the newest first', () => {
  const rows = [row('old', { changedAt: '2018-01-01T00:00:00.000Z' }), row('new', { changedAt: '2018-03-01T00:00:00.000Z' })];
  expect(lines({ rows }).slice(1)).toEqual(['- new', '- old']);
});

test('footprints are counted, most first', () => {
  const rows = [row('a', { footprint: 'Vale' }), row('b', { footprint: 'Fen' }), row('c', { footprint: 'Fen' })];
  expect(footprintsOf(rows)).toEqual([
    { name: 'Fen', count: 2 },
    { name: 'Vale', count: 1 },
  ]);
});
