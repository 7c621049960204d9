import { exitLevel, inYearShare, slipByMonths, type Ramp } from '../calendar/phasing.ts';
import { ONE, ZERO, minus, plus, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { InputByYear } from '../scenario/input.ts';
import type { SavingsScheme } from '../scenario/schema.ts';
import { operationalMonth } from './capital-charges.ts';
import { capitalNeededBy, figure, figureAt, figureOr, figuresByYear, wholeOf, type Frame } from './frame.ts';
import { nilByYear } from './ledger.ts';

/** The first two rungs of one scheme, in pounds by year, index 0 = base year (which is nil: its savings are in the baseline). */
export type Timing = {
  /** L0: what the plan claims, on planned dates. */
  readonly headline: readonly Decimal[];
  /** L1: on the dates that slippage and capital allow, with the non-recurrent drag. */
  readonly effective: readonly Decimal[];
  readonly headlineNonRecurrent: readonly Decimal[];
  readonly effectiveNonRecurrent: readonly Decimal[];
  /** Level at 31 March × 12 months less in-year, before gate, overlap, cash release and delivery (§19 (10)). */
  readonly exitGap: readonly Decimal[];
  readonly plannedStart: number;
  readonly effectiveStart: number;
};

export type TimingContext = {
  readonly frame: Frame;
  readonly deflator: readonly Decimal[];
  readonly influenceable: ReadonlyMap<string, readonly Decimal[]>;
};

/** The month from which the capital that a scheme or shift waits for can be used, mobilisation included; also of capital that fails its test (§19 (12)). */
export function capitalReadyMonth(
  frame: Frame,
  waiting: { id: string; capitalDependencies: readonly string[]; mobilisationMonths?: SavingsScheme['mobilisationMonths'] },
): number {
  const ready = capitalNeededBy(frame.scenario, waiting.id, waiting.capitalDependencies).map(operationalMonth);
  return ready.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...ready) + wholeOf(waiting.mobilisationMonths);
}

type RampProfile = Extract<SavingsScheme['profile'], { kind: 'LINEAR' | 'S_CURVE' | 'STEP' }>;

function rampTiming(context: TimingContext, scheme: SavingsScheme, profile: RampProfile): Timing {
  const gross = figure(profile.grossFullYearEffect);
  const planned: Ramp = { shape: profile.kind, startMonth: wholeOf(profile.startMonth), rampMonths: wholeOf(profile.rampMonths) };
  const start = Math.max(planned.startMonth + wholeOf(scheme.slippageMonths), capitalReadyMonth(context.frame, scheme));
  const effective: Ramp = { ...planned, startMonth: start };
  const headline = context.frame.years.map((_, year) => (year === 0 ? ZERO : times(gross, inYearShare(planned, year))));
  const inYear =
    start === planned.startMonth
      ? headline
      : context.frame.years.map((_, year) => (year === 0 ? ZERO : times(gross, inYearShare(effective, year))));
  const exitGap = inYear.map((amount, year) => (year === 0 ? ZERO : minus(times(gross, exitLevel(effective, year)), amount)));
  const nil = nilByYear(context.frame.yearCount);
  return {
    headline,
    effective: inYear,
    headlineNonRecurrent: nil,
    effectiveNonRecurrent: nil,
    exitGap,
    plannedStart: planned.startMonth,
    effectiveStart: start,
  };
}

/** April of the first year that is not nil; the base year where there is none (§19 (11)). */
function plannedStartOf(amounts: readonly Decimal[]): number {
  const first = amounts.findIndex((amount) => !amount.isZero());
  return first < 0 ? 0 : 12 * first;
}

/** Months by which a profile stated by year slips: own slippage, or the wait for capital, whichever is more (§19 (11)). */
function slipOfYears(context: TimingContext, scheme: SavingsScheme, plannedStart: number): number {
  return Math.max(wholeOf(scheme.slippageMonths), capitalReadyMonth(context.frame, scheme) - plannedStart, 0);
}

function runningTotal(amounts: readonly Decimal[]): Decimal[] {
  let total = ZERO;
  return amounts.map((amount) => (total = plus(total, amount)));
}

function increments(levels: readonly Decimal[]): Decimal[] {
  return levels.map((level, year) => level.minus(year === 0 ? ZERO : (levels[year - 1] ?? ZERO)));
}

/** Shares by year with blanks read as nil, base year nil. */
function sharesOf(frame: Frame, byYear: InputByYear): Decimal[] {
  return figuresByYear(frame, byYear).map((share, year) => (year === 0 ? ZERO : share));
}

function slippedLevels(levels: readonly Decimal[], slip: number): Decimal[] {
  return slip === 0 ? [...levels] : runningTotal(slipByMonths(increments(levels), slip)).slice(0, levels.length);
}

