import { sum, type Decimal } from '../../money/decimal.ts';
import { HEADLINE_STEPS, SETTLEMENT_STEPS, STEPS, type Step } from '../../engine/ledger.ts';
import { labelOfBar } from '../bridge.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft, type DraftTerm } from './draft.ts';
import { once, type Family, type Figure, type FigureMap } from './figures.ts';
import { organisationTerms } from './organisations.ts';
import { savingsStepTerms, stepTerms } from './organisation-steps.ts';
import { preventionSchemeTerms } from './prevention-parts.ts';
import { formulaOf, labelOfStep, stepSentence } from './step-words.ts';
import { deliveryStep, shiftStepTerms } from './shift-figures.ts';
import { position } from './wording.ts';

/** The bar of all savings together; the bridge itself shows them by category. */
const ALL_SAVINGS = 'headline';
const CATEGORY = 'headline:';
const UNIDENTIFIED = `${CATEGORY}UNIDENTIFIED`;
/** All savings but the unidentified, where there are such: what nobody has named is never hidden in a sum. */
const IDENTIFIED = `${CATEGORY}IDENTIFIED`;

function stepOf(bar: string): Step | undefined {
  return STEPS.find((step) => step === bar);
}

/** Savings schemes at a step, at all members; with a category, only those of it. */
function savingsTerms(context: Context, step: Step, year: number, category?: string): DraftTerm[] {
  const all = [...context.organisations.keys()].flatMap((organisation) =>
    savingsStepTerms(context, { organisation, step, year, category }),
  );
  return year === 0 ? [] : all;
}

function shiftTerms(context: Context, step: Step, year: number): DraftTerm[] {
  return [...context.projection.shifts.schemes].flatMap(([id, outcome]): DraftTerm[] => {
    const label = outcome.activity.scheme.name;
    if (step === 'shiftHeadline')
      return [{ label, amount: amountIn(outcome.headline, year), path: context.path(year, 'shifts', id, 'headline') }];
    if (step !== 'tariffIllusionShift' && step !== deliveryStep(outcome)) return [];
    return [
      { label, amount: totalOf(shiftStepTerms(context, outcome, step, year)), path: context.path(year, 'shifts', id, 'steps', step) },
    ];
  });
}

function wardTerms(context: Context, year: number): DraftTerm[] {
  return [...context.projection.shifts.groups].map(([id, release]) => ({
    label: `${release.group.name}: ward cost released`,
    amount: amountIn(release.costReleased, year),
    path: context.path(year, 'shifts.groups', id, 'costReleased'),
  }));
}

/** Terms of a bar: schemes, wards, agreements or members, whichever it is made of. What members pay one another cancels, and is left out. */
function stepBarTerms(context: Context, step: Step, year: number): DraftTerm[] {
  switch (step) {
    case 'doNothing':
      return organisationTerms(context, 'doNothing', (outcome) => amountIn(outcome.doNothing, year), year);
    case 'riskShare':
      return organisationTerms(context, 'riskShare', (outcome) => amountIn(outcome.riskShare, year), year);
    case 'shiftHeadline':
    case 'shiftDelivery':
      return shiftTerms(context, step, year);
    case 'capitalNotAvailable':
      return [...savingsTerms(context, step, year), ...shiftTerms(context, step, year)];
    case 'tariffIllusionShift':
      return [...shiftTerms(context, step, year), ...wardTerms(context, year)];
    case 'preventionHeadline':
      return preventionSchemeTerms(context, step, year);
    case 'notCashReleasing':
      return [...savingsTerms(context, step, year), ...preventionSchemeTerms(context, step, year)];
    default:
      return [...context.organisations.keys()].flatMap((organisation) => stepTerms(context, { organisation, step, year }));
  }
}

type BarAt = { readonly context: Context; readonly year: number };

function barAmount({ context, year }: BarAt, bar: string): Decimal {
  return context.bridge[year]?.find((each) => each.bar === bar)?.amount ?? totalOf([]);
}

function categoryBars({ context, year }: BarAt): string[] {
  return (context.bridge[year] ?? []).map((each) => each.bar).filter((bar) => bar.startsWith(CATEGORY));
}

function savingsClaimed(at: BarAt, bars: readonly string[] = categoryBars(at)): Decimal {
  return sum(bars.map((bar) => barAmount(at, bar)));
}

function identifiedBars(at: BarAt): string[] {
  return categoryBars(at).filter((bar) => bar !== UNIDENTIFIED);
}

/** Savings as terms of a position: in one, or, where some are unidentified, those with a line of their own. */
function savingsAsTerms(at: BarAt): DraftTerm[] {
  const schemes = [...at.context.projection.savings.schemes.values()];
  const identified = schemes.filter(({ scheme }) => scheme.category !== 'UNIDENTIFIED').length;
  const label = `Savings claimed, ${String(identified)} ${identified === 1 ? 'scheme' : 'schemes'}`;
  const path = (bar: string): string => ['bridge', at.context.label(at.year), bar].join('.');
  if (identified === schemes.length) return [{ label, amount: savingsClaimed(at), path: path(ALL_SAVINGS) }];
  return [
    { label, amount: savingsClaimed(at, identifiedBars(at)), path: path(IDENTIFIED) },
    { label: labelOfBar(UNIDENTIFIED), amount: barAmount(at, UNIDENTIFIED), path: path(UNIDENTIFIED) },
  ];
}

