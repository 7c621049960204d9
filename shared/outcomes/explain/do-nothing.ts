import { ONE, plus, times, type Decimal } from '../../money/decimal.ts';
import { elasticityInput } from '../../engine/do-nothing.ts';
import { figure } from '../../engine/frame.ts';
import { listed } from '../../scenario/labels.ts';
import type { Flow, Line } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { everyYear, projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf, usesEntered, type InputUse } from './input-uses.ts';
import { ratePath, rateUses, seriesName } from './series.ts';
import { pounds } from './wording.ts';

/** A line or a flow as the do nothing sees it: what it is called, where its inputs stand and what it comes to. */
export type Growing = {
  readonly item: Line | Flow;
  readonly list: 'lines' | 'flows';
  readonly subject: string;
  readonly amounts: readonly Decimal[];
  /** The in-scope share of a line's organisation, where one is entered (§19 (1)). */
  readonly scope: InputUse | undefined;
};

function scaleOf({ scope }: Growing): Decimal {
  return scope === undefined ? ONE : figureOfUse(scope);
}

function inputPath({ item, list }: Growing, ...fields: string[]): string {
  return [list, item.id, ...fields].join('.');
}

/** Whether an amount is entered for a projected year, in place of growth (§19 (5)). */
export function isExplicit(context: Context, { item }: Growing, year: number): boolean {
  return year > 0 && item.explicitByYear[context.label(year)] !== undefined;
}

function elasticityUse(context: Context, growing: Growing): InputUse {
  return useOf(context, inputPath(growing, 'elasticity'), elasticityInput(growing.item));
}

/** Growth of the year: volume with its elasticity, and price (model-spec §4). */
export function growthIn(context: Context, growing: Growing, year: number): { volume: Decimal; price: Decimal } {
  const { rateOf } = context.projection.series;
  const { item } = growing;
  return {
    volume: times(figure(elasticityInput(item)), amountIn(rateOf(item.volumeSeries), year)),
    price: amountIn(rateOf(item.priceSeries), year),
  };
}

/** An amount that was entered for this year: the base amount, or an explicit one, for the part in scope. */
function enteredDraft(context: Context, growing: Growing, year: number): Draft {
  const label = year === 0 ? 'Base amount' : `Amount entered for ${context.label(year)}`;
  const path = year === 0 ? inputPath(growing, 'baseAmount') : inputPath(growing, 'explicitByYear', context.label(year));
  const use = useOf(context, path, '£');
  const scope: DraftFactor[] =
    growing.scope === undefined ? [] : [{ label: 'Share in scope', amount: scaleOf(growing), unit: 'share', use: growing.scope }];
  const amount = amountIn(growing.amounts, year);
  return {
    label: `${growing.subject}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${growing.subject} is ${pounds(amount)} in ${context.label(year)}, as entered.`,
    formula: scope.length === 0 ? 'the amount entered' : 'the amount entered × the share in scope',
    ...(scope.length === 0 ? { terms: [{ label, amount: figureOfUse(use), use }] } : {}),
    factors: scope.length === 0 ? [] : [{ label, amount: figureOfUse(use), unit: '£', use }, ...scope],
  };
}

/** A part of growth in words, or nothing where it is nil. */
function growthWords(amount: Decimal, kind: 'volume' | 'price'): string[] {
  if (amount.isZero()) return [];
  return [`${amount.lt(0) ? 'less ' : ''}${pounds(amount)} of ${kind} growth`];
}

function grownDraft(context: Context, growing: Growing, year: number): Draft {
  const { item, list, subject, amounts } = growing;
  const before = amountIn(amounts, year - 1);
  const { volume, price } = growthIn(context, growing, year);
  const byVolume = times(before, volume);
  const byPrice = times(plus(before, byVolume), price);
  const hasVolume = item.volumeSeries !== undefined;
  const terms: DraftTerm[] = [
    { label: `Amount in ${context.label(year - 1)}`, amount: before, path: context.path(year - 1, list, item.id) },
    { label: 'Volume growth', amount: byVolume, path: context.path(year, list, item.id, 'volumeGrowth') },
    { label: 'Price growth', amount: byPrice, path: context.path(year, list, item.id, 'priceGrowth') },
  ];
  return {
    label: `${subject}, ${context.label(year)}`,
    unit: '£',
    amount: amountIn(amounts, year),
    sentence: `${subject} is ${pounds(amountIn(amounts, year))} in ${context.label(year)}: ${listed([`${pounds(before)} the year before`, ...growthWords(byVolume, 'volume'), ...growthWords(byPrice, 'price')])}.`,
    formula: "last year's amount × (1 + elasticity × volume growth) × (1 + price growth)",
    terms,
    uses: [
      ...(hasVolume ? [elasticityUse(context, growing), ...rateUses(context, item.volumeSeries, year)] : []),
      ...rateUses(context, item.priceSeries, year),
    ],
  };
}

