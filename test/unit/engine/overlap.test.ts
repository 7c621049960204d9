import { describe, expect, test } from 'vitest';
import { overlapFactor, pairDeductions } from '../../../shared/engine/overlap.ts';
import { D, type Decimal } from '../../../shared/money/decimal.ts';
import { bareScenario, atOnce, building, byYear, cost, exact, pence, rates, run, saving, type Stated } from '../../support/bare-system.ts';

/* model-spec §5.4 and §19 (10), (13), (14): the same pounds once. */

const member = (id: string, amount: string, more: Partial<Parameters<typeof saving>[0]> = {}) =>
  saving({ id, profile: atOnce(amount), pool: 'P', ...more });
const amountOf = (amount: string): NonNullable<Stated['pools']> => [
  { id: 'P', name: 'Pool', kind: 'AMOUNT', amountByYear: byYear(amount, amount, amount) },
];
/** L3 of each scheme in the target year, to the penny. */
function afterOverlap(stated: Stated): Record<string, string> {
  const { schemes } = run(stated).projection.savings;
  return Object.fromEntries([...schemes].map(([id, scheme]) => [id, pence(scheme.afterOverlap)[2] ?? '']));
}

describe('schemes on one pool', () => {
  test('remove a pound once: 50 and 50 of 100 make 75', () => {
    // r = 1/2, 1/2; C = 100 × (1 − 1/4) = 75; φ = 75/100
    expect(afterOverlap({ pools: amountOf('100'), savings: [member('S1', '50'), member('S2', '50')] })).toEqual({
      S1: '37.50',
      S2: '37.50',
    });
  });

  test('shrink alike, three of them too', () => {
    // r = .5, .2, .4; C = 100 × (1 − .5 × .8 × .6) = 76; φ = 76/110
    expect(afterOverlap({ pools: amountOf('100'), savings: [member('S1', '50'), member('S2', '20'), member('S3', '40')] })).toEqual({
      S1: '34.55', // 3,800/110
      S2: '13.82', // 1,520/110
      S3: '27.64', // 3,040/110
    });
  });

  test('are cut to the pool first where one exceeds it; the loss is overlap (§19 (13))', () => {
    const stated = { pools: amountOf('100'), savings: [member('S1', '150'), member('S2', '50')] };
    // r = 1, 1/2; C = 100; φ = 100/150: 100 × 2/3 and 50 × 2/3
    expect(afterOverlap(stated)).toEqual({ S1: '66.67', S2: '33.33' });
    expect(pence(run(stated).outcomes.system.steps.get('overlap') ?? [])[2]).toBe('-100.00');
  });

  test('save no more than the pool where one stands alone', () => {
    expect(afterOverlap({ pools: amountOf('100'), savings: [member('S1', '150')] })).toEqual({ S1: '100.00' });
  });

  test('save nothing from a pool of nil or less', () => {
    const savings = [member('S1', '50'), member('S2', '20')];
    expect(afterOverlap({ pools: amountOf('0'), savings })).toEqual({ S1: '0.00', S2: '0.00' });
    expect(afterOverlap({ pools: amountOf('-10'), savings })).toEqual({ S1: '0.00', S2: '0.00' });
  });

  test('count as planned, before cash share and delivery', () => {
    const ran = run({
      pools: amountOf('100'),
      savings: [member('S1', '50', { delivery: '0.5', cashReleasingShare: '0.8' }), member('S2', '50', { delivery: '0' })],
    });
    // 37.5 × 0.8 × 0.5, although the other delivers nothing
    expect(exact(ran.organisation('TRUST').reported)[2]).toBe('15');
  });

  test('take no part while their capital is not there (§19 (13))', () => {
    expect(
      afterOverlap({
        pools: amountOf('100'),
        capital: [building({ baseCostByYear: byYear('100') })],
        capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('50') }],
        savings: [member('S1', '50'), member('S2', '50', { capitalDependencies: ['C1'] })],
      }),
    ).toEqual({ S1: '50.00', S2: '0.00' });
  });

  test('do not touch schemes outside it or in another pool', () => {
    const pools = [...amountOf('100'), { id: 'Q', name: 'Other pool', kind: 'AMOUNT', amountByYear: byYear('100', '100', '100') } as const];
    expect(
      afterOverlap({ pools, savings: [member('S1', '50'), member('S2', '50', { pool: 'Q' }), member('S3', '50', { pool: undefined })] }),
    ).toEqual({ S1: '50.00', S2: '50.00', S3: '50.00' });
  });

  test('act on a share of lines of the do nothing, which grow', () => {
    const ran = run({
      series: [rates('price', '0', '0', '0.25')],
      lines: [
        cost({ id: 'L1', organisation: 'TRUST', baseAmount: '100', priceSeries: 'price' }),
        cost({ id: 'L2', organisation: 'TRUST', baseAmount: '300', priceSeries: 'price' }),
      ],
      pools: [{ id: 'P', name: 'Pool', kind: 'LINES', lines: ['L1', 'L2'], share: '0.25' }],
      savings: [member('S1', '50'), member('S2', '50')],
    });
    // pool 100, then 125: r = .4, .4; C = 125 × (1 − .36) = 80
    expect(exact(ran.projection.savings.schemes.get('S1')?.afterOverlap ?? [])).toEqual(['37.5', '37.5', '40']);
  });

  test('carry the factor of the year into the full-year effect (§19 (10))', () => {
    const half = { kind: 'STEP', grossFullYearEffect: '100', startMonth: '18' } as const;
    const ran = run({ pools: amountOf('100'), savings: [member('S1', '0', { profile: half }), member('S2', '50', { delivery: '0' })] });
    // 2018/19: 50 and 50, φ = 3/4; (1 − 1/2) × 100 × 3/4
    expect(exact(ran.projection.fullYearEffect.get('TRUST') ?? [])[0]).toBe('37.5');
  });
});

