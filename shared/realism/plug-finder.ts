import { D, ZERO, canonical, decimal, isAtLeast, maximum, minimum, sum, type Decimal } from '../money/decimal.ts';
import { formatPercent, moneyInFittingUnit } from '../money/format.ts';
import { project, type Projection } from '../engine/project.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import { outcomesOf, type Outcomes } from '../outcomes/positions.ts';
import { defaultSeries } from '../scenario/default-series.ts';
import { replaceInput } from '../scenario/inputs-of.ts';
import { seriesSchema, type Series } from '../scenario/schema.ts';
import { findingFrom, type PlugDraft, type PlugFinding } from './plug.ts';
import { aboveCostBase, hockeySticks, oneOffCloses, roundAmongExact, shareOfGap, unidentifiedRising } from './plug-savings.ts';
import { systemIn } from './uniform-delivery.ts';

/** Nearer to nil than this, a position of a whole system is no accident [J]. */
const NIL_ENDING = new D(1000);

/** What of the target year unidentified savings bring, or else the largest scheme: the likeliest place of a balancing figure. */
function closingSchemes(projection: Projection, basis: 'systemEffect' | 'headline'): { sum: Decimal; paths: string[] } {
  const { frame } = projection;
  const amountOf = (outcome: SavingsOutcome): Decimal => outcome[basis][frame.target] ?? ZERO;
  const target = frame.years[frame.target] ?? '';
  const pathOf = (id: string): string[] => {
    const profile = frame.scenario.savings.find((each) => each.id === id)?.profile;
    if (profile === undefined) return [];
    if (profile.kind === 'PROGRAMME') return [`savings.${id}.profile.rateByYear.${target}`];
    return [`savings.${id}.profile.${profile.kind === 'NON_RECURRENT' ? `amountByYear.${target}` : 'grossFullYearEffect'}`];
  };
  const schemes = [...projection.savings.schemes.values()];
  const unidentified = schemes.filter((outcome) => outcome.scheme.category === 'UNIDENTIFIED' && !amountOf(outcome).isZero());
  if (unidentified.length > 0)
    return { sum: sum(unidentified.map(amountOf)), paths: unidentified.flatMap(({ scheme }) => pathOf(scheme.id)) };
  const ordered = schemes.toSorted((a, b) => amountOf(b).cmp(amountOf(a)));
  return { sum: sum(ordered.map(amountOf)), paths: ordered.flatMap(({ scheme }) => pathOf(scheme.id)).slice(0, 3) };
}

/** A target year that ends at nothing at all: as reported, or as the headline plan adds up. */
function nilEnding(projection: Projection, outcomes: Outcomes): PlugDraft[] {
  const { frame, savings } = projection;
  const target = frame.years[frame.target] ?? '';
  const claims = sum([...savings.schemes.values()].map(({ headline }) => headline[frame.target] ?? ZERO));
  if (claims.isZero()) return [];
  const ends = (amounts: readonly Decimal[]): boolean => (amounts[frame.target] ?? ZERO).abs().lt(NIL_ENDING);
  const isReported = ends(outcomes.system.reported);
  if (!isReported && !ends(outcomes.system.headline)) return [];
  const closing = closingSchemes(projection, isReported ? 'systemEffect' : 'headline');
  return [
    {
      pattern: 'nil-ending',
      subject: 'system',
      title: 'The plan ends at exactly nil',
      says: `${isReported ? 'The system' : 'The headline plan'} ends ${target} within ${moneyInFittingUnit(NIL_ENDING)} of nil; ${moneyInFittingUnit(closing.sum)} of savings bring it there.`,
      question: 'which figure was found last?',
      ...closing,
    },
  ];
}

/** A rate that leaves the others by less than this is no bend. */
const LEAST_BEND = new D('0.0025');
const LEAST_EFFECT = new D(100_000);

