import { monthsInUse } from '../../calendar/phasing.ts';
import { D, TWELVE, ZERO, plus, times, type Decimal } from '../../money/decimal.ts';
import { figure } from '../../engine/frame.ts';
import type { Step } from '../../engine/ledger.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Figure } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { losingMember, partFigures, partMembers } from './scheme-members.ts';
import { change, insideSentence, pounds } from './wording.ts';

/** From which rung to which a step of the ladder leads, by their names in a path; the headline starts from nothing. */
const LADDER = {
  headline: { from: undefined, to: 'headline', label: 'Headline saving' },
  timing: { from: 'headline', to: 'timing', label: 'Timing and non-recurrence' },
  capitalNotAvailable: { from: 'timing', to: 'afterGate', label: 'Capital not available' },
  overlap: { from: 'afterGate', to: 'afterOverlap', label: 'Overlap with other schemes' },
  notCashReleasing: { from: 'afterOverlap', to: 'cashReleasing', label: 'Not cash-releasing' },
  deliveryRisk: { from: 'cashReleasing', to: 'deliverable', label: 'Delivery risk' },
} as const;
type LadderStep = keyof typeof LADDER;
type RungName = (typeof LADDER)[LadderStep]['to'];

/** Steps of the calculation that are changes between rungs of the savings ladder, in their order. */
const LADDER_STEPS = ['headline', 'timing', 'capitalNotAvailable', 'overlap', 'notCashReleasing', 'deliveryRisk'] as const;

/** Whether a step of the calculation is one of the savings ladder. */
export function isLadderStep(step: Step): step is LadderStep {
  return Object.hasOwn(LADDER, step);
}

function levelOf(outcome: SavingsOutcome, rung: RungName | undefined, year: number): Decimal {
  if (rung === undefined) return ZERO;
  return amountIn(rung === 'timing' ? outcome.effective : outcome[rung], year);
}

const RUNG_LABELS: Readonly<Record<RungName, string>> = {
  headline: 'Headline saving',
  timing: 'After timing',
  afterGate: 'After the capital gate',
  afterOverlap: 'After overlap',
  cashReleasing: 'Cash-releasing',
  deliverable: 'Deliverable saving',
};

/** What a step of the ladder changes for a scheme in a year, in pounds. */
export function stepAmount(outcome: SavingsOutcome, step: LadderStep, year: number): Decimal {
  const { from, to } = LADDER[step];
  return levelOf(outcome, to, year).minus(levelOf(outcome, from, year));
}

function stepDraft(context: Context, outcome: SavingsOutcome, step: LadderStep, year: number): Draft {
  const { id, name } = outcome.scheme;
  const { from, to, label } = LADDER[step];
  const amount = stepAmount(outcome, step, year);
  const termOf = (rung: RungName, sign: 1 | -1): DraftTerm => ({
    label: RUNG_LABELS[rung],
    amount: sign === 1 ? levelOf(outcome, rung, year) : levelOf(outcome, rung, year).neg(),
    path: context.path(year, 'schemes', id, rung),
  });
  return {
    label: `${label}, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${label}: ${name} ${change(amount)} in ${context.label(year)}.`,
    formula: from === undefined ? 'the headline saving' : `${insideSentence(RUNG_LABELS[to])} less ${insideSentence(RUNG_LABELS[from])}`,
    terms: [termOf(to, 1), ...(from === undefined ? [] : [termOf(from, -1)])],
  };
}

function illusionDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const [gained, kept] = [amountIn(outcome.deliverable, year), amountIn(outcome.systemEffect, year)];
  const amount = kept.minus(gained);
  const loser = context.name(losingMember(outcome) ?? '');
  return {
    label: `Tariff illusion, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${loser} loses ${pounds(gained)} of income when ${name} delivers, and releases ${pounds(kept)} of cost: ${pounds(amount)} worse off in ${context.label(year)}.`,
    formula: 'cost that the other member releases less the income that it loses',
    terms: [
      { label: `Income that ${loser} loses`, amount: gained.neg(), path: context.path(year, 'schemes', id, 'deliverable') },
      { label: `Cost that ${loser} releases`, amount: kept, path: context.path(year, 'schemes', id, 'systemEffect') },
    ],
  };
}

function runningCostDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const use = useOf(context, `savings.${id}.runningCostPerYear`, DEFAULT_INPUTS.nil);
  const months = new D(monthsInUse(year, outcome.timing.effectiveStart));
  const amount = outcome.funded ? figureOfUse(use).times(months).div(TWELVE) : ZERO;
  return {
    label: `Running cost, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${name} costs ${pounds(amount)} to run in ${context.label(year)}.`,
    formula: 'running cost per year × months since its start ÷ 12, if its capital is funded',
    factors: [
      { label: 'Running cost per year', amount: figureOfUse(use), unit: '£', use },
      { label: 'Part of the year since its start', amount: months.div(TWELVE), unit: 'share' },
      ...(outcome.funded ? [] : [{ label: 'Its capital is not funded', amount: ZERO, unit: 'yes or no' } as const]),
    ],
  };
}

