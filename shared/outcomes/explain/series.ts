import { ONE, plus, times, type Decimal } from '../../money/decimal.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { Series } from '../../scenario/schema.ts';
import { takesPart } from '../../engine/frame.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { projected, type Family, type FigureMap } from './figures.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { percent } from './wording.ts';

function seriesOf(context: Context, id: string | undefined): Series | undefined {
  if (id === undefined || !takesPart(context.frame, 'series', id)) return undefined;
  return context.scenario.series.find((series) => series.id === id);
}

/** The path of the growth of a series in a year, where there is such a series. */
export function ratePath(context: Context, id: string | undefined, year: number): { path?: string } {
  const series = seriesOf(context, id);
  return series === undefined || year === 0 ? {} : { path: context.path(year, 'series', series.id) };
}

/** A factor for the price level that a series has reached since the base year; none where prices are not indexed. */
export function levelFactor(context: Context, id: string | undefined, year: number): DraftFactor[] {
  const series = seriesOf(context, id);
  if (series === undefined) return [];
  const level = amountIn(context.projection.series.levelOf(id), year);
  const path = year === 0 ? {} : { path: context.path(year, 'series', series.id, 'level') };
  return [{ label: `${series.name}: level against the base year`, amount: level, unit: 'ratio', ...path }];
}

/** The name of a series in a sentence. */
export function seriesName(context: Context, id: string | undefined): string {
  return seriesOf(context, id)?.name ?? 'no growth series';
}

/** The entered rates that the growth of a series rests on in a year. */
export function rateUses(context: Context, id: string | undefined, year: number): InputUse[] {
  const series = seriesOf(context, id);
  if (series === undefined || year === 0) return [];
  if (series.kind === 'RATES') return [useOf(context, `series.${series.id}.rateByYear.${context.label(year)}`, 'rate')];
  const parts = series.kind === 'TARIFF' ? [series.costUplift, series.efficiencyFactor] : series.of;
  return parts.flatMap((part) => rateUses(context, part, year));
}

function rateTerms(context: Context, series: Series, year: number): DraftTerm[] {
  const rateOf = (id: string): Decimal => amountIn(context.projection.series.rateOf(id), year);
  const termOf = (id: string, amount: Decimal): DraftTerm => ({ label: seriesName(context, id), amount, ...ratePath(context, id, year) });
  if (series.kind === 'TARIFF') {
    const { costUplift, efficiencyFactor } = series;
    return [termOf(costUplift, rateOf(costUplift)), termOf(efficiencyFactor, rateOf(efficiencyFactor).neg())];
  }
  if (series.kind === 'RATES') {
    const use = useOf(context, `series.${series.id}.rateByYear.${context.label(year)}`, 'rate');
    return [{ label: 'Rate entered', amount: figureOfUse(use), use }];
  }
  const parts = series.of.map((id) => termOf(id, rateOf(id)));
  const simple = parts.reduce((total, part) => plus(total, part.amount), ONE.minus(ONE));
  return [...parts, { label: 'Growth on growth', amount: rateOf(series.id).minus(simple) }];
}

/** A level against 1 in words: "8.19% above". */
function aboveOrBelow(level: Decimal): string {
  const difference = level.minus(ONE);
  return `${percent(difference.abs())} ${difference.lt(0) ? 'below' : 'above'}`;
}

const FORMULAS: Readonly<Record<Series['kind'], string>> = {
  RATES: 'the rate entered for the year',
  COMPOUND: '(1 + first) × (1 + second) − 1',
  TARIFF: 'cost uplift less efficiency factor',
};

function rateDraft(context: Context, series: Series, year: number): Draft {
  const amount = amountIn(context.projection.series.rateOf(series.id), year);
  return {
    label: `${series.name}, growth in ${context.label(year)}`,
    unit: 'rate',
    amount,
    sentence: `${series.name} grows by ${percent(amount)} in ${context.label(year)}.`,
    formula: FORMULAS[series.kind],
    terms: rateTerms(context, series, year),
  };
}

function levelDraft(context: Context, series: Series, year: number): Draft {
  const levels = context.projection.series.levelOf(series.id);
  const before = amountIn(levels, year - 1);
  const rate = amountIn(context.projection.series.rateOf(series.id), year);
  const last = year > 1 ? { path: context.path(year - 1, 'series', series.id, 'level') } : {};
  return {
    label: `${series.name}, level in ${context.label(year)}`,
    unit: 'ratio',
    amount: amountIn(levels, year),
    sentence: `By ${context.label(year)} ${series.name} stands ${aboveOrBelow(amountIn(levels, year))} ${context.label(0)}.`,
    formula: "last year's level × (1 + growth of the year)",
    factors: [
      { label: `Level in ${context.label(year - 1)}`, amount: before, unit: 'ratio', ...last },
      { label: `One plus growth in ${context.label(year)}`, amount: plus(ONE, rate), unit: 'ratio', ...ratePath(context, series.id, year) },
    ],
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const series = seriesOf(context, id);
  if (series === undefined) return undefined;
  return new Map([
    ['', projected((year) => rateDraft(context, series, year))],
    ['level', projected((year) => levelDraft(context, series, year))],
  ]);
}

/** Growth of each series by year, and the level it has reached: `series.pay.2020/21`, `series.pay.level.2020/21` (model-spec §4). */
export const seriesFamily: Family = {
  prefix: 'series',
  list: 'series',
  ids: (context) => context.scenario.series.map((series) => series.id),
  figuresOf,
};

function deflatorDraft(context: Context, year: number): Draft {
  const levels = context.projection.series.deflator;
  const use = useOf(context, `deflator.rateByYear.${context.label(year)}`, DEFAULT_INPUTS.deflator);
  const last = year > 1 ? { path: context.path(year - 1, 'deflator') } : {};
  return {
    label: `Price level, ${context.label(year)}`,
    unit: 'ratio',
    amount: amountIn(levels, year),
    sentence: `Prices in ${context.label(year)} stand ${aboveOrBelow(amountIn(levels, year))} those of ${context.label(0)}.`,
    formula: "last year's price level × (1 + GDP deflator of the year)",
    factors: [
      { label: `Price level in ${context.label(year - 1)}`, amount: amountIn(levels, year - 1), unit: 'ratio', ...last },
      { label: `One plus the deflator of ${context.label(year)}`, amount: plus(ONE, figureOfUse(use)), unit: 'ratio', use },
    ],
  };
}

/** The level of prices against the base year: `deflator.2020/21` (model-spec §1.3). */
export const deflatorFamily: Family = {
  prefix: '',
  ids: () => ['deflator'],
  figuresOf: (context, id) => (id === 'deflator' ? new Map([['', projected((year) => deflatorDraft(context, year))]]) : undefined),
};

/** A factor that turns an amount in base-year prices into the prices of a year. */
export function deflatorFactor(context: Context, year: number): DraftFactor {
  const amount = amountIn(context.projection.series.deflator, year);
  const path = year === 0 ? {} : { path: context.path(year, 'deflator') };
  return { label: 'Price level against the base year', amount: times(amount, ONE), unit: 'ratio', ...path };
}
