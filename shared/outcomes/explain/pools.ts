import { ONE, ZERO, minimum, sum, type Decimal } from '../../money/decimal.ts';
import { afterPool, type PoolYear } from '../../engine/overlap.ts';
import type { Pool } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Family, type FigureMap } from './figures.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';
import { plainNumber, percent, pounds } from './wording.ts';

type PoolAt = { readonly context: Context; readonly pool: Pool; readonly year: number; readonly state: PoolYear };

/** What the schemes of a pool ask of it, each no more than the pool holds. */
function askedOf({ state }: PoolAt): Decimal {
  return state.pool.lte(ZERO) ? ZERO : sum([...state.asked.values()].map((amount) => minimum(amount, state.pool)));
}

function keptOf({ state }: PoolAt): Decimal {
  return sum(afterPool(state).values());
}

function poolUses(at: PoolAt): InputUse[] {
  const { context, pool, year } = at;
  if (pool.kind === 'LINES') return [useOf(context, `pools.${pool.id}.share`, 'share')];
  return [useOf(context, `pools.${pool.id}.amountByYear.${context.label(year)}`, '£')];
}

function amountDraft(at: PoolAt): Draft {
  const { context, pool, year, state } = at;
  const [use] = poolUses(at);
  const common = {
    label: `Cost pool ${pool.name}, ${context.label(year)}`,
    unit: '£',
    amount: state.pool,
    sentence: `The cost that the schemes on ${pool.name} act on is ${pounds(state.pool)} in ${context.label(year)}.`,
  } as const;
  if (pool.kind === 'AMOUNT' || use === undefined)
    return {
      ...common,
      formula: 'the amount entered',
      terms: use === undefined ? [] : [{ label: 'Amount entered', amount: state.pool, use }],
    };
  const whole = linesOf(at);
  return {
    ...common,
    formula: 'the cost of its lines × the share of them that the pool takes',
    factors: [
      { label: 'Cost of its lines', amount: whole, unit: '£', path: context.path(year, 'pools', pool.id, 'lines') },
      { label: 'Share of them', amount: figureOfUse(use), unit: 'share', use },
    ],
  };
}

function lineTerms({ context, pool, year }: PoolAt): DraftTerm[] {
  if (pool.kind !== 'LINES') return [];
  return pool.lines.flatMap((id) => {
    const amounts = context.projection.doNothing.lines.get(id);
    const name = context.scenario.lines.find((line) => line.id === id)?.name ?? id;
    return amounts === undefined ? [] : [{ label: name, amount: amountIn(amounts, year), path: context.path(year, 'lines', id) }];
  });
}

function linesOf(at: PoolAt): Decimal {
  return sum(lineTerms(at).map((term) => term.amount));
}

function linesDraft(at: PoolAt): Draft {
  const amount = linesOf(at);
  return {
    label: `Lines of cost pool ${at.pool.name}, ${at.context.label(at.year)}`,
    unit: '£',
    amount,
    sentence: `The lines of ${at.pool.name} cost ${pounds(amount)} in ${at.context.label(at.year)} if nothing changes.`,
    formula: 'the sum of its do-nothing lines',
    terms: lineTerms(at),
  };
}

/** The name of a savings scheme. */
export function nameOfScheme(context: Context, id: string): string {
  return context.projection.savings.schemes.get(id)?.scheme.name ?? id;
}

function askedDraft(at: PoolAt): Draft {
  const { context, pool, year, state } = at;
  const amount = askedOf(at);
  const terms = [...state.asked].map(([id, asked]): DraftTerm => {
    if (state.pool.lte(ZERO)) return { label: nameOfScheme(context, id), amount: ZERO };
    if (asked.gt(state.pool))
      return {
        label: `${nameOfScheme(context, id)}, capped at the pool`,
        amount: state.pool,
        path: context.path(year, 'pools', pool.id, 'amount'),
      };
    return { label: nameOfScheme(context, id), amount: asked, path: context.path(year, 'schemes', id, 'afterGate') };
  });
  return {
    label: `Savings asked of cost pool ${pool.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Counted one by one, the schemes on ${pool.name} would save ${pounds(amount)} in ${context.label(year)}.`,
    formula: 'the sum of the savings after the capital gate, none above the pool',
    terms,
    uses: poolUses(at),
  };
}