function volumeDraft(context: Context, growing: Growing, year: number): Draft {
  const { item, list, subject, amounts } = growing;
  const before = amountIn(amounts, year - 1);
  const elasticity = elasticityUse(context, growing);
  const amount = times(before, growthIn(context, growing, year).volume);
  return {
    label: `${subject}, volume growth in ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Volume growth (${seriesName(context, item.volumeSeries)}) ${amount.lt(0) ? 'takes' : 'adds'} ${pounds(amount)} ${amount.lt(0) ? 'off' : 'to'} ${subject} in ${context.label(year)}.`,
    formula: "last year's amount × elasticity × volume growth",
    factors: [
      { label: `Amount in ${context.label(year - 1)}`, amount: before, unit: '£', path: context.path(year - 1, list, item.id) },
      { label: 'Elasticity: share of volume growth that it follows', amount: figureOfUse(elasticity), unit: 'share', use: elasticity },
      {
        label: `Growth of ${seriesName(context, item.volumeSeries)}`,
        amount: amountIn(context.projection.series.rateOf(item.volumeSeries), year),
        unit: 'rate',
        ...ratePath(context, item.volumeSeries, year),
      },
    ],
    uses: rateUses(context, item.volumeSeries, year),
  };
}

function priceDraft(context: Context, growing: Growing, year: number): Draft {
  const { item, list, subject, amounts } = growing;
  const { volume, price } = growthIn(context, growing, year);
  const before = amountIn(amounts, year - 1);
  const amount = times(times(before, plus(ONE, volume)), price);
  return {
    label: `${subject}, price growth in ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Price growth (${seriesName(context, item.priceSeries)}) ${amount.lt(0) ? 'takes' : 'adds'} ${pounds(amount)} ${amount.lt(0) ? 'off' : 'to'} ${subject} in ${context.label(year)}.`,
    formula: "last year's amount × (1 + elasticity × volume growth) × price growth",
    factors: [
      { label: `Amount in ${context.label(year - 1)}`, amount: before, unit: '£', path: context.path(year - 1, list, item.id) },
      { label: 'One plus volume growth with its elasticity', amount: plus(ONE, volume), unit: 'ratio' },
      {
        label: `Growth of ${seriesName(context, item.priceSeries)}`,
        amount: price,
        unit: 'rate',
        ...ratePath(context, item.priceSeries, year),
      },
    ],
    uses: [
      ...usesEntered(context, [inputPath(growing, 'elasticity')]),
      ...rateUses(context, item.volumeSeries, year),
      ...rateUses(context, item.priceSeries, year),
    ],
  };
}

function nonRecurrentDraft(context: Context, growing: Growing, year: number): Draft {
  const use = useOf(context, inputPath(growing, 'nonRecurrentByYear', context.label(year)), '£');
  const amount = times(figureOfUse(use), scaleOf(growing));
  const scope: DraftFactor[] =
    growing.scope === undefined ? [] : [{ label: 'Share in scope', amount: scaleOf(growing), unit: 'share', use: growing.scope }];
  return {
    label: `${growing.subject}, non-recurrent in ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of ${growing.subject} in ${context.label(year)} is non-recurrent: it counts in that year and does not roll forward.`,
    formula: 'the non-recurrent amount entered for the year',
    factors: [{ label: 'Non-recurrent amount entered', amount: figureOfUse(use), unit: '£', use }, ...scope],
  };
}

/** The figures of a line or flow: its amount, the two parts of its growth, and its non-recurrent part. */
export function growthFigures(context: Context, growing: Growing): [string, Figure][] {
  const entered = (year: number): boolean => year === 0 || isExplicit(context, growing, year);
  const explicit = (year: number): string | undefined =>
    isExplicit(context, growing, year) ? `an amount is entered for ${context.label(year)}, so nothing grows into it` : undefined;
  const nonRecurrent = (year: number): string | undefined =>
    growing.item.nonRecurrentByYear[context.label(year)] === undefined
      ? `no non-recurrent amount is entered for ${context.label(year)}`
      : undefined;
  const figures: [string, Figure][] = [
    ['', everyYear((year) => (entered(year) ? enteredDraft(context, growing, year) : grownDraft(context, growing, year)))],
  ];
  if (growing.item.volumeSeries !== undefined)
    figures.push(['volumeGrowth', projected((year) => volumeDraft(context, growing, year), explicit)]);
  if (growing.item.priceSeries !== undefined)
    figures.push(['priceGrowth', projected((year) => priceDraft(context, growing, year), explicit)]);
  figures.push(['nonRecurrent', everyYear((year) => nonRecurrentDraft(context, growing, year), nonRecurrent)]);
  return figures;
}

function lineFigures(context: Context, id: string): FigureMap | undefined {
  const item = context.scenario.lines.find((line) => line.id === id);
  const amounts = context.projection.doNothing.lines.get(id);
  if (item === undefined || amounts === undefined) return undefined;
  const [scope] = usesEntered(context, [`organisations.${item.organisation}.inScopeShare`]);
  const subject = `${item.name} of ${context.name(item.organisation)}`;
  return new Map(growthFigures(context, { item, list: 'lines', subject, amounts, scope }));
}

/** Income and cost lines of the do nothing: `lines.acute-pay.2020/21`, with `volumeGrowth`, `priceGrowth` and `nonRecurrent` (model-spec §4). */
export const lineFamily: Family = {
  prefix: 'lines',
  list: 'lines',
  ids: (context) => [...context.projection.doNothing.lines.keys()],
  figuresOf: lineFigures,
};
