import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/engine/frame.ts';
import { activePairs, afterPool, overlapFactor, pairDeductions } from '../../../shared/engine/overlap.ts';
import { D, type Decimal } from '../../../shared/money/decimal.ts';
import { atOnce, bareScenario, saving } from '../../support/bare-system.ts';

/* model-spec §5.4 and §19 (13), (14): the edges of pools and declared pairs. */

const texts = (amounts: ReadonlyMap<string, Decimal>): Record<string, string> =>
  Object.fromEntries([...amounts].map(([id, amount]) => [id, amount.toFixed()]));
const scenario = bareScenario({
  savings: [saving({ profile: atOnce('30') }), saving({ id: 'S2', profile: atOnce('10') })],
  declaredPairs: [
    { id: 'D1', first: 'S1', second: 'S2', sharedShare: '0.5' },
    { id: 'D2', first: 'S1', second: 'S1', sharedShare: '0.5' },
  ],
});
const between = (first: string, second: string): Record<string, string> =>
  texts(
    pairDeductions(
      scenario.declaredPairs.slice(0, 1),
      new Map([
        ['S1', new D(first)],
        ['S2', new D(second)],
      ]),
    ),
  );

describe('a declared pair', () => {
  test('bears half of the smaller by size', () => {
    // 0.5 × 10 = 5, of which 30/40 and 10/40
    expect(between('30', '10')).toEqual({ S1: '3.75', S2: '1.25' });
    // 0.5 × 0
    expect(between('30', '0')).toEqual({ S1: '0', S2: '0' });
  });

  test('of nil and nil deducts nothing', () => {
    expect(between('0', '0')).toEqual({});
  });

  test('is one of two schemes, and takes part unless it is left out', () => {
    const active = (leftOut: string[]): string[] =>
      activePairs(frameOf(scenario, new Map(leftOut.map((object) => [object, 'a reason'])))).map(({ id }) => id);
    expect(active([])).toEqual(['D1']);
    expect(active(['declaredPairs:D1'])).toEqual([]);
    expect(active(['savings:D1'])).toEqual(['D1']);
  });
});

describe('a pool', () => {
  const factor = (pool: string, ...amounts: string[]): string =>
    overlapFactor(
      new D(pool),
      amounts.map((amount) => new D(amount)),
    ).toFixed();

  test('leaves one scheme whole, whether or not others ask nil of it', () => {
    expect(factor('3', '1')).toBe('1');
    expect(factor('3', '1', '0')).toBe('1');
    expect(factor('3', '0', '0')).toBe('1');
  });

  test('of nil gives nothing, and of less than nil too', () => {
    expect(factor('0', '1')).toBe('0');
    expect(factor('-3', '1')).toBe('0');
    const kept = (pool: string) => texts(afterPool({ pool: new D(pool), asked: new Map([['S1', new D(5)]]), factor: new D(1) }));
    expect(kept('0')).toEqual({ S1: '0' });
    expect(kept('-3')).toEqual({ S1: '0' });
    expect(kept('3')).toEqual({ S1: '3' });
  });
});
