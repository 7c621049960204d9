import { TOLERANCE, ZERO, isBelow, type Decimal } from '../../money/decimal.ts';
import { formatFigure, formatPerHead } from '../../money/format.ts';
import { figureAt } from '../../engine/frame.ts';
import type { Measure } from '../positions.ts';
import type { ShownFigures } from '../shown-figures.ts';
import { tableOf } from '../shown-grid.ts';
import type { Exhibit, ExhibitSource } from './exhibit.ts';
import { commonNotes, projectedYears, restsOnUnidentified, sentence, yearSpan } from './words.ts';

const ROWS: readonly { readonly measure: Measure; readonly label: string }[] = [
  { measure: 'doNothing', label: 'Do nothing' },
  { measure: 'headline', label: 'Headline plan' },
  { measure: 'reported', label: 'Reported position' },
  { measure: 'underlying', label: 'Underlying position' },
];
const PENCE_PLACES = 2;

/** A system position per head of population in one year; undefined where the population is blank or nil (rule E16). */
function perHead({ projection, outcomes }: ShownFigures, measure: Measure, year: number): Decimal | undefined {
  const { frame } = projection;
  const population = figureAt(frame.scenario.populationByYear, frame.years[year] ?? '');
  return population === undefined || population.isZero() ? undefined : (outcomes.system[measure][year] ?? ZERO).div(population);
}

function headSaid(amount: Decimal): string {
  if (amount.abs().lte(TOLERANCE)) return 'at break-even';
  return `${formatPerHead(amount.abs())} a head ${isBelow(amount, ZERO) ? 'short' : 'in surplus'}`;
}

/** Exhibit 12 of model-spec §13: positions per head in £ and pence; undefined where the target year has no population. */
export function perHeadExhibit(source: ExhibitSource): Exhibit | undefined {
  const { figures } = source;
  const { target } = figures.projection.frame;
  const [nothing, reported] = [perHead(figures, 'doNothing', target), perHead(figures, 'reported', target)];
  if (nothing === undefined || reported === undefined) return undefined;
  const years = projectedYears(figures);
  const cell = (measure: Measure, year: number): string => {
    const amount = perHead(figures, measure, year);
    return amount === undefined ? 'n/a' : formatFigure(amount, PENCE_PLACES);
  };
  const ends = `${headSaid(reported)} in ${figures.label(target)}${restsOnUnidentified(source)}`;
  const finding = sentence(`${ends}; if nothing changes, ${headSaid(nothing)}`);
  return {
    id: 'per-head',
    name: 'Per head',
    finding,
    subtitle: `System position per head of population, ${yearSpan(figures)}, £`,
    series: undefined,
    tables: [
      tableOf({
        id: 'per-head',
        title: 'System position per head of population',
        unit: '£',
        columns: years.map((year) => figures.label(year)),
        rows: ROWS.map(({ measure, label }) => ({ label, entries: years.map((year) => cell(measure, year)) })),
      }),
    ],
    altText: `Table by year. ${finding}.`,
    notes: ['Do nothing in the plans of 2016 ranged from £216 to £769 a head short (IPPR, STPs: kill or cure).', ...commonNotes(figures)],
  };
}
