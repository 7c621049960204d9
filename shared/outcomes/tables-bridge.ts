import { ZERO } from '../money/decimal.ts';
import type { Bar } from './bridge.ts';
import type { ShownFigures } from './shown-figures.ts';
import { footing, money, roundingShown, type Cell, type Footing, type Row, type ShownTable } from './shown-table.ts';

/** The bridge of one year in figures, from do nothing to reported; each segment between two positions adds as shown (model-spec §10, §1.5.5). */
export function bridgeTable(figures: ShownFigures, year: number): ShownTable {
  const rows: Row[] = [];
  const footings: Footing[] = [];
  const title = `Bridge, ${figures.label(year)}`;
  let segment: Bar[] = [];
  for (const bar of figures.bars[year] ?? []) {
    const shown = figures.bar(bar, year);
    const opens = bar.kind === 'position' && segment.length === 0;
    if (bar.kind === 'change' || opens) {
      segment.push(bar);
      rows.push({ label: bar.label, cells: [money(shown)], ...(opens ? {} : { indented: true }) });
      continue;
    }
    const sum = footing(`${title}, ${bar.label}`, { parts: segment.map((part) => figures.bar(part, year)), total: shown });
    footings.push(sum);
    if (!sum.rounding.isZero()) rows.push({ label: 'Rounding', indented: true, cells: [money(roundingShown(sum))] });
    rows.push({ label: bar.label, cells: [money(shown)], above: 'single', ...(bar.bar === 'reported' ? { below: 'double' } : {}) });
    segment = [bar];
  }
  return { id: 'bridge', title, unit: figures.unit, columns: [''], rows, footings, notes: [] };
}

/** A line of one bridge in the bridge of another year; a step that is not there, and a rounding that is not needed, is nil. */
function sameLine(table: ShownTable, { label }: Row): Cell {
  return table.rows.find((row) => row.label === label)?.cells[0] ?? money({ exact: ZERO, figure: ZERO });
}

/**
 * The bridges of all projected years side by side, in the lines of the target year: what the bridge of one year says, and how it came about (model-spec §10). Lines
 * 'Rounding' are those of the target year alone; other years have theirs in their own bridge.
 */
export function bridgesByYear(figures: ShownFigures): ShownTable {
  const { frame } = figures.projection;
  const years = frame.years.map((_, year) => year).slice(1);
  const tables = years.map((year) => bridgeTable(figures, year));
  const target = bridgeTable(figures, frame.target);
  return {
    ...target,
    id: 'bridges-by-year',
    title: `Bridge, ${figures.label(1)} to ${figures.label(frame.yearCount)}`,
    columns: years.map((year) => figures.label(year)),
    rows: target.rows.map((row) => ({ ...row, cells: tables.map((table) => sameLine(table, row)) })),
    footings: tables.flatMap(({ footings }) => footings),
  };
}
