import { ONE, plus, times } from '../../money/decimal.ts';
import type { Flow } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft } from './draft.ts';
import { everyYear, type Family, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { rateUses } from './series.ts';
import { pounds } from './wording.ts';
import { growthFigures, growthIn, isExplicit, type Growing } from './do-nothing.ts';

/** What the payer books above the payee's figure (model-spec §3.3, §19 (2)). */
function mismatchDraft(context: Context, { item, growing }: { item: Flow; growing: Growing }, year: number): Draft {
  const mismatch = context.projection.doNothing.mismatches.get(item.id) ?? [];
  const amount = amountIn(mismatch, year);
  const common = {
    label: `${item.name}, books not agreed, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${context.name(item.payer)} books ${pounds(amount)} ${amount.lt(0) ? 'less' : 'more'} for ${item.name} than ${context.name(item.payee)} expects in ${context.label(year)}.`,
  } as const;
  if (year === 0) {
    const [payer, payee] = ['payerAmount', 'baseAmount'].map((field) => useOf(context, `flows.${item.id}.${field}`, '£'));
    const sides = [
      { label: "The payer's figure", use: payer, sign: ONE },
      { label: "The payee's figure", use: payee, sign: ONE.neg() },
    ];
    const terms = sides.flatMap(({ label, use, sign }) =>
      use === undefined ? [] : [{ label, use, amount: figureOfUse(use).times(sign) }],
    );
    return { ...common, formula: "the payer's figure less the payee's", terms };
  }
  const before = amountIn(mismatch, year - 1);
  const flowBefore = amountIn(growing.amounts, year - 1);
  const { volume, price } = growthIn(context, growing, year);
  const follows = isExplicit(context, growing, year) && !flowBefore.isZero();
  const growth = follows ? amountIn(growing.amounts, year).div(flowBefore) : times(plus(ONE, volume), plus(ONE, price));
  return {
    ...common,
    formula: "last year's difference, grown as the flow itself",
    factors: [
      {
        label: `Difference in ${context.label(year - 1)}`,
        amount: before,
        unit: '£',
        path: context.path(year - 1, 'flows', item.id, 'mismatch'),
      },
      { label: 'Growth of the flow', amount: growth, unit: 'ratio' },
    ],
    uses: [...rateUses(context, item.volumeSeries, year), ...rateUses(context, item.priceSeries, year)],
  };
}

function flowFigures(context: Context, id: string): FigureMap | undefined {
  const item = context.scenario.flows.find((flow) => flow.id === id);
  const amounts = context.projection.doNothing.flows.get(id);
  if (item === undefined || amounts === undefined) return undefined;
  const subject = `${item.name} (${context.name(item.payer)} to ${context.name(item.payee)})`;
  const growing: Growing = { item, list: 'flows', subject, amounts, scope: undefined };
  const agreed = (): string | undefined => (item.payerAmount === undefined ? 'payer and payee book the same figure' : undefined);
  return new Map([
    ...growthFigures(context, growing),
    ['mismatch', everyYear((year) => mismatchDraft(context, { item, growing }, year), agreed)] as const,
  ]);
}

/** Payments between members: `flows.acute-contract.2020/21`, with `mismatch` where the books do not agree (model-spec §2, §4). */
export const flowFamily: Family = {
  prefix: 'flows',
  list: 'flows',
  ids: (context) => [...context.projection.doNothing.flows.keys()],
  figuresOf: flowFigures,
};