function customTiming(
  context: TimingContext,
  scheme: SavingsScheme,
  profile: Extract<SavingsScheme['profile'], { kind: 'CUSTOM' }>,
): Timing {
  const { frame } = context;
  const gross = figure(profile.grossFullYearEffect);
  const planned = sharesOf(frame, profile.shareByYear);
  const plannedStart = plannedStartOf(planned);
  const slip = slipOfYears(context, scheme, plannedStart);
  const effective = slippedLevels(planned, slip);
  const exits = frame.years.map((label, year) => (year === 0 ? ZERO : (figureAt(profile.exitShareByYear, label) ?? planned[year] ?? ZERO)));
  const slippedExits = slippedLevels(exits, slip);
  const nil = nilByYear(frame.yearCount);
  return {
    headline: planned.map((share) => times(gross, share)),
    effective: effective.map((share) => times(gross, share)),
    headlineNonRecurrent: nil,
    effectiveNonRecurrent: nil,
    exitGap: slippedExits.map((share, year) => times(gross, share.minus(effective[year] ?? ZERO))),
    plannedStart,
    effectiveStart: plannedStart + slip,
  };
}

/** The annual programme: a rate of the owner's influenceable base each year; what was not recurrent last year must be found again (model-spec §5.2). */
function programmeTiming(context: TimingContext, scheme: SavingsScheme, rateByYear: InputByYear): Timing {
  const { frame } = context;
  const base = context.influenceable.get(scheme.organisation) ?? nilByYear(frame.yearCount);
  const rates = sharesOf(frame, rateByYear);
  const planned = rates.map((rate, year) => times(rate, base[year] ?? ZERO));
  const plannedStart = plannedStartOf(planned);
  const slip = slipOfYears(context, scheme, plannedStart);
  const found = slipByMonths(planned, slip).slice(0, planned.length);
  const recurrent = figureOr(scheme.recurrentShare, DEFAULT_INPUTS.fullShare);
  const oneOff = ONE.minus(recurrent);
  const carried = runningTotal(found);
  return {
    headline: runningTotal(planned),
    effective: found.map((amount, year) => plus(times(recurrent, year === 0 ? ZERO : (carried[year - 1] ?? ZERO)), amount)),
    headlineNonRecurrent: planned.map((amount) => times(oneOff, amount)),
    effectiveNonRecurrent: found.map((amount) => times(oneOff, amount)),
    exitGap: nilByYear(frame.yearCount),
    plannedStart,
    effectiveStart: plannedStart + slip,
  };
}

function nonRecurrentTiming(context: TimingContext, scheme: SavingsScheme, amountByYear: InputByYear): Timing {
  const planned = sharesOf(context.frame, amountByYear);
  const plannedStart = plannedStartOf(planned);
  const slip = slipOfYears(context, scheme, plannedStart);
  const effective = slipByMonths(planned, slip).slice(0, planned.length);
  return {
    headline: planned,
    effective,
    headlineNonRecurrent: planned,
    effectiveNonRecurrent: effective,
    exitGap: nilByYear(context.frame.yearCount),
    plannedStart,
    effectiveStart: plannedStart + slip,
  };
}

/** Amounts in base-year prices become nominal by the deflator's level of their year (§19 (6)); rates of nominal costs are nominal already. */
function inNominalPrices(scheme: SavingsScheme, deflator: readonly Decimal[], timing: Timing): Timing {
  if (scheme.priceBasis === 'NOMINAL' || scheme.profile.kind === 'PROGRAMME') return timing;
  const nominal = (amounts: readonly Decimal[]): Decimal[] => amounts.map((amount, year) => times(amount, deflator[year] ?? ONE));
  return {
    ...timing,
    headline: nominal(timing.headline),
    effective: nominal(timing.effective),
    headlineNonRecurrent: nominal(timing.headlineNonRecurrent),
    effectiveNonRecurrent: nominal(timing.effectiveNonRecurrent),
    exitGap: nominal(timing.exitGap),
  };
}

/** A scheme of category NON_RECURRENT is one-off whatever its profile: the whole of it is stripped from underlying, and nothing is carried on. */
function asOneOff(scheme: SavingsScheme, timing: Timing): Timing {
  if (scheme.category !== 'NON_RECURRENT') return timing;
  return {
    ...timing,
    headlineNonRecurrent: timing.headline,
    effectiveNonRecurrent: timing.effective,
    exitGap: timing.exitGap.map(() => ZERO),
  };
}

/** Step 4 of model-spec §10 for one scheme: rungs L0 and L1 of §5.3 with the phasing of §5.2. */
export function timingOf(context: TimingContext, scheme: SavingsScheme): Timing {
  const profile = scheme.profile;
  const timing = ((): Timing => {
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
  })();
  return asOneOff(scheme, inNominalPrices(scheme, context.deflator, timing));
}
