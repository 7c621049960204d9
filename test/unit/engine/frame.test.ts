import { describe, expect, test } from 'vitest';
import { figure, figuresBeyondHorizon, frameOf, leftOutOfPositions, takesPart, type Frame } from '../../../shared/engine/frame.ts';
import { project } from '../../../shared/engine/project.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import { bareScenario, cost, income, type Stated } from '../../support/bare-system.ts';

/* The years that are computed, and what takes part in them (model-spec §1.4, §15, §19 (21)). */

const frame = (stated: Stated, leftOut = new Map<string, string>()): Frame => frameOf(bareScenario(stated), leftOut);

describe('the years', () => {
  test('run from the base year to the horizon, and the target is one of them', () => {
    const all = frame({ targetYear: '2019/20', horizonYear: '2021/22' });
    expect(all.years).toEqual(['2017/18', '2018/19', '2019/20', '2020/21', '2021/22']);
    expect(all.yearCount).toBe(4);
    expect(all.target).toBe(2);
  });

  test('are the base year alone where the horizon is none or lies before it', () => {
    for (const horizonYear of ['soon', '2015/16']) {
      const alone = frame({ horizonYear });
      expect(alone.years).toEqual(['2017/18']);
      expect(alone.yearCount).toBe(0);
      expect(alone.target).toBe(0);
    }
  });

  test('keep the base year as it is written where it is no year', () => {
    const unwritten = frame({ baseYear: '2017' });
    expect(unwritten.years).toEqual(['2017']);
    expect(unwritten.yearCount).toBe(0);
    expect(unwritten.target).toBe(0);
  });

  test('are not counted where the scenario as a whole is left out', () => {
    const blocked = frame({}, new Map([['scenario', 'Target year: …']]));
    expect(blocked.years).toEqual(['2017/18']);
    expect(blocked.yearCount).toBe(0);
  });

  test('hold the target within them', () => {
    expect(frame({ targetYear: '2030/31' }).target).toBe(3);
    expect(frame({ targetYear: '2010/11' }).target).toBe(0);
    expect(frame({ targetYear: 'soon' }).target).toBe(0);
  });
});

describe('what takes part', () => {
  const some = frame({}, new Map([['savings:S2', 'its delivery is wrong']]));

  test('all but what is left out, by kind and id together', () => {
    expect(takesPart(some, 'savings', 'S2')).toBe(false);
    expect(takesPart(some, 'savings', 'S1')).toBe(true);
    expect(takesPart(some, 'shifts', 'S2')).toBe(true);
  });

  test('nothing where the years cannot be used', () => {
    expect(takesPart(frame({}, new Map([['scenario', 'no years']])), 'savings', 'S1')).toBe(false);
    const timeless = project(
      bareScenario({
        baseYear: '2017/19',
        lines: [income({ organisation: 'TRUST', baseAmount: '100' }), cost({ organisation: 'TRUST', baseAmount: '70' })],
      }),
    );
    expect(timeless.entries).toEqual([]);
    expect(timeless.doNothing.lines.size).toBe(0);
  });

  test('positions are without every kind of object that moves money, and without no other', () => {
    const kinds = [
      'organisations',
      'series',
      'lines',
      'flows',
      'pools',
      'savings',
      'declaredPairs',
      'capital',
      'shifts',
      'stepGroups',
      'strandedSupport',
      'prevention',
      'implementation',
      'riskShares',
      'support',
      'controlTotals',
      'reserves',
    ].map((kind) => `${kind}:X`);
    const missing = [...kinds, 'deflator', 'scenario'];
    const harmless = ['population:2018/19', 'ranges:X', 'capitalEnvelopes:LOAN'];
    const leftOut = new Map([...missing, ...harmless].map((object) => [object, 'a reason']));
    expect(leftOutOfPositions(frame({}, leftOut))).toEqual(missing);
  });
});

describe('figures', () => {
  const pounds = (amount: string): Input => ({ value: amount, unit: '£', source: 'A test' });

  test('of one input are read once, and are the same figure ever after', () => {
    const input = pounds('1234.56');
    expect(figure(input).toFixed()).toBe('1234.56');
    expect(figure(input)).toBe(figure(input));
    expect(figure(pounds('7')).toFixed()).toBe('7');
  });

  test('past the horizon are read to the last year entered', () => {
    const amounts = figuresBeyondHorizon(frame({}), { '2018/19': pounds('1'), '2022/23': pounds('5') });
    expect(amounts.map((amount) => amount.toFixed())).toEqual(['0', '1', '0', '0', '0', '5']);
  });

  test('without any past the horizon end with it', () => {
    expect(figuresBeyondHorizon(frame({}), { '2018/19': pounds('1') })).toHaveLength(4);
    expect(figuresBeyondHorizon(frame({}), {})).toHaveLength(4);
  });

  test('30 years past the horizon are still read, and a mistyped year further off is not', () => {
    // horizon 2020/21: 30 years on is 2050/51, index 33 of 34
    expect(figuresBeyondHorizon(frame({}), { '2050/51': pounds('5') })).toHaveLength(34);
    expect(figuresBeyondHorizon(frame({}), { '2051/52': pounds('5') })).toHaveLength(4);
    expect(figuresBeyondHorizon(frame({}), { '2219/20': pounds('5') })).toHaveLength(4);
  });

  test('before the base year and under no year are passed over', () => {
    expect(figuresBeyondHorizon(frame({}), { '2010/11': pounds('5'), someday: pounds('6') })).toHaveLength(4);
  });
});
