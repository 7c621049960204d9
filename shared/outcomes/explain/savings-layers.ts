import { ONE, ZERO, isAtLeast, times } from '../../money/decimal.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { layersOf, savingsParts, type SavingsLayer } from '../savings-layers.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft, type DraftTerm } from './draft.ts';
import { projected, type Family } from './figures.ts';
import { pounds } from './wording.ts';

/** What one scheme puts into a layer: its whole effect, or what of it is one-off, or the whole less that. */
function schemeTerms(
  context: Context,
  outcome: SavingsOutcome,
  { part, year }: { part: 'lasting' | 'one-off'; year: number },
): DraftTerm[] {
  const { id, name } = outcome.scheme;
  const share = amountIn(outcome.nonRecurrentShare, year);
  const oneOff: DraftTerm = {
    label: `${name}, one-off part`,
    amount: times(amountIn(outcome.systemEffect, year), share),
    path: context.path(year, 'schemes', id, 'oneOffEffect'),
  };
  if (part === 'one-off') return [oneOff];
  if (isAtLeast(share, ONE)) return [];
  const whole: DraftTerm = {
    label: name,
    amount: amountIn(outcome.systemEffect, year),
    path: context.path(year, 'schemes', id, 'systemEffect'),
  };
  return share.isZero() ? [whole] : [whole, { ...oneOff, label: `Less: ${oneOff.label}`, amount: oneOff.amount.neg() }];
}

function layerDraft(context: Context, layer: SavingsLayer, year: number): Draft {
  const outcomes = [...context.projection.savings.schemes.values()];
  const terms = layer.parts.flatMap((part) =>
    outcomes
      .filter(({ scheme }) => scheme.category === part.category)
      .flatMap((outcome) => schemeTerms(context, outcome, { part: part.isOneOff ? 'one-off' : 'lasting', year })),
  );
  const amount = totalOf(terms);
  return {
    label: `Savings that count: ${layer.label.toLowerCase()}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${layer.label} ${amount.lt(ZERO) ? 'costs' : 'brings'} the system ${pounds(amount)} in ${context.label(year)}.`,
    formula: 'the sum over its schemes of what each puts into the position of the system',
    terms,
  };
}

const layers = (context: Context): SavingsLayer[] => layersOf(savingsParts(context.projection));

/** Layers of the exhibit of savings by category: `savings.RIGHTCARE_QIPP.2020/21`, `savings.ONE_OFF.2020/21` (model-spec §13, exhibit 3). */
export const savingsLayerFamily: Family = {
  prefix: 'savings',
  ids: (context) => layers(context).map(({ key }) => key),
  figuresOf: (context, id) => {
    const layer = layers(context).find(({ key }) => key === id);
    return layer === undefined ? undefined : new Map([['', projected((year) => layerDraft(context, layer, year))]]);
  },
};
