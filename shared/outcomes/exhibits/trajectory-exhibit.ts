import { figureAt } from '../../engine/frame.ts';
import type { ShownFigures } from '../shown-figures.ts';
import { tableOf } from '../shown-grid.ts';
import type { Shown } from '../shown-table.ts';
import { organisationTable } from '../tables-organisations.ts';
import type { Exhibit, ExhibitSource, Line } from './exhibit.ts';
import { commonNotes, positionSaid, projectedYears, restsOnUnidentified, yearSpan } from './words.ts';

const LINES = [
  { key: 'reported', label: 'Plan, risk-adjusted' },
  { key: 'headline', label: 'Headline plan' },
  { key: 'doNothing', label: 'Do nothing' },
] as const;

/** What the system is held to in a year: the control total issued for it, or those of its bodies as the organisation table adds them up. */
function controlTotalIn(figures: ShownFigures, year: number): Shown | undefined {
  const { scenario } = figures.projection.frame;
  const issued = figureAt(scenario.systemControlTotalByYear, figures.label(year));
  if (issued !== undefined) return figures.shown(`system.controlTotalIssued.${figures.label(year)}`, issued);
  const table = organisationTable(figures, year, null);
  const cell = table.rows.at(-1)?.cells[table.columns.indexOf('Control total')];
  return cell?.kind === 'money' ? cell.shown : undefined;
}

function altTextOf(figures: ShownFigures, lines: readonly Line[], totals: readonly (Shown | undefined)[]): string {
  const years = projectedYears(figures);
  const each = lines.map(({ label, points }) => {
    const seen = years.map((year, index) => {
      const point = points[index];
      return point === undefined ? '' : `${positionSaid(point, figures.unit)} in ${figures.label(year)}`;
    });
    return `${label}: ${seen.join(', ')}.`;
  });
  const held = totals.flatMap((total, index) =>
    total === undefined ? [] : [`${positionSaid(total, figures.unit)} in ${figures.label(years[index] ?? 0)}`],
  );
  return ['Lines by year.', ...each, ...(held.length === 0 ? [] : [`Control totals as ticks: ${held.join(', ')}.`])].join(' ');
}

/** Exhibit 2 of model-spec §13: do nothing, headline plan and risk-adjusted plan by year against the control totals. */
export function trajectoryExhibit(source: ExhibitSource): Exhibit {
  const { figures } = source;
  const { unit, projection } = figures;
  const years = projectedYears(figures);
  const lines = LINES.map(({ key, label }): Line => ({ key, label, points: years.map((year) => figures.system(key, year)) }));
  const controlTotals = years.map((year) => controlTotalIn(figures, year));
  const { target } = projection.frame;
  const ends = (key: Line['key']): string => positionSaid(figures.system(key, target), unit);
  const rows = lines.toReversed().map(({ label, points }) => ({ label, entries: points }));
  const hasTotals = controlTotals.some((total) => total !== undefined);
  return {
    id: 'trajectory',
    name: 'Trajectory',
    finding: `Doing nothing ends ${figures.label(target)} ${ends('doNothing')}; the plan, risk-adjusted, ${ends('reported')}${restsOnUnidentified(source)}`,
    subtitle: `System position by year${hasTotals ? ' against control totals' : ''}, ${yearSpan(figures)}, ${unit}`,
    series: { kind: 'lines', years: years.map((year) => figures.label(year)), lines, controlTotals },
    tables: [
      tableOf({
        id: 'trajectory',
        title: 'System position by year',
        unit,
        columns: years.map((year) => figures.label(year)),
        rows: hasTotals ? [...rows, { label: 'Control totals', entries: controlTotals }] : rows,
      }),
    ],
    altText: altTextOf(figures, lines, controlTotals),
    notes: [...(hasTotals ? ['Control totals are before PSF and bind only the bodies that have one.'] : []), ...commonNotes(figures)],
  };
}
