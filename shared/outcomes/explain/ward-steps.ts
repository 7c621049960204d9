import { monthLabel } from '../../calendar/financial-year.ts';
import { type Decimal } from '../../money/decimal.ts';
import { wholeSteps, type StepRelease } from '../../engine/shift-activity.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft, type DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { bedsInMonth, groupBeds, lagOf, membersOf, monthForMarch } from './shift-beds.ts';
import { counted, months, plainNumber } from './wording.ts';

export type GroupAt = { readonly context: Context; readonly id: string; readonly release: StepRelease };

/** The path of a figure of the group. */
export function pathAt({ context, id }: GroupAt, name: string, year: number): string {
  return context.path(year, 'shifts.groups', id, name);
}

/** March of a year: "Mar 2021". */
export function march({ context }: GroupAt, year: number): string {
  return monthLabel(context.scenario.baseYear, 12 * year + 11);
}

function sizeUse({ context, id }: GroupAt): InputUse {
  return useOf(context, `stepGroups.${id}.stepSize`, DEFAULT_INPUTS.stepSize);
}

function lagUse({ context, id }: GroupAt): InputUse {
  return useOf(context, `stepGroups.${id}.lagMonths`, DEFAULT_INPUTS.wardLagMonths);
}

/** Beds of each shift of the group, as terms. */
function bedTerms({ context, id }: GroupAt, name: 'bedsFreed' | 'bedsAfterLag', at: { year: number; month: number }): DraftTerm[] {
  return membersOf(context, id).map((outcome) => ({
    label: outcome.activity.scheme.name,
    amount: bedsInMonth(outcome, at.month),
    path: context.path(at.year, 'shifts', outcome.activity.scheme.id, name),
  }));
}

/** Beds freed by mid-March, before any ward closes (model-spec §7.2). */
export function bedsFreedDraft(at: GroupAt, year: number): Draft {
  const { release } = at;
  const amount = amountIn(release.bedsFreed, year);
  return {
    label: `Beds freed, ${release.group.name}, mid-${march(at, year)}`,
    unit: 'beds',
    amount,
    sentence: `${release.group.name}: by mid-${march(at, year)} all shifts together free ${plainNumber(amount, 1)} beds.`,
    formula: 'the sum of the beds that each shift frees, before any ward closes',
    terms: bedTerms(at, 'bedsFreed', { year, month: 12 * year + 11 }),
  };
}

/** Beds that have been free for the lag when March comes. */
export function bedsAfterLagDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const month = monthForMarch(release.group, year);
  const terms = bedTerms(at, 'bedsAfterLag', { year, month });
  const amount = totalOf(terms);
  const when = monthLabel(context.scenario.baseYear, month);
  return {
    label: `Beds free since ${when}, ${release.group.name}`,
    unit: 'beds',
    amount,
    sentence: `${plainNumber(amount, 1)} beds are free in ${when}, early enough for a ward to close by March: a ward takes ${months(lagOf(release.group))} to close.`,
    formula: 'the sum of the beds that each shift frees by then',
    terms,
    uses: [lagUse(at)],
  };
}

function stepsBeforeRounding(at: GroupAt, year: number): Decimal {
  return groupBeds(at.context, at.id, monthForMarch(at.release.group, year)).div(figureOfUse(sizeUse(at)));
}

/** Wards' worth of beds, before rounding down to whole wards. */
export function stepsBeforeRoundingDraft(at: GroupAt, year: number): Draft {
  const { context, id, release } = at;
  const beds = groupBeds(context, id, monthForMarch(release.group, year));
  const size = sizeUse(at);
  const amount = stepsBeforeRounding(at, year);
  return {
    label: `Wards' worth of beds, ${release.group.name}, ${march(at, year)}`,
    unit: 'steps',
    amount,
    sentence: `${plainNumber(beds, 1)} free beds are ${plainNumber(amount)} wards of ${size.input.value} beds.`,
    formula: 'beds free since the lag ÷ beds of one ward',
    factors: [
      { label: 'Beds free early enough', amount: beds, unit: 'beds', path: pathAt(at, 'bedsAfterLag', year) },
      { label: 'Beds of a ward', amount: figureOfUse(size), unit: 'beds', use: size, divides: true },
    ],
  };
}

/** Whole wards closed in March (model-spec §7.2). */
export function stepsDraft(at: GroupAt, year: number): Draft {
  const { release } = at;
  const amount = amountIn(release.stepsInMarch, year);
  const exact = stepsBeforeRounding(at, year);
  return {
    label: `Wards closed, ${release.group.name}, ${march(at, year)}`,
    unit: 'steps',
    amount,
    sentence: `${release.group.name}: ${counted(amount, 'ward')} ${amount.eq(1) ? 'is' : 'are'} closed by ${march(at, year)}, since wards close whole or not at all.`,
    formula: "wards' worth of beds, rounded down to whole wards",
    terms: [
      { label: "Wards' worth of beds free early enough", amount: exact, path: pathAt(at, 'stepsBeforeRounding', year) },
      { label: 'Part of a ward that stays open', amount: amount.minus(exact) },
    ],
    uses: [sizeUse(at), lagUse(at)],
  };
}

/** Wards closed in each month of a year, after the lag. */
function stepsByMonth({ context, id, release }: GroupAt, size: Decimal, year: number): { month: number; steps: Decimal }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = 12 * year + index;
    return { month, steps: wholeSteps(groupBeds(context, id, month - lagOf(release.group)), size) };
  });
}

/** Months for which wards are closed in a year, ward by ward. */
export function stepMonthsDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const size = sizeUse(at);
  const terms = stepsByMonth(at, figureOfUse(size), year).map(({ month, steps }): DraftTerm => {
    const isMarch = month === 12 * year + 11;
    return {
      label: monthLabel(context.scenario.baseYear, month),
      amount: steps,
      ...(isMarch ? { path: pathAt(at, 'stepsInMarch', year) } : {}),
    };
  });
  const amount = totalOf(terms);
  return {
    label: `Ward-months closed, ${release.group.name}, ${context.label(year)}`,
    unit: 'months',
    amount,
    sentence: `${release.group.name}: wards are closed for ${counted(amount, 'ward-month')} in ${context.label(year)}.`,
    formula: 'the sum over the months of the wards closed in each',
    terms,
    uses: [size, lagUse(at)],
  };
}