/** Whether a series is, in every year, one that the tool ships with its source: a published year may differ from the years before it. */
function isPublished(rates: Readonly<Record<string, Decimal>>, shipped: readonly Series[]): boolean {
  return shipped.some(
    (each) =>
      each.kind === 'RATES' &&
      Object.entries(rates).every(([year, rate]) => {
        const published = each.rateByYear[year];
        return published !== undefined && decimal(published.value).eq(rate);
      }),
  );
}

/** The rate of the target year and those before it, in order; undefined where a year is blank. */
function ratesTo(series: Series, years: readonly string[]): Decimal[] | undefined {
  if (series.kind !== 'RATES') return undefined;
  const rates = years.flatMap((year) => series.rateByYear[year] ?? []).map(({ value }) => decimal(value));
  return rates.length === years.length ? rates : undefined;
}

/** How far the last rate lies from the mean of those before; undefined where it lies no further than they lie apart. */
function bendOf(rates: readonly Decimal[]): { mean: Decimal; last: Decimal } | undefined {
  const before = rates.slice(0, -1);
  const last = rates.at(-1) ?? ZERO;
  const mean = sum(before).div(before.length);
  const spread = before.reduce(maximum, before[0] ?? ZERO).minus(before.reduce(minimum, before[0] ?? ZERO));
  const bend = last.minus(mean).abs();
  return bend.lt(LEAST_BEND) || bend.lte(spread) ? undefined : { mean, last };
}

/** Growth that turns for the better in the very year that is tested. What it is worth is found by taking the mean of the years before instead. */
function bentGrowth(projection: Projection): PlugDraft[] {
  const { frame } = projection;
  const target = frame.years[frame.target] ?? '';
  const years = frame.years.slice(1, frame.target + 1);
  if (years.length < 3) return [];
  const shipped = defaultSeries(years).map((series) => seriesSchema.parse(series));
  return frame.scenario.series.flatMap((series): PlugDraft[] => {
    const rates = ratesTo(series, years);
    const bend = rates === undefined ? undefined : bendOf(rates);
    const input = series.kind === 'RATES' ? series.rateByYear[target] : undefined;
    if (rates === undefined || bend === undefined || input === undefined) return [];
    if (isPublished(Object.fromEntries(years.map((year, at) => [year, rates[at] ?? ZERO])), shipped)) return [];
    const path = `series.${series.id}.rateByYear.${target}`;
    const straight = project(replaceInput(frame.scenario, path, { ...input, value: canonical(bend.mean.toDecimalPlaces(20)) }));
    const gain = systemIn(projection.positions.beforeSupport, frame.target).minus(systemIn(straight.positions.beforeSupport, frame.target));
    if (!isAtLeast(gain, LEAST_EFFECT)) return [];
    return [
      {
        pattern: 'growth-bent',
        subject: series.id,
        title: 'Growth turns in the target year',
        says: `${series.name} is ${formatPercent(bend.last, 2)} in ${target} after ${formatPercent(bend.mean, 2)} a year before; that is worth ${moneyInFittingUnit(gain)}.`,
        question: 'what changes in that year?',
        sum: gain,
        paths: [path],
      },
    ];
  });
}

/**
 * The plug finder: figures that look chosen to make the sum come out (model-spec §11; product.md §1). Each finding names its sum and its inputs and is a question,
 * no verdict; largest sum first, then by key. One projection for each growth series that bends.
 */
export function plugFindings(projection: Projection, outcomes: Outcomes = outcomesOf(projection)): PlugFinding[] {
  if (projection.frame.leftOut.has('scenario')) return [];
  const drafts = [
    ...nilEnding(projection, outcomes),
    ...shareOfGap(projection, outcomes),
    ...unidentifiedRising(projection),
    ...hockeySticks(projection),
    ...aboveCostBase(projection),
    ...roundAmongExact(projection),
    ...bentGrowth(projection),
    ...oneOffCloses(projection, outcomes),
  ];
  return drafts.map(findingFrom).sort((a, b) => b.sum.cmp(a.sum) || (a.key < b.key ? -1 : 1));
}