function keptDraft(at: PoolAt): Draft {
  const { context, pool, year, state } = at;
  const [asked, kept] = [askedOf(at), keptOf(at)];
  const share = state.pool.lte(ZERO) ? ZERO : kept.div(state.pool);
  return {
    label: `Savings that cost pool ${pool.name} can give, ${context.label(year)}`,
    unit: '£',
    amount: kept,
    sentence: `A pound can be saved once: together the schemes on ${pool.name} save ${pounds(kept)} in ${context.label(year)}, not ${pounds(asked)}.`,
    formula: 'pool × (1 − the product of (1 − each scheme ÷ pool))',
    terms: [
      { label: 'Asked one by one', amount: asked, path: context.path(year, 'pools', pool.id, 'asked') },
      { label: 'Counted more than once', amount: kept.minus(asked) },
    ],
    factors: [
      { label: 'Cost of the pool', amount: state.pool, unit: '£', path: context.path(year, 'pools', pool.id, 'amount') },
      { label: 'Share of it that one scheme or another removes', amount: share, unit: 'share' },
    ],
    uses: poolUses(at),
  };
}

function factorDraft(at: PoolAt): Draft {
  const { context, pool, year, state } = at;
  const asked = askedOf(at);
  const common = {
    label: `Overlap factor of ${pool.name}, ${context.label(year)}`,
    unit: 'share',
    amount: state.factor,
    uses: poolUses(at),
  } as const;
  const formula = 'what the schemes can save together ÷ what they ask for one by one';
  if (state.pool.lte(ZERO))
    return {
      ...common,
      formula,
      sentence: `Cost pool ${pool.name} holds nothing in ${context.label(year)}, so its schemes save nothing: the factor is nil.`,
    };
  if (asked.isZero())
    return { ...common, formula, sentence: `No scheme asks anything of ${pool.name} in ${context.label(year)}: the factor is 1.` };
  return {
    ...common,
    formula,
    sentence: `${percent(state.factor)} of what the schemes on ${pool.name} claim in ${context.label(year)} is left once no pound is saved twice (factor ${plainNumber(state.factor, 6)}).`,
    factors: [
      { label: 'What they can save together', amount: keptOf(at), unit: '£', path: context.path(year, 'pools', pool.id, 'kept') },
      {
        label: 'What they ask one by one',
        amount: asked,
        unit: '£',
        divides: true,
        path: context.path(year, 'pools', pool.id, 'asked'),
      },
    ],
  };
}

function poolFigures(context: Context, id: string): FigureMap | undefined {
  const pool = context.scenario.pools.find((each) => each.id === id);
  const years = context.projection.savings.pools.get(id);
  if (pool === undefined || years === undefined) return undefined;
  const nothing: PoolYear = { pool: ZERO, asked: new Map(), factor: ONE };
  const figureOf = (draft: (at: PoolAt) => Draft) => projected((year) => draft({ context, pool, year, state: years[year] ?? nothing }));
  return new Map([
    ['amount', figureOf(amountDraft)],
    ['factor', figureOf(factorDraft)],
    ['asked', figureOf(askedDraft)],
    ['kept', figureOf(keptDraft)],
    ...(pool.kind === 'LINES' ? [['lines', figureOf(linesDraft)] as const] : []),
  ]);
}

/** Costs that several schemes act on: `pools.WARD.factor.2020/21`, `amount`, `asked`, `kept` and `lines` (model-spec §5.4). */
export const poolFamily: Family = {
  prefix: 'pools',
  list: 'pools',
  ids: (context) => [...context.projection.savings.pools.keys()],
  figuresOf: poolFigures,
};

/** The pool that a scheme takes part in: it must be funded, and the pool itself computed. */
export function poolOf(context: Context, scheme: string): { readonly id: string; readonly years: readonly PoolYear[] } | undefined {
  const { savings } = context.projection;
  for (const [id, years] of savings.pools) if (years[0]?.asked.has(scheme)) return { id, years };
  return undefined;
}
