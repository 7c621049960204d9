import { D, ONE, TOLERANCE, canonical, sum, type Decimal } from '../../money/decimal.ts';
import type { Context } from './context.ts';
import { ExplanationError, type Explained, type ExplainedInput, type Factor, type FigureUnit, type Term } from './explanation.ts';
import { explainedInput, type InputUse } from './input-uses.ts';

/** A term before it is sealed. With a `path`, the amount is the figure of that path, or less it, or half of it. */
export type DraftTerm = { readonly label: string; readonly amount: Decimal; readonly path?: string; readonly use?: InputUse };
/** A factor before it is sealed. With a `path`, it is the figure of that path or its size, or one more or less than it. */
export type DraftFactor = DraftTerm & { readonly unit: FigureUnit; readonly divides?: true };

/** An explanation as an area writes it: exact amounts, in the order of thought, not yet proved. */
export type Draft = {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly amount: Decimal;
  readonly sentence: string;
  readonly formula: string;
  readonly terms?: readonly DraftTerm[];
  readonly factors?: readonly DraftFactor[];
  /** Inputs beside those that terms and factors name. */
  readonly uses?: readonly InputUse[];
  readonly notes?: readonly string[];
};

/** The sum of some terms. */
export function totalOf(terms: readonly DraftTerm[]): Decimal {
  return sum(terms.map((term) => term.amount));
}

/** How far a sum or product may miss a figure that is no amount of money. */
const FINE_TOLERANCE = new D('0.000000000001');

function toleranceOf(unit: FigureUnit): Decimal {
  return unit === '£' ? TOLERANCE : FINE_TOLERANCE;
}

/** Holds the terms and the factors against the figure; throws ExplanationError where they miss it. */
function prove(path: string, { amount, unit, terms = [], factors = [] }: Draft): void {
  const added = totalOf(terms);
  if (terms.length > 0 && added.minus(amount).abs().gt(toleranceOf(unit)))
    throw new ExplanationError('terms-do-not-add-up', { path, figure: canonical(amount), proved: canonical(added) });
  const product = factors.reduce((whole, { amount: by, divides }) => (divides === true ? whole.div(by) : whole.times(by)), ONE);
  if (factors.length > 0 && product.minus(amount).abs().gt(toleranceOf(unit)))
    throw new ExplanationError('factors-do-not-multiply', { path, figure: canonical(amount), proved: canonical(product) });
}

function link({ path, use }: DraftTerm): { path?: string; input?: string } {
  return { ...(path === undefined ? {} : { path }), ...(use === undefined ? {} : { input: use.path }) };
}

function sealedTerms(terms: readonly DraftTerm[]): Term[] {
  return terms
    .filter((term) => !term.amount.isZero())
    .sort((a, b) => b.amount.abs().cmp(a.amount.abs()))
    .map((term) => ({ label: term.label, amount: canonical(term.amount), ...link(term) }));
}

function sealedFactors(factors: readonly DraftFactor[]): Factor[] {
  return factors.map((factor) => ({
    label: factor.label,
    value: canonical(factor.amount),
    unit: factor.unit,
    ...(factor.divides === true ? { divides: true } : {}),
    ...link(factor),
  }));
}

/** Every input that the draft rests on, each once, in the order in which it is named. */
function sealedInputs(context: Context, { terms = [], factors = [], uses = [] }: Draft): ExplainedInput[] {
  const named = [...terms, ...factors].flatMap(({ use }) => (use === undefined ? [] : [use]));
  const once = new Map([...named, ...uses].map((use) => [use.path, use]));
  return [...once.values()].map((use) => explainedInput(context, use));
}

/** A draft proved and put in order: terms biggest first, exact texts, inputs with their source and owner. Throws ExplanationError. */
export function sealed(context: Context, path: string, draft: Draft): Explained {
  prove(path, draft);
  const { label, unit, sentence, formula, factors, notes } = draft;
  return {
    kind: 'explained',
    path,
    label,
    unit,
    value: canonical(draft.amount),
    sentence,
    formula,
    terms: sealedTerms(draft.terms ?? []),
    ...(factors === undefined || factors.length === 0 ? {} : { factors: sealedFactors(factors) }),
    inputs: sealedInputs(context, draft),
    ...(notes === undefined || notes.length === 0 ? {} : { notes }),
  };
}
