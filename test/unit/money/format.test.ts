import { describe, expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import {
  changeInSentence,
  exactInUnit,
  exactPounds,
  exactShort,
  formatCount,
  formatFigure,
  formatFooted,
  formatMoney,
  formatPercent,
  formatPercentagePoints,
  formatPerHead,
  groupThousands,
  moneyInSentence,
  roundHalfUp,
  roundToStep,
  toPence,
  VARIANCE_HEADER,
  varianceInSentence,
  withArticle,
} from '../../../shared/money/format.ts';
import { displayStep, isTypedInHundredths, MONEY_UNITS, poundsPer, usualPlaces, type CellUnit } from '../../../shared/money/units.ts';
import golden from '../../golden/worked-example-golden.json' with { type: 'json' };

const figure = decimal;

describe('rounding for the reader', () => {
  test.each([
    ['0.05', 1, '0.1'],
    ['-0.05', 1, '-0.1'],
    ['0.25', 1, '0.3'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.0449', 1, '0'],
    ['-0.0449', 1, '0'],
  ])('%s to %s places is %s: half-up, ties away from zero', (amount, places, expected) => {
    const rounded = roundHalfUp(figure(amount), places);
    expect(rounded.toFixed()).toBe(expected);
    expect(rounded.isZero() && rounded.isNeg()).toBe(false);
  });

  test('to a step of £100,000', () => {
    expect(roundToStep(figure('-3644335.09'), figure('100000')).toFixed()).toBe('-3600000');
    expect(roundToStep(figure('-49999'), figure('100000')).isNeg()).toBe(false);
  });

  test.each([
    ['-21998486.194', '-21998486.19'],
    ['-21998486.195', '-21998486.20'],
    ['0.004', '0.00'],
    ['-0.004', '0.00'],
    ['1234567', '1234567.00'],
  ])('%s in pence is %s', (amount, expected) => {
    expect(toPence(figure(amount))).toBe(expected);
  });

  test('thousands separators', () => {
    expect(['0', '999', '1000', '123456', '1234567.1234'].map(groupThousands)).toEqual(['0', '999', '1,000', '123,456', '1,234,567.1234']);
  });
});

describe('figures in tables', () => {
  test('the bracket cases of the golden file', () => {
    expect(formatFigure(figure('-0.04'), 1)).toBe(golden['D.brackets(-0.04, 1dp)']);
    expect(formatFigure(figure('-1234.565'), 2)).toBe(golden['D.brackets(-1234.565)']);
  });

  test.each([
    ['-4278659.77', '£m', undefined, '(4.3)'],
    ['17704017.76', '£m', undefined, '17.7'],
    ['17704017.76', '£m', 2, '17.70'],
    ['-1070000000', '£m', undefined, '(1,070.0)'],
    ['-4278659.77', '£000', undefined, '(4,279)'],
    ['-4278659.77', '£', undefined, '(4,278,660)'],
    ['-4278659.77', '£', 2, '(4,278,659.77)'],
    ['40000', '£m', undefined, '0.0'],
    ['-40000', '£m', undefined, '0.0'],
    ['-50000', '£m', undefined, '(0.1)'],
    ['0', '£m', undefined, '–'],
    ['-0.001', '£', undefined, '0'],
  ] as const)('£%s in %s (%s places) is %s', (amount, unit, places, expected) => {
    expect(formatMoney(figure(amount), places === undefined ? { unit } : { unit, places })).toBe(expected);
  });

  test('a true nil prints as digits where the exhibit says so', () => {
    expect(formatMoney(figure('0'), { unit: '£m', nil: 'digits' })).toBe('0.0');
    expect(formatMoney(figure('0'), { unit: '£m', nil: 'dash' })).toBe('–');
  });

  test('a footed figure is a dash only where the exact amount is nil', () => {
    const shown = { unit: '£m' } as const;
    expect(formatFooted({ figure: figure('0'), exact: figure('0') }, shown)).toBe('–');
    expect(formatFooted({ figure: figure('0'), exact: figure('-44000') }, shown)).toBe('0.0');
    expect(formatFooted({ figure: figure('-100000'), exact: figure('-33750') }, shown)).toBe('(0.1)');
    expect(formatFooted({ figure: figure('100000'), exact: figure('0') }, shown)).toBe('0.1');
    expect(formatFooted({ figure: figure('0'), exact: figure('0') }, { unit: '£m', nil: 'digits' })).toBe('0.0');
  });

  test('counts', () => {
    expect(formatCount(figure('2000'))).toBe('2,000');
    expect(formatCount(figure('35.7355568791'), 1)).toBe('35.7');
  });
});

describe('figures in sentences', () => {
  test.each([
    ['-4278659.77', '£m', '(£4.3m)'],
    ['4278659.77', '£m', '£4.3m'],
    ['-4278659.77', '£000', '(£4,279k)'],
    ['1234.4', '£', '£1,234'],
    ['-40000', '£m', '£0.0m'],
  ] as const)('£%s in %s reads %s', (amount, unit, expected) => {
    expect(moneyInSentence(figure(amount), { unit })).toBe(expected);
  });

  test('only a change carries a plus', () => {
    expect(changeInSentence(figure('150000'), { unit: '£m' })).toBe('+£0.2m');
    expect(changeInSentence(figure('-250000'), { unit: '£m' })).toBe('(£0.3m)');
    expect(changeInSentence(figure('49999'), { unit: '£m' })).toBe('£0.0m');
    expect(changeInSentence(figure('49999'), { unit: '£m', places: 2 })).toBe('+£0.05m');
  });

  test('a variance says favourable or adverse, or stands under a header that does', () => {
    expect(VARIANCE_HEADER).toBe('fav/(adv)');
    expect(varianceInSentence(figure('1200000'), { unit: '£m' })).toBe('£1.2m fav');
    expect(varianceInSentence(figure('-1200000'), { unit: '£m' })).toBe('£1.2m adv');
    expect(varianceInSentence(figure('-12000'), { unit: '£m' })).toBe('£0.0m');
    expect(varianceInSentence(figure('-12000'), { unit: '£m', places: 2 })).toBe('£0.01m adv');
  });

  test('per cent, points and per head', () => {
    expect(formatPercent(figure('0.021'))).toBe('2.1%');
    expect(formatPercent(figure('0.022117'), 4)).toBe('2.2117%');
    expect(formatPercent(figure('-0.005'))).toBe('(0.5%)');
    expect(formatPercent(figure('-0.0004'))).toBe('0.0%');
    expect(formatPercentagePoints(figure('0.0025'), 2)).toBe('0.25pp');
    expect(formatPercentagePoints(figure('-0.005'))).toBe('(0.5pp)');
    expect(formatPerHead(figure('-13.966'))).toBe('(£13.97)');
    expect(formatPerHead(figure('1234'))).toBe('£1,234.00');
  });
});

describe('exact figures in words', () => {
  test.each([
    ['9800000', '£9,800,000'],
    ['-4300000', '(£4,300,000)'],
    ['1234.5', '£1,234.50'],
    ['0.125', '£0.125'],
    ['3333333.333333333333333333333333333', 'about £3,333,333.3333'],
    ['-0.33333333333', 'about (£0.3333)'],
    ['0', '£0'],
  ])('£%s is %s', (amount, expected) => {
    expect(exactPounds(figure(amount))).toBe(expected);
  });

  test('short, in millions from a million on', () => {
    expect(['1234000', '1234', '999999.99', '1000000', '-3000000', '1234500000'].map((text) => exactShort(figure(text)))).toEqual([
      '£1.234m',
      '£1,234',
      '£999,999.99',
      '£1m',
      '(£3m)',
      '£1,234.5m',
    ]);
  });

  test.each<[string, CellUnit, string]>([
    ['2100', { kind: 'money', shownIn: '£', per: 'spell' }, '£2,100 a spell'],
    ['9800000', { kind: 'money', shownIn: '£m' }, '£9,800,000'],
    ['0.85', { kind: 'share' }, '85%'],
    ['-0.0025', { kind: 'rate' }, '(0.25%)'],
    ['0.005', { kind: 'points' }, '0.5pp'],
    ['1', { kind: 'months' }, '1 month'],
    ['-1', { kind: 'months' }, '(1 month)'],
    ['18', { kind: 'months' }, '18 months'],
    ['2000', { kind: 'count', noun: 'spells a year', whole: false }, '2,000 spells a year'],
    ['1.05', { kind: 'count', noun: '', whole: false }, '1.05'],
  ])('%s in its unit', (amount, unit, expected) => {
    expect(exactInUnit(figure(amount), unit)).toBe(expected);
  });
});

describe('units', () => {
  test('pounds in each, its places and its step', () => {
    expect(MONEY_UNITS.map((unit) => poundsPer(unit).toFixed())).toEqual(['1', '1000', '1000000']);
    expect(MONEY_UNITS.map(usualPlaces)).toEqual([0, 0, 1]);
    expect(MONEY_UNITS.map((unit) => displayStep({ unit }).toFixed())).toEqual(['1', '1000', '100000']);
    expect(displayStep({ unit: '£m', places: 2 }).toFixed()).toBe('10000');
    expect(displayStep({ unit: '£', places: 2 }).toFixed()).toBe('0.01');
  });

  test('what is typed in hundredths', () => {
    expect(isTypedInHundredths({ kind: 'share' })).toBe(true);
    expect(isTypedInHundredths({ kind: 'rate' })).toBe(true);
    expect(isTypedInHundredths({ kind: 'points' })).toBe(true);
    expect(isTypedInHundredths({ kind: 'months' })).toBe(false);
    expect(isTypedInHundredths({ kind: 'money', shownIn: '£m' })).toBe(false);
  });
});

test('an amount takes the article with which it is read aloud', () => {
  expect(['£4.3m', '£11.7m', '£8.0m', '£80k', '£18.2m', '£1.8m', '£110m'].map(withArticle)).toEqual([
    'a £4.3m',
    'an £11.7m',
    'an £8.0m',
    'an £80k',
    'an £18.2m',
    'a £1.8m',
    'a £110m',
  ]);
});
