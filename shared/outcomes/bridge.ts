import { ZERO, plus, type Decimal } from '../money/decimal.ts';
import { foldByYear, type Step } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import { labelOf } from '../scenario/vocabulary.ts';

/** One bar: what it adds (a change), or where the bars so far stand (a position: do nothing, headline plan, reported). */
export type Bar = { readonly bar: string; readonly label: string; readonly amount: Decimal; readonly kind: 'position' | 'change' };

const AFTER_HEADLINE: readonly { step: Step; label: string; onlyIfUsed?: true }[] = [
  { step: 'timing', label: 'Timing and non-recurrence' },
  { step: 'capitalNotAvailable', label: 'Capital not available' },
  { step: 'overlap', label: 'Overlap between schemes' },
  { step: 'notCashReleasing', label: 'Not cash-releasing' },
  { step: 'deliveryRisk', label: 'Delivery risk' },
  { step: 'tariffIllusionSavings', label: 'Tariff illusion: contract reductions' },
  { step: 'shiftDelivery', label: 'Shift: slippage and delivery' },
  { step: 'tariffIllusionShift', label: 'Tariff illusion: shift (stranded cost)' },
  { step: 'capitalCharges', label: 'Capital charges and running costs' },
  { step: 'disposalAndImpairment', label: 'Disposal profit and impairment', onlyIfUsed: true },
  { step: 'implementation', label: 'Implementation and running costs' },
  { step: 'riskShare', label: 'Risk-share transfers' },
  { step: 'support', label: 'PSF earned' },
  { step: 'reserves', label: 'Council reserves used or added' },
];

const isNil = (amounts: readonly Decimal[] | undefined): boolean => amounts === undefined || amounts.every((amount) => amount.isZero());

/** Savings categories in order of first appearance in the scheme list (§19 (19)). */
export function categoriesInOrder(projection: Projection): string[] {
  return [...new Set([...projection.savings.schemes.values()].map((outcome) => outcome.scheme.category))];
}

/** The words of a step or bar, as the bridge prints them. */
export function labelOfBar(bar: string): string {
  if (bar === 'doNothing') return 'Do nothing';
  if (bar === 'headlinePlan') return 'Headline plan';
  if (bar === 'reported') return 'Reported position';
  if (bar === 'shiftHeadline') return 'Acute-to-community shift';
  if (bar === 'preventionHeadline') return 'Prevention, benefit less cost';
  if (bar.startsWith('headline:')) return labelOf(bar.slice('headline:'.length));
  return AFTER_HEADLINE.find((each) => each.step === bar)?.label ?? labelOf(bar);
}

/** The key of the bar that an entry belongs to: its step, and for headline savings the category as well. */
export function barOf(entry: { step: Step; category: string }): string {
  return entry.step === 'headline' ? `headline:${entry.category}` : entry.step;
}

/**
 * The bridge of every projected year (model-spec §10): fixed bars in fixed order from do nothing to reported, headline savings by category.
 * The changes and the opening position add up to the reported position, exactly. Pounds; index 0 (the base year) has no bars.
 */
export function bridges(projection: Projection): readonly (readonly Bar[])[] {
  const { frame } = projection;
  const totals = foldByYear(projection.entries, frame.yearCount, barOf);
  const used = AFTER_HEADLINE.filter((each) => each.onlyIfUsed !== true || !isNil(totals.get(each.step)));
  const headline = [...categoriesInOrder(projection).map((category) => `headline:${category}`), 'shiftHeadline', 'preventionHeadline'];
  return frame.years.map((_, year) => {
    if (year === 0) return [];
    const amountOf = (bar: string): Decimal => totals.get(bar)?.[year] ?? ZERO;
    const change = (bar: string): Bar => ({ bar, label: labelOfBar(bar), amount: amountOf(bar), kind: 'change' });
    const position = (bar: string, amount: Decimal): Bar => ({ bar, label: labelOfBar(bar), amount, kind: 'position' });
    const claims = headline.map(change);
    const plan = claims.reduce((total, bar) => plus(total, bar.amount), amountOf('doNothing'));
    const losses = used.map((each) => change(each.step));
    const reported = losses.reduce((total, bar) => plus(total, bar.amount), plan);
    return [
      position('doNothing', amountOf('doNothing')),
      ...claims,
      position('headlinePlan', plan),
      ...losses,
      position('reported', reported),
    ];
  });
}
