import { D, ZERO, canonical, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { formatPercent, formatPercentagePoints } from '../money/format.ts';
import type { CellUnit } from '../money/units.ts';
import { yearAfter, yearsBetween } from '../calendar/financial-year.ts';
import { figure, figureOr } from '../engine/frame.ts';
import type { Projection } from '../engine/project.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { Input } from '../scenario/input.ts';
import type { Line, Scenario, Series } from '../scenario/schema.ts';
import { regimeOf } from '../scenario/vocabulary.ts';
import { capitalSlipped } from '../scenario/what-ifs.ts';

/* Levers of the board (product.md §3): each moves many inputs of a plan at once, on a copy; the plan itself is never touched. */

/** In the order in which they stand on the board. */
export const LEVER_IDS = ['delivery', 'capitalSlip', 'activityMoved', 'payGrowth', 'releaseShare', 'councilFunding'] as const;
export type LeverId = (typeof LEVER_IDS)[number];

/** A lever as a plan has it. Shares and points are fractions, a slip is in months. */
export type Lever = {
  readonly id: LeverId;
  readonly label: string;
  readonly unit: CellUnit;
  /** Where the plan stands. */
  readonly planned: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
  /** What one step of the keyboard moves. */
  readonly step: Decimal;
};
/** Where each lever was moved to; those that are left out stand where the plan has them. */
export type LeverMoves = Readonly<Partial<Record<LeverId, Decimal>>>;

/** What each lever is called, what it is measured in and how far it goes. */
const KINDS: Readonly<Record<LeverId, { label: string; unit: CellUnit; least: string; most: string; step: string }>> = {
  delivery: { label: 'Delivery of savings', unit: { kind: 'share' }, least: '0', most: '1.2', step: '0.01' },
  capitalSlip: { label: 'Capital later by', unit: { kind: 'months' }, least: '0', most: '36', step: '1' },
  activityMoved: { label: 'Activity moved, of plan', unit: { kind: 'share' }, least: '0', most: '2', step: '0.05' },
  payGrowth: { label: 'Pay growth, a year', unit: { kind: 'points' }, least: '-0.03', most: '0.03', step: '0.001' },
  releaseShare: { label: 'Cost released by QIPP', unit: { kind: 'share' }, least: '0', most: '1', step: '0.01' },
  councilFunding: { label: 'Council funding, a year', unit: { kind: 'points' }, least: '-0.03', most: '0.03', step: '0.001' },
};

const PLACES = 20;
const SOURCE = 'Tried on the board';

/** An input at another amount. Its source, owner and range were those of the old one, so they go, and the note says what it was. */
function moved(input: Input | undefined, amount: Decimal, unit: Input['unit']): Input {
  const value = canonical(amount.toDecimalPlaces(PLACES));
  return { value, unit, source: SOURCE, note: input === undefined ? 'Blank before.' : `Before: ${input.value}.` };
}

const isIdentified = ({ category }: { category: string }): boolean => category !== 'UNIDENTIFIED';
const reducesContract = ({ mechanism }: { mechanism: string }): boolean => mechanism === 'CONTRACT_REDUCTION';
const isPay = ({ category }: Line): boolean => category === 'PAY' || category === 'AGENCY';

/** Lines of income that a council raises or is granted, clients' contributions apart. */
function isCouncilFunding(scenario: Scenario): (line: Line) => boolean {
  const councils = new Set(scenario.organisations.filter(({ type }) => regimeOf(type) === 'COUNCIL').map(({ id }) => id));
  return ({ kind, category, organisation }) => kind === 'INCOME' && category !== 'CLIENT_CONTRIBUTION' && councils.has(organisation);
}

/** The rates that price some lines: the series that each names, or the first of those that it is compounded from. */
function ratesBehind(scenario: Scenario, isMeant: (line: Line) => boolean): Set<string> {
  const byId = new Map(scenario.series.map((series) => [series.id, series]));
  const found = new Set<string>();
  for (const { priceSeries } of scenario.lines.filter(isMeant)) {
    const seen = new Set<string>();
    let series: Series | undefined = byId.get(priceSeries ?? '');
    while (series?.kind === 'COMPOUND' && !seen.has(series.id)) {
      seen.add(series.id);
      series = byId.get(series.of[0] ?? '');
    }
    if (series?.kind === 'RATES') found.add(series.id);
  }
  return found;
}

const RATES_OF: Readonly<Record<'payGrowth' | 'councilFunding', (scenario: Scenario) => Set<string>>> = {
  payGrowth: (scenario) => ratesBehind(scenario, isPay),
  councilFunding: (scenario) => ratesBehind(scenario, isCouncilFunding(scenario)),
};

/** The mean of some schemes, each weighed by what it would bring the system in the target year; the plain mean where none brings anything. */
function weighted(outcomes: readonly SavingsOutcome[], year: number, amountOf: (outcome: SavingsOutcome) => Decimal): Decimal {
  const weights = outcomes.map((outcome) => times(outcome.cashReleasing[year] ?? ZERO, outcome.systemFactor));
  const total = sum(weights);
  if (total.isZero()) return sum(outcomes.map(amountOf)).div(outcomes.length);
  return sum(outcomes.map((outcome, index) => times(weights[index] ?? ZERO, amountOf(outcome)))).div(total);
}

/** Where the plan stands on a lever; undefined where it has nothing that the lever moves. */
function plannedOf(projection: Projection, id: LeverId): Decimal | undefined {
  const { scenario, target } = projection.frame;
  const savings = [...projection.savings.schemes.values()];
  switch (id) {
    case 'delivery': {
      const identified = savings.filter(({ scheme }) => isIdentified(scheme));
      return identified.length === 0 ? undefined : weighted(identified, target, ({ delivery }) => delivery);
    }
    case 'releaseShare': {
      const contracts = savings.filter(({ scheme }) => reducesContract(scheme));
      const shares = contracts.map(({ scheme }) => figureOr(scheme.releaseShare, DEFAULT_INPUTS.releaseShare));
      return contracts.length === 0 ? undefined : sum(shares).div(shares.length);
    }
    case 'capitalSlip':
      return scenario.capital.length === 0 ? undefined : ZERO;
    case 'activityMoved':
      return scenario.shifts.length === 0 ? undefined : new D(1);
    case 'payGrowth':
    case 'councilFunding':
      return RATES_OF[id](scenario).size === 0 ? undefined : ZERO;
  }
}

/**
 * The levers of a plan, at most six, each only where the plan has inputs that it moves. Delivery stands at the mean that break-even uses, weighed by what each
 * scheme would bring (model-spec §11.3), without unidentified savings; the share that contract reductions release at its plain mean; the others are changes.
 */
export function leversOf(projection: Projection): Lever[] {
  if (projection.frame.leftOut.has('scenario')) return [];
  return LEVER_IDS.flatMap((id) => {
    const planned = plannedOf(projection, id);
    if (planned === undefined) return [];
    const { label, unit, least, most, step } = KINDS[id];
    return [{ id, label, unit, planned, least: new D(least), most: new D(most), step: new D(step) }];
  });
}

/** Rates of some series higher by some points in every projected year; a blank rate is nil growth (model-spec §4). */
function ratesHigher(scenario: Scenario, ids: ReadonlySet<string>, points: Decimal): Scenario {
  const count = Math.max(yearsBetween(scenario.baseYear, scenario.horizonYear) ?? 0, 0);
  const years = Array.from({ length: count }, (_, index) => yearAfter(scenario.baseYear, index + 1));
  const series = scenario.series.map((each) => {
    if (each.kind !== 'RATES' || !ids.has(each.id)) return each;
    const raised = years.map((year) => {
      const input = each.rateByYear[year];
      return [year, moved(input, plus(input === undefined ? ZERO : figure(input), points), 'rate')] as const;
    });
    return { ...each, rateByYear: { ...each.rateByYear, ...Object.fromEntries(raised) } };
  });
  return { ...scenario, series };
}

function withLever(scenario: Scenario, id: LeverId, to: Decimal): Scenario {
  switch (id) {
    case 'delivery':
      return {
        ...scenario,
        savings: scenario.savings.map((scheme) =>
          isIdentified(scheme) ? { ...scheme, delivery: moved(scheme.delivery, to, 'share') } : scheme,
        ),
      };
    case 'releaseShare':
      return {
        ...scenario,
        savings: scenario.savings.map((scheme) =>
          reducesContract(scheme) ? { ...scheme, releaseShare: moved(scheme.releaseShare, to, 'share') } : scheme,
        ),
      };
    case 'capitalSlip':
      return capitalSlipped(scenario, Number(canonical(to)));
    case 'activityMoved':
      return {
        ...scenario,
        shifts: scenario.shifts.map((shift) => ({
          ...shift,
          activityPerYear: moved(shift.activityPerYear, times(figure(shift.activityPerYear), to), 'units'),
        })),
      };
    case 'payGrowth':
    case 'councilFunding':
      return ratesHigher(scenario, RATES_OF[id](scenario), to);
  }
}

/**
 * A plan with its levers moved: a scenario of its own, which shares with the plan what no lever touched. Delivery and released cost become one share for all
 * schemes that the lever moves, as in break-even (model-spec §11.3); what nobody has identified keeps its own delivery. Capital moves by whole months on top of its
 * slippage (§6.3), activity by a share of plan (§7), growth by points in every projected year (§4). Without a move it is the plan itself.
 */
export function withLevers(scenario: Scenario, moves: LeverMoves): Scenario {
  return LEVER_IDS.reduce((plan, id) => {
    const to = moves[id];
    return to === undefined ? plan : withLever(plan, id, to);
  }, scenario);
}

/** A position of a lever as people say it: "86.7%", "6 months", "+0.5pp". */
export function leverWords({ unit }: Lever, at: Decimal): string {
  if (unit.kind === 'months') return `${at.toFixed(0)} ${at.eq(1) ? 'month' : 'months'}`;
  if (unit.kind !== 'points') return formatPercent(at);
  return `${at.gt(ZERO) ? '+' : ''}${formatPercentagePoints(at)}`;
}

/** What was moved, one lever after another: "Delivery of savings 80.0% in place of 86.7%". */
export function movesWords(levers: readonly Lever[], moves: LeverMoves): string {
  return levers
    .flatMap((lever) => {
      const to = moves[lever.id];
      return to === undefined ? [] : [`${lever.label} ${leverWords(lever, to)} in place of ${leverWords(lever, lever.planned)}`];
    })
    .join('; ');
}
