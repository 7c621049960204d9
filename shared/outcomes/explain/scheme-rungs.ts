import { ONE, minimum } from '../../money/decimal.ts';
import { deliveryInput } from '../../engine/frame.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { SavingsScheme } from '../../scenario/schema.ts';
import { labelOf } from '../../scenario/vocabulary.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { pairDeduction, pairDeductionsOf, pairsOf, amountsAfterPools } from './pairs.ts';
import { nameOfScheme, poolOf } from './pools.ts';
import { fundedFactors, fundingNotes } from './waiting.ts';
import { percent, pounds } from './wording.ts';

/** A rung of the ladder whose amount the outcome keeps, and its name in a path (model-spec §5.3). */
const RUNGS = {
  headline: 'headline',
  timing: 'effective',
  afterGate: 'afterGate',
  afterOverlap: 'afterOverlap',
  cashReleasing: 'cashReleasing',
  deliverable: 'deliverable',
  systemEffect: 'systemEffect',
} as const satisfies Record<string, keyof SavingsOutcome>;
type Rung = keyof typeof RUNGS;

function rungTerm(context: Context, outcome: SavingsOutcome, rung: Rung, year: number, label: string): DraftTerm {
  return { label, amount: amountIn(outcome[RUNGS[rung]], year), path: context.path(year, 'schemes', outcome.scheme.id, rung) };
}

/** L2: what is left once capital that is not funded is asked for (model-spec §5.3). */
export function afterGateDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const amount = amountIn(outcome.afterGate, year);
  const before = rungTerm(context, outcome, 'timing', year, 'After timing');
  const name = outcome.scheme.name;
  const needed = fundedFactors(context, outcome.scheme);
  return {
    label: `After the capital gate, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: outcome.funded
      ? `${name} ${needed.length === 0 ? 'needs no capital' : 'has the capital that it needs'}, so its ${pounds(amount)} stands in ${context.label(year)}.`
      : `${name} needs capital that is not funded, so none of its ${pounds(before.amount)} counts in ${context.label(year)}.`,
    formula: 'after timing × 1 if all the capital that it needs is funded, else nil',
    terms: [before, { label: 'Capital not available', amount: amount.minus(before.amount) }],
    factors: [{ ...before, unit: '£' }, ...needed],
    notes: fundingNotes(context, outcome.scheme),
  };
}

/** What is left of a scheme once no pound of its pool is saved twice; the whole where it is in no pool. */
export function afterPoolDraft(context: Context, outcome: SavingsOutcome, year: number, label: string): Draft {
  const { id, name } = outcome.scheme;
  const before = rungTerm(context, outcome, 'afterGate', year, 'After the capital gate');
  const amount = amountsAfterPools(context, year).get(id) ?? before.amount;
  const pool = poolOf(context, id);
  const state = pool?.years[year];
  const common = {
    label: `${label}, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    formula: 'after the capital gate × overlap factor of its pool',
  } as const;
  if (pool === undefined || state === undefined)
    return {
      ...common,
      sentence: `${name} shares its cost with no other scheme, so ${pounds(amount)} stands in ${context.label(year)}.`,
      terms: [before],
    };
  const capped = minimum(before.amount, state.pool);
  const cut: DraftFactor = before.amount.lte(state.pool)
    ? { ...before, unit: '£' }
    : { label: 'The whole pool, since it asks for more', amount: capped, unit: '£', path: context.path(year, 'pools', pool.id, 'amount') };
  const factor: DraftFactor = {
    label: 'Overlap factor of the pool',
    amount: state.factor,
    unit: 'share',
    path: context.path(year, 'pools', pool.id, 'factor'),
  };
  return {
    ...common,
    sentence: `${pounds(amount)} of ${name} is left in ${context.label(year)} once no pound is saved twice: ${percent(state.factor)} of ${pounds(capped)}.`,
    terms: [before, { label: 'Already saved by other schemes on the same cost', amount: amount.minus(before.amount) }],
    factors: [cut, factor],
  };
}

/** L3: what is left once no pound is saved twice (model-spec §5.4). */
export function afterOverlapDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const pairs = pairsOf(context, id);
  if (pairs.length === 0) return afterPoolDraft(context, outcome, year, 'After overlap');
  const amount = amountIn(outcome.afterOverlap, year);
  const amounts = amountsAfterPools(context, year);
  const deductions = pairs.map((pair): DraftTerm => {
    const other = nameOfScheme(context, pair.first === id ? pair.second : pair.first);
    return {
      label: `Also claimed by ${other}`,
      amount: pairDeduction(pair, amounts, id).neg(),
      path: context.path(year, 'pairs', pair.id, id),
    };
  });
  const total = deductions.reduce((whole, term) => whole.plus(term.amount), ONE.minus(ONE));
  const capped = total.neg().minus(pairDeductionsOf(context, id, year));
  const before = amounts.get(id) ?? amount;
  return {
    label: `After overlap, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of ${name} is left in ${context.label(year)} once what other schemes claim as well is taken off.`,
    formula: 'after its pool less what declared pairs share, never below nil',
    terms: [
      { label: 'After its pool', amount: before, path: context.path(year, 'schemes', id, 'afterPool') },
      ...deductions,
      { label: 'No more is taken off than there is', amount: capped },
    ],
  };
}