describe('the factor', () => {
  test('does not depend on the order of schemes', () => {
    const amounts = ['17', '33', '60', '5'].map((amount) => new D(amount));
    const forwards = overlapFactor(new D(100), amounts);
    const backwards = overlapFactor(new D(100), [...amounts].reverse());
    expect(forwards.minus(backwards).abs().lte('1e-30')).toBe(true);
    // 1 − .83 × .67 × .4 × .95 = .788682 over 1.15
    expect(forwards.toFixed(10)).toBe('0.6858104348');
  });

  test('is 1 for one scheme and for none', () => {
    expect(overlapFactor(new D(100), [new D(60)]).eq(1)).toBe(true);
    expect(overlapFactor(new D(100), []).eq(1)).toBe(true);
  });

  test('is nil where the pool is nil or less, also for one scheme', () => {
    expect(overlapFactor(new D(0), [new D(60)]).isZero()).toBe(true);
    expect(overlapFactor(new D(-1), [new D(60), new D(40)]).isZero()).toBe(true);
  });
});

describe('declared pairs', () => {
  const pair = (id: string, first: string, second: string, sharedShare: string) => ({ id, first, second, sharedShare });
  const alone = (id: string, amount: string, more: Partial<Parameters<typeof saving>[0]> = {}) =>
    member(id, amount, { pool: undefined, ...more });

  test('lose the shared part of the smaller once, by size (§19 (14))', () => {
    // θ min = 0.5 × 100 = 50: 50 × 100/400 and 50 × 300/400
    expect(afterOverlap({ savings: [alone('S1', '100'), alone('S2', '300')], declaredPairs: [pair('D1', 'S1', 'S2', '0.5')] })).toEqual({
      S1: '87.50',
      S2: '262.50',
    });
  });

  test('all at once: the second pair does not see what the first took', () => {
    // each pair shares 0.4 × 100 = 40, half of it to each: S1 loses 20 twice
    expect(
      afterOverlap({
        savings: [alone('S1', '100'), alone('S2', '100'), alone('S3', '100')],
        declaredPairs: [pair('D1', 'S1', 'S2', '0.4'), pair('D2', 'S1', 'S3', '0.4')],
      }),
    ).toEqual({ S1: '60.00', S2: '80.00', S3: '80.00' });
  });

  test('take no more than a scheme has, and what the cap frees is not charged to the partner', () => {
    // three pairs share 100 each: S1 would lose 150 of 100, the partners lose 50 each
    expect(
      afterOverlap({
        savings: ['S1', 'S2', 'S3', 'S4'].map((id) => alone(id, '100')),
        declaredPairs: [pair('D1', 'S1', 'S2', '1'), pair('D2', 'S3', 'S1', '1'), pair('D3', 'S1', 'S4', '1')],
      }),
    ).toEqual({ S1: '0.00', S2: '50.00', S3: '50.00', S4: '50.00' });
  });

  test('come after the pool', () => {
    // pool: 37.5 each; pair: 0.4 × 37.5 = 15, half each
    expect(
      afterOverlap({
        pools: amountOf('100'),
        savings: [member('S1', '50'), member('S2', '50')],
        declaredPairs: [pair('D1', 'S1', 'S2', '0.4')],
      }),
    ).toEqual({ S1: '30.00', S2: '30.00' });
  });

  test('deduct nothing where one of the two has nothing', () => {
    expect(afterOverlap({ savings: [alone('S1', '100'), alone('S2', '0')], declaredPairs: [pair('D1', 'S1', 'S2', '1')] })).toEqual({
      S1: '100.00',
      S2: '0.00',
    });
  });

  test('carry the deduction into the full-year effect', () => {
    const half = { kind: 'STEP', grossFullYearEffect: '200', startMonth: '18' } as const;
    const ran = run({
      savings: [alone('S1', '0', { profile: half }), alone('S2', '100', { delivery: '0' })],
      declaredPairs: [pair('D1', 'S1', 'S2', '0.5')],
    });
    // 2018/19: 100 and 100 share 50, so S1 keeps 3/4; (1 − 1/2) × 200 × 3/4
    expect(exact(ran.projection.fullYearEffect.get('TRUST') ?? [])[0]).toBe('75');
  });

  test('never make an amount negative, whatever the pairs', () => {
    const amounts = new Map<string, Decimal>([
      ['A', new D(10)],
      ['B', new D(1000)],
    ]);
    const pairs = bareScenario({ declaredPairs: [pair('D1', 'A', 'B', '1'), pair('D2', 'B', 'A', '1')] }).declaredPairs;
    const deductions = pairDeductions(pairs, amounts);
    // each pair shares 10: A loses 10 × 10/1,010 twice, far from all of it
    expect(deductions.get('A')?.toFixed(6)).toBe('0.198020');
    expect(deductions.get('B')?.toFixed(6)).toBe('19.801980');
  });
});
