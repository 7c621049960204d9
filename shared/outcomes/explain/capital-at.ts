import { monthsInUse } from '../../calendar/phasing.ts';
import { D, ONE, TWELVE, ZERO, sum, times, type Decimal } from '../../money/decimal.ts';
import { lifeInput, operationalMonth } from '../../engine/capital-charges.ts';
import type { CapitalPlan } from '../../engine/capital-funding.ts';
import type { CapitalOutcome } from '../../engine/capital.ts';
import { figure, wholeOf } from '../../engine/frame.ts';
import { keysOf } from '../../scenario/places.ts';
import type { CapitalScheme } from '../../scenario/schema.ts';
import { regimeOf, type CapitalSource } from '../../scenario/vocabulary.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { useOf, usesEntered, type InputUse } from './input-uses.ts';
import { pounds } from './wording.ts';

const HALF = new D('0.5');

/** Lists by year that the outcome of a capital scheme keeps, which are also names of its figures. */
export type CapitalFigure = {
  [Key in keyof CapitalOutcome]: CapitalOutcome[Key] extends readonly Decimal[] ? Key : never;
}[keyof CapitalOutcome];

/** One capital scheme as its explanations see it. */
export type CapitalAt = {
  readonly context: Context;
  readonly id: string;
  readonly scheme: CapitalScheme;
  readonly plan: CapitalPlan;
  readonly outcome: CapitalOutcome;
  readonly isCouncil: boolean;
};

/** A capital scheme of the projection, or undefined where it has none of that id. */
export function capitalAt(context: Context, id: string): CapitalAt | undefined {
  const plan = context.projection.capital.funding.plans.get(id);
  const outcome = context.projection.capital.schemes.get(id);
  if (plan === undefined || outcome === undefined) return undefined;
  const type = context.frame.organisations.get(plan.scheme.organisation)?.type ?? 'ACUTE';
  return { context, id, scheme: plan.scheme, plan, outcome, isCouncil: regimeOf(type) === 'COUNCIL' };
}

/** The path of a figure of the scheme. */
export function capitalPath({ context, id }: CapitalAt, name: string, year: number): { path?: string } {
  return year < 0 ? {} : { path: context.path(year, 'capital', id, name) };
}

/** A figure of the scheme as a term, `sign` deciding whether it adds or takes away. */
export function capitalTerm(at: CapitalAt, name: CapitalFigure, term: { year: number; label: string; sign?: -1 }): DraftTerm {
  const amount = amountIn(at.outcome[name], term.year);
  return { label: term.label, amount: term.sign === -1 ? amount.neg() : amount, ...capitalPath(at, name, term.year) };
}

/** What the draft of every figure that the outcome keeps begins with. */
export function capitalBase(
  at: CapitalAt,
  words: { label: string; formula: string },
  name: CapitalFigure,
  year: number,
): { label: string; formula: string; unit: '£'; amount: Decimal } {
  const label = `${words.label}, ${at.scheme.name}, ${at.context.label(year)}`;
  return { label, formula: words.formula, unit: '£', amount: amountIn(at.outcome[name], year) };
}

/** An input of the scheme, with the tool default in its place where it is blank. */
export function capitalUse({ context, id }: CapitalAt, field: string, otherwise: Parameters<typeof useOf>[2]): InputUse {
  return useOf(context, `capital.${id}.${field}`, otherwise);
}

/** Inputs of the scheme that are entered. */
export function capitalUses({ context, id }: CapitalAt, fields: readonly string[]): InputUse[] {
  return usesEntered(
    context,
    fields.map((field) => `capital.${id}.${field}`),
  );
}

/** The share of the scheme that some sources pay, with the inputs that say so. */
export function shareOfSources(at: CapitalAt, sources: readonly CapitalSource[]): { share: Decimal; uses: InputUse[] } {
  const keys = keysOf(at.scheme.funding);
  const parts = at.scheme.funding
    .map((part, index) => ({ part, key: keys[index] ?? '' }))
    .filter(({ part }) => sources.includes(part.source));
  return {
    share: sum(parts.map(({ part }) => figure(part.share))),
    uses: capitalUses(
      at,
      parts.map(({ key }) => `funding.${key}.share`),
    ),
  };
}

