import { ZERO, maximum, plus, sum, type Decimal } from '../money/decimal.ts';
import { figureOf, outsideView } from '../evidence/evidence.ts';
import type { Projection } from '../engine/project.ts';
import { outcomesOf, type Outcomes } from '../outcomes/positions.ts';
import { figureOr } from '../engine/frame.ts';
import { DEFAULT_JUDGEMENTS } from '../scenario/defaults.ts';
import { ownRecordOf, type OwnRecord } from '../scenario/own-record.ts';
import type { Judgement } from '../scenario/schema.ts';

/** The threshold that holds for a test of realism: stated in the scenario, or the tool's own. */
export function judgementOf({ frame }: Projection, judgement: Judgement): Decimal {
  return figureOr(frame.scenario.judgements?.[judgement], DEFAULT_JUDGEMENTS[judgement]);
}

/** What a ratio says against the tool's thresholds; `clear` below amber. */
export type Grade = 'clear' | 'amber' | 'red';

/** What must be saved to close the do nothing, as a rate a year, and what was saved before (model-spec §11.1, §19 (40)). */
export type RequiredRate = {
  /** £ a year: the do-nothing shortfall of the target year over the years to it; nil where there is none. */
  readonly amountPerYear: Decimal;
  /** Of the mean external cost of years 1 to the target; undefined where there is no cost. */
  readonly ofSystemCost: Decimal | undefined;
  /** Of the mean pay, agency, drugs and non-pay; undefined where there is none. */
  readonly ofInfluenceableCost: Decimal | undefined;
};
export type RequiredAgainstAchieved = RequiredRate & {
  /** Rates achieved before: reported by trusts, recurrent as reported, and measured, each with the id of its outside view. */
  readonly achieved: readonly { readonly view: string; readonly label: string; readonly low: Decimal; readonly high: Decimal }[];
  /** Required of system cost ÷ the recurrent rate that trusts reported; undefined without a required rate. */
  readonly index: Decimal | undefined;
  readonly grade: Grade;
  /** Own record: £ achieved a year over the recorded years, and required ÷ achieved; undefined where nothing is recorded. */
  readonly own: { readonly achievedPerYear: Decimal; readonly index: Decimal | undefined } | undefined;
  readonly byOrganisation: readonly (RequiredRate & { readonly organisation: string; readonly ownAchievedPerYear: Decimal | undefined })[];
};

const mean = (amounts: readonly Decimal[], years: number): Decimal => sum(amounts.slice(1, years + 1)).div(years);
/** A mean over books that hold a cost in the base year; a published gap alone, without the cost behind it, gives no rate. */
const meanCost = (amounts: readonly Decimal[], years: number): Decimal => (amounts[0]?.isZero() === false ? mean(amounts, years) : ZERO);
const shareOf = (amount: Decimal, base: Decimal): Decimal | undefined => (base.isZero() ? undefined : amount.div(base));

/** External cost lines of an organisation (or of all) by year, recurrent. */
function costOf({ frame, doNothing }: Projection, organisation?: string): Decimal[] {
  const lines = frame.scenario.lines.filter(
    (line) => line.kind === 'EXPENDITURE' && (organisation === undefined || line.organisation === organisation),
  );
  return frame.years.map((_, year) => sum(lines.map(({ id }) => doNothing.lines.get(id)?.[year] ?? ZERO)));
}

function rateOf(shortfall: Decimal, bases: { cost: readonly Decimal[]; influenceable: readonly Decimal[] }, years: number): RequiredRate {
  const amountPerYear = maximum(shortfall, ZERO).div(years);
  return {
    amountPerYear,
    ofSystemCost: shareOf(amountPerYear, meanCost(bases.cost, years)),
    ofInfluenceableCost: shareOf(amountPerYear, meanCost(bases.influenceable, years)),
  };
}

/** Rates that trusts achieved (model-spec §11.1): total as reported, recurrent as reported (less 17 to 25% and more one-off), and as measured. */
function achievedRates(): RequiredAgainstAchieved['achieved'] {
  const rate = (id: string, part: 'achieved' | 'low' | 'high' = 'achieved'): Decimal => figureOf(outsideView(id), part) ?? ZERO;
  return [
    { view: 'cip-rate-2018-19', label: 'all savings, as trusts reported', low: rate('cip-rate-2018-19'), high: rate('cip-rate-2017-18') },
    {
      view: 'recurrent-rate-reported',
      label: 'recurrent savings, as trusts reported',
      low: rate('recurrent-rate-reported', 'low'),
      high: rate('recurrent-rate-reported', 'high'),
    },
    {
      view: 'efficiency-2013-16',
      label: 'recurrent efficiency, as measured',
      low: rate('efficiency-2013-16'),
      high: rate('efficiency-2013-16'),
    },
  ];
}

function achievedPerYear(record: OwnRecord, organisations: readonly string[]): Decimal | undefined {
  const own = organisations.flatMap((id) => record.byOrganisation.get(id) ?? []);
  return own.length === 0 ? undefined : sum(own.map(({ achieved, years }) => achieved.div(years.length)));
}

function gradeOf(projection: Projection, index: Decimal | undefined): Grade {
  if (index === undefined) return 'clear';
  if (index.gt(judgementOf(projection, 'requiredRed'))) return 'red';
  return index.gt(judgementOf(projection, 'requiredAmber')) ? 'amber' : 'clear';
}

/**
 * Required against achieved: how much must be saved each year to close the do nothing, beside what trusts saved nationally and what these bodies saved
 * (model-spec §11.1). `index` sets the required rate of system cost against the better of the recurrent rates that trusts reported; amber and red are tool defaults.
 */
export function requiredAgainstAchieved(projection: Projection, outcomes: Outcomes = outcomesOf(projection)): RequiredAgainstAchieved {
  const { frame, doNothing } = projection;
  const years = Math.max(frame.target, 1);
  const record = ownRecordOf(frame.scenario);
  const influenceableOf = (id: string): readonly Decimal[] => doNothing.influenceable.get(id) ?? [];
  const allInfluenceable = frame.years.map((_, year) =>
    sum(frame.scenario.organisations.map(({ id }) => influenceableOf(id)[year] ?? ZERO)),
  );
  const shortfall = (amounts: readonly Decimal[]): Decimal => (amounts[frame.target] ?? ZERO).neg();
  const system = rateOf(shortfall(outcomes.system.doNothing), { cost: costOf(projection), influenceable: allInfluenceable }, years);
  const achieved = achievedRates();
  const recurrent = achieved[1]?.high ?? ZERO;
  const index = system.ofSystemCost === undefined || recurrent.isZero() ? undefined : system.ofSystemCost.div(recurrent);
  const ownTotal = achievedPerYear(
    record,
    frame.scenario.organisations.map(({ id }) => id),
  );
  const ownRequired = outcomes.organisations
    .filter(({ id }) => record.byOrganisation.has(id))
    .reduce((total, each) => plus(total, maximum(shortfall(each.doNothing), ZERO)), ZERO)
    .div(years);
  return {
    ...system,
    achieved,
    index,
    grade: gradeOf(projection, index),
    own: ownTotal === undefined ? undefined : { achievedPerYear: ownTotal, index: shareOf(ownRequired, ownTotal) },
    byOrganisation: outcomes.organisations.map((each) => ({
      ...rateOf(shortfall(each.doNothing), { cost: costOf(projection, each.id), influenceable: influenceableOf(each.id) }, years),
      organisation: each.id,
      ownAchievedPerYear: achievedPerYear(record, [each.id]),
    })),
  };
}
