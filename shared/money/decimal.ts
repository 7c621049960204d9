import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The one decimal arithmetic of the product (model-spec §1.5.1): 34 significant digits, half-even, as IEEE 754 decimal128.
 * The exponent limits keep every printed amount in plain notation.
 */
export const D = DecimalJs.clone({ precision: 34, rounding: DecimalJs.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });

/** An exact amount, rate or quantity. Compare with `eq`, `lt` and so on, never with `<` or `===`. */
export type Decimal = DecimalJs;

export const ZERO: Decimal = new D(0);
export const ONE: Decimal = new D(1);
export const TWELVE: Decimal = new D(12);

/** Pounds by which two amounts may differ and still count as the same in a comparison (model-spec §1.5.6). */
export const TOLERANCE: Decimal = new D('0.000001');
const MINUS_TOLERANCE = TOLERANCE.neg();

/** Longest decimal text that is read. No real figure comes near it; a megabyte of digits would stall the arithmetic. */
export const LONGEST_DECIMAL_TEXT = 1000;

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;
const CANONICAL_DECIMAL = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Text that is not a plain decimal number. */
export class DecimalTextError extends Error {
  readonly code = 'not-a-decimal';

  constructor(text: string) {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    super(
      `Read "${shown}" where a decimal number is needed. Allowed: digits, with an optional leading minus and an optional decimal point, ` +
        `at most ${String(LONGEST_DECIMAL_TEXT)} characters, for example "-1234.5". Write the number out in full, without exponent or separators.`,
    );
    this.name = 'DecimalTextError';
  }
}

/**
 * The amount that a plain decimal text states: "-1234.50". No exponent, no plus, no separators; what people type goes through parse.ts instead.
 * Throws DecimalTextError. "-0" becomes 0, since nil has no sign.
 */
export function decimal(text: string): Decimal {
  if (text.length > LONGEST_DECIMAL_TEXT || !PLAIN_DECIMAL.test(text)) throw new DecimalTextError(text);
  const amount = new D(text);
  return amount.isZero() ? ZERO : amount;
}

/** The canonical text of an amount, as files, the contract and the database hold it: no exponent, no plus, no idle zeros, never "-0". */
export function canonical(amount: Decimal): string {
  return amount.isZero() ? '0' : amount.toFixed();
}

/** Whether a text is in the canonical form: then, and only then, `canonical(decimal(text))` gives the same text back. */
export function isCanonicalDecimal(text: string): boolean {
  return text.length <= LONGEST_DECIMAL_TEXT && CANONICAL_DECIMAL.test(text);
}

/** Whether an amount is exactly 1, read off its digits: a comparison through subtraction costs as much as the multiplication that it saves. */
function isOne(a: Decimal): boolean {
  return a.s === 1 && a.e === 0 && a.d.length === 1 && a.d[0] === 1;
}

/** a × b. Most factors of a scenario are 0 or 1, and skipping them is exact and several times faster. */
export function times(a: Decimal, b: Decimal): Decimal {
  if (a.isZero() || b.isZero()) return ZERO;
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  return a.times(b);
}

/** a + b, skipping nil. */
export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.isZero()) return b;
  if (b.isZero()) return a;
  return a.plus(b);
}

/** a − b, skipping nil and the difference of an amount from itself. */
export function minus(a: Decimal, b: Decimal): Decimal {
  if (Object.is(a, b)) return ZERO;
  return b.isZero() ? a : a.minus(b);
}

/** −a; nil stays nil without a sign. */
export function negate(a: Decimal): Decimal {
  return a.isZero() ? ZERO : a.neg();
}

/** The sum, in list order; nil for an empty list. */
export function sum(amounts: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const amount of amounts) total = plus(total, amount);
  return total;
}

/** a ≥ b within the tolerance: a − b ≥ −£0.000001 (model-spec §1.5.6). Every comparison of money with a threshold uses it. */
export function isAtLeast(a: Decimal, b: Decimal): boolean {
  return a.minus(b).gte(MINUS_TOLERANCE);
}

/** a < b by more than the tolerance: the opposite of isAtLeast. */
export function isBelow(a: Decimal, b: Decimal): boolean {
  return !isAtLeast(a, b);
}

/** The larger of two amounts, exactly; the first where they are equal. */
export function maximum(a: Decimal, b: Decimal): Decimal {
  return b.gt(a) ? b : a;
}

/** The smaller of two amounts, exactly; the first where they are equal. */
export function minimum(a: Decimal, b: Decimal): Decimal {
  return b.lt(a) ? b : a;
}