/**
 * Bars of the bridge as the terms of a position: do nothing, savings claimed, and every step after that `includes` names.
 * Each leads to its bar.
 */
export function bridgeTerms(context: Context, year: number, includes: (step: Step) => boolean): DraftTerm[] {
  const at: BarAt = { context, year };
  return STEPS.filter(includes).flatMap((step) => {
    if (step === 'headline') return savingsAsTerms(at);
    return [{ label: labelOfBar(step), amount: barAmount(at, step), path: ['bridge', context.label(year), step].join('.') }];
  });
}

/** Steps up to the headline plan; up to the position before support; and all of them. */
export const STEPS_OF = {
  headline: (step: Step): boolean => HEADLINE_STEPS.has(step),
  beforeSupport: (step: Step): boolean => !SETTLEMENT_STEPS.has(step),
  reported: (): boolean => true,
} as const;

function positionDraft(at: BarAt, bar: 'headlinePlan' | 'reported'): Draft {
  const { context, year } = at;
  const amount = barAmount(at, bar);
  const isPlan = bar === 'headlinePlan';
  return {
    label: `${labelOfBar(bar)}, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: isPlan
      ? `As the plans add up, the system has ${position(amount)} in ${context.label(year)}.`
      : `The system reports ${position(amount)} in ${context.label(year)}.`,
    formula: isPlan
      ? 'do nothing + savings, shifts and prevention as claimed'
      : 'do nothing + what is claimed − what does not survive + support and reserves',
    terms: bridgeTerms(context, year, isPlan ? STEPS_OF.headline : STEPS_OF.reported),
  };
}

function allSavingsDraft(at: BarAt, bars = categoryBars(at)): Draft {
  const { context, year } = at;
  const amount = savingsClaimed(at, bars);
  const terms = bars.map((bar) => ({
    label: labelOfBar(bar),
    amount: barAmount(at, bar),
    path: ['bridge', context.label(year), bar].join('.'),
  }));
  return { ...barWords(at, { name: labelOfStep('headline'), step: 'headline', amount }, terms), terms };
}

/** Label, sentence and formula of a bar that changes the position. */
function barWords(
  { context, year }: BarAt,
  { name, step, amount, category }: { name: string; step: Exclude<Step, 'doNothing'>; amount: Decimal; category?: string },
  terms: readonly DraftTerm[],
) {
  return {
    label: `${name}, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: stepSentence(step, {
      owner: 'The system',
      amount,
      year: context.label(year),
      terms,
      ...(category === undefined ? {} : { name: category }),
    }),
    formula: formulaOf(step),
  } as const;
}

function barDraft(at: BarAt, bar: string): Draft {
  const { context, year } = at;
  const amount = barAmount(at, bar);
  const step = stepOf(bar) ?? 'headline';
  const name = labelOfBar(bar);
  const terms = bar.startsWith(CATEGORY)
    ? savingsTerms(context, 'headline', year, bar.slice(CATEGORY.length))
    : stepBarTerms(context, step, year);
  const category = bar.startsWith(CATEGORY) ? { category: name } : {};
  if (step !== 'doNothing') return { ...barWords(at, { name, step, amount, ...category }, terms), terms };
  return {
    label: `${name}, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `If nothing changes, the system has ${position(amount)} in ${context.label(year)}.`,
    formula: 'the sum over the organisations; what they pay one another cancels',
    terms,
  };
}

/** A step of the system in a year, as its bar of the bridge explains it. */
export function stepBarDraft(context: Context, step: Step, year: number): Draft {
  return barDraft({ context, year }, step);
}

function figuresOf(context: Context, label: string): FigureMap | undefined {
  const year = context.frame.years.indexOf(label);
  const bars = context.bridge[year] ?? [];
  if (bars.length === 0) return undefined;
  const at: BarAt = { context, year };
  const figures = bars.map(({ bar }): [string, Figure] => [
    bar,
    once(() => (bar === 'headlinePlan' || bar === 'reported' ? positionDraft(at, bar) : barDraft(at, bar))),
  ]);
  const savings: [string, Figure][] = [[ALL_SAVINGS, once(() => allSavingsDraft(at))]];
  if (categoryBars(at).includes(UNIDENTIFIED)) savings.push([IDENTIFIED, once(() => allSavingsDraft(at, identifiedBars(at)))]);
  return new Map([...figures, ...savings]);
}

/** The bars of the bridge: `bridge.2020/21.deliveryRisk`, `bridge.2020/21.headline:ASC_DEMAND`, and all savings as `bridge.2020/21.headline` (model-spec §10). */
export const bridgeFamily: Family = {
  prefix: 'bridge',
  ids: (context) => context.frame.years.slice(1),
  figuresOf,
};
