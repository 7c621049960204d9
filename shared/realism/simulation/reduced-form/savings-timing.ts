import type { Ramp } from '../../../calendar/phasing.ts';
import { capitalNeededBy } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { Input, InputByYear } from '../../../scenario/input.ts';
import type { SavingsScheme } from '../../../scenario/schema.ts';
import type { CapitalCells } from './capital-funding.ts';
import type { DoNothingPaths } from './do-nothing.ts';
import { rampShare, slipInto } from './ramp.ts';
import type { Growth } from './series.ts';
import { at, fixed, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** What the timing of savings stands on. */
export type TimingContext = {
  readonly workings: Workings;
  readonly growth: Growth;
  readonly doNothing: DoNothingPaths;
  readonly capital: CapitalCells;
};
/** Rung L1 of one scheme by year, what share of it does not recur, and the month from which it runs. */
export type TimingPaths = { readonly effective: Path; readonly onceShare: Path | 'all' | 'none'; readonly start: Cell };

type Waiting = { readonly id: string; readonly capitalDependencies: readonly string[]; readonly mobilisationMonths?: Input | undefined };

/** The month from which the capital that something waits for can be used, mobilisation included; minus infinity where it waits for none. */
export function capitalReadyCell({ workings, capital }: Pick<TimingContext, 'workings' | 'capital'>, waiting: Waiting): Cell {
  const needed = capitalNeededBy(workings.frame.scenario, waiting.id, waiting.capitalDependencies).map(
    ({ id }) => capital.plans.get(id)?.opens,
  );
  if (needed.length === 0) return fixed(Number.NEGATIVE_INFINITY);
  const mobilisation = workings.cells.of(waiting.mobilisationMonths, DEFAULT_INPUTS.noMonths);
  return workings.scalar([...needed, mobilisation], () => {
    let month = Number.NEGATIVE_INFINITY;
    for (const opens of needed) month = Math.max(month, opens?.amount ?? month);
    return month + mobilisation.amount;
  });
}

/** The month in which something starts: its own start with its slippage, or when its capital is ready, whichever is later. */
export function startCell(
  context: Pick<TimingContext, 'workings' | 'capital'>,
  waiting: Waiting & { readonly slippageMonths?: Input | undefined },
  planned: Cell,
): Cell {
  const slip = context.workings.cells.of(waiting.slippageMonths, DEFAULT_INPUTS.noMonths);
  const ready = capitalReadyCell(context, waiting);
  return context.workings.scalar([planned, slip, ready], () => Math.max(planned.amount + slip.amount, ready.amount));
}

/** The average level by year of a ramp whose start and length may vary; nil in the base year. */
export function rampPath(workings: Workings, shape: Ramp['shape'], { start, months }: { start: Cell; months: Cell }): Path {
  return workings.path([start, months], (shares) => {
    const ramp: Ramp = { shape: months.amount === 0 ? 'STEP' : shape, startMonth: start.amount, rampMonths: months.amount };
    for (let year = 1; year < shares.length; year += 1) shares[year] = rampShare(ramp, year);
  });
}

type RampProfile = Extract<SavingsScheme['profile'], { kind: 'LINEAR' | 'S_CURVE' | 'STEP' }>;

function rampTiming(context: TimingContext, scheme: SavingsScheme, profile: RampProfile): TimingPaths {
  const { workings } = context;
  const { cells } = workings;
  const start = startCell(context, scheme, cells.of(profile.startMonth, DEFAULT_INPUTS.noMonths));
  const shares = rampPath(workings, profile.kind, { start, months: cells.of(profile.rampMonths, DEFAULT_INPUTS.noMonths) });
  return { effective: workings.scaled(shares, cells.of(profile.grossFullYearEffect, DEFAULT_INPUTS.nil)), onceShare: 'none', start };
}

/** A profile by year with the base year nil, and April of its first year that is not nil (§19 (11)). */
function profileByYear(workings: Workings, byYear: InputByYear): { stated: Path; plannedStart: Cell } {
  const cells = workings.cellsByYear(byYear);
  const stated = workings.path(cells, (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) amounts[year] = cells[year]?.amount ?? 0;
  });
  return { stated, plannedStart: firstMonthOf(workings, stated) };
}

function firstMonthOf(workings: Workings, stated: Path): Cell {
  return workings.scalar(
    [stated],
    () =>
      12 *
      Math.max(
        0,
        stated.amounts.findIndex((amount) => amount !== 0),
      ),
  );
}

/** Months by which a profile by year slips: its own slippage, or the wait for capital, whichever is more (§19 (11)). */
function slipCell(context: TimingContext, scheme: SavingsScheme, plannedStart: Cell): Cell {
  const slip = context.workings.cells.of(scheme.slippageMonths, DEFAULT_INPUTS.noMonths);
  const ready = capitalReadyCell(context, scheme);
  return context.workings.scalar([slip, ready, plannedStart], () => Math.max(slip.amount, ready.amount - plannedStart.amount, 0));
}

