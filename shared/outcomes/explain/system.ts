import { sum, type Decimal } from '../../money/decimal.ts';
import type { OrganisationOutcome } from '../positions.ts';
import { STEPS_OF, bridgeTerms, stepBarDraft } from './bars.ts';
import { ONE_OFF_KINDS, amountIn, type Context, type OneOffKind } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { everyYear, once, projected, type Family, type Figure } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { ONE_OFF_LABELS, oneOffSentence, organisationTerms } from './organisations.ts';
import { position, pounds } from './wording.ts';

type Words = { readonly label: string; readonly says: (position: string, year: string) => string; readonly formula: string };

function pathAt(context: Context, name: string, year: number): string {
  return context.path(year, 'system', name);
}

function positionDraft(context: Context, words: Words, amount: Decimal, terms: readonly DraftTerm[], year: number): Draft {
  return {
    label: `${words.label}, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${words.says(position(amount), context.label(year))}.`,
    formula: words.formula,
    terms,
  };
}

/** A measure by organisation, where it has no bars of its own: the do nothing, and every measure of the base year. */
function byOrganisation(context: Context, name: 'doNothing' | 'headline' | 'beforeSupport' | 'reported', year: number): DraftTerm[] {
  return organisationTerms(context, name, (outcome) => amountIn(outcome[name], year), year);
}

const MEASURE_WORDS = {
  doNothing: {
    label: 'Do nothing',
    says: (found, year) => `If nothing changes, the system has ${found} in ${year}`,
    formula: 'the sum over the organisations; what they pay one another cancels',
  },
  headline: {
    label: 'Headline plan',
    says: (found, year) => `As the plans add up, the system has ${found} in ${year}`,
    formula: 'do nothing + savings, shifts and prevention as claimed',
  },
  beforeSupport: {
    label: 'Position before support',
    says: (found, year) => `Before risk-share, PSF and reserves, the system has ${found} in ${year}`,
    formula: 'do nothing + what is claimed − what does not survive',
  },
  reported: {
    label: 'Reported position',
    says: (found, year) =>
      `What happens if nothing is done, plus what the plans claim, less what does not survive, with support and reserves: the system reports ${found} in ${year}`,
    formula: 'do nothing + what is claimed − what does not survive + PSF and reserves',
  },
} as const satisfies Record<string, Words>;
type BarMeasure = keyof typeof MEASURE_WORDS;

function measureDraft(context: Context, measure: BarMeasure, year: number): Draft {
  const terms =
    measure === 'doNothing' || year === 0 ? byOrganisation(context, measure, year) : bridgeTerms(context, year, STEPS_OF[measure]);
  return positionDraft(context, MEASURE_WORDS[measure], amountIn(context.outcomes.system[measure], year), terms, year);
}

function oneOffTotal(context: Context, kind: OneOffKind, year: number): Decimal {
  return sum([...context.organisations.keys()].map((id) => amountIn(context.oneOff(id, kind), year)));
}

function underlyingDraft(context: Context, year: number): Draft {
  const { system } = context.outcomes;
  const words = {
    label: 'Underlying position',
    says: (found: string, year: string) => `Without support and one-off items, the system has ${found} in ${year}`,
    formula: 'reported position less everything that does not recur',
  };
  const stripped = ONE_OFF_KINDS.map((kind) => ({
    label: `Less: ${ONE_OFF_LABELS[kind]}`,
    amount: oneOffTotal(context, kind, year).neg(),
    path: pathAt(context, `nonRecurrent.${kind}`, year),
  }));
  const reported = { label: 'Reported position', amount: amountIn(system.reported, year), path: pathAt(context, 'reported', year) };
  return positionDraft(context, words, amountIn(system.underlying, year), [reported, ...stripped], year);
}

