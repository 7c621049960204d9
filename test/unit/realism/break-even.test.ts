import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { bisect, breakEven, closedForm } from '../../../shared/realism/break-even.ts';
import { D } from '../../../shared/money/decimal.ts';
import { atOnce, bareScenario, byYear, cost, income, run, saving, type Stated } from '../../support/bare-system.ts';

/* model-spec §11.3 and §19 (41): the delivery at which the target year balances. */

const decimals = (constant: string, perDelivery: string): [InstanceType<typeof D>, InstanceType<typeof D>] => [
  new D(constant),
  new D(perDelivery),
];

describe('closed form, in its order', () => {
  test.each([
    // A ≥ 0 and B ≥ 0, before anything else
    { constant: '5', perDelivery: '10', share: null, text: 'balances without savings' },
    { constant: '0', perDelivery: '0', share: null, text: 'balances without savings' },
    { constant: '-0.0000005', perDelivery: '10', share: null, text: 'balances without savings' },
    // B ≤ 0: with A below nil, and with A above nil where savings cost
    { constant: '-5', perDelivery: '0', share: null, text: 'no delivery rate balances' },
    { constant: '-5', perDelivery: '-1', share: null, text: 'no delivery rate balances' },
    { constant: '5', perDelivery: '-10', share: null, text: 'no delivery rate balances' },
    // above 100%
    { constant: '-15', perDelivery: '10', share: '1.5', text: 'cannot balance even at full delivery' },
    { constant: '-10.01', perDelivery: '10', share: '1.001', text: 'cannot balance even at full delivery' },
    // at and below
    { constant: '-10', perDelivery: '10', share: '1', text: 'balances at 100.0% delivery' },
    { constant: '-4', perDelivery: '10', share: '0.4', text: 'balances at 40.0% delivery' },
  ])('A $constant, B $perDelivery: $text', ({ constant, perDelivery, share, text }) => {
    const found = closedForm(...decimals(constant, perDelivery));
    expect(found.share?.toFixed() ?? null).toBe(share);
    expect(found.text).toBe(text);
  });
});

describe('bisection', () => {
  const line = (constant: string, slope: string) => (delivery: InstanceType<typeof D>) => delivery.times(slope).plus(constant);

  test('finds where a line crosses nil, from above', () => {
    const { found, below, at } = bisect(line('-4', '10'));
    expect(found.share?.toFixed(6)).toBe('0.400000');
    expect(found.share?.gte('0.3999999')).toBe(true);
    // the tolerance of a millionth of a pound lets it stop that much early
    expect(below?.lt(at ?? 0)).toBe(true);
  });

  test('says where no savings are needed, and where 150% does not do', () => {
    expect(bisect(line('0', '10')).found).toEqual({ share: null, text: 'balances without savings' });
    expect(bisect(line('-15.01', '10')).found).toEqual({ share: null, text: 'no delivery rate up to 150% balances' });
    expect(bisect(line('-15', '10')).found.share?.toFixed(6)).toBe('1.500000');
  });

  test('says the stretches where balance is lost again', () => {
    // nil or more up to 30% and from 62%
    const { found, below, at } = bisect((delivery) => (delivery.lte('0.3') || delivery.gte('0.62') ? new D(1) : new D(-1)));
    expect(found).toEqual({ share: null, text: 'balances between 0.0% and 30.0% and from 62.0% delivery, and not elsewhere' });
    expect([below, at]).toEqual([null, null]);
    expect(bisect((delivery) => new D(delivery.gte('0.21') && delivery.lte('0.43') ? 1 : -1)).found.text).toBe(
      'balances between 21.0% and 43.0% delivery, and not elsewhere',
    );
    expect(bisect((delivery) => new D(delivery.lte('0.43') ? 1 : -1)).found.text).toBe(
      'balances between 0.0% and 43.0% delivery, and not elsewhere',
    );
  });

  test('stands just below and just above a jump', () => {
    const { found, below, at } = bisect((delivery) => delivery.times(10).plus(delivery.gte('0.6') ? 5 : -8));
    // −8 + 6 below 60%, 5 + 6 from there
    expect(found.share?.toFixed(9)).toBe('0.600000000');
    expect(below?.toFixed(6)).toBe('-2.000000');
    expect(at?.toFixed(6)).toBe('11.000000');
  });
});

