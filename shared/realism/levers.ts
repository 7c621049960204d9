import { D, ONE, ZERO, decimal, isAtLeast, plus, canonical, type Decimal } from '../money/decimal.ts';
import { formatPercent, formatPercentagePoints } from '../money/format.ts';
import { project, type Projection } from '../engine/project.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { Input } from '../scenario/input.ts';
import type { SavingsScheme, Scenario, Series } from '../scenario/schema.ts';
import { capitalSlipped } from '../scenario/what-ifs.ts';
import { balancedStretches, closeIn, gridOf, type Stretch } from './search.ts';
import { systemIn } from './uniform-delivery.ts';

/* Levers: one thing moved over the whole plan. Each gives a scenario of its own; the plan stays as it is. */

export type LeverId = 'delivery' | 'activityGrowth' | 'payGrowth' | 'allocationGrowth' | 'capitalSlip' | 'releaseShare';
export type Lever = {
  readonly id: LeverId;
  readonly label: string;
  /** share: the lever sets it for all; points: added to the rates as stated; months: added to the slippage as stated. */
  readonly unit: 'share' | 'points' | 'months';
  readonly span: Stretch;
  /** The plan with the lever at a setting. */
  readonly at: (scenario: Scenario, setting: Decimal) => Scenario;
  /** Whether the plan has anything that the lever moves. */
  readonly applies: (scenario: Scenario) => boolean;
};

/** A series and those that it is made of, as far as they hold rates. */
function ratesWithin(scenario: Scenario, ids: Iterable<string>): Set<string> {
  const byId = new Map(scenario.series.map((series) => [series.id, series]));
  const found = new Set<string>();
  const add = (id: string, depth: number): void => {
    const series: Series | undefined = byId.get(id);
    if (series?.kind === 'RATES') found.add(id);
    if (series?.kind === 'COMPOUND' && depth < 20) for (const part of series.of) add(part, depth + 1);
  };
  for (const id of ids) add(id, 0);
  return found;
}

function shocked(scenario: Scenario, ids: ReadonlySet<string>, points: Decimal): Scenario {
  const move = (input: Input): Input => ({ ...input, value: canonical(plus(decimal(input.value), points)) });
  const series = scenario.series.map((each) =>
    each.kind === 'RATES' && ids.has(each.id)
      ? { ...each, rateByYear: Object.fromEntries(Object.entries(each.rateByYear).map(([year, rate]) => [year, move(rate)])) }
      : each,
  );
  return { ...scenario, series };
}

const present = (ids: readonly (string | undefined)[]): string[] => ids.flatMap((id) => id ?? []);

/** Rates of activity: demand that comes on top of a growing population is moved, demography is not where it can be told apart. */
function activitySeries(scenario: Scenario): Set<string> {
  const volumes = present([...scenario.lines, ...scenario.flows].map(({ volumeSeries }) => volumeSeries));
  const compounds = scenario.series.filter((series) => series.kind === 'COMPOUND' && volumes.includes(series.id));
  // A compound grows by the sum of its parts, nearly; moving the last part alone moves the compound once.
  const last = compounds.flatMap((series) => (series.kind === 'COMPOUND' ? (series.of.at(-1) ?? []) : []));
  const single = volumes.filter((id) => !compounds.some((series) => series.id === id));
  return ratesWithin(scenario, [...last, ...single]);
}

const paySeries = (scenario: Scenario): Set<string> =>
  ratesWithin(
    scenario,
    present(scenario.lines.filter(({ category }) => category === 'PAY' || category === 'AGENCY').map(({ priceSeries }) => priceSeries)),
  );

const allocationSeries = (scenario: Scenario): Set<string> =>
  ratesWithin(scenario, present(scenario.lines.filter(({ category }) => category === 'ALLOCATION').map(({ priceSeries }) => priceSeries)));

const share = (input: Input | undefined, setting: Decimal): Input => ({ ...input, value: canonical(setting), unit: 'share' });
const isReduction = ({ mechanism }: SavingsScheme): boolean => mechanism === 'CONTRACT_REDUCTION';

const points = (limit: string): Stretch => ({ from: new D(limit).neg(), to: new D(limit) });
const MOST_SLIP = new D(30);

function growthLever(id: LeverId, label: string, seriesOf: (scenario: Scenario) => Set<string>): Lever {
  return {
    id,
    label,
    unit: 'points',
    span: points('0.03'),
    at: (scenario, setting) => shocked(scenario, seriesOf(scenario), setting),
    applies: (scenario) => seriesOf(scenario).size > 0,
  };
}