function oneOffDraft(context: Context, kind: OneOffKind, year: number): Draft {
  const amount = oneOffTotal(context, kind, year);
  return {
    label: `${ONE_OFF_LABELS[kind]}, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: oneOffSentence(kind, { owner: 'The system', amount, year: context.label(year) }),
    formula: 'the sum over the organisations',
    terms: organisationTerms(context, `nonRecurrent.${kind}`, (outcome) => amountIn(context.oneOff(outcome.id, kind), year), year),
  };
}

function exitDraft(context: Context, year: number): Draft {
  const { system } = context.outcomes;
  const words = {
    label: 'Exit run-rate',
    says: (found: string, year: string) => `At its rate of 31 March, the system would have ${found} over the twelve months after ${year}`,
    formula: 'underlying position + full-year effect of what is under way',
  };
  const effectOf = (outcome: OrganisationOutcome): Decimal => amountIn(context.projection.fullYearEffect.get(outcome.id), year);
  const effects = organisationTerms(context, 'fullYearEffect', effectOf, year).map((term) => ({
    ...term,
    label: `Full-year effect, ${term.label}`,
  }));
  const underlying = { label: 'Underlying position', amount: amountIn(system.underlying, year), path: pathAt(context, 'underlying', year) };
  const draft = positionDraft(context, words, amountIn(system.exitRunRate, year), [underlying, ...effects], year);
  return {
    ...draft,
    notes: ["Next year's dividend, interest and provision are not annualised; dividend on assets under construction comes on top."],
  };
}

function cumulativeDraft(context: Context, year: number): Draft {
  const { system } = context.outcomes;
  const years = context.frame.years.map((_, each) => each).slice(1, year + 1);
  const words = {
    label: 'Cumulative position',
    says: (found: string, year: string) => `From ${context.label(1)} to ${year} the system adds up to ${found}`,
    formula: 'the sum of the reported positions so far',
  };
  const terms = years.map((each) => ({
    label: `Reported in ${context.label(each)}`,
    amount: amountIn(system.reported, each),
    path: pathAt(context, 'reported', each),
  }));
  return positionDraft(context, words, amountIn(system.cumulative, year), terms, year);
}

function perHeadDraft(context: Context, year: number): Draft {
  const { system } = context.outcomes;
  const use = useOf(context, `populationByYear.${context.label(year)}`, 'persons');
  const people = figureOfUse(use);
  const amount = amountIn(system.perHead, year);
  return {
    label: `Reported position per head, ${context.label(year)}`,
    unit: '£ per head',
    amount,
    sentence: `The system reports ${position(amount)} per head in ${context.label(year)}.`,
    formula: 'reported position ÷ population',
    factors: [
      { label: 'Reported position', amount: amountIn(system.reported, year), unit: '£', path: pathAt(context, 'reported', year) },
      { label: 'Population', amount: people, unit: 'persons', use, divides: true },
    ],
  };
}

function realDraft(context: Context, year: number): Draft {
  const { system } = context.outcomes;
  const level = amountIn(context.projection.series.deflator, year);
  const amount = amountIn(system.reportedReal, year);
  const path = year === 0 ? {} : { path: context.path(year, 'deflator') };
  return {
    label: `Reported position in prices of ${context.label(0)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `In prices of ${context.label(0)} the system reports ${position(amount)} in ${context.label(year)}.`,
    formula: 'reported position ÷ price level',
    factors: [
      { label: 'Reported position', amount: amountIn(system.reported, year), unit: '£', path: pathAt(context, 'reported', year) },
      { label: 'Price level against the base year', amount: level, unit: 'ratio', ...path, divides: true },
    ],
  };
}

function booksDraft(context: Context, year: number): Draft {
  const amount = amountIn(context.outcomes.system.booksNotAgreed, year);
  const terms = [...context.projection.doNothing.mismatches].map(([id, mismatch]) => ({
    label: context.scenario.flows.find((flow) => flow.id === id)?.name ?? id,
    amount: amountIn(mismatch, year),
    path: context.path(year, 'flows', id, 'mismatch'),
  }));
  return {
    label: `Books not agreed, system, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: amount.isZero()
      ? `Payers and payees book the same in all in ${context.label(year)}.`
      : `Payers book ${pounds(amount)} ${amount.lt(0) ? 'less' : 'more'} than payees expect in ${context.label(year)}.`,
    formula: "the sum over the flows of the payer's figure less the payee's",
    terms,
  };
}

/** Steps after the position before support, which are figures of the system too. */
const SETTLED = ['riskShare', 'support', 'reserves'] as const;

function figures(context: Context): [string, Figure][] {
  const measures = (['doNothing', 'headline', 'beforeSupport', 'reported'] as const).map((measure): [string, Figure] => [
    measure,
    everyYear((year) => measureDraft(context, measure, year)),
  ]);
  const noPeople = (year: number): string | undefined =>
    context.outcomes.system.perHead[year] === undefined ? `no population is entered for ${context.label(year)}` : undefined;
  return [
    ...measures,
    ['basePosition', once(() => measureDraft(context, 'doNothing', 0))],
    ...SETTLED.map((step): [string, Figure] => [step, projected((year) => stepBarDraft(context, step, year))]),
    ['underlying', everyYear((year) => underlyingDraft(context, year))],
    ['exitRunRate', everyYear((year) => exitDraft(context, year))],
    ['cumulative', projected((year) => cumulativeDraft(context, year))],
    ['perHead', everyYear((year) => perHeadDraft(context, year), noPeople)],
    ['reportedReal', everyYear((year) => realDraft(context, year))],
    ['booksNotAgreed', everyYear((year) => booksDraft(context, year))],
    ...ONE_OFF_KINDS.map((kind): [string, Figure] => [`nonRecurrent.${kind}`, everyYear((year) => oneOffDraft(context, kind, year))]),
  ];
}

/** The system as a whole: `system.reported.2020/21`, `system.perHead.2020/21` (model-spec §10). */
export const systemFamily: Family = {
  prefix: '',
  ids: () => ['system'],
  figuresOf: (context, id) => (id === 'system' ? new Map(figures(context)) : undefined),
};
