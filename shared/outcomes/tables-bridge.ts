import type { Bar } from './bridge.ts';
import type { ShownFigures } from './shown-figures.ts';
import { footing, money, roundingShown, type Footing, type Row, type ShownTable } from './shown-table.ts';

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
