import { ZERO, plus, type Decimal } from '../money/decimal.ts';
import type { Setting } from '../scenario/vocabulary.ts';

/**
 * The steps of the calculation in the order of the bridge (model-spec §10). Every entry belongs to one; the bars of the bridge, the rungs of the ladder and
 * the columns of the organisation table are sums over them.
 */
export const STEPS = [
  'doNothing',
  'headline',
  'shiftHeadline',
  'preventionHeadline',
  'timing',
  'capitalNotAvailable',
  'overlap',
  'notCashReleasing',
  'deliveryRisk',
  'tariffIllusionSavings',
  'shiftDelivery',
  'tariffIllusionShift',
  'capitalCharges',
  'disposalAndImpairment',
  'implementation',
  'riskShare',
  'support',
  'reserves',
] as const;
export type Step = (typeof STEPS)[number];

/** Steps that are settled after the position before support (model-spec §10, steps 9 to 11). */
export const SETTLEMENT_STEPS: ReadonlySet<Step> = new Set<Step>(['riskShare', 'support', 'reserves']);
/** Steps that add up to the headline plan, as plans added it up. */
export const HEADLINE_STEPS: ReadonlySet<Step> = new Set<Step>(['doNothing', 'headline', 'shiftHeadline', 'preventionHeadline']);

/** One posting: it improves (positive) or worsens (negative) one organisation's position in one year, in pounds. */
export type Entry = {
  /** 0 is the base year. */
  readonly year: number;
  readonly organisation: string;
  readonly step: Step;
  /** What kind of thing within the step: a line category, a savings category, a kind of charge. */
  readonly category: string;
  /** The id of the assumption that caused it. */
  readonly source: string;
  readonly setting: Setting;
  readonly amount: Decimal;
  /** Whether it stays in the underlying position (model-spec §3.5, §19). */
  readonly recurrent: boolean;
  /** Whether it moves money between members; such entries sum to nil for each source and year. */
  readonly betweenMembers: boolean;
};

/** The postings of one projection. Entries are only ever added; every total is a fold over them. */
export class Ledger {
  readonly entries: Entry[] = [];

  post(entry: Entry): void {
    if (!entry.amount.isZero()) this.entries.push(entry);
  }
}

/** Sums of entries by a key, each a list by year (index 0 = base year). Entries whose key is undefined are left out. */
export function foldByYear(
  entries: readonly Entry[],
  yearCount: number,
  keyOf: (entry: Entry) => string | undefined,
): Map<string, Decimal[]> {
  const totals = new Map<string, Decimal[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    let years = totals.get(key);
    if (years === undefined) {
      years = nilByYear(yearCount);
      totals.set(key, years);
    }
    years[entry.year] = plus(years[entry.year] ?? ZERO, entry.amount);
  }
  return totals;
}

/** A list of nil by year, index 0 = base year, for `yearCount` projected years. */
export function nilByYear(yearCount: number): Decimal[] {
  return Array.from({ length: yearCount + 1 }, () => ZERO);
}