function sumOf(workings: Workings, first: Cell, second: Cell): Cell {
  return workings.scalar([first, second], () => first.amount + second.amount);
}

/** Amounts by year slipped; what falls beyond the horizon is lost. */
function slippedPath(workings: Workings, amounts: Path, slip: Cell): Path {
  return workings.path([amounts, slip], (slipped) => {
    slipInto(slipped, amounts.amounts, slip.amount);
  });
}

function customTiming(
  context: TimingContext,
  scheme: SavingsScheme,
  profile: Extract<SavingsScheme['profile'], { kind: 'CUSTOM' }>,
): TimingPaths {
  const { workings } = context;
  const { stated, plannedStart } = profileByYear(workings, profile.shareByYear);
  const slip = slipCell(context, scheme, plannedStart);
  const increments = workings.path([stated], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) amounts[year] = at(stated.amounts, year) - at(stated.amounts, year - 1);
  });
  const slipped = slippedPath(workings, increments, slip);
  const levels = workings.path([slipped], (amounts) => {
    let level = 0;
    for (let year = 0; year < amounts.length; year += 1) {
      level += at(slipped.amounts, year);
      amounts[year] = level;
    }
  });
  const gross = workings.cells.of(profile.grossFullYearEffect, DEFAULT_INPUTS.nil);
  return { effective: workings.scaled(levels, gross), onceShare: 'none', start: sumOf(workings, plannedStart, slip) };
}

/** The annual programme: a rate of the owner's influenceable base; what was not recurrent last year must be found again (model-spec §5.2). */
function programmeTiming(context: TimingContext, scheme: SavingsScheme, rateByYear: InputByYear): TimingPaths {
  const { workings, doNothing } = context;
  const { stated } = profileByYear(workings, rateByYear);
  const base = doNothing.influenceable.get(scheme.organisation);
  const planned = workings.path([stated, base], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1)
      amounts[year] = base === undefined ? 0 : at(stated.amounts, year) * at(base.amounts, year);
  });
  const plannedStart = firstMonthOf(workings, planned);
  const slip = slipCell(context, scheme, plannedStart);
  const found = slippedPath(workings, planned, slip);
  const recurrent = workings.cells.of(scheme.recurrentShare, DEFAULT_INPUTS.fullShare);
  const effective = workings.path([found, recurrent], (amounts) => {
    let carried = 0;
    for (let year = 0; year < amounts.length; year += 1) {
      amounts[year] = recurrent.amount * carried + at(found.amounts, year);
      carried += at(found.amounts, year);
    }
  });
  const onceShare = workings.path([found, recurrent, effective], (shares) => {
    for (let year = 0; year < shares.length; year += 1) {
      const whole = at(effective.amounts, year);
      shares[year] = whole === 0 ? 0 : ((1 - recurrent.amount) * at(found.amounts, year)) / whole;
    }
  });
  return { effective, onceShare, start: sumOf(workings, plannedStart, slip) };
}

function nonRecurrentTiming(context: TimingContext, scheme: SavingsScheme, amountByYear: InputByYear): TimingPaths {
  const { stated, plannedStart } = profileByYear(context.workings, amountByYear);
  const slip = slipCell(context, scheme, plannedStart);
  return {
    effective: slippedPath(context.workings, stated, slip),
    onceShare: 'all',
    start: sumOf(context.workings, plannedStart, slip),
  };
}

function ofProfile(context: TimingContext, scheme: SavingsScheme): TimingPaths {
  const { profile } = scheme;
  switch (profile.kind) {
    case 'CUSTOM':
      return customTiming(context, scheme, profile);
    case 'PROGRAMME':
      return programmeTiming(context, scheme, profile.rateByYear);
    case 'NON_RECURRENT':
      return nonRecurrentTiming(context, scheme, profile.amountByYear);
    default:
      return rampTiming(context, scheme, profile);
  }
}

/** Step 4 of model-spec §10 for one scheme in the reduced form: rung L1, nominal, and what of it does not recur. */
export function timingPaths(context: TimingContext, scheme: SavingsScheme): TimingPaths {
  const timing = ofProfile(context, scheme);
  const isReal = scheme.priceBasis === 'REAL' && scheme.profile.kind !== 'PROGRAMME';
  const { deflator } = context.growth;
  const effective = !isReal
    ? timing.effective
    : context.workings.path([timing.effective, deflator], (amounts) => {
        for (let year = 0; year < amounts.length; year += 1)
          amounts[year] = at(timing.effective.amounts, year) * at(deflator.amounts, year);
      });
  return { ...timing, effective, onceShare: scheme.category === 'NON_RECURRENT' ? 'all' : timing.onceShare };
}