export const LEVERS: readonly Lever[] = [
  {
    id: 'delivery',
    label: 'Delivery of savings',
    unit: 'share',
    span: { from: ZERO, to: new D('1.5') },
    at: (scenario, setting) => ({
      ...scenario,
      savings: scenario.savings.map((each) => ({ ...each, delivery: share(each.delivery, setting) })),
    }),
    applies: (scenario) => scenario.savings.length > 0,
  },
  growthLever('activityGrowth', 'Activity growth', activitySeries),
  growthLever('payGrowth', 'Pay growth', paySeries),
  growthLever('allocationGrowth', 'Allocation growth', allocationSeries),
  {
    id: 'capitalSlip',
    label: 'Slip of capital',
    unit: 'months',
    span: { from: ZERO, to: MOST_SLIP },
    at: (scenario, setting) => capitalSlipped(scenario, setting.toNumber()),
    applies: (scenario) => scenario.capital.length > 0,
  },
  {
    id: 'releaseShare',
    label: 'Cost released when a contract is reduced',
    unit: 'share',
    span: { from: ZERO, to: ONE },
    at: (scenario, setting) => ({
      ...scenario,
      savings: scenario.savings.map((each) =>
        isReduction(each) ? { ...each, releaseShare: share(each.releaseShare ?? DEFAULT_INPUTS.releaseShare, setting) } : each,
      ),
    }),
    applies: (scenario) => scenario.savings.some(isReduction),
  },
];

/** The lever of an id. */
export function leverOf(id: LeverId): Lever {
  const found = LEVERS.find((lever) => lever.id === id);
  if (found === undefined) throw new RangeError(`There is no lever "${id}". Take one that LEVERS lists.`);
  return found;
}

/** A setting in words: 85.0%, +0.5pp, 9 months. */
export function settingWords({ unit }: Pick<Lever, 'unit'>, setting: Decimal): string {
  if (unit === 'share') return formatPercent(setting);
  if (unit === 'months') return `${setting.toFixed(0)} ${setting.eq(1) ? 'month' : 'months'}`;
  return `${setting.isNeg() && !setting.isZero() ? '−' : '+'}${formatPercentagePoints(setting.abs(), 2)}`;
}

/** Where a lever lets the target year balance, as reported. */
export type LeverBreakEven = {
  readonly lever: LeverId;
  readonly label: string;
  /** Settings at which the system balances, within the span that is looked at; none where no setting does. */
  readonly stretches: readonly Stretch[];
  /** False where balance is won, lost and won again: then the stretches are said, and no single setting. */
  readonly isMonotone: boolean;
  readonly text: string;
};

/** Each halving costs a projection; twenty bring a growth rate to a millionth of a point. */
const LEVER_HALVINGS = 20;

function stretchText(lever: Lever, { from, to }: Stretch): string {
  const isWhole = from.eq(lever.span.from) && to.eq(lever.span.to);
  const [first, last] = [settingWords(lever, from), settingWords(lever, to)];
  if (isWhole) return `anywhere from ${first} to ${last}`;
  if (from.eq(lever.span.from)) return `up to ${last}`;
  return to.eq(lever.span.to) ? `from ${first}` : `between ${first} and ${last}`;
}

function textOf(lever: Lever, stretches: readonly Stretch[]): string {
  if (stretches.length > 0) return `${lever.label}: balances ${stretches.map((stretch) => stretchText(lever, stretch)).join(' and ')}`;
  return `${lever.label}: nothing between ${settingWords(lever, lever.span.from)} and ${settingWords(lever, lever.span.to)} balances`;
}

/**
 * The settings of one lever at which the reported position of the target year is at or above nil (model-spec §11.3). The whole model is calculated again at each of
 * 31 points; where the position changes sign, the edge is brought in by halving; months are whole and are not halved.
 */
export function leverBreakEven({ frame }: Projection, lever: Lever): LeverBreakEven {
  const positionAt = (setting: Decimal): Decimal => {
    const moved = project(lever.at(frame.scenario, setting));
    return systemIn(moved.settlement.reported, moved.frame.target);
  };
  const grid = gridOf(lever.span);
  const holds = grid.map((setting) => isAtLeast(positionAt(setting), ZERO));
  const edge = (ends: { fails: Decimal; holds: Decimal }): Decimal =>
    lever.unit === 'months' ? ends.holds : closeIn(positionAt, ends, LEVER_HALVINGS).holds;
  const stretches = balancedStretches(grid, holds, edge);
  const changes = holds.filter((balances, point) => point > 0 && balances !== holds[point - 1]).length;
  return { lever: lever.id, label: lever.label, stretches, isMonotone: changes <= 1, text: textOf(lever, stretches) };
}
