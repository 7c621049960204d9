import { exitLevel, fullLevel, inYearShare, monthCount, type Ramp } from '../calendar/phasing.ts';
import { D, ONE, TWELVE, ZERO, plus, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { ShiftScheme, StepGroup } from '../scenario/schema.ts';
import type { Capital } from './capital.ts';
import { capitalNeededBy, figure, figureOr, wholeOf, type Frame } from './frame.ts';
import { capitalReadyMonth } from './savings-timing.ts';
import type { SeriesRates } from './series.ts';

/** Activity and unit prices of one shift, by year, index 0 = base year (model-spec §7.2). */
export type ShiftActivity = {
  readonly scheme: ShiftScheme;
  readonly funded: boolean;
  readonly plannedStart: number;
  readonly effectiveStart: number;
  /** Units a year avoided, as planned and as delivered, and units for which capacity is bought. */
  readonly planned: readonly Decimal[];
  readonly plannedCapacity: readonly Decimal[];
  readonly avoided: readonly Decimal[];
  readonly capacity: readonly Decimal[];
  /** Level at 31 March, in units a year. */
  readonly avoidedAtExit: readonly Decimal[];
  readonly capacityAtExit: readonly Decimal[];
  /** Prices of their year. */
  readonly tariff: readonly Decimal[];
  readonly variableCost: readonly Decimal[];
  readonly reprovisionCost: readonly Decimal[];
  readonly contractPrice: readonly Decimal[];
  /** Beds (or sessions) that full effect frees, and the ramp on which it comes. */
  readonly bedsAtFullEffect: Decimal;
  readonly ramp: Ramp;
};

function rampFrom(scheme: ShiftScheme, startMonth: number): Ramp {
  return { shape: scheme.shape, startMonth, rampMonths: wholeOf(scheme.rampMonths) };
}

function indexed(price: Decimal, levels: readonly Decimal[]): Decimal[] {
  return levels.map((level) => times(price, level));
}

/** Beds freed at full effect: N·δ·(1 − b)·LOS / (365 · occupancy) (model-spec §7.2). */
function bedsAtFullEffect(scheme: ShiftScheme, delivered: Decimal): Decimal {
  if (scheme.lengthOfStayDays === undefined) return ZERO;
  const kept = ONE.minus(figureOr(scheme.backfillShare, DEFAULT_INPUTS.nil));
  const occupied = times(figureOr(scheme.occupancy, DEFAULT_INPUTS.occupancy), new D(365));
  return times(times(delivered, kept), figure(scheme.lengthOfStayDays)).div(occupied);
}

/** Activity of one shift on planned and on effective dates. Capacity is bought for the plan, not for the outcome (model-spec §7.2). */
export function shiftActivity(frame: Frame, series: SeriesRates, capital: Capital, scheme: ShiftScheme): ShiftActivity {
  const needed = capitalNeededBy(frame.scenario, scheme.id, scheme.capitalDependencies);
  const funded = needed.every((each) => capital.funding.funded.has(each.id));
  const plannedStart = wholeOf(scheme.startMonth);
  const effectiveStart = Math.max(plannedStart + wholeOf(scheme.slippageMonths), capitalReadyMonth(frame, scheme));
  const lead = wholeOf(scheme.leadMonths);
  const full = funded ? figure(scheme.activityPerYear) : ZERO;
  const delivered = times(full, figureOr(scheme.delivery, DEFAULT_INPUTS.fullShare));
  const inYear = (units: Decimal, start: number): Decimal[] =>
    frame.years.map((_, year) => (year === 0 ? ZERO : times(units, inYearShare(rampFrom(scheme, start), year))));
  const atExit = (units: Decimal, start: number): Decimal[] =>
    frame.years.map((_, year) => (year === 0 ? ZERO : times(units, exitLevel(rampFrom(scheme, start), year))));
  const planned = figure(scheme.activityPerYear);
  const reprovision = indexed(figure(scheme.reprovisionCostPerUnit), series.levelOf(scheme.reprovisionSeries));
  return {
    scheme,
    funded,
    plannedStart,
    effectiveStart,
    planned: inYear(planned, plannedStart),
    plannedCapacity: inYear(planned, plannedStart - lead),
    avoided: inYear(delivered, effectiveStart),
    capacity: inYear(full, effectiveStart - lead),
    avoidedAtExit: atExit(delivered, effectiveStart),
    capacityAtExit: atExit(full, effectiveStart - lead),
    tariff: indexed(
      times(figure(scheme.tariffPerUnit), figureOr(scheme.priceRealisation, DEFAULT_INPUTS.fullShare)),
      series.levelOf(scheme.tariffSeries),
    ),
    variableCost: indexed(
      times(figure(scheme.variableCostPerUnit), ONE.minus(figureOr(scheme.backfillShare, DEFAULT_INPUTS.nil))),
      series.levelOf(scheme.variableCostSeries),
    ),
    reprovisionCost: reprovision,
    contractPrice:
      scheme.contractPricePerUnit === undefined
        ? reprovision
        : indexed(figure(scheme.contractPricePerUnit), series.levelOf(scheme.reprovisionSeries)),
    bedsAtFullEffect: bedsAtFullEffect(scheme, delivered),
    ramp: rampFrom(scheme, effectiveStart),
  };
}

/** What one step group releases, by year, index 0 = base year. */
export type StepRelease = {
  readonly group: StepGroup;
  /** Beds freed in mid-March of each year, before the lag. */
  readonly bedsFreed: readonly Decimal[];
  /** Whole steps closed in March of each year, after the lag. */
  readonly stepsInMarch: readonly Decimal[];
  readonly costReleased: readonly Decimal[];
  readonly stepCost: readonly Decimal[];
  /** Beds that growth would have needed less beds freed; undefined where the base capacity is blank. It changes no £ (model-spec §7.2). */
  readonly netCapacity: readonly Decimal[] | undefined;
  /** What the steps closed in March are, by net capacity then; undefined where no step is closed or the base capacity is blank. */
  readonly releasedAs: readonly ('avoided growth' | 'closures' | undefined)[];
};

/** Guards a capacity that is an exact multiple of the step but for the 34th digit. */
const STEP_GUARD = new D('0.000000001');

/** Whole steps that a capacity frees: floor(capacity / size + 1e−9) (model-spec §1.5.2). */
export function wholeSteps(capacity: Decimal, size: Decimal): Decimal {
  return capacity.isZero() ? ZERO : capacity.div(size).plus(STEP_GUARD).floor();
}

/** Beds freed in one month by all shifts of a group together, pooled before the floor (model-spec §7.2). */
function capacityIn(members: readonly ShiftActivity[], month: number): Decimal {
  let freed = ZERO;
  for (const { ramp, bedsAtFullEffect: beds } of members) {
    const count = monthCount(ramp, month);
    if (count === 0) continue;
    const whole = fullLevel(ramp);
    freed = plus(freed, count === whole ? beds : beds.times(count).div(whole));
  }
  return freed;
}

/** Whether a group's capacity stands still from one month to another. Ramps only rise, so equal ends mean no change between. */
function isSteady(members: readonly ShiftActivity[], fromMonth: number, toMonth: number): boolean {
  return members.every(({ ramp }) => monthCount(ramp, fromMonth) === monthCount(ramp, toMonth));
}

/** Whole steps closed in each month of a year, summed, and those closed in its last month. */
function stepsInYear(members: readonly ShiftActivity[], firstMonth: number, size: Decimal): { total: Decimal; last: Decimal } {
  let last = wholeSteps(capacityIn(members, firstMonth), size);
  if (isSteady(members, firstMonth, firstMonth + 11)) return { total: times(last, TWELVE), last };
  let total = last;
  for (let month = firstMonth + 1; month < firstMonth + 12; month += 1) {
    last = wholeSteps(capacityIn(members, month), size);
    total = plus(total, last);
  }
  return { total, last };
}

/** Steps closed and cost released by one group, month by month, after the lag. */
export function stepRelease(frame: Frame, series: SeriesRates, group: StepGroup, members: readonly ShiftActivity[]): StepRelease {
  const size = figureOr(group.stepSize, DEFAULT_INPUTS.stepSize);
  const lag = wholeOf(group.lagMonths ?? DEFAULT_INPUTS.wardLagMonths);
  const stepCost = indexed(figureOr(group.stepCostPerYear, DEFAULT_INPUTS.stepCostPerYear), series.levelOf(group.costSeries));
  const bedsFreed = frame.years.map((_, year) => capacityIn(members, 12 * year + 11));
  const closed = frame.years.map((_, year) => stepsInYear(members, 12 * year - lag, size));
  const stepsInMarch = closed.map((steps) => steps.last);
  const costReleased = closed.map((steps, year) => (year === 0 ? ZERO : times(steps.total, stepCost[year] ?? ZERO).div(TWELVE)));
  const base = group.baseCapacity;
  const growth = series.levelOf(group.capacityGrowthSeries);
  const netCapacity =
    base === undefined
      ? undefined
      : frame.years.map((_, year) => times(figure(base), (growth[year] ?? ONE).minus(ONE)).minus(bedsFreed[year] ?? ZERO));
  const releasedAs = stepsInMarch.map((steps, year) => {
    const net = netCapacity?.[year];
    if (net === undefined || steps.isZero()) return undefined;
    return net.gte(ZERO) ? 'avoided growth' : 'closures';
  });
  return { group, bedsFreed, stepsInMarch, costReleased, stepCost, netCapacity, releasedAs };
}