describe('a system', () => {
  const short: Stated = { lines: [cost({ organisation: 'TRUST', baseAmount: '60' })] };

  test('balances at uniform delivery of what is left after overlap and cash release', () => {
    const stress = run({
      ...short,
      savings: [
        saving({ profile: atOnce('100'), cashReleasingShare: '0.8', delivery: '0.3' }),
        saving({ id: 'S2', profile: atOnce('40'), delivery: '0.9' }),
      ],
    }).breakEven();
    // B = 80 + 40, A = −60; assumed (24 + 36) / 120
    expect(stress.constant.toFixed()).toBe('-60');
    expect(stress.perDelivery.toFixed()).toBe('120');
    expect(stress.beforeSupport.share?.toFixed()).toBe('0.5');
    expect(stress.assumed?.toFixed()).toBe('0.5');
    expect(stress.reported.share?.toFixed(6)).toBe('0.500000');
    expect(stress.dependsOnSupport).toBe(false);
  });

  test('counts contract reductions by their release and transfers not at all; costs stand in A', () => {
    const stress = run({
      ...short,
      savings: [
        saving({
          organisation: 'CCG',
          mechanism: 'CONTRACT_REDUCTION',
          counterparty: 'TRUST',
          releaseShare: '0.25',
          profile: atOnce('400'),
          delivery: '0.5',
          runningCostPerYear: '10',
        }),
        saving({ id: 'S2', organisation: 'COMM', mechanism: 'TRANSFER', counterparty: 'TRUST', profile: atOnce('1000') }),
      ],
    }).breakEven();
    // A = −60 − 10; B = 100
    expect(stress.constant.toFixed()).toBe('-70');
    expect(stress.perDelivery.toFixed()).toBe('100');
  });

  test('moves one-off and unidentified schemes too, and says what it is with the unidentified held', () => {
    const stress = run({
      lines: [cost({ organisation: 'TRUST', baseAmount: '90' })],
      savings: [
        saving({ profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '0', '100') } }),
        saving({ id: 'S2', category: 'UNIDENTIFIED', delivery: '0.2', profile: atOnce('50') }),
      ],
    }).breakEven();
    // −90 / 150; with the unidentified at 20%: (−90 + 10) / 100
    expect(stress.beforeSupport.share?.toFixed()).toBe('0.6');
    expect(stress.unidentifiedHeld?.share?.toFixed()).toBe('0.8');
  });

  test('has no figure for unidentified savings where there are none, and none assumed where nothing is saved', () => {
    const stress = run(short).breakEven();
    expect(stress.unidentifiedHeld).toBeUndefined();
    expect(stress.assumed).toBeNull();
    expect(stress.beforeSupport.text).toBe('no delivery rate balances');
    expect(stress.reported.text).toBe('no delivery rate up to 150% balances');
  });

  test('depends on support where the gate opens at the break-even', () => {
    const stress = run({
      ...short,
      savings: [saving({ profile: atOnce('100'), delivery: '0.9' })],
      controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '-10') }],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('0', '0', '30') }],
    }).breakEven();
    // the gate opens at −10, which is 50%; from there −10 + 30. Before support 60%.
    expect(stress.beforeSupport.share?.toFixed()).toBe('0.6');
    expect(stress.reported.share?.toFixed(6)).toBe('0.500000');
    expect(stress.dependsOnSupport).toBe(true);
    expect(stress.justBelow?.toFixed(4)).toBe('-10.0000');
    expect(stress.atSolution?.toFixed(4)).toBe('20.0000');
    expect(stress.text).toContain('depends on the PSF gate');
  });

  test('that wins balance, loses it and wins it again is given by stretches (§19 (41))', () => {
    // Trust +10 with a control total of 5 and 30 of support; the CCG 30 short. S1 saves the CCG 40; S2 takes 20 from the trust to the CCG.
    const stress = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '10' }), cost({ organisation: 'CCG', baseAmount: '30' })],
      savings: [
        saving({ organisation: 'CCG', profile: atOnce('40') }),
        saving({
          id: 'S2',
          organisation: 'CCG',
          mechanism: 'CONTRACT_REDUCTION',
          counterparty: 'TRUST',
          releaseShare: '0',
          profile: atOnce('20'),
        }),
      ],
      controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '5') }],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('0', '0', '30') }],
    }).breakEven();
    // −20 + 40δ before support. The gate holds while 10 − 20δ ≥ 5, to 25%: 10 + 40δ; after it −20 + 40δ, which is nil at 50%.
    expect(stress.beforeSupport.share?.toFixed()).toBe('0.5');
    expect(stress.reported).toEqual({ share: null, text: 'balances between 0.0% and 25.0% and from 50.0% delivery, and not elsewhere' });
    expect(stress.dependsOnSupport).toBe(false);
  });

  test('of which nothing can be computed has no break-even', () => {
    const projection = project(bareScenario({ ...short, baseYear: '2017/19' }));
    expect(breakEven(projection).beforeSupport).toEqual({ share: null, text: 'is not computed' });
    expect(breakEven(projection).text).toBe('Break-even is not computed.');
  });

  test('takes reserves into the reported break-even', () => {
    const stress = run({
      lines: [
        cost({ organisation: 'TRUST', baseAmount: '60' }),
        cost({ organisation: 'COUNCIL', baseAmount: '0', explicitByYear: byYear('0', '0', '20') }),
      ],
      reserves: [{ organisation: 'COUNCIL', opening: '100', minimum: '0' }],
      savings: [saving({ profile: atOnce('100') })],
    }).breakEven();
    // −80 before support, but the council's 20 comes out of reserves
    expect(stress.beforeSupport.share?.toFixed()).toBe('0.8');
    expect(stress.reported.share?.toFixed(6)).toBe('0.600000');
  });

  test('takes nothing from other years: reserves that savings add early serve the target year', () => {
    const stress = run({
      lines: [
        cost({ organisation: 'COUNCIL', baseAmount: '0', explicitByYear: byYear('0', '0', '100') }),
        income({ organisation: 'TRUST', baseAmount: '0' }),
      ],
      reserves: [{ organisation: 'COUNCIL', opening: '0', minimum: '0' }],
      savings: [saving({ organisation: 'COUNCIL', profile: atOnce('50') })],
    }).breakEven();
    // 50δ to reserves twice and 50δ in the year: 150δ = 100
    expect(stress.reported.share?.toFixed(6)).toBe('0.666667');
  });
});
