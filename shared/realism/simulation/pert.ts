import { exponential, logarithm } from './elementary.ts';
import { normalProbability, normalQuantile } from './normal.ts';

/** Weight of the most likely value: the λ of a PERT distribution (model-spec §11.2). */
const WEIGHT = 4;
/** The two exponents of the beta behind a PERT add up to this. */
const EXPONENTS = 2 + WEIGHT;
/** ln Γ(6) = ln 120. */
const LOG_GAMMA_OF_SUM = logarithm(120);

const LANCZOS_SHIFT = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln Γ(x) for x of 1 or more, by Lanczos. */
function logGamma(x: number): number {
  let sum = LANCZOS[0] ?? 0;
  for (let term = 1; term < LANCZOS.length; term += 1) sum += (LANCZOS[term] ?? 0) / (x - 1 + term);
  const shifted = x - 0.5 + LANCZOS_SHIFT;
  return HALF_LOG_TWO_PI + (x - 0.5) * logarithm(shifted) - shifted + logarithm(sum);
}

/** The shape of a PERT between 0 and 1: its exponents, and the logarithm of the beta function. */
type Shape = { readonly rise: number; readonly fall: number; readonly logBeta: number };

const TERMS = 200;
const ENOUGH = 1e-15;

/** The continued fraction of the incomplete beta function, by Lentz. */
function fraction({ rise, fall }: Shape, x: number): number {
  let numerator = 1;
  let denominator = 1 / (1 - (EXPONENTS * x) / (rise + 1));
  let value = denominator;
  for (let term = 1; term <= TERMS; term += 1) {
    const even = (term * (fall - term) * x) / ((rise + 2 * term - 1) * (rise + 2 * term));
    denominator = 1 / (1 + even * denominator);
    numerator = 1 + even / numerator;
    value *= denominator * numerator;
    const odd = (-(rise + term) * (EXPONENTS + term) * x) / ((rise + 2 * term) * (rise + 2 * term + 1));
    denominator = 1 / (1 + odd * denominator);
    numerator = 1 + odd / numerator;
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < ENOUGH) break;
  }
  return value;
}

function density({ rise, fall, logBeta }: Shape, x: number): number {
  return exponential((rise - 1) * logarithm(x) + (fall - 1) * logarithm(1 - x) - logBeta - DENSITY_SCALE) * DENSITY_FACTOR;
}
/** Densities reach 5, and the exponential takes nothing above nil: it is asked for a sixteenth. */
const DENSITY_FACTOR = 16;
const DENSITY_SCALE = logarithm(DENSITY_FACTOR);

/** The share of a shape below x, in the half in which the fraction converges. */
function lowerShare(shape: Shape, x: number): number {
  const front = exponential(shape.rise * logarithm(x) + shape.fall * logarithm(1 - x) - shape.logBeta);
  return (front * fraction(shape, x)) / shape.rise;
}

function mirrored({ rise, fall, logBeta }: Shape): Shape {
  return { rise: fall, fall: rise, logBeta };
}

/** The share of a shape below x, 0 < x < 1: the regularised incomplete beta function. */
function shareBelow(shape: Shape, x: number): number {
  return x < (shape.rise + 1) / (EXPONENTS + 2) ? lowerShare(shape, x) : 1 - lowerShare(mirrored(shape), 1 - x);
}

const STEPS = 60;

/** The point of a shape below which a share lies: Newton's steps, and halving where one would leave what is known. For shares up to a half, so that the tail is exact. */
function pointAt(shape: Shape, share: number): number {
  let [low, high] = [0, 1];
  let x = 0.5;
  for (let step = 0; step < STEPS; step += 1) {
    const excess = shareBelow(shape, x) - share;
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / density(shape, x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= ENOUGH * x) return next;
    x = next;
  }
  return x;
}

/** The inverse is tabulated over standard normal scores, in which it is smooth: nodes from −6.5 to 6.5, beyond what 32-bit uniform numbers reach. */
const FURTHEST = 6.5;
const NODES = 521;
const WIDTH = (2 * FURTHEST) / (NODES - 1);
const SQUARE_ROOT_OF_TWO_PI = 2.5066282746310002;

type Table = { readonly points: Float64Array; readonly slopes: Float64Array };

function tableOf(shape: Shape): Table {
  const points = new Float64Array(NODES);
  const slopes = new Float64Array(NODES);
  for (let node = 0; node < NODES; node += 1) {
    const score = node * WIDTH - FURTHEST;
    const isLow = score <= 0;
    const half = isLow ? shape : mirrored(shape);
    const x = pointAt(half, normalProbability(-Math.abs(score)));
    points[node] = isLow ? x : 1 - x;
    slopes[node] = exponential(-(score * score) / 2) / SQUARE_ROOT_OF_TWO_PI / density(half, x);
  }
  return { points, slopes };
}

/** Between two nodes, by the cubic that has their points and slopes. */
function interpolated({ points, slopes }: Table, score: number): number {
  const place = (Math.min(Math.max(score, -FURTHEST), FURTHEST) + FURTHEST) / WIDTH;
  const node = Math.min(Math.floor(place), NODES - 2);
  const t = place - node;
  const [first, second] = [points[node] ?? 0, points[node + 1] ?? 0];
  const [rise, fall] = [(slopes[node] ?? 0) * WIDTH, (slopes[node + 1] ?? 0) * WIDTH];
  const s = 1 - t;
  return s * s * ((1 + 2 * t) * first + t * rise) + t * t * ((3 - 2 * t) * second - s * fall);
}

/** The value below which a share of a distribution lies. */
export type Quantile = (share: number) => number;

/**
 * Makes the inverse of PERT distributions with λ = 4 (model-spec §11.2): betas between lowest and highest whose mean is (low + 4 likely + high) / 6. The inverse is
 * numeric, to within a billionth of the range; ranges of one shape share its table. Where lowest and highest are the same, that one.
 */
export function pertMaker(): (range: { low: number; likely: number; high: number }) => Quantile {
  const tables = new Map<number, Table>();
  return ({ low, likely, high }) => {
    const width = high - low;
    if (width === 0) return () => low;
    const rise = 1 + (WEIGHT * (likely - low)) / width;
    const fall = EXPONENTS - rise;
    const table = tables.get(rise) ?? tableOf({ rise, fall, logBeta: logGamma(rise) + logGamma(fall) - LOG_GAMMA_OF_SUM });
    tables.set(rise, table);
    return (share) => low + width * interpolated(table, normalQuantile(share));
  };
}
