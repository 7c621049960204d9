/*
 * Exponential and logarithm out of additions, multiplications and divisions alone. Those are the same to the last bit on every machine, which a runtime's own
 * Math.exp and Math.log need not be; and a seed must give the same answer everywhere (model-spec §11.2). Both reduce the argument by powers of two and take the
 * classical minimax polynomials of the remainder; the error is below one unit of the last place.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const SQUARE_ROOT_OF_HALF = 0.7071067811865476;
/** Below this the exponential is nil in double precision. */
const LOWEST_EXPONENT = -700;

/** 2⁻ⁿ, exactly. */
const NEGATIVE_POWERS = ((): Float64Array => {
  const powers = new Float64Array(1 + Math.ceil(-LOWEST_EXPONENT * INVERSE_LN2) + 1);
  let power = 1;
  for (let exponent = 0; exponent < powers.length; exponent += 1) {
    powers[exponent] = power;
    power /= 2;
  }
  return powers;
})();

/** eˣ for x of nil or less. */
export function exponential(x: number): number {
  if (x < LOWEST_EXPONENT) return 0;
  const halvings = Math.floor(0.5 - x * INVERSE_LN2);
  const high = x + halvings * LN2_HIGH;
  const low = -halvings * LN2_LOW;
  const rest = high - low;
  const square = rest * rest;
  const correction =
    rest -
    square *
      (1.66666666666666019037e-1 +
        square *
          (-2.77777777770155933842e-3 +
            square * (6.61375632143793436117e-5 + square * (-1.6533902205465251539e-6 + square * 4.13813679705723846039e-8))));
  const value = 1 - (low - (rest * correction) / (2 - correction) - high);
  return value * (NEGATIVE_POWERS[halvings] ?? 0);
}

/** The natural logarithm of a number above nil. */
export function logarithm(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < SQUARE_ROOT_OF_HALF) {
    mantissa *= 2;
    exponent -= 1;
  }
  while (mantissa >= 2 * SQUARE_ROOT_OF_HALF) {
    mantissa /= 2;
    exponent += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const series =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 + z * (1.818357216161805012e-1 + z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const halfSquare = 0.5 * f * f;
  return exponent * LN2_HIGH - (halfSquare - (s * (halfSquare + series) + exponent * LN2_LOW) - f);
}
