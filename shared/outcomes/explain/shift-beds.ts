import { monthLabel } from '../../calendar/financial-year.ts';
import { monthLevel } from '../../calendar/phasing.ts';
import { D, ONE, ZERO, times, type Decimal } from '../../money/decimal.ts';
import { wholeOf } from '../../engine/frame.ts';
import type { ShiftOutcome } from '../../engine/shift.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { StepGroup } from '../../scenario/schema.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { everyYear, once, type Figure } from './figures.ts';
import { figureOfUse, useOf, usesEntered } from './input-uses.ts';
import { fundedFactors, fundingNotes, startUses } from './waiting.ts';
import { plainNumber } from './wording.ts';

const DAYS_IN_YEAR = new D(365);

/** Beds that a shift frees in one month: at full effect × the level of its ramp in mid-month (model-spec §7.2). */
export function bedsInMonth({ activity }: ShiftOutcome, month: number): Decimal {
  return times(activity.bedsAtFullEffect, monthLevel(activity.ramp, month));
}

/** Months between beds being freed and a ward closing. */
export function lagOf(group: StepGroup): number {
  return wholeOf(group.lagMonths ?? DEFAULT_INPUTS.wardLagMonths);
}

/** The month whose beds decide what is closed in March of a year. */
export function monthForMarch(group: StepGroup, year: number): number {
  return 12 * year + 11 - lagOf(group);
}

function fullEffectDraft(context: Context, outcome: ShiftOutcome): Draft {
  const { scheme, bedsAtFullEffect } = outcome.activity;
  const label = `Beds freed at full effect, ${scheme.name}`;
  const formula = 'activity × delivery × part not refilled × length of stay ÷ (365 × occupancy)';
  if (scheme.lengthOfStayDays === undefined)
    return {
      label,
      unit: 'beds',
      amount: bedsAtFullEffect,
      formula,
      sentence: `No length of stay is entered for ${scheme.name}, so it frees no beds.`,
    };
  const use = (field: string, otherwise: Parameters<typeof useOf>[2]) => useOf(context, `shifts.${scheme.id}.${field}`, otherwise);
  const [activity, stay] = [use('activityPerYear', 'units'), use('lengthOfStayDays', 'days')];
  const [delivery, occupancy] = [use('delivery', DEFAULT_INPUTS.fullShare), use('occupancy', DEFAULT_INPUTS.occupancy)];
  const [backfill] = usesEntered(context, [`shifts.${scheme.id}.backfillShare`]);
  return {
    label,
    unit: 'beds',
    amount: bedsAtFullEffect,
    sentence: `At full effect ${scheme.name} frees ${plainNumber(bedsAtFullEffect, 1)} beds.`,
    formula,
    factors: [
      { label: 'Activity a year at full effect', amount: figureOfUse(activity), unit: 'units', use: activity },
      ...fundedFactors(context, scheme),
      { label: 'Delivery share', amount: figureOfUse(delivery), unit: 'share', use: delivery },
      ...(backfill === undefined
        ? []
        : [{ label: 'Part that is not refilled', amount: ONE.minus(figureOfUse(backfill)), unit: 'share', use: backfill } as const]),
      { label: 'Length of stay in days', amount: figureOfUse(stay), unit: 'days', use: stay },
      { label: 'Days of a year', amount: DAYS_IN_YEAR, unit: 'days', divides: true },
      { label: 'Occupancy', amount: figureOfUse(occupancy), unit: 'share', use: occupancy, divides: true },
    ],
    notes: fundingNotes(context, scheme),
  };
}

function bedsDraft(context: Context, outcome: ShiftOutcome, month: number, label: string): Draft {
  const { scheme, bedsAtFullEffect, ramp } = outcome.activity;
  const when = monthLabel(context.scenario.baseYear, month);
  const amount = bedsInMonth(outcome, month);
  return {
    label: `${label}, ${scheme.name}, ${when}`,
    unit: 'beds',
    amount,
    sentence: `In mid-${when} ${scheme.name} keeps ${plainNumber(amount, 1)} beds free.`,
    formula: 'beds at full effect × level of the ramp in the middle of the month',
    factors: [
      { label: 'Beds freed at full effect', amount: bedsAtFullEffect, unit: 'beds', path: `shifts.${scheme.id}.bedsAtFullEffect` },
      { label: `Level of the ramp in ${when}`, amount: monthLevel(ramp, month), unit: 'share' },
    ],
    uses: startUses(context, 'shifts', scheme),
  };
}

/** The beds of a shift: at full effect, in March of a year, and in the month that decides what is closed in that March. */
export function bedsFigures(context: Context, outcome: ShiftOutcome): [string, Figure][] {
  const { stepGroup } = outcome.activity.scheme;
  const group = context.projection.shifts.groups.get(stepGroup ?? '')?.group;
  const figures: [string, Figure][] = [
    ['bedsAtFullEffect', once(() => fullEffectDraft(context, outcome))],
    ['bedsFreed', everyYear((year) => bedsDraft(context, outcome, 12 * year + 11, 'Beds freed'))],
  ];
  if (group !== undefined)
    figures.push([
      'bedsAfterLag',
      everyYear((year) => bedsDraft(context, outcome, monthForMarch(group, year), 'Beds freed long enough to close a ward')),
    ]);
  return figures;
}

/** The shifts that free beds for a step group. */
export function membersOf(context: Context, group: string): ShiftOutcome[] {
  return [...context.projection.shifts.schemes.values()].filter((outcome) => outcome.activity.scheme.stepGroup === group);
}

/** Beds that all shifts of a group free together in one month. */
export function groupBeds(context: Context, group: string, month: number): Decimal {
  return membersOf(context, group).reduce((total, outcome) => total.plus(bedsInMonth(outcome, month)), ZERO);
}
