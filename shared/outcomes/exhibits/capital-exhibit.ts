import { ZERO, sum, type Decimal } from '../../money/decimal.ts';
import type { NamedAmount } from '../../money/register.ts';
import type { SourceOutcome } from '../../engine/capital-funding.ts';
import { labelOf } from '../../scenario/vocabulary.ts';
import { named, type ShownFigures } from '../shown-figures.ts';
import { tableOf } from '../shown-grid.ts';
import type { Shown, ShownTable } from '../shown-table.ts';
import { capitalTable } from '../tables-capital.ts';
import type { Exhibit, ExhibitSource, SourceMark } from './exhibit.ts';
import { commonNotes, listed, said, yearSpan } from './words.ts';

/** Funded spend of one source by the years of the horizon, and all that is spent after it. */
function byYear({ funded }: SourceOutcome, { frame }: ShownFigures['projection']): Decimal[] {
  const inside = frame.years.map((_, year) => funded[year] ?? ZERO);
  return [...inside, sum(funded.slice(frame.years.length))];
}

/** What is funded of each source and when; its totals are those of the table of all years. */
function fundedTable(figures: ShownFigures, sources: readonly SourceOutcome[]): ShownTable {
  const { projection, register, step, unit } = figures;
  const labels = [...projection.frame.years, 'Later'];
  const amounts = sources.map((source) => byYear(source, projection));
  const used = labels.flatMap((_, at) => (amounts.some((row) => !(row[at] ?? ZERO).isZero()) ? [at] : []));
  const cells = sources.map(({ source }, row) =>
    used.map((at) => named(`capital.sources.${source}.funded.${labels[at] ?? ''}`, amounts[row]?.[at])),
  );
  const rows = sources.map(({ source, funded }) => named(`capital.sources.${source}.funded`, sum(funded)));
  const columns = used.map((at) => named(`capital.funded.${labels[at] ?? ''}`, sum(amounts.map((row) => row[at] ?? ZERO))));
  const grand = named('capital.funded', sum(rows.map(({ amount }) => amount)));
  register.footTable({ cells, rows, columns, grand }, step);
  const shown = ({ id, amount }: NamedAmount): Shown => figures.shown(id, amount);
  return tableOf({
    id: 'capital-by-year',
    title: 'Capital funded by source and year',
    unit,
    columns: [...used.map((at) => labels[at] ?? ''), 'All years'],
    rows: sources.map(({ source }, row) => ({
      label: labelOf(source),
      entries: [...(cells[row] ?? []).map(shown), shown(rows[row] ?? grand)],
    })),
    total: { label: 'All sources', entries: [...columns.map(shown), shown(grand)] },
    across: [{ parts: used.map((at) => labels[at] ?? ''), total: 'All years' }],
  });
}

function markOf(figures: ShownFigures, { source, envelope, asked, funded }: SourceOutcome): SourceMark {
  const name = (what: string): string => `capital.sources.${source}.${what}`;
  const granted = sum(funded);
  return {
    key: source,
    label: labelOf(source),
    funded: figures.shown(name('funded'), granted),
    notFunded: figures.shown(name('notFunded'), sum(asked).minus(granted)),
    envelope: envelope === undefined ? undefined : figures.shown(name('envelope'), sum(envelope)),
  };
}

function altTextOf(rows: readonly SourceMark[], { unit }: ShownFigures): string {
  const seen = rows.map(({ label, funded, notFunded, envelope }) => {
    const refused = notFunded.exact.isZero() ? '' : `, ${said(notFunded, unit)} asked and not funded`;
    return `${label}: ${said(funded, unit)} funded${refused}, ${envelope === undefined ? 'no limit' : `limit ${said(envelope, unit)}`}.`;
  });
  return ['Bars by source, funded solid, not funded hatched, the limit as a line.', ...seen].join(' ');
}

/** Exhibit 6 of model-spec §13: capital by source with its envelope, and by year; undefined where no capital is asked for. */
export function capitalExhibit({ figures }: ExhibitSource): Exhibit | undefined {
  const { unit, projection } = figures;
  const { sources } = projection.capital.funding;
  const asked = capitalTable(figures);
  if (asked === undefined || sources.length === 0) return undefined;
  const total = (what: 'asked' | 'funded' | 'notFunded'): Shown => {
    const granted = sum(sources.map(({ funded }) => sum(funded)));
    const wanted = sum(sources.map((source) => sum(source.asked)));
    const amounts = { asked: wanted, funded: granted, notFunded: wanted.minus(granted) };
    return figures.shown(`capital.${what}`, amounts[what]);
  };
  const rows = sources.map((source) => markOf(figures, source));
  const [all, refused] = [total('asked'), total('notFunded')];
  const names = projection.frame.scenario.capital.filter(({ id }) => projection.capital.funding.refusals.has(id)).map(({ name }) => name);
  const without = names.length === 0 ? '' : `: ${names.length > 2 ? `${String(names.length)} schemes` : listed(names)}`;
  return {
    id: 'capital',
    name: 'Capital by source',
    finding: refused.exact.isZero()
      ? `All ${said(all, unit)} of capital asked for is funded`
      : `${said(refused, unit)} of ${said(all, unit)} of capital asked for is not funded${without}`,
    subtitle: `Capital by source against its limit, all years of spend, ${yearSpan(figures)} and after, ${unit}`,
    series: { kind: 'sources', rows },
    tables: [asked, fundedTable(figures, sources)],
    altText: altTextOf(rows, figures),
    notes: ['After optimism bias and slippage. Limits are cumulative over the years.', ...commonNotes(figures)],
  };
}
