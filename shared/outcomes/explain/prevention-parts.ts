import { ZERO, sum, times, type Decimal } from '../../money/decimal.ts';
import { figure, figureAt } from '../../engine/frame.ts';
import type { PreventionOutcome } from '../../engine/prevention.ts';
import { DEFAULT_INPUTS, DEFAULT_LAG_PROFILE } from '../../scenario/defaults.ts';
import { keysOf } from '../../scenario/places.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type DraftFactor, type DraftTerm } from './draft.ts';
import { figureOfUse, useOf, usesEntered, type InputUse } from './input-uses.ts';

export type PreventionAt = { readonly context: Context; readonly id: string; readonly outcome: PreventionOutcome };

/** The path of a figure of the scheme. */
export function pathAt({ context, id }: PreventionAt, name: string, year: number): string {
  return context.path(year, 'prevention', id, name);
}

/** What each payer invests in a year, as terms that lead to the inputs. */
export function investmentTerms({ context, id, outcome }: PreventionAt, year: number, payer?: string): DraftTerm[] {
  const keys = keysOf(outcome.scheme.investments);
  return outcome.scheme.investments.flatMap(({ organisation, amountByYear }, index) => {
    const amount = figureAt(amountByYear, context.label(year));
    if (amount === undefined || (payer !== undefined && organisation !== payer)) return [];
    const use = useOf(context, `prevention.${id}.investments.${keys[index] ?? ''}.amountByYear.${context.label(year)}`, '£');
    return [{ label: `Invested by ${context.name(organisation)}`, amount, use }];
  });
}

/** Benefit per £ in each year after the spend, with the tool default where none is entered. */
export function lagUses({ context, id, outcome }: PreventionAt): InputUse[] {
  return (outcome.scheme.lagProfile ?? DEFAULT_LAG_PROFILE).map((input, lag) =>
    useOf(context, `prevention.${id}.lagProfile.${String(lag)}`, input),
  );
}

/** How many years after the spend a benefit comes, in words. */
const NTH = ['the same year', 'the year after', 'two years on'] as const;

/** What the investment of one year brings after a number of years; the label says both. */
export function benefitTerm(at: PreventionAt, spent: number, use: InputUse, lag: number): DraftTerm {
  const when = NTH[lag] ?? `${String(lag)} years on`;
  const amount = times(amountIn(at.outcome.investment, spent), figureOfUse(use));
  return { label: `From the investment of ${at.context.label(spent)}, ${when}`, amount, use };
}

/** Every investment entered up to a year. */
export function investmentUses(at: PreventionAt, year: number): InputUse[] {
  const years = at.context.frame.years.map((_, each) => each).filter((each) => each > 0 && each <= year);
  return years.flatMap((each) => investmentTerms(at, each).flatMap(({ use }) => (use === undefined ? [] : [use])));
}

/** The share of the benefit that releases cash, with the tool default in its place. */
export function cashUse({ context, id }: PreventionAt): InputUse {
  return useOf(context, `prevention.${id}.cashReleasingShare`, DEFAULT_INPUTS.preventionCashReleasingShare);
}

/** Benefit of a year that releases no cash, in pounds. */
export function notCash(at: PreventionAt, year: number): Decimal {
  return amountIn(at.outcome.benefit, year).minus(amountIn(at.outcome.cashReleasing, year));
}

/** The weight of one beneficiary, as a factor; several entries of one organisation count together. */
export function weightFactor({ context, id, outcome }: PreventionAt, organisation: string): { factor: DraftFactor; uses: InputUse[] } {
  const keys = keysOf(outcome.scheme.beneficiaries);
  const own = outcome.scheme.beneficiaries.flatMap((part, index) =>
    part.organisation === organisation ? [{ part, key: keys[index] ?? '' }] : [],
  );
  return {
    factor: { label: `Part of ${context.name(organisation)}`, amount: sum(own.map(({ part }) => figure(part.weight))), unit: 'share' },
    uses: usesEntered(
      context,
      own.map(({ key }) => `prevention.${id}.beneficiaries.${key}.weight`),
    ),
  };
}

export type Shared = 'benefit' | 'notCashReleasing';

/** The benefit of a year, or the part of it that releases no cash, before it is split. */
export function wholeOf(at: PreventionAt, shared: Shared, year: number): Decimal {
  return shared === 'benefit' ? amountIn(at.outcome.benefit, year) : notCash(at, year);
}

/** Who gains from the scheme, each once. */
export function beneficiariesOf({ outcome }: PreventionAt): string[] {
  return [...new Set(outcome.scheme.beneficiaries.map((part) => part.organisation))];
}

/** Each beneficiary's part of the benefit, or of what of it releases no cash. */
export function partTerms(at: PreventionAt, shared: Shared, year: number): DraftTerm[] {
  return beneficiariesOf(at).map((organisation) => ({
    label: `Benefit to ${at.context.name(organisation)}`,
    amount: times(wholeOf(at, shared, year), weightFactor(at, organisation).factor.amount),
    path: pathAt(at, `${shared}.${organisation}`, year),
  }));
}

/** Terms that are taken off. */
export function negated(terms: readonly DraftTerm[]): DraftTerm[] {
  return terms.map((term) => ({ ...term, amount: term.amount.neg() }));
}

/** Benefit to each beneficiary less what each payer invests. */
export function headlineTerms(at: PreventionAt, year: number): DraftTerm[] {
  return [...partTerms(at, 'benefit', year), ...negated(investmentTerms(at, year))];
}

/** A prevention scheme of the projection, or undefined where it has none of that id. */
export function preventionAt(context: Context, id: string): PreventionAt | undefined {
  const outcome = context.projection.prevention.get(id);
  return outcome === undefined ? undefined : { context, id, outcome };
}

/** What prevention puts into one member's headline plan, or takes off it because it releases no cash. */
export function preventionTermsAt(
  context: Context,
  step: 'preventionHeadline' | 'notCashReleasing',
  organisation: string,
  year: number,
): DraftTerm[] {
  return [...context.projection.prevention.keys()].flatMap((id) => {
    const at = preventionAt(context, id);
    if (at === undefined) return [];
    const shared = step === 'preventionHeadline' ? 'benefit' : 'notCashReleasing';
    const share = weightFactor(at, organisation).factor.amount;
    const amount = times(wholeOf(at, shared, year), share);
    const part = {
      label: `${at.outcome.scheme.name}: benefit`,
      amount: step === 'preventionHeadline' ? amount : amount.neg(),
      path: pathAt(at, `${shared}.${organisation}`, year),
    };
    const paid = step === 'preventionHeadline' ? negated(investmentTerms(at, year, organisation)) : [];
    const named = paid.map((term) => ({ ...term, label: `${at.outcome.scheme.name}: investment` }));
    return [...(share.isZero() ? [] : [part]), ...named];
  });
}

/** What prevention puts into the position of the system, scheme by scheme. */
export function preventionSchemeTerms(context: Context, step: 'preventionHeadline' | 'notCashReleasing', year: number): DraftTerm[] {
  return [...context.projection.prevention.keys()].flatMap((id) => {
    const at = preventionAt(context, id);
    if (at === undefined) return [];
    const terms = step === 'preventionHeadline' ? headlineTerms(at, year) : negated(partTerms(at, 'notCashReleasing', year));
    const name = step === 'preventionHeadline' ? 'headline' : 'steps.notCashReleasing';
    return [{ label: at.outcome.scheme.name, amount: terms.length === 0 ? ZERO : totalOf(terms), path: pathAt(at, name, year) }];
  });
}
