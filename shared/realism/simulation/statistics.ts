/** Pounds by which a position may miss nil in binary floats and still count as balanced. */
const SLACK = 0.001;
/** Standard normal value of a two-sided 95% interval. */
const NINETY_FIVE = 1.959963984540054;

/** A chance out of so many draws, with its Wilson 95% interval; all shares between 0 and 1. */
export type Chance = {
  readonly count: number;
  readonly draws: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** As it is printed: never "0%" and never "100%", because draws cannot show either. */
  readonly text: string;
};

/** A chance as it is printed, to one place: "< 0.1%" below that. */
export function chanceText(share: number): string {
  if (share < 0.001) return '< 0.1%';
  if (share > 0.999) return '> 99.9%';
  return `${(Math.floor(share * 1000 + 0.5) / 10).toFixed(1)}%`;
}

/** The chance that `count` of `draws` show (model-spec §11.2). */
export function chanceOf(count: number, draws: number): Chance {
  const share = draws === 0 ? 0 : count / draws;
  const square = NINETY_FIVE * NINETY_FIVE;
  const whole = 1 + square / draws;
  const centre = (share + square / (2 * draws)) / whole;
  const half = (NINETY_FIVE * Math.sqrt((share * (1 - share)) / draws + square / (4 * draws * draws))) / whole;
  const [low, high] = draws === 0 ? [0, 1] : [Math.max(0, centre - half), Math.min(1, centre + half)];
  return { count, draws, share, low, high, text: chanceText(share) };
}

/** How many amounts are nil or more. */
export function balancedIn(amounts: Float64Array): number {
  let count = 0;
  for (const amount of amounts) if (amount >= -SLACK) count += 1;
  return count;
}

/** The amount below which a share of sorted amounts lies: type 7, as Excel's PERCENTILE.INC (model-spec §11.2). */
export function percentileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? 0, sorted[below + 1]];
  return high === undefined ? low : low + (place - below) * (high - low);
}

/** What a fan shows of one year, in pounds. */
export type Fan = { readonly p10: number; readonly p25: number; readonly p50: number; readonly p75: number; readonly p90: number };

export function fanOf(amounts: Float64Array): Fan {
  const sorted = amounts.slice().sort();
  const at = (share: number): number => percentileOf(sorted, share);
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/** Centre, spread and tail of drawn positions, in pounds. */
export type Distribution = {
  readonly mean: number;
  /** Standard deviation with n − 1 (§19 (42)). */
  readonly standardDeviation: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Mean position of the draws that are short of balance, which is negative; null where none is. */
  readonly expectedShortfall: number | null;
};

export function distributionOf(amounts: Float64Array): Distribution {
  const count = amounts.length;
  let [total, short, shortCount] = [0, 0, 0];
  for (const amount of amounts) {
    total += amount;
    if (amount >= -SLACK) continue;
    short += amount;
    shortCount += 1;
  }
  const mean = count === 0 ? 0 : total / count;
  let squares = 0;
  for (const amount of amounts) squares += (amount - mean) * (amount - mean);
  const { p10, p50, p90 } = fanOf(amounts);
  return {
    mean,
    standardDeviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)),
    p10,
    p50,
    p90,
    expectedShortfall: shortCount === 0 ? null : short / shortCount,
  };
}
