import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, D, decimal, isAtLeast, isCanonicalDecimal } from '../../shared/money/decimal.ts';
import {
  exactInUnit,
  exactPounds,
  formatCount,
  formatMoney,
  formatPercent,
  formatPercentagePoints,
  moneyInSentence,
  toPence,
} from '../../shared/money/format.ts';
import { parseEntry } from '../../shared/money/parse.ts';
import { displayStep, MONEY_UNITS, usualPlaces, type CellUnit } from '../../shared/money/units.ts';
import { amount } from './money-arbitrary.ts';

const RUNS = { numRuns: 1000 };

describe('figures that are shown can be typed back', () => {
  /** What an entry stores; undefined where it is not read, or not in one way. */
  function stored(typed: string, unit: CellUnit): string | undefined {
    const result = parseEntry(typed, { unit });
    return result.kind === 'parsed' && result.entry.form === 'amount' ? canonical(result.entry.amount) : undefined;
  }

  /** Amounts that the unit shows exactly. */
  const shownMoney = fc.record({
    unit: fc.constantFrom(...MONEY_UNITS),
    places: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    steps: fc.integer({ min: -999_999, max: 999_999 }),
  });

  test('money in a table, with brackets and dashes', () => {
    fc.assert(
      fc.property(shownMoney, fc.constantFrom('dash' as const, 'digits' as const), ({ unit, places = usualPlaces(unit), steps }, nil) => {
        const exact = displayStep({ unit, places }).times(steps);
        expect(stored(formatMoney(exact, { unit, places, nil }), { kind: 'money', shownIn: unit })).toBe(canonical(exact));
      }),
      RUNS,
    );
  });

  test('money in a sentence, typed into a column of any unit', () => {
    fc.assert(
      fc.property(shownMoney, fc.constantFrom(...MONEY_UNITS), ({ unit, places = usualPlaces(unit), steps }, shownIn) => {
        const exact = displayStep({ unit, places }).times(steps);
        // A bare £ in a £m column can be read two ways, so pounds go back into a column of pounds.
        const cell: CellUnit = { kind: 'money', shownIn: unit === '£' ? '£' : shownIn };
        expect(stored(moneyInSentence(exact, { unit, places }), cell)).toBe(canonical(exact));
      }),
      RUNS,
    );
  });

  test('per cent, points, months and counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 2 }), (steps, places) => {
        const fraction = new D(steps).times(`1e-${String(places + 2)}`).div(1000);
        expect(stored(formatPercent(fraction, places + 3), { kind: 'rate' })).toBe(canonical(fraction));
        expect(stored(formatPercent(fraction, places + 3), { kind: 'share' })).toBe(canonical(fraction));
        expect(stored(formatPercentagePoints(fraction, places + 3), { kind: 'points' })).toBe(canonical(fraction));
        const count = new D(steps).times(`1e-${String(places)}`);
        expect(stored(formatCount(count, places), { kind: 'count', noun: 'beds', whole: false })).toBe(canonical(count));
      }),
      RUNS,
    );
  });

  test('the exact words of the echo', () => {
    const cells: CellUnit[] = [
      { kind: 'money', shownIn: '£' },
      { kind: 'money', shownIn: '£', per: 'spell' },
      { kind: 'count', noun: 'spells a year', whole: false },
    ];
    fc.assert(
      fc.property(amount, fc.constantFrom(...cells), (exact, unit) => {
        // Two places and fewer: a figure such as £1.234 is asked about, since a point may separate thousands.
        const pence = decimal(toPence(exact));
        expect(stored(exactInUnit(pence, unit), unit)).toBe(canonical(pence));
      }),
      RUNS,
    );
    expect(stored(exactPounds(decimal('-1234.5')), { kind: 'money', shownIn: '£' })).toBe('-1234.5');
  });
});

describe('the number grammar', () => {
  const units: CellUnit[] = [
    ...MONEY_UNITS.map((shownIn): CellUnit => ({ kind: 'money', shownIn })),
    { kind: 'money', shownIn: '£', per: 'spell' },
    { kind: 'share' },
    { kind: 'rate' },
    { kind: 'points' },
    { kind: 'months' },
    { kind: 'count', noun: 'people', whole: true },
  ];
  const pieces = [
    '1',
    '9.8',
    '1,234',
    '1.234',
    '0',
    '.',
    ',',
    ' ',
    '£',
    '£m',
    '£000',
    '%',
    '(',
    ')',
    '+',
    '-',
    '–',
    '*',
    '/',
    '|',
    '=',
    'to',
    'by',
    'm',
    'k',
    'bn',
    'pp',
    'bps',
    'e9',
    "'",
    '#',
    'x',
    '½',
  ];
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(' ')),
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  test('answers anything, and what it stores is fit for a scenario file', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...units), fc.option(amount), (text, unit, current) => {
        const result = parseEntry(text, { unit, current });
        if (result.kind === 'refused') {
          expect(result.text.startsWith('Read as ')).toBe(true);
          return;
        }
        const readings = result.kind === 'parsed' ? [result] : result.readings;
        expect(readings.length).toBe(result.kind === 'parsed' ? 1 : Math.max(2, readings.length));
        for (const { entry } of readings) {
          const figures = entry.form === 'amount' ? [entry.amount] : [entry.low, entry.likely, entry.high];
          for (const figure of figures) expect(canonical(figure)).toMatch(/^-?\d{1,18}(\.\d{1,30})?$/);
          if (entry.form === 'range') expect(isAtLeast(entry.likely, entry.low) && isAtLeast(entry.high, entry.likely)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('canonical text', () => {
  const exact = fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: 0, max: 40 }))
    .map(([digits, places]) => new D(digits.toString()).times(`1e-${String(places)}`));

  test('reads back as the same amount, and as the same text', () => {
    fc.assert(
      fc.property(exact, (figure) => {
        const text = canonical(figure);
        expect(isCanonicalDecimal(text)).toBe(true);
        expect(decimal(text).eq(figure)).toBe(true);
        expect(canonical(decimal(text))).toBe(text);
      }),
      RUNS,
    );
  });

  test('only canonical text is called canonical', () => {
    const anyNumber = fc.stringMatching(/^[+-]?[0-9]{1,6}(\.[0-9]{0,4})?$/);
    fc.assert(
      fc.property(anyNumber, (text) => {
        const plain = /^-?\d+(\.\d+)?$/.test(text);
        expect(isCanonicalDecimal(text)).toBe(plain && canonical(decimal(text)) === text);
      }),
      RUNS,
    );
  });
});
