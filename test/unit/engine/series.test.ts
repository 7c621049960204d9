import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/engine/frame.ts';
import { cumulative, seriesRates, type SeriesRates } from '../../../shared/engine/series.ts';
import { D, ONE, type Decimal } from '../../../shared/money/decimal.ts';
import { bareScenario, rates, type Stated } from '../../support/bare-system.ts';

/* model-spec §4 and §10, step 1: growth by year, the levels that follow from it, and how far an item follows it. */

const texts = (amounts: readonly Decimal[]): string[] => amounts.map((amount) => amount.toFixed());
const series = (stated: Stated, leftOut = new Map<string, string>()): SeriesRates => seriesRates(frameOf(bareScenario(stated), leftOut));
const STATED: Stated = {
  series: [
    rates('pay', '0.02', '0.03'),
    rates('prices', '0.01', '0.05', '0.04'),
    { id: 'both', name: 'Both', kind: 'COMPOUND', of: ['pay', 'prices'] },
    { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'prices', efficiencyFactor: 'pay' },
  ],
};

describe('growth', () => {
  const { rateOf } = series(STATED);

  test('is as entered, nil in the base year and where it is blank', () => {
    expect(texts(rateOf('pay'))).toEqual(['0', '0.02', '0.03', '0']);
    expect(texts(rateOf('prices'))).toEqual(['0', '0.01', '0.05', '0.04']);
  });

  test('of a compounded series multiplies, of a tariff is cost uplift less efficiency', () => {
    // 1.02 × 1.01 = 1.0302; 1.03 × 1.05 = 1.0815; 1 × 1.04
    expect(texts(rateOf('both'))).toEqual(['0', '0.0302', '0.0815', '0.04']);
    expect(texts(rateOf('tariff'))).toEqual(['0', '-0.01', '0.02', '0.04']);
  });

  test('is nil without a series, with one that is not there, and with one that is left out', () => {
    const nil = ['0', '0', '0', '0'];
    expect(texts(rateOf(undefined))).toEqual(nil);
    expect(texts(rateOf('nothing'))).toEqual(nil);
    expect(texts(series(STATED, new Map([['series:pay', 'a reason']])).rateOf('pay'))).toEqual(nil);
    expect(texts(series(STATED, new Map([['lines:pay', 'a reason']])).rateOf('pay'))).toEqual(['0', '0.02', '0.03', '0']);
  });
});

describe('levels', () => {
  const { levelOf, factorOf } = series(STATED);

  test('begin at 1 and multiply', () => {
    // 1.01; 1.01 × 1.05 = 1.0605; 1.0605 × 1.04 = 1.10292
    expect(texts(levelOf('prices'))).toEqual(['1', '1.01', '1.0605', '1.10292']);
    expect(texts(levelOf(undefined))).toEqual(['1', '1', '1', '1']);
    expect(texts(levelOf('nothing'))).toEqual(['1', '1', '1', '1']);
  });

  test('stay at 1 in the base year whatever is stated of it', () => {
    expect(texts(cumulative([new D('0.5'), new D('0.1'), new D('0.2')]))).toEqual(['1', '1.1', '1.32']);
  });

  test('are followed as far as the elasticity says', () => {
    expect(texts(factorOf('prices', new D('0.5')))).toEqual(['1', '1.005', '1.025', '1.02']);
    expect(texts(factorOf('prices', ONE))).toEqual(['1', '1.01', '1.05', '1.04']);
    expect(texts(factorOf('prices', new D(0)))).toEqual(['1', '1', '1', '1']);
    expect(texts(factorOf('pay', new D('0.5')))).toEqual(['1', '1.01', '1.015', '1']);
    expect(texts(factorOf(undefined, new D('0.5')))).toEqual(['1', '1', '1', '1']);
  });

  test('are worked once for all that share them', () => {
    const { rateOf } = series(STATED);
    expect(rateOf('pay')).toBe(rateOf('pay'));
    expect(levelOf('pay')).toBe(levelOf('pay'));
    expect(levelOf(undefined)).toBe(levelOf(undefined));
    expect(factorOf('pay', new D('0.5'))).toBe(factorOf('pay', new D('0.5')));
    expect(factorOf('pay', new D('0.5'))).not.toBe(factorOf('pay', ONE));
  });
});

test('the deflator is as entered, 1.5% where it is blank, and 1 in the base year', () => {
  const { deflator } = series({ deflator: { rateByYear: { '2017/18': '0.9', '2018/19': '0.02', '2019/20': '0.03' } } });
  // 1.02; 1.02 × 1.03 = 1.0506; 1.0506 × 1.015 = 1.066359
  expect(texts(deflator)).toEqual(['1', '1.02', '1.0506', '1.066359']);
});