/** A figure that is nil because the scheme is not funded. */
export function unfundedDraft(at: CapitalAt, words: { label: string; formula: string }): Draft {
  const refusal = at.context.projection.capital.funding.refusals.get(at.id);
  return {
    ...words,
    unit: '£',
    amount: ZERO,
    sentence: `${at.scheme.name} is not funded, so it spends nothing and charges nothing.`,
    factors: [{ label: `${at.scheme.name} is not funded`, amount: ZERO, unit: 'yes or no', path: `capital.${at.id}.funded` }],
    notes: refusal === undefined ? [] : [`${at.scheme.name} is not funded: ${refusal}.`],
  };
}

/** The part of a year in which the scheme is in use, from its opening on. */
export function inUseFactor(at: CapitalAt, year: number): DraftFactor {
  return monthsFactor(monthsInUse(year, operationalMonth(at.scheme)));
}

/** The part of a year in which the scheme depreciates: from its opening to the end of its life, and not in a base year without spend (§19 (24)). */
export function depreciatingFactor(at: CapitalAt, year: number): DraftFactor {
  const opens = operationalMonth(at.scheme);
  if (year === 0 && amountIn(at.plan.outturn, 0).isZero()) return monthsFactor(0);
  return monthsFactor(monthsInUse(year, opens, opens + 12 * wholeOf(lifeInput(at.scheme))));
}

function monthsFactor(months: number): DraftFactor {
  return { label: `In use for ${String(months)} of 12 months`, amount: new D(months).div(TWELVE), unit: 'share' };
}

/** The inputs that say when the scheme opens. */
export function openingUses(at: CapitalAt): InputUse[] {
  return capitalUses(at, ['operationalMonth', 'slippageMonths']);
}

/** Half of an opening and half of a closing balance: the average that interest and dividend are charged on. */
export function averageDraft(
  at: CapitalAt,
  name: 'relevantNetAssets' | 'loanOutstanding',
  year: number,
  words: { label: string; noun: string },
): Draft {
  const closing = times(amountIn(at.outcome[name], year), HALF);
  const opening = year === 0 ? ZERO : times(amountIn(at.outcome[name], year - 1), HALF);
  const before = at.context.label(year - 1);
  const restated = convertedLoan(at, year).times(HALF);
  const sign = name === 'loanOutstanding' ? restated.neg() : restated;
  const amount = opening.plus(closing).plus(sign);
  return {
    label: `${words.label}, ${at.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Over ${at.context.label(year)} ${words.noun} of ${at.scheme.name} average ${pounds(amount)}.`,
    formula: 'half of the opening and half of the closing balance',
    terms: [
      ...(year === 0
        ? []
        : [{ label: `Half of the balance at the end of ${before}`, amount: opening, ...capitalPath(at, name, year - 1) }]),
      ...(restated.isZero()
        ? []
        : [{ label: 'Half of the loan that is converted to PDC', amount: sign, ...capitalPath(at, 'loanOutstanding', year - 1) }]),
      { label: `Half of the balance at the end of ${at.context.label(year)}`, amount: closing, ...capitalPath(at, name, year) },
    ],
  };
}

/** The loan that the reform of 2020 turns into PDC in a year: the balance of the year before, and nil in every other year (model-spec §6.5). */
export function convertedLoan(at: CapitalAt, year: number): Decimal {
  const converts = isConverted(at, year) && !isConverted(at, year - 1) && year > 0;
  return converts ? amountIn(at.outcome.loanOutstanding, year - 1) : ZERO;
}

/** Whether provider loans stand converted to PDC in a year. */
export function isConverted({ context, isCouncil }: CapitalAt, year: number): boolean {
  return context.scenario.settings.pdcReform2020 && !isCouncil && (context.frame.years[year] ?? '') >= '2020/21';
}

/** One less the shares that are not the owner's own: PFI has no book value here (§19 (24)). */
export function ownedShare(at: CapitalAt): { share: Decimal; uses: InputUse[] } {
  const { share, uses } = shareOfSources(at, ['PFI_LEASE']);
  return { share: ONE.minus(share), uses };
}
