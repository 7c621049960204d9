import { ONE, times, type Decimal } from '../../money/decimal.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { SavingsScheme } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { pairsOf, amountsAfterPools } from './pairs.ts';
import { poolOf } from './pools.ts';
import { effectFigures } from './scheme-effects.ts';
import { partFigures, partMembers } from './scheme-members.ts';
import { exitGapDraft, headlineDraft, newSavingsDraft, timingDraft } from './scheme-timing.ts';
import { fundedFactors, fundingNotes } from './waiting.ts';
import { pounds } from './wording.ts';
import {
  afterGateDraft,
  afterOverlapDraft,
  afterPoolDraft,
  cashDraft,
  deliverableDraft,
  deliveryUse,
  systemEffectDraft,
} from './scheme-rungs.ts';

/** The share of a scheme that overlap leaves, as it also applies to what is still to come (§19 (10)). */
function keptShareOf(context: Context, outcome: SavingsOutcome, year: number): Decimal {
  const { id } = outcome.scheme;
  const pooled = amountsAfterPools(context, year).get(id) ?? ONE;
  const byPair = pooled.isZero() || pairsOf(context, id).length === 0 ? ONE : amountIn(outcome.afterOverlap, year).div(pooled);
  return times(poolOf(context, id)?.years[year]?.factor ?? ONE, byPair);
}

function exitEffectDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { scheme, timing } = outcome;
  const amount = amountIn(outcome.exitEffect, year);
  const cash = useOf(context, `savings.${scheme.id}.cashReleasingShare`, DEFAULT_INPUTS.fullShare);
  const delivery = deliveryUse(context, scheme);
  const pool = poolOf(context, scheme.id);
  const common = {
    label: `Full-year effect still to come, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    formula: 'level at 31 March over twelve months less the amount in the year, × overlap, cash-releasing and delivery shares',
  } as const;
  if (!hasExitGap(scheme))
    return {
      ...common,
      sentence: `${scheme.name} is one-off or planned by amounts of each year, so nothing of it is still to come after ${context.label(year)}.`,
    };
  return {
    ...common,
    sentence: `Over the twelve months after ${context.label(year)}, ${scheme.name} is worth ${pounds(amount)} ${amount.lt(0) ? 'less' : 'more'} than in the year.`,
    factors: [
      {
        label: 'Still to come in a full year',
        amount: amountIn(timing.exitGap, year),
        unit: '£',
        path: context.path(year, 'schemes', scheme.id, 'exitGap'),
      },
      ...fundedFactors(context, scheme),
      {
        label: 'Share left after overlap',
        amount: keptShareOf(context, outcome, year),
        unit: 'share',
        ...(pool !== undefined && pairsOf(context, scheme.id).length === 0 ? { path: context.path(year, 'pools', pool.id, 'factor') } : {}),
      },
      { label: 'Cash-releasing share', amount: figureOfUse(cash), unit: 'share', use: cash },
      { label: 'Delivery share', amount: figureOfUse(delivery), unit: 'share', use: delivery },
    ],
    notes: fundingNotes(context, scheme),
  };
}

/** Whether a scheme can have more to come in a full year: not one that is planned by amounts of each year, and not a one-off. */
function hasExitGap({ profile, category }: SavingsScheme): boolean {
  return profile.kind !== 'PROGRAMME' && profile.kind !== 'NON_RECURRENT' && category !== 'NON_RECURRENT';
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const outcome = context.projection.savings.schemes.get(id);
  if (outcome === undefined) return undefined;
  const figureOf = (draft: (context: Context, outcome: SavingsOutcome, year: number) => Draft): Figure =>
    projected((year) => draft(context, outcome, year));
  const { scheme } = outcome;
  return new Map([
    ['headline', figureOf(headlineDraft)],
    ['timing', figureOf(timingDraft)],
    ['afterGate', figureOf(afterGateDraft)],
    ['afterOverlap', figureOf(afterOverlapDraft)],
    ['cashReleasing', figureOf(cashDraft)],
    ['deliverable', figureOf(deliverableDraft)],
    ['systemEffect', figureOf(systemEffectDraft)],
    ...partFigures(context, outcome, {
      name: 'exitEffect',
      draft: (year) => exitEffectDraft(context, outcome, year),
      members: partMembers(outcome, 'both'),
      side: 'both',
    }),
    ...(scheme.profile.kind === 'PROGRAMME' ? [['newSavings', figureOf(newSavingsDraft)] as const] : []),
    ...(hasExitGap(scheme) ? [['exitGap', figureOf(exitGapDraft)] as const] : []),
    ...(pairsOf(context, id).length > 0
      ? [['afterPool', projected((year) => afterPoolDraft(context, outcome, year, 'After its pool'))] as const]
      : []),
    ...effectFigures(context, outcome),
  ]);
}

/** The ladder of each savings scheme and what comes of it: `schemes.S3.deliverable.2020/21` (model-spec §5.3). */
export const schemeFamily: Family = {
  prefix: 'schemes',
  list: 'savings',
  ids: (context) => [...context.projection.savings.schemes.keys()],
  figuresOf,
};