/** What a scheme costs its owner in a year, as terms: running cost, and the one-off cost entered; nothing where its capital is missing (§19 (15)). */
export function costTerms(context: Context, outcome: SavingsOutcome, year: number): { running: DraftTerm; oneOff: DraftTerm } {
  const { id, runningCostPerYear } = outcome.scheme;
  const months = monthsInUse(year, outcome.timing.effectiveStart);
  const running = runningCostPerYear === undefined || !outcome.funded ? ZERO : figure(runningCostPerYear).times(months).div(TWELVE);
  const use = useOf(context, `savings.${id}.implementationCostByYear.${context.label(year)}`, '£');
  return {
    running: { label: 'Running cost', amount: running.neg(), path: context.path(year, 'schemes', id, 'runningCost') },
    oneOff: { label: 'One-off implementation cost', amount: outcome.funded ? figureOfUse(use).neg() : ZERO, use },
  };
}

function implementationDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { running, oneOff } = costTerms(context, outcome, year);
  const amount = plus(running.amount, oneOff.amount);
  return {
    label: `Implementation and running costs, ${outcome.scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Putting ${outcome.scheme.name} in place and running it costs ${pounds(amount)} in ${context.label(year)}${outcome.funded ? '' : ', since its capital is not funded'}.`,
    formula: 'one-off cost of the year and running cost, not reduced by overlap, cash share or delivery',
    terms: [running, oneOff],
  };
}

/** The part of the deliverable saving that must be found again next year (§19, Underlying). */
function nonRecurrentDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const whole = amountIn(outcome.deliverable, year);
  const share = amountIn(outcome.nonRecurrentShare, year);
  const amount = times(whole, share);
  return {
    label: `Non-recurrent saving, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of what ${name} delivers in ${context.label(year)} is one-off: it must be found again the year after.`,
    formula: 'deliverable saving × its non-recurrent share',
    factors: [
      { label: 'Deliverable saving', amount: whole, unit: '£', path: context.path(year, 'schemes', id, 'deliverable') },
      { label: 'Non-recurrent share', amount: share, unit: 'share' },
    ],
    uses: outcome.scheme.profile.kind === 'PROGRAMME' ? [useOf(context, `savings.${id}.recurrentShare`, DEFAULT_INPUTS.fullShare)] : [],
  };
}

/** The part of a scheme's effect on the system that must be found again next year (§19, Underlying). */
function oneOffEffectDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const whole = amountIn(outcome.systemEffect, year);
  const share = amountIn(outcome.nonRecurrentShare, year);
  const amount = times(whole, share);
  return {
    label: `One-off effect on the system, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of what ${name} puts into the position of the system in ${context.label(year)} is one-off.`,
    formula: 'effect on the system × non-recurrent share',
    factors: [
      { label: 'Effect on the system', amount: whole, unit: '£', path: context.path(year, 'schemes', id, 'systemEffect') },
      { label: 'Non-recurrent share', amount: share, unit: 'share' },
    ],
    uses: outcome.scheme.profile.kind === 'PROGRAMME' ? [useOf(context, `savings.${id}.recurrentShare`, DEFAULT_INPUTS.fullShare)] : [],
  };
}

/** Figures of a scheme beside its ladder: each step's effect, its costs, its one-off part, and the members' parts of all of these. */
export function effectFigures(context: Context, outcome: SavingsOutcome): [string, Figure][] {
  const { scheme } = outcome;
  const owners = partMembers(outcome, 'owners');
  const figures = LADDER_STEPS.flatMap((step) =>
    partFigures(context, outcome, {
      name: `steps.${step}`,
      draft: (year) => stepDraft(context, outcome, step, year),
      members: owners,
      side: 'owners',
    }),
  );
  if (losingMember(outcome) !== undefined)
    figures.push(['steps.tariffIllusionSavings', projected((year) => illusionDraft(context, outcome, year))]);
  if (scheme.runningCostPerYear !== undefined) figures.push(['runningCost', projected((year) => runningCostDraft(context, outcome, year))]);
  if (scheme.runningCostPerYear !== undefined || Object.keys(scheme.implementationCostByYear).length > 0)
    figures.push(['steps.implementation', projected((year) => implementationDraft(context, outcome, year))]);
  const nonRecurrent = (year: number): Draft => nonRecurrentDraft(context, outcome, year);
  return [
    ...figures,
    ['oneOffEffect', projected((year) => oneOffEffectDraft(context, outcome, year))],
    ...partFigures(context, outcome, { name: 'nonRecurrent', draft: nonRecurrent, members: partMembers(outcome, 'both'), side: 'both' }),
  ];
}
