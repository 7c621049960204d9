import { ZERO, minimum, plus, times, type Decimal } from '../../money/decimal.ts';
import { figure } from '../../engine/frame.ts';
import { activePairs, afterPool, pairDeductions } from '../../engine/overlap.ts';
import type { DeclaredPair } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft } from './draft.ts';
import { projected, type Family, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { nameOfScheme } from './pools.ts';
import { pounds } from './wording.ts';

/** Every scheme's saving after the pools and before declared pairs, in one year. */
export function amountsAfterPools(context: Context, year: number): Map<string, Decimal> {
  const { schemes, pools } = context.projection.savings;
  const amounts = new Map([...schemes].map(([id, outcome]) => [id, amountIn(outcome.afterGate, year)]));
  for (const years of pools.values()) {
    const state = years[year];
    if (state !== undefined) for (const [id, kept] of afterPool(state)) amounts.set(id, kept);
  }
  return amounts;
}

/** The declared pairs that a scheme is in, both sides being computed. */
export function pairsOf(context: Context, scheme: string): DeclaredPair[] {
  const { schemes } = context.projection.savings;
  return activePairs(context.frame).filter(
    (pair) => (pair.first === scheme || pair.second === scheme) && schemes.has(pair.first) && schemes.has(pair.second),
  );
}

/** What a scheme loses to one declared pair before the cap at its own size: θ × the smaller of the two × its share of both (§19 (14)). */
export function pairDeduction(pair: DeclaredPair, amounts: ReadonlyMap<string, Decimal>, scheme: string): Decimal {
  const [first, second] = [amounts.get(pair.first) ?? ZERO, amounts.get(pair.second) ?? ZERO];
  const together = plus(first, second);
  if (together.isZero()) return ZERO;
  return times(figure(pair.sharedShare), minimum(first, second))
    .times(amounts.get(scheme) ?? ZERO)
    .div(together);
}

/** What a scheme loses to all its pairs together, capped at what it has. */
export function pairDeductionsOf(context: Context, scheme: string, year: number): Decimal {
  return pairDeductions(activePairs(context.frame), amountsAfterPools(context, year)).get(scheme) ?? ZERO;
}

function pairDraft(context: Context, pair: DeclaredPair, scheme: string, year: number): Draft {
  const amounts = amountsAfterPools(context, year);
  const [first, second] = [amounts.get(pair.first) ?? ZERO, amounts.get(pair.second) ?? ZERO];
  const smaller = first.lte(second) ? pair.first : pair.second;
  const together = plus(first, second);
  const shared = useOf(context, `declaredPairs.${pair.id}.sharedShare`, 'share');
  const amount = pairDeduction(pair, amounts, scheme);
  const other = pair.first === scheme ? pair.second : pair.first;
  return {
    label: `Shared by ${nameOfScheme(context, scheme)} with ${nameOfScheme(context, other)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${nameOfScheme(context, scheme)} and ${nameOfScheme(context, other)} both claim the same saving; ${pounds(amount)} of it is taken off ${nameOfScheme(context, scheme)} in ${context.label(year)}.`,
    formula: 'shared share × the smaller of the two × this scheme ÷ both together',
    factors: [
      { label: 'Share of the smaller one that both claim', amount: figureOfUse(shared), unit: 'share', use: shared },
      {
        label: `The smaller: ${nameOfScheme(context, smaller)}`,
        amount: minimum(first, second),
        unit: '£',
        path: context.path(year, 'schemes', smaller, 'afterPool'),
      },
      { label: 'Its part by size', amount: together.isZero() ? ZERO : (amounts.get(scheme) ?? ZERO).div(together), unit: 'share' },
    ],
  };
}

function pairFigures(context: Context, id: string): FigureMap | undefined {
  const { schemes } = context.projection.savings;
  const pair = activePairs(context.frame).find((each) => each.id === id);
  if (pair === undefined || !schemes.has(pair.first) || !schemes.has(pair.second)) return undefined;
  return new Map([pair.first, pair.second].map((scheme) => [scheme, projected((year) => pairDraft(context, pair, scheme, year))]));
}

/** What two schemes that share a saving lose by it: `pairs.D1.S2.2020/21` (model-spec §5.4, second kind). */
export const pairFamily: Family = {
  prefix: 'pairs',
  list: 'declaredPairs',
  ids: (context) => activePairs(context.frame).map((pair) => pair.id),
  figuresOf: pairFigures,
};
