import { exponential, logarithm } from './elementary.ts';

/** Half the width of the middle range in which one ratio of polynomials serves. */
const MIDDLE = 0.425;
const MIDDLE_SQUARED = 0.180625;
/** Square root of −ln of the tail, up to which the second ratio serves; beyond it the third. */
const FAR_TAIL = 5;

function inTheMiddle(q: number): number {
  const r = MIDDLE_SQUARED - q * q;
  const numerator =
    ((((((2.50908092873012267e3 * r + 3.34305755835881281e4) * r + 6.72657709270087009e4) * r + 4.59219539315498715e4) * r +
      1.37316937655094611e4) *
      r +
      1.97159095030655144e3) *
      r +
      1.33141667891784377e2) *
      r +
    3.38713287279636661;
  const denominator =
    ((((((5.22649527885285456e3 * r + 2.87290857357219427e4) * r + 3.93078958000927106e4) * r + 2.12137943015865959e4) * r +
      5.39419602142475111e3) *
      r +
      6.87187007492057908e2) *
      r +
      4.23133307016009113e1) *
      r +
    1;
  return (q * numerator) / denominator;
}

function inTheTail(r: number): number {
  const t = r - 1.6;
  const numerator =
    ((((((7.7454501427834140764e-4 * t + 2.27238449892691845833e-2) * t + 2.4178072517745061177e-1) * t + 1.27045825245236838258) * t +
      3.64784832476320460504) *
      t +
      5.7694972214606914055) *
      t +
      4.6303378461565452959) *
      t +
    1.42343711074968357734;
  const denominator =
    ((((((1.05075007164441684324e-9 * t + 5.475938084995344946e-4) * t + 1.51986665636164571966e-2) * t + 1.4810397642748007459e-1) * t +
      6.8976733498510000455e-1) *
      t +
      1.6763848301838038494) *
      t +
      2.05319162663775882187) *
      t +
    1;
  return numerator / denominator;
}

function inTheFarTail(r: number): number {
  const t = r - FAR_TAIL;
  const numerator =
    ((((((2.01033439929228813265e-7 * t + 2.71155556874348757815e-5) * t + 1.2426609473880784386e-3) * t + 2.6532189526576123093e-2) * t +
      2.9656057182850489123e-1) *
      t +
      1.7848265399172913358) *
      t +
      5.4637849111641143699) *
      t +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * t + 1.4215117583164458887e-7) * t + 1.8463183175100546818e-5) * t + 7.868691311456132591e-4) * t +
      1.48753612908506148525e-2) *
      t +
      1.3692988092273580531e-1) *
      t +
      5.9983220655588793769e-1) *
      t +
    1;
  return numerator / denominator;
}

/** The standard normal value below which a share `p` lies, 0 < p < 1: Wichura's algorithm AS241, to about 16 digits (model-spec §11.2). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= MIDDLE) return inTheMiddle(q);
  const r = Math.sqrt(-logarithm(q < 0 ? p : 1 - p));
  const size = r <= FAR_TAIL ? inTheTail(r) : inTheFarTail(r);
  return q < 0 ? -size : size;
}

/** Standard deviations beyond which the tail is a continued fraction, and beyond which it is nil in double precision. */
const TAIL_BEGINS = 7.07106781186547;
const TAIL_ENDS = 37;
const SQUARE_ROOT_OF_TWO_PI = 2.506628274631;

/** The share of a standard normal below `z`: Φ, by Hart's ratio of polynomials, well within the 1e−12 of model-spec §11.2. */
export function normalProbability(z: number): number {
  const x = Math.abs(z);
  if (x > TAIL_ENDS) return z > 0 ? 1 : 0;
  const density = exponential(-(x * x) / 2);
  let tail: number;
  if (x < TAIL_BEGINS) {
    const numerator =
      (((((3.52624965998911e-2 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x + 112.079291497871) * x +
        221.213596169931) *
        x +
      220.206867912376;
    const denominator =
      ((((((8.83883476483184e-2 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x + 296.564248779674) * x +
        637.333633378831) *
        x +
        793.826512519948) *
        x +
      440.413735824752;
    tail = (density * numerator) / denominator;
  } else {
    tail = density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / SQUARE_ROOT_OF_TWO_PI;
  }
  return z > 0 ? 1 - tail : tail;
}
