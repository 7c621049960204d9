import { ONE, TWELVE, times, type Decimal } from '../../money/decimal.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft } from './draft.ts';
import { everyYear, projected, type Family, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { levelFactor } from './series.ts';
import { counted, plainNumber, pounds } from './wording.ts';
import { staffFactors } from './workforce.ts';
import {
  bedsAfterLagDraft,
  bedsFreedDraft,
  march,
  pathAt,
  stepMonthsDraft,
  stepsBeforeRoundingDraft,
  stepsDraft,
  type GroupAt,
} from './ward-steps.ts';

function costReleasedDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const amount = amountIn(release.costReleased, year);
  const wardMonths = stepMonthsDraft(at, year).amount;
  return {
    label: `Ward cost released, ${release.group.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${release.group.name}: closing wards releases ${pounds(amount)} in ${context.label(year)}, for ${counted(wardMonths, 'ward-month')}.`,
    formula: 'ward-months closed × cost of a ward-year ÷ 12',
    factors: [
      { label: 'Ward-months closed', amount: wardMonths, unit: 'months', path: pathAt(at, 'stepMonths', year) },
      { label: 'Cost of a ward in the year', amount: amountIn(release.stepCost, year), unit: '£', path: pathAt(at, 'stepCost', year) },
      { label: 'Months of a year', amount: TWELVE, unit: 'months', divides: true },
    ],
  };
}

function stepCostDraft(at: GroupAt, year: number): Draft {
  const { context, id, release } = at;
  const use = useOf(context, `stepGroups.${id}.stepCostPerYear`, DEFAULT_INPUTS.stepCostPerYear);
  const amount = amountIn(release.stepCost, year);
  return {
    label: `Cost of a ward, ${release.group.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${release.group.name}: one ward costs ${pounds(amount)} in ${context.label(year)}.`,
    formula: 'cost of a ward at base-year prices × growth of prices since',
    factors: [
      { label: 'At base-year prices', amount: figureOfUse(use), unit: '£', use },
      ...levelFactor(context, release.group.costSeries, year),
    ],
  };
}

function costAtExit({ release }: GroupAt, year: number): Decimal {
  return times(amountIn(release.stepsInMarch, year), amountIn(release.stepCost, year));
}

function costAtExitDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const amount = costAtExit(at, year);
  return {
    label: `Ward cost released over twelve months, ${release.group.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `The wards closed in ${march(at, year)} release ${pounds(amount)} over twelve months.`,
    formula: 'wards closed in March × cost of a ward in the year',
    factors: [
      {
        label: 'Wards closed in March',
        amount: amountIn(release.stepsInMarch, year),
        unit: 'steps',
        path: pathAt(at, 'stepsInMarch', year),
      },
      { label: 'Cost of a ward in the year', amount: amountIn(release.stepCost, year), unit: '£', path: pathAt(at, 'stepCost', year) },
    ],
  };
}

function exitDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const terms = [
    { label: 'Ward cost released over twelve months', amount: costAtExit(at, year), path: pathAt(at, 'costReleasedAtExit', year) },
    { label: 'Ward cost released in the year', amount: amountIn(release.costReleased, year).neg(), path: pathAt(at, 'costReleased', year) },
  ];
  return {
    label: `Full-year effect still to come, ${release.group.name}, ${context.label(year)}`,
    unit: '£',
    amount: totalOf(terms),
    sentence: `Wards closed in ${march(at, year)} release ${pounds(totalOf(terms))} more over twelve months than in the year.`,
    formula: 'wards closed in March over twelve months less what is released in the year',
    terms,
  };
}

function capacityGrowthDraft(at: GroupAt, year: number): Draft {
  const { context, id, release } = at;
  const base = useOf(context, `stepGroups.${id}.baseCapacity`, 'beds');
  const growth = levelFactor(context, release.group.capacityGrowthSeries, year)[0];
  const grown = (growth?.amount ?? ONE).minus(ONE);
  const amount = times(figureOfUse(base), grown);
  return {
    label: `Beds that growth would need, ${release.group.name}, ${context.label(year)}`,
    unit: 'beds',
    amount,
    sentence: `Without any shift, growth would need ${plainNumber(amount, 1)} more beds by ${context.label(year)}.`,
    formula: 'beds of the base year × growth since',
    factors: [
      { label: 'Beds in the base year', amount: figureOfUse(base), unit: 'beds', use: base },
      { label: 'Growth since the base year', amount: grown, unit: 'ratio', ...(growth?.path === undefined ? {} : { path: growth.path }) },
    ],
  };
}

function netCapacityDraft(at: GroupAt, year: number): Draft {
  const { context, release } = at;
  const amount = amountIn(release.netCapacity, year);
  const freed = amountIn(release.bedsFreed, year);
  return {
    label: `Net beds needed, ${release.group.name}, ${context.label(year)}`,
    unit: 'beds',
    amount,
    sentence: amount.lt(0)
      ? `By ${context.label(year)} ${plainNumber(amount.neg(), 1)} beds fewer are needed than in the base year: what is released is closure.`
      : `By ${context.label(year)} growth needs ${plainNumber(amount, 1)} beds more than are freed: what is released is growth avoided, not closure.`,
    formula: 'beds that growth would need less beds freed; it changes no pounds, since the do nothing already pays for growth',
    terms: [
      { label: 'Beds that growth would need', amount: amount.plus(freed), path: pathAt(at, 'capacityGrowth', year) },
      { label: 'Beds freed', amount: freed.neg(), path: pathAt(at, 'bedsFreed', year) },
    ],
  };
}

function staffDraft(at: GroupAt, year: number): Draft {
  const { context, id, release } = at;
  const amount = amountIn(context.projection.shifts.groupWteReleased.get(id), year);
  return {
    label: `Staff that closed wards stand for, ${release.group.name}, ${context.label(year)}`,
    unit: 'WTE',
    amount,
    sentence: `${release.group.name}: the closed wards stand for ${plainNumber(amount, 1)} WTE in ${context.label(year)}.`,
    formula: 'pay part of the ward cost released ÷ average pay',
    factors: [
      { label: 'Ward cost released', amount: amountIn(release.costReleased, year), unit: '£', path: pathAt(at, 'costReleased', year) },
      ...staffFactors(context, { payShare: `stepGroups.${id}.payShare`, organisation: release.group.organisation, year }),
    ],
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const release = context.projection.shifts.groups.get(id);
  if (release === undefined) return undefined;
  const at: GroupAt = { context, id, release };
  const noPay = (): string | undefined =>
    context.projection.shifts.groupWteReleased.get(id) === undefined ? 'the pay share or the average pay is blank' : undefined;
  const blank = (): string | undefined => (release.netCapacity === undefined ? 'the base capacity is blank' : undefined);
  return new Map([
    ['costReleased', projected((year) => costReleasedDraft(at, year))],
    ['stepMonths', projected((year) => stepMonthsDraft(at, year))],
    ['stepCost', everyYear((year) => stepCostDraft(at, year))],
    ['bedsFreed', everyYear((year) => bedsFreedDraft(at, year))],
    ['bedsAfterLag', everyYear((year) => bedsAfterLagDraft(at, year))],
    ['stepsBeforeRounding', everyYear((year) => stepsBeforeRoundingDraft(at, year))],
    ['stepsInMarch', everyYear((year) => stepsDraft(at, year))],
    ['costReleasedAtExit', projected((year) => costAtExitDraft(at, year))],
    ['exitEffect', projected((year) => exitDraft(at, year))],
    ['wteReleased', projected((year) => staffDraft(at, year), noPay)],
    ['capacityGrowth', everyYear((year) => capacityGrowthDraft(at, year), blank)],
    ['netCapacity', everyYear((year) => netCapacityDraft(at, year), blank)],
  ]);
}

/** Wards or clinics that close only whole: `shifts.groups.W1.stepsInMarch.2020/21`, `costReleased`, `bedsFreed` (model-spec §7.2). */
export const stepGroupFamily: Family = {
  prefix: 'shifts.groups',
  list: 'stepGroups',
  ids: (context) => [...context.projection.shifts.groups.keys()],
  figuresOf,
};
