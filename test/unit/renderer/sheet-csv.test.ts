import { expect, test } from 'vitest';
import { sheetCsv } from '../../../renderer/app/tables/sheet-csv.ts';
import type { Sheet, SheetCell } from '../../../renderer/components/grid/sheet.ts';
import { D } from '../../../shared/money/decimal.ts';
import type { Input, Unit } from '../../../shared/scenario/input.ts';
import type { CellUnit } from '../../../shared/money/units.ts';

const figure = (value: string | null, unit: CellUnit, stored: Unit): SheetCell => {
  const input: Input | null = value === null ? null : { value, unit: stored };
  return { kind: 'input', path: 'a.b', unit, input };
};
const money = (value: string | null) => figure(value, { kind: 'money', shownIn: '£m' }, '£');
const column = (label: string, group?: string): Sheet['columns'][number] => ({
  id: label,
  label,
  width: 80,
  align: 'right',
  ...(group === undefined ? {} : { group }),
});

function sheet(columns: Sheet['columns'], rows: readonly (readonly [string, ...SheetCell[]])[]): Sheet {
  return {
    id: 'trial',
    label: 'Trial',
    rowHeading: 'Scheme',
    columns,
    rows: rows.map(([label, ...cells], index) => ({ key: String(index), label, level: 0, kind: 'item', cells })),
    empty: 'Nothing.',
  };
}
const linesOf = (csv: string): string[] => csv.slice(1).split('\r\n').slice(0, -1);

test('figures go out as stored, whatever unit is shown, with their unit in the heading', () => {
  const delivery = (value: string) => figure(value, { kind: 'share' }, 'share');
  const csv = sheetCsv(
    sheet(
      [column('Gross', 'Claimed, £m'), column('Delivery'), column('Start')],
      [
        ['Theatres', money('1234567.891'), delivery('0.85'), figure('12', { kind: 'months' }, 'months')],
        ['=Imaging', money(null), delivery('0.125'), { kind: 'none' }],
      ],
    ),
  );
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(linesOf(csv)).toEqual([
    '"Scheme","Claimed: Gross (£)","Delivery (fraction)","Start (months)"',
    '"Theatres",1234567.891,0.85,12',
    `"'=Imaging",,0.125,`,
  ]);
});

test('words go out as they are shown, computed amounts to the penny', () => {
  const shown = { exact: new D('1234.5678'), figure: new D('1200') };
  const cells: SheetCell[] = [
    { kind: 'text', path: 'a', text: '@owner' },
    { kind: 'choice', path: 'b', chosen: 'CARTER', choices: [{ value: 'CARTER', label: 'Carter efficiency' }] },
    { kind: 'choice', path: 'b', chosen: 'GONE', choices: [] },
    { kind: 'flag', path: 'c', isSet: true },
    { kind: 'derived', derived: { shown } },
    { kind: 'derived', derived: { text: '85%' } },
  ];
  const csv = sheetCsv(
    sheet(
      cells.map((_, index) => column(`C${String(index)}`)),
      [['Row', ...cells]],
    ),
  );
  expect(linesOf(csv)).toEqual([
    '"Scheme","C0","C1","C2","C3","C4 (£)","C5"',
    `"Row","'@owner","Carter efficiency","GONE","Yes",1234.57,"85%"`,
  ]);
});

test('where the rows of a column differ in unit, each row says its own', () => {
  const csv = sheetCsv(
    sheet(
      [column('Now')],
      [
        ['Gross', money('5')],
        ['Delivery', figure('0.5', { kind: 'share' }, 'share')],
        ['Tariff', figure('2000', { kind: 'money', shownIn: '£', per: 'spell' }, '£')],
        ['Beds', figure('28', { kind: 'count', noun: 'beds', whole: false }, 'beds')],
        ['Name', { kind: 'text', path: 'a', text: 'Hub' }],
      ],
    ),
  );
  expect(linesOf(csv)).toEqual([
    '"Scheme","Unit","Now"',
    '"Gross","£",5',
    '"Delivery","fraction",0.5',
    '"Tariff","£ per spell",2000',
    '"Beds","beds",28',
    '"Name",,"Hub"',
  ]);
});
