import { ZERO, isBelow, type Decimal } from '../../money/decimal.ts';
import { figure, takesPart } from '../../engine/frame.ts';
import { HEADLINE_STEPS, SETTLEMENT_STEPS, STEPS, type Step } from '../../engine/ledger.ts';
import type { OrganisationOutcome } from '../positions.ts';
import { cashFigures } from './cash.ts';
import { ONE_OFF_KINDS, amountIn, type Context, type OneOffKind } from './context.ts';
import { totalOf, type Draft, type DraftTerm } from './draft.ts';
import { everyYear, once, projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { fullYearTerms, oneOffTerms, stepTerms } from './organisation-steps.ts';
import { formulaOf, labelOfStep, stepSentence } from './step-words.ts';
import { betterOrWorse, change, insideSentence, position, pounds } from './wording.ts';
import {
  averagePayDraft,
  base,
  controlTotalDraft,
  influenceableDraft,
  pathAt,
  varianceDraft,
  type OrganisationAt,
} from './organisation-measures.ts';

/** What each kind of non-recurrent amount is called. */
export const ONE_OFF_LABELS: Readonly<Record<OneOffKind, string>> = {
  doNothing: 'Non-recurrent income and cost',
  savings: 'Non-recurrent savings',
  disposalAndImpairment: 'Disposal profit and impairment',
  implementation: 'One-off implementation cost',
  support: 'PSF',
  reserves: 'Reserves used, net',
};

/** What a kind of non-recurrent amount comes to, as a sentence about who bears it. */
export function oneOffSentence(kind: OneOffKind, said: { owner: string; amount: Decimal; year: string }): string {
  const what = insideSentence(ONE_OFF_LABELS[kind]);
  if (said.amount.isZero()) return `${said.owner} has nothing in ${said.year} under ${what} that does not recur.`;
  return `${betterOrWorse(said.amount, said.owner)} in ${said.year} through ${what}; this does not recur.`;
}

/** The path under which a step of an organisation is explained; the do nothing is a measure of its own. */
function stepPath(at: OrganisationAt, step: Step, year: number): string {
  return pathAt(at, step === 'doNothing' ? 'doNothing' : `steps.${step}`, year);
}

function doNothingDraft(at: OrganisationAt, year: number): Draft {
  const amount = amountIn(at.outcome.doNothing, year);
  return {
    ...base(at, labelOfStep('doNothing'), amount, year),
    sentence: `If nothing changes, ${at.outcome.name} has ${position(amount)} in ${at.context.label(year)}.`,
    formula: 'income less cost, with what other members pay and receive',
    terms: stepTerms(at.context, { organisation: at.id, step: 'doNothing', year }),
  };
}

function stepDraft(at: OrganisationAt, step: Exclude<Step, 'doNothing'>, year: number): Draft {
  const amount = amountIn(at.outcome.steps.get(step), year);
  const terms = stepTerms(at.context, { organisation: at.id, step, year });
  return {
    ...base(at, labelOfStep(step), amount, year),
    sentence: stepSentence(step, { owner: at.outcome.name, amount, year: at.context.label(year), terms }),
    formula: formulaOf(step),
    terms,
  };
}

/** A position as the sum of the steps that lead to it. */
function stepsDraft(
  at: OrganisationAt,
  words: { label: string; says: string; formula: string },
  amounts: readonly Decimal[],
  year: number,
  includes: (step: Step) => boolean,
): Draft {
  const amount = amountIn(amounts, year);
  const terms = STEPS.filter(includes).map((step) => ({
    label: labelOfStep(step),
    amount: amountIn(at.outcome.steps.get(step), year),
    path: stepPath(at, step, year),
  }));
  return {
    ...base(at, words.label, amount, year),
    sentence: `${words.says}, ${at.outcome.name} has ${position(amount)} in ${at.context.label(year)}.`,
    formula: words.formula,
    terms,
  };
}

function headlineDraft(at: OrganisationAt, year: number): Draft {
  const words = { label: 'Headline plan', says: 'As plans add up', formula: 'do nothing + savings, shifts and prevention as claimed' };
  return stepsDraft(at, words, at.outcome.headline, year, (step) => HEADLINE_STEPS.has(step));
}

function beforeSupportDraft(at: OrganisationAt, year: number): Draft {
  const words = {
    label: 'Position before support',
    says: 'Before risk-share, PSF and reserves',
    formula: 'do nothing + what is claimed − what does not survive',
  };
  return stepsDraft(at, words, at.outcome.beforeSupport, year, (step) => !SETTLEMENT_STEPS.has(step));
}

/** What a body reports: an NHS body may have a deficit; a council either has a lawful budget or must still find money (model-spec §9.3). */
function reportedSentence(outcome: OrganisationOutcome, amount: Decimal, label: string): string {
  if (outcome.regime !== 'COUNCIL') return `${outcome.name} reports ${position(amount)} in ${label}.`;
  if (isBelow(amount, ZERO)) return `${outcome.name} must still find ${pounds(amount)} in ${label}: a council must set a balanced budget.`;
  return `${outcome.name} sets a balanced budget in ${label}.`;
}

function reportedDraft(at: OrganisationAt, year: number): Draft {
  const { outcome } = at;
  const amount = amountIn(outcome.reported, year);
  return {
    ...base(at, 'Reported position', amount, year),
    sentence: reportedSentence(outcome, amount, at.context.label(year)),
    formula: 'position before support + risk-share transfers + PSF earned + net use of reserves',
    terms: [
      { label: 'Position before support', amount: amountIn(outcome.beforeSupport, year), path: pathAt(at, 'beforeSupport', year) },
      { label: 'Risk-share transfers', amount: amountIn(outcome.riskShare, year), path: pathAt(at, 'riskShare', year) },
      { label: 'PSF earned', amount: amountIn(outcome.support, year), path: pathAt(at, 'support', year) },
      { label: 'Reserves used or added', amount: amountIn(outcome.reserves, year), path: pathAt(at, 'reserves', year) },
    ],
  };
}

function underlyingDraft(at: OrganisationAt, year: number): Draft {
  const { context, id, outcome } = at;
  const amount = amountIn(outcome.underlying, year);
  const stripped = ONE_OFF_KINDS.map((kind) => ({
    label: `Less: ${ONE_OFF_LABELS[kind]}`,
    amount: amountIn(context.oneOff(id, kind), year).neg(),
    path: pathAt(at, `nonRecurrent.${kind}`, year),
  }));
  return {
    ...base(at, 'Underlying position', amount, year),
    sentence: `Without support and one-off items, ${outcome.name} has ${position(amount)} in ${context.label(year)}.`,
    formula: 'reported position less everything that does not recur',
    terms: [{ label: 'Reported position', amount: amountIn(outcome.reported, year), path: pathAt(at, 'reported', year) }, ...stripped],
  };
}

function oneOffDraft(at: OrganisationAt, kind: OneOffKind, year: number): Draft {
  const amount = amountIn(at.context.oneOff(at.id, kind), year);
  return {
    ...base(at, ONE_OFF_LABELS[kind], amount, year),
    sentence: oneOffSentence(kind, { owner: at.outcome.name, amount, year: at.context.label(year) }),
    formula: 'the sum of its non-recurrent items',
    terms: kind === 'support' && at.context.scenario.settings.psfIsRecurrent ? [] : oneOffTerms(at.context, kind, at.id, year),
  };
}

function exitDraft(at: OrganisationAt, year: number): Draft {
  const amount = amountIn(at.outcome.exitRunRate, year);
  const effect = amountIn(at.context.projection.fullYearEffect.get(at.id), year);
  return {
    ...base(at, 'Exit run-rate', amount, year),
    sentence: `At its rate of 31 March, ${at.outcome.name} would have ${position(amount)} over the twelve months after ${at.context.label(year)}.`,
    formula: 'underlying position + full-year effect of what is under way',
    terms: [
      { label: 'Underlying position', amount: amountIn(at.outcome.underlying, year), path: pathAt(at, 'underlying', year) },
      { label: 'Full-year effect still to come', amount: effect, path: pathAt(at, 'fullYearEffect', year) },
    ],
  };
}

function fullYearDraft(at: OrganisationAt, year: number): Draft {
  const amount = amountIn(at.context.projection.fullYearEffect.get(at.id), year);
  return {
    ...base(at, 'Full-year effect still to come', amount, year),
    sentence: `What is under way on 31 March ${change(amount, at.outcome.name)} over the twelve months after ${at.context.label(year)}.`,
    formula: 'schemes, shifts, wards and buildings at their level of 31 March, less what counts in the year',
    terms: year === 0 ? [] : fullYearTerms(at.context, at.id, year),
  };
}

/** Steps that the postings of shifts, wards and stranded support belong to (model-spec §7). */
const SHIFT_STEPS = ['shiftHeadline', 'shiftDelivery', 'tariffIllusionShift'] as const;

/** What all shifts together do to one organisation: the exhibit of who wins and who loses (model-spec §13, exhibit 9). */
function shiftEffectDraft(at: OrganisationAt, year: number): Draft {
  const terms = SHIFT_STEPS.map((step) => ({
    label: labelOfStep(step),
    amount: amountIn(at.outcome.steps.get(step), year),
    path: pathAt(at, `steps.${step}`, year),
  }));
  const amount = totalOf(terms);
  return {
    ...base(at, 'Effect of the shifts', amount, year),
    sentence: `Moving care out of hospital ${change(amount, at.outcome.name)} in ${at.context.label(year)}.`,
    formula: 'what shifts score on plan, less what slips, less cost that stays when income goes',
    terms,
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const outcome = context.organisations.get(id);
  if (outcome === undefined || !takesPart(context.frame, 'organisations', id)) return undefined;
  const at: OrganisationAt = { context, id, outcome };
  const total = (year: number): string | undefined =>
    outcome.controlTotal[year] === undefined ? `no control total is entered for ${context.label(year)}` : undefined;
  const pay = context.frame.organisations.get(id)?.averagePayPerWte;
  const noPay = (): string | undefined => (pay === undefined || figure(pay).isZero() ? 'no average pay is entered' : undefined);
  const figures: [string, Figure][] = [
    ['doNothing', everyYear((year) => doNothingDraft(at, year))],
    ['headline', everyYear((year) => headlineDraft(at, year))],
    ['beforeSupport', everyYear((year) => beforeSupportDraft(at, year))],
    ['riskShare', projected((year) => stepDraft(at, 'riskShare', year))],
    ['support', projected((year) => stepDraft(at, 'support', year))],
    ['reserves', projected((year) => stepDraft(at, 'reserves', year))],
    ['reported', everyYear((year) => reportedDraft(at, year))],
    ['underlying', everyYear((year) => underlyingDraft(at, year))],
    ['exitRunRate', everyYear((year) => exitDraft(at, year))],
    ['fullYearEffect', everyYear((year) => fullYearDraft(at, year))],
    ['controlTotal', projected((year) => controlTotalDraft(at, year), total)],
    ['variance', projected((year) => varianceDraft(at, year), total)],
    ['influenceable', everyYear((year) => influenceableDraft(at, year))],
    ['averagePay', everyYear((year) => averagePayDraft(at, year), noPay)],
  ];
  figures.push(['basePosition', once(() => doNothingDraft(at, 0))], ...cashFigures(context, id));
  for (const step of STEPS)
    figures.push([`steps.${step}`, projected((year) => (step === 'doNothing' ? doNothingDraft(at, year) : stepDraft(at, step, year)))]);
  figures.push(['shiftEffect', projected((year) => shiftEffectDraft(at, year))]);
  for (const kind of ONE_OFF_KINDS) figures.push([`nonRecurrent.${kind}`, everyYear((year) => oneOffDraft(at, kind, year))]);
  return new Map(figures);
}

/** Positions of each organisation, step by step: `organisations.ACUTE.reported.2020/21`, `organisations.ACUTE.steps.deliveryRisk.2020/21` (model-spec §10). */
export const organisationFamily: Family = {
  prefix: 'organisations',
  list: 'organisations',
  ids: (context) => [...context.organisations.keys()],
  figuresOf,
};

/** The sum of one figure over all organisations, as terms: each organisation's own. */
export function organisationTerms(
  context: Context,
  name: string,
  amountOf: (outcome: OrganisationOutcome) => Decimal,
  year: number,
): DraftTerm[] {
  return [...context.organisations.values()].map((outcome) => ({
    label: outcome.name,
    amount: amountOf(outcome),
    path: context.path(year, 'organisations', outcome.id, name),
  }));
}
