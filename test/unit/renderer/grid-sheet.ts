import type { Sheet, SheetCell, SheetRow } from '../../../renderer/components/grid/sheet.ts';
import { viewOf, type GridView } from '../../../renderer/components/grid/grid-view.ts';
import { decimal } from '../../../shared/money/decimal.ts';
import type { Input } from '../../../shared/scenario/input.ts';

/* A small sheet of savings: two organisations with their schemes, and a total. */

type Scheme = {
  readonly id: string;
  readonly name: string;
  readonly full: string | Input | null;
  readonly delivery: string | null;
  readonly counts: string;
};

const POUNDS = { kind: 'money', shownIn: '£m' } as const;

function inputOf(held: string | Input | null, unit: Input['unit']): Input | null {
  return typeof held === 'string' ? { value: held, unit } : held;
}

export function money(pounds: string): SheetCell {
  return { kind: 'derived', figure: 'system.reported.2020/21', derived: { shown: { exact: decimal(pounds), figure: decimal(pounds) } } };
}

export function schemeRow({ id, name, full, delivery, counts }: Scheme): SheetRow {
  const path = `savings.${id}`;
  return {
    key: id,
    label: name,
    labelPath: `${path}.name`,
    level: 1,
    kind: 'item',
    item: { list: 'savings', key: id },
    cells: [
      {
        kind: 'choice',
        path: `${path}.mechanism`,
        chosen: 'CASH',
        choices: [
          { value: 'CASH', label: 'Cash' },
          { value: 'CAP', label: 'Capacity' },
          { value: 'CONTRACT', label: 'Contract cut' },
        ],
      },
      { kind: 'input', path: `${path}.grossFullYearEffect`, unit: POUNDS, input: inputOf(full, '£') },
      { kind: 'input', path: `${path}.delivery`, unit: { kind: 'share' }, input: inputOf(delivery, 'share'), stands: '100%' },
      { kind: 'flag', path: `${path}.isRecurrent`, isSet: true },
      money(counts),
    ],
  };
}

const heading = (key: string, label: string, counts: string): SheetRow => ({
  key,
  label,
  level: 0,
  kind: 'heading',
  cells: [{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }, { kind: 'none' }, money(counts)],
});

const ranged: Input = {
  value: '10000000',
  unit: '£',
  source: 'Plan',
  owner: 'Finance',
  range: { low: '2000000', likely: '10000000', high: '11000000' },
};

export const SAVINGS: Sheet = {
  id: 'savings',
  label: 'Savings',
  rowHeading: 'Scheme',
  columns: [
    { id: 'how', label: 'How it saves', width: 120, align: 'left' },
    { id: 'full', label: 'Full year', unit: '£m', width: 70, align: 'right' },
    { id: 'delivery', label: 'Delivery', unit: '%', width: 70, align: 'right' },
    { id: 'recurs', label: 'Recurs', width: 60, align: 'left' },
    { id: '2020', label: '20/21', group: 'Counts for the system', unit: '£m', width: 60, align: 'right' },
  ],
  rows: [
    heading('ACUTE', 'Acute trust', '21000000'),
    schemeRow({ id: 'S1', name: 'Length of stay', full: '5000000', delivery: '0.8', counts: '3700000' }),
    schemeRow({ id: 'S2', name: 'Agency', full: '4000000', delivery: null, counts: '3300000' }),
    heading('COUNCIL', 'Council', '7600000'),
    schemeRow({ id: 'S3', name: 'Strengths-based care', full: ranged, delivery: '0.855', counts: '-7600000' }),
    schemeRow({ id: 'S4', name: 'Fees', full: null, delivery: null, counts: '0' }),
    {
      key: 'total',
      label: 'All savings',
      level: 0,
      kind: 'total',
      cells: [{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }, { kind: 'none' }, money('41600000')],
    },
  ],
  empty: 'No savings yet',
};

/** The sheet with rows that can be added below its items. */
export const GROWING: Sheet = {
  ...SAVINGS,
  newRow: (label, ordinal) => {
    const id = `N${String(ordinal + 1)}`;
    return {
      edit: { kind: 'addItem', list: 'savings', position: 4 + ordinal, item: { id, name: label } },
      row: schemeRow({ id, name: label, full: null, delivery: null, counts: '0' }),
    };
  },
};

export function view(sheet: Sheet = SAVINGS, folded: readonly string[] = []): GridView {
  return viewOf(sheet, new Set(folded));
}

/** Columns of the view by name. */
export const COLUMN = { label: 0, how: 1, full: 2, delivery: 3, recurs: 4, counts: 5 } as const;
