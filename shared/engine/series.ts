import { ONE, ZERO, plus, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { Series } from '../scenario/schema.ts';
import { figure, figureAt, takesPart, type Frame } from './frame.ts';
import { nilByYear } from './ledger.ts';

/** Growth of every series, and the price level that follows from it. Lists by year, index 0 = base year, where growth is nil and the level 1. */
export type SeriesRates = {
  readonly rateOf: (id: string | undefined) => readonly Decimal[];
  readonly levelOf: (id: string | undefined) => readonly Decimal[];
  /** 1 + elasticity × growth by year, worked once for all that share a series and an elasticity. */
  readonly factorOf: (id: string | undefined, elasticity: Decimal) => readonly Decimal[];
  readonly deflator: readonly Decimal[];
};

/** Growth of one series by year: as entered, or compounded (1 + a)(1 + b) − 1, or tariff: cost uplift less efficiency factor (model-spec §4). */
function ratesOf(frame: Frame, series: Series, rateOf: (id: string) => readonly Decimal[]): Decimal[] {
  return frame.years.map((label, year) => {
    if (year === 0) return ZERO;
    if (series.kind === 'RATES') return figureAt(series.rateByYear, label) ?? ZERO;
    if (series.kind === 'TARIFF') return (rateOf(series.costUplift)[year] ?? ZERO).minus(rateOf(series.efficiencyFactor)[year] ?? ZERO);
    return series.of.reduce((level, id) => times(level, plus(ONE, rateOf(id)[year] ?? ZERO)), ONE).minus(ONE);
  });
}

/** The cumulative level of a growth path: 1 in the base year, then the product of 1 + growth. */
export function cumulative(rates: readonly Decimal[]): Decimal[] {
  const levels: Decimal[] = [];
  rates.forEach((rate, year) => levels.push(year === 0 ? ONE : times(levels[year - 1] ?? ONE, plus(ONE, rate))));
  return levels;
}

/**
 * Step 1 of model-spec §10: growth of every series by year, the levels that index prices, and the deflator's level.
 * A blank rate is nil growth; a series that cannot be computed has none, and what stands on it is left out.
 */
export function seriesRates(frame: Frame): SeriesRates {
  const byId = new Map(frame.scenario.series.map((series) => [series.id, series]));
  const flat = nilByYear(frame.yearCount);
  const rates = new Map<string, readonly Decimal[]>();
  const levels = new Map<string, readonly Decimal[]>();
  const rateOf = (id: string | undefined): readonly Decimal[] => {
    const series = id === undefined ? undefined : byId.get(id);
    if (id === undefined || series === undefined || !takesPart(frame, 'series', id)) return flat;
    const known = rates.get(id);
    if (known !== undefined) return known;
    const made = ratesOf(frame, series, rateOf);
    rates.set(id, made);
    return made;
  };
  const levelOf = (id: string | undefined): readonly Decimal[] => {
    const key = id ?? '';
    const known = levels.get(key);
    if (known !== undefined) return known;
    const made = cumulative(rateOf(id));
    levels.set(key, made);
    return made;
  };
  const factors = new Map<string, readonly Decimal[]>();
  const factorOf = (id: string | undefined, elasticity: Decimal): readonly Decimal[] => {
    const key = `${id ?? ''}×${elasticity.toString()}`;
    const known = factors.get(key);
    if (known !== undefined) return known;
    const made = rateOf(id).map((rate) => plus(ONE, times(elasticity, rate)));
    factors.set(key, made);
    return made;
  };
  const stated = frame.scenario.deflator.rateByYear;
  const deflator = cumulative(
    frame.years.map((label, year) => (year === 0 ? ZERO : (figureAt(stated, label) ?? figure(DEFAULT_INPUTS.deflator)))),
  );
  return { rateOf, levelOf, factorOf, deflator };
}
