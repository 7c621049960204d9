import { times } from '../../money/decimal.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft } from './draft.ts';
import { once, projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse } from './input-uses.ts';
import { change, percent, pounds } from './wording.ts';
import {
  beneficiariesOf,
  benefitTerm,
  cashUse,
  headlineTerms,
  investmentTerms,
  investmentUses,
  lagUses,
  negated,
  notCash,
  partTerms,
  pathAt,
  preventionAt,
  weightFactor,
  wholeOf,
  type PreventionAt,
  type Shared,
} from './prevention-parts.ts';

function investmentDraft(at: PreventionAt, year: number): Draft {
  const amount = amountIn(at.outcome.investment, year);
  return {
    label: `Investment, ${at.outcome.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} is invested in ${at.outcome.scheme.name} in ${at.context.label(year)}.`,
    formula: 'the sum of what the members invest',
    terms: investmentTerms(at, year),
  };
}

function benefitDraft(at: PreventionAt, year: number): Draft {
  const { context, outcome } = at;
  const amount = amountIn(outcome.benefit, year);
  const uses = lagUses(at);
  const terms = outcome.investment.flatMap((_, spent) => {
    const use = spent <= year ? uses[year - spent] : undefined;
    return use === undefined || spent === 0 ? [] : [benefitTerm(at, spent, use, year - spent)];
  });
  return {
    label: `Benefit, ${outcome.scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${outcome.scheme.name} is worth ${pounds(amount)} in ${context.label(year)}, from what was invested up to then.`,
    formula: 'the sum over the years of spend: investment × benefit per £ after that many years',
    terms,
    uses: terms.length === 0 ? uses.slice(0, 1) : investmentUses(at, year),
  };
}

function cashDraft(at: PreventionAt, year: number): Draft {
  const { context, outcome } = at;
  const use = cashUse(at);
  const amount = amountIn(outcome.cashReleasing, year);
  const benefit = amountIn(outcome.benefit, year);
  return {
    label: `Cash-releasing benefit, ${outcome.scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${percent(figureOfUse(use))} of the benefit of ${outcome.scheme.name} releases cash: ${pounds(amount)} in ${context.label(year)}.`,
    formula: 'benefit × cash-releasing share',
    terms: [
      { label: 'Benefit', amount: benefit, path: pathAt(at, 'benefit', year) },
      { label: 'Not cash-releasing', amount: amount.minus(benefit), path: pathAt(at, 'notCashReleasing', year) },
    ],
    factors: [
      { label: 'Benefit', amount: benefit, unit: '£', path: pathAt(at, 'benefit', year) },
      { label: 'Cash-releasing share', amount: figureOfUse(use), unit: 'share', use },
    ],
  };
}

function notCashDraft(at: PreventionAt, year: number): Draft {
  const { context, outcome } = at;
  const use = cashUse(at);
  const amount = notCash(at, year);
  return {
    label: `Benefit that releases no cash, ${outcome.scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of the benefit of ${outcome.scheme.name} in ${context.label(year)} is real and releases no cash.`,
    formula: 'benefit × (1 − cash-releasing share)',
    factors: [
      { label: 'Benefit', amount: amountIn(outcome.benefit, year), unit: '£', path: pathAt(at, 'benefit', year) },
      { label: 'Part that releases no cash', amount: figureOfUse(use).neg().plus(1), unit: 'share', use },
    ],
  };
}

function partDraft(at: PreventionAt, shared: Shared, organisation: string, year: number): Draft {
  const { factor, uses } = weightFactor(at, organisation);
  const whole = wholeOf(at, shared, year);
  const amount = times(whole, factor.amount);
  const what = shared === 'benefit' ? 'Benefit' : 'Benefit that releases no cash';
  return {
    label: `${what}, ${at.outcome.scheme.name}, ${at.context.name(organisation)}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${percent(factor.amount)} of it falls to ${at.context.name(organisation)}: ${pounds(amount)} in ${at.context.label(year)}.`,
    formula: 'the whole × its part',
    factors: [{ label: what, amount: whole, unit: '£', path: pathAt(at, shared, year) }, factor],
    uses,
  };
}

function headlineDraft(at: PreventionAt, year: number): Draft {
  const terms = headlineTerms(at, year);
  const amount = totalOf(terms);
  return {
    label: `Headline, ${at.outcome.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `As plans count it, ${at.outcome.scheme.name} ${change(amount)} in ${at.context.label(year)}: gross benefit less investment.`,
    formula: 'gross benefit less investment of the year',
    terms,
  };
}

function lossDraft(at: PreventionAt, year: number): Draft {
  const terms = negated(partTerms(at, 'notCashReleasing', year));
  const amount = totalOf(terms);
  return {
    label: `Not cash-releasing, ${at.outcome.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of what ${at.outcome.scheme.name} brings in ${at.context.label(year)} releases no cash and leaves the position.`,
    formula: 'less the benefit that releases no cash',
    terms,
  };
}

/** Cash that comes after the horizon from what is invested inside it; no part of the balance (§19 (33)). */
function afterHorizonDraft(at: PreventionAt): Draft {
  const { context, outcome } = at;
  const uses = lagUses(at);
  const share = cashUse(at);
  const terms = outcome.investment.flatMap((_, spent) =>
    uses.flatMap((use, lag) => {
      if (spent === 0 || spent + lag <= context.frame.yearCount) return [];
      const term = benefitTerm(at, spent, use, lag);
      return [{ ...term, amount: times(term.amount, figureOfUse(share)) }];
    }),
  );
  return {
    label: `Cash after the horizon, ${outcome.scheme.name}`,
    unit: '£',
    amount: outcome.cashAfterHorizon,
    sentence: `${pounds(outcome.cashAfterHorizon)} of cash from ${outcome.scheme.name} arrives after ${context.label(context.frame.yearCount)} and counts in no balance here.`,
    formula: 'investment × benefit per £ after the horizon × cash-releasing share',
    terms,
    uses: [share, ...investmentUses(at, context.frame.yearCount)],
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const at = preventionAt(context, id);
  if (at === undefined) return undefined;
  const parts = beneficiariesOf(at).flatMap((organisation): [string, Figure][] => [
    [`benefit.${organisation}`, projected((year) => partDraft(at, 'benefit', organisation, year))],
    [`notCashReleasing.${organisation}`, projected((year) => partDraft(at, 'notCashReleasing', organisation, year))],
  ]);
  return new Map([
    ['investment', projected((year) => investmentDraft(at, year))],
    ['benefit', projected((year) => benefitDraft(at, year))],
    ['cashReleasing', projected((year) => cashDraft(at, year))],
    ['notCashReleasing', projected((year) => notCashDraft(at, year))],
    ['headline', projected((year) => headlineDraft(at, year))],
    ['steps.notCashReleasing', projected((year) => lossDraft(at, year))],
    ['cashAfterHorizon', once(() => afterHorizonDraft(at))],
    ...parts,
  ]);
}

/** Prevention: `prevention.P1.benefit.2020/21`, `cashReleasing`, `headline`, `cashAfterHorizon` (model-spec §8). */
export const preventionFamily: Family = {
  prefix: 'prevention',
  list: 'prevention',
  ids: (context) => [...context.projection.prevention.keys()],
  figuresOf,
};
