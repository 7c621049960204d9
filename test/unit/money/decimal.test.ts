import { describe, expect, test } from 'vitest';
import {
  canonical,
  D,
  decimal,
  DecimalTextError,
  isAtLeast,
  isBelow,
  isCanonicalDecimal,
  LONGEST_DECIMAL_TEXT,
  maximum,
  minimum,
  minus,
  negate,
  ONE,
  plus,
  sum,
  times,
  TOLERANCE,
  TWELVE,
  ZERO,
} from '../../../shared/money/decimal.ts';

const texts = (amounts: { toFixed: () => string }[]): string[] => amounts.map((amount) => amount.toFixed());

describe('the arithmetic', () => {
  test('keeps 34 significant digits, rounded half-even', () => {
    expect(ONE.div(3).toFixed()).toBe(`0.${'3'.repeat(34)}`);
    // Two thirds end in a 7; a tie at the 35th digit goes to the even neighbour, down here and up below.
    expect(new D(2).div(3).toFixed()).toBe(`0.${'6'.repeat(33)}7`);
    const digits33 = `1${'0'.repeat(32)}`;
    expect(new D(digits33).plus('0.05').toFixed()).toBe(digits33);
    expect(new D(digits33).plus('0.15').toFixed()).toBe(`${digits33}.2`);
  });

  test('never prints an exponent', () => {
    expect(String(new D('1e30'))).toBe(`1${'0'.repeat(30)}`);
    expect(String(new D('1e-20'))).toBe(`0.${'0'.repeat(19)}1`);
  });

  test('has the constants that formulas use', () => {
    expect(texts([ZERO, ONE, TWELVE, TOLERANCE])).toEqual(['0', '1', '12', '0.000001']);
  });
});

describe('plain decimal text', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['00012.500', '12.5'],
    ['-21998486.19', '-21998486.19'],
  ])('%s is read as %s', (text, exact) => {
    expect(canonical(decimal(text))).toBe(exact);
  });

  test('nil has no sign', () => {
    expect(decimal('-0').isNeg()).toBe(false);
    expect(canonical(ZERO.neg())).toBe('0');
  });

  test.each(['', ' 1', '1 ', '+1', '1,000', '1e3', '.5', '5.', '0x10', 'NaN', 'Infinity', '--1', '1.2.3', '٣'])(
    '"%s" is refused',
    (text) => {
      expect(() => decimal(text)).toThrow(DecimalTextError);
    },
  );

  test('the longest text that is allowed is read', () => {
    const longest = '1'.repeat(LONGEST_DECIMAL_TEXT);
    expect(canonical(decimal(longest))).toBe(longest);
    expect(isCanonicalDecimal(longest)).toBe(true);
    expect(isCanonicalDecimal(`${longest}1`)).toBe(false);
    expect(() => decimal(`${longest}1`)).toThrow(DecimalTextError);
  });

  test('the refusal says what was read and what is allowed, and does not repeat a megabyte', () => {
    expect(() => decimal('1e9999')).toThrow('Read "1e9999" where a decimal number is needed. Allowed: digits');
    const error = new DecimalTextError('9'.repeat(5000));
    expect(error.code).toBe('not-a-decimal');
    expect(error.name).toBe('DecimalTextError');
    expect(error.message).toContain(`"${'9'.repeat(40)}…"`);
    expect(error.message.length).toBeLessThan(400);
    expect(new DecimalTextError('9'.repeat(40)).message).toContain(`"${'9'.repeat(40)}" where`);
  });

  test.each(['0', '1', '-1', '0.5', '-0.05', '10', '1234567.891'])('"%s" is canonical', (text) => {
    expect(isCanonicalDecimal(text)).toBe(true);
  });

  test.each(['', '-0', '+1', '01', '1.0', '0.50', '1.', '.5', '-', '1e3', '1,000', ' 1', '-0.0'])('"%s" is not canonical', (text) => {
    expect(isCanonicalDecimal(text)).toBe(false);
  });
});

describe('the fast paths give what the arithmetic gives', () => {
  const figures = ['0', '1', '-1', '1.5', '-0.125', '2', '10000000'].map(decimal);

  test('times, plus, minus and negate', () => {
    for (const a of figures) {
      for (const b of figures) {
        expect(canonical(times(a, b))).toBe(canonical(a.times(b)));
        expect(canonical(plus(a, b))).toBe(canonical(a.plus(b)));
        expect(canonical(minus(a, b))).toBe(canonical(a.minus(b)));
      }
      expect(canonical(negate(a))).toBe(canonical(a.neg()));
    }
    expect(negate(ZERO).isNeg()).toBe(false);
  });

  test('factors of one and terms of nil hand the other operand on', () => {
    const amount = decimal('2.5');
    expect(times(ONE, amount)).toBe(amount);
    expect(times(amount, ONE)).toBe(amount);
    expect(times(ZERO, amount)).toBe(ZERO);
    expect(times(amount, ZERO)).toBe(ZERO);
    expect(plus(ZERO, amount)).toBe(amount);
    expect(plus(amount, ZERO)).toBe(amount);
    expect(minus(amount, ZERO)).toBe(amount);
    expect(minus(amount, amount)).toBe(ZERO);
  });

  test('sum', () => {
    expect(canonical(sum(figures))).toBe('10000003.375');
    expect(sum([])).toBe(ZERO);
  });
});

describe('comparison within £0.000001', () => {
  test.each([
    ['0', '0', true],
    ['1', '0', true],
    ['-0.000001', '0', true],
    ['-0.0000010000001', '0', false],
    ['99.999999', '100', true],
    ['99.9999989', '100', false],
  ])('%s at least %s: %s', (a, b, expected) => {
    expect(isAtLeast(decimal(a), decimal(b))).toBe(expected);
    expect(isBelow(decimal(a), decimal(b))).toBe(!expected);
  });

  test('maximum and minimum are exact, and keep the first of two equals', () => {
    const [low, high] = [decimal('1'), decimal('1.0000001')];
    expect([maximum(low, high), maximum(high, low), minimum(low, high), minimum(high, low)]).toEqual([high, high, low, low]);
    const twin = decimal('1');
    expect(maximum(low, twin)).toBe(low);
    expect(minimum(low, twin)).toBe(low);
  });
});