/** L4: what of it releases cash (model-spec §5.3). */
export function cashDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { id, name } = outcome.scheme;
  const amount = amountIn(outcome.cashReleasing, year);
  const before = rungTerm(context, outcome, 'afterOverlap', year, 'After overlap');
  const share = useOf(context, `savings.${id}.cashReleasingShare`, DEFAULT_INPUTS.fullShare);
  return {
    label: `Cash-releasing, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${percent(figureOfUse(share))} of ${name} releases cash: ${pounds(amount)} in ${context.label(year)}.`,
    formula: 'after overlap × cash-releasing share',
    terms: [before, { label: 'Productivity, not cash', amount: amount.minus(before.amount) }],
    factors: [
      { ...before, unit: '£' },
      { label: 'Cash-releasing share', amount: figureOfUse(share), unit: 'share', use: share },
    ],
  };
}

/** The delivery share that holds: stated, or by rating, or the tool default (model-spec §5.5). */
export function deliveryUse(context: Context, scheme: SavingsScheme): InputUse {
  const path =
    scheme.delivery === undefined && scheme.rating !== undefined
      ? `settings.deliveryByRating.${scheme.rating}`
      : `savings.${scheme.id}.delivery`;
  return useOf(context, path, deliveryInput(context.scenario, scheme));
}

/** L5: what of it is expected to be delivered (model-spec §5.5). */
export function deliverableDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { name, rating } = outcome.scheme;
  const amount = amountIn(outcome.deliverable, year);
  const before = rungTerm(context, outcome, 'cashReleasing', year, 'Cash-releasing');
  const use = deliveryUse(context, outcome.scheme);
  const isRated = use.path.startsWith('settings.') && rating !== undefined;
  return {
    label: `Deliverable saving, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of ${name} is expected to be delivered in ${context.label(year)}: ${percent(figureOfUse(use))} of ${pounds(before.amount)} that releases cash.`,
    formula: isRated
      ? `cash-releasing × delivery share of its rating (${labelOf(rating).toLowerCase()})`
      : 'cash-releasing × delivery share',
    terms: [before, { label: 'Not delivered', amount: amount.minus(before.amount) }],
    factors: [
      { ...before, unit: '£' },
      { label: 'Delivery share', amount: figureOfUse(use), unit: 'share', use },
    ],
  };
}

/** The inputs behind the part of a delivered saving that the system keeps. */
function releaseUses(context: Context, scheme: SavingsScheme): InputUse[] {
  return scheme.mechanism === 'CONTRACT_REDUCTION'
    ? [useOf(context, `savings.${scheme.id}.releaseShare`, DEFAULT_INPUTS.releaseShare)]
    : [];
}

const KEPT_BY_SYSTEM: Readonly<Record<SavingsScheme['mechanism'], string>> = {
  CASH_EXTERNAL: 'The system keeps the whole of it, since the cash leaves no other member.',
  INCOME_EXTERNAL: 'The system keeps the whole of it, since the income comes from outside.',
  CONTRACT_REDUCTION: 'It comes off a contract with another member, so the system gains only the cost which that member can release.',
  TRANSFER: 'It moves cost from one member to another, so the system gains nothing.',
};

/** L6: what of it the system keeps (model-spec §5.1). */
export function systemEffectDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { scheme, systemFactor } = outcome;
  const amount = amountIn(outcome.systemEffect, year);
  const before = rungTerm(context, outcome, 'deliverable', year, 'Deliverable saving');
  const [use] = releaseUses(context, scheme);
  return {
    label: `Effect on the system, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${scheme.name} is worth ${pounds(amount)} to the system in ${context.label(year)}. ${KEPT_BY_SYSTEM[scheme.mechanism]}`,
    formula: 'deliverable saving × the part that the system keeps',
    terms: [before, { label: 'Lost by another member', amount: amount.minus(before.amount) }],
    factors: [
      { ...before, unit: '£' },
      { label: 'Part that the system keeps', amount: systemFactor, unit: 'share', ...(use === undefined ? {} : { use }) },
    ],
  };
}
