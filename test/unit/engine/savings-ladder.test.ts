import { describe, expect, test } from 'vitest';
import { atOnce, bareScenario, building, byYear, cost, exact, pence, run, runOf, saving } from '../../support/bare-system.ts';

/* model-spec §5.1, §5.3, §5.5 and §19 (10), (15) to (19): who gains, what becomes cash, what is delivered, and what it costs. */

const reported = (stated: Parameters<typeof run>[0], organisation: string): string[] =>
  exact(run(stated).organisation(organisation).reported);
const target = (amounts: readonly string[]): string | undefined => amounts[2];

describe('delivery', () => {
  test.each([
    { rating: 'BLUE', delivered: '1000' },
    { rating: 'GREEN', delivered: '900' },
    { rating: 'AMBER_GREEN', delivered: '750' },
    { rating: 'AMBER', delivered: '650' },
    { rating: 'AMBER_RED', delivered: '400' },
    { rating: 'RED', delivered: '300' },
  ] as const)('of a scheme rated $rating is the tool default of the rating', ({ rating, delivered }) => {
    expect(target(reported({ savings: [saving({ profile: atOnce('1000'), rating, delivery: undefined })] }, 'TRUST'))).toBe(delivered);
  });

  test('by rating can be set for the scenario, and a stated share goes before it', () => {
    const settings = { deliveryByRating: { AMBER: '0.5' } };
    const rated = saving({ profile: atOnce('1000'), rating: 'AMBER', delivery: undefined });
    expect(target(reported({ settings, savings: [rated] }, 'TRUST'))).toBe('500');
    expect(target(reported({ settings, savings: [{ ...rated, delivery: '0.7' }] }, 'TRUST'))).toBe('700');
  });

  test('of unidentified savings is nil unless rated or stated, and of other schemes whole', () => {
    const blank = saving({ profile: atOnce('1000'), delivery: undefined });
    const unidentified = { ...blank, category: 'UNIDENTIFIED' } as const;
    expect(target(reported({ savings: [blank] }, 'TRUST'))).toBe('1000');
    expect(target(reported({ savings: [unidentified] }, 'TRUST'))).toBe('0');
    expect(target(reported({ savings: [{ ...unidentified, rating: 'RED' }] }, 'TRUST'))).toBe('300');
    expect(target(reported({ savings: [{ ...unidentified, delivery: '0.2' }] }, 'TRUST'))).toBe('200');
  });

  test('above the whole is over-delivery, in the bar of delivery risk', () => {
    const ran = run({ savings: [saving({ profile: atOnce('1000'), delivery: '1.5' })] });
    expect(target(ran.step('deliveryRisk'))).toBe('500');
  });

  test('comes after cash release, each with its own bar', () => {
    const ran = run({ savings: [saving({ profile: atOnce('1000'), cashReleasingShare: '0.6', delivery: '0.5' })] });
    expect(ran.bars()).toEqual([
      ['headline:PROVIDER_PRODUCTIVITY', '1000'],
      ['headlinePlan', '1000'],
      ['notCashReleasing', '-400'],
      ['deliveryRisk', '-300'],
      ['reported', '300'],
    ]);
  });
});

describe('mechanisms', () => {
  const contractReduction = saving({
    organisation: 'CCG',
    mechanism: 'CONTRACT_REDUCTION',
    counterparty: 'TRUST',
    delivery: '0.8',
    releaseShare: '0.25',
    profile: atOnce('1000'),
  });

  test('contract reduction: payer gains, payee loses it and releases part, the system keeps the part', () => {
    const ran = run({ savings: [contractReduction] });
    // delivered 800; released 25% of it
    expect(target(exact(ran.organisation('CCG').reported))).toBe('800');
    expect(target(exact(ran.organisation('TRUST').reported))).toBe('-600');
    expect(target(exact(ran.outcomes.system.reported))).toBe('200');
    expect(target(ran.step('tariffIllusionSavings'))).toBe('-600');
    expect(target(ran.step('tariffIllusionSavings', 'CCG'))).toBe('0');
  });

  test('contract reduction releases 35% where no share is stated', () => {
    expect(target(exact(run({ savings: [{ ...contractReduction, releaseShare: undefined }] }).outcomes.system.reported))).toBe('280');
  });

  test('a benefit split divides the owner side, and the payee bears the reduction whole (§19 (17))', () => {
    const benefitSplit = [
      { organisation: 'CCG', weight: '0.6' },
      { organisation: 'COUNCIL', weight: '0.4' },
    ];
    const ran = run({ savings: [{ ...contractReduction, benefitSplit }], reserves: [] });
    expect(target(exact(ran.organisation('CCG').beforeSupport))).toBe('480');
    expect(target(exact(ran.organisation('COUNCIL').beforeSupport))).toBe('320');
    expect(target(exact(ran.organisation('TRUST').beforeSupport))).toBe('-600');
    // headline: owner's side by split, the counterparty is not debited (§19 (37))
    expect(target(exact(ran.organisation('COUNCIL').headline))).toBe('400');
    expect(target(exact(ran.organisation('TRUST').headline))).toBe('0');
  });

  test('transfer changes who and not whether: all of what is delivered is tariff illusion (§19 (16))', () => {
    const ran = run({
      savings: [saving({ organisation: 'COMM', mechanism: 'TRANSFER', counterparty: 'TRUST', delivery: '0.5', profile: atOnce('1000') })],
    });
    expect(target(exact(ran.organisation('COMM').reported))).toBe('500');
    expect(target(exact(ran.organisation('TRUST').reported))).toBe('-500');
    expect(target(exact(ran.outcomes.system.reported))).toBe('0');
    expect(target(ran.step('tariffIllusionSavings'))).toBe('-500');
    expect(target(exact(ran.outcomes.system.headline))).toBe('1000');
  });

  test('income from outside adds to its owner and costs no member', () => {
    const ran = run({ savings: [saving({ mechanism: 'INCOME_EXTERNAL', category: 'INCOME', delivery: '0.9', profile: atOnce('1000') })] });
    expect(target(exact(ran.organisation('TRUST').reported))).toBe('900');
    expect(target(exact(ran.outcomes.system.reported))).toBe('900');
  });
});

describe('underlying position of a programme of contract reductions', () => {
  /** £1,000 of the CCG's own pay: 10% in 2018/19 and 15% in 2019/20, half of each year's recurrent. */
  const ran = run({
    lines: [cost({ organisation: 'CCG', baseAmount: '1000', category: 'PAY' })],
    savings: [
      saving({
        organisation: 'CCG',
        mechanism: 'CONTRACT_REDUCTION',
        counterparty: 'TRUST',
        releaseShare: '0.25',
        delivery: '0.8',
        cashReleasingShare: '0.5',
        recurrentShare: '0.5',
        profile: { kind: 'PROGRAMME', rateByYear: byYear('0.1', '0.15') },
        benefitSplit: [
          { organisation: 'CCG', weight: '0.75' },
          { organisation: 'COMM', weight: '0.25' },
        ],
      }),
    ],
  });
  // L1: 100; 0.5 × 100 + 150 = 200; 0.5 × 250 = 125. Not recurrent 50, 75, nil, which is 1/2, 3/8, nil of L1.
  // L5 = L1 × 0.5 × 0.8: 40, 80, 50; recurrent 20, 50, 50.

  test('strips the non-recurrent share of L1 from what each side got', () => {
    // CCG three quarters of 20, 50, 50 on −1,000; COMM a quarter
    expect(exact(ran.organisation('CCG').underlying)).toEqual(['-985', '-962.5', '-962.5']);
    expect(exact(ran.organisation('COMM').underlying)).toEqual(['5', '12.5', '12.5']);
    // the payee loses all and releases a quarter: −0.75 × 20, 50, 50
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['-15', '-37.5', '-37.5']);
  });

  test('is the reported position less non-recurrent part × L6/L1 for the system', () => {
    // reported −1,000 + 0.25 × 40, 80, 50; underlying less 50 × 10/100 and 75 × 20/200
    expect(exact(ran.outcomes.system.reported)).toEqual(['-990', '-980', '-987.5']);
    expect(exact(ran.outcomes.system.underlying)).toEqual(['-995', '-987.5', '-987.5']);
  });
});

describe('full-year effect', () => {
  test('of a contract reduction reaches both sides, and the system by the release share', () => {
    const ran = run({
      savings: [
        saving({
          organisation: 'CCG',
          mechanism: 'CONTRACT_REDUCTION',
          counterparty: 'TRUST',
          releaseShare: '0.25',
          cashReleasingShare: '0.5',
          delivery: '0.8',
          profile: { kind: 'STEP', grossFullYearEffect: '1000', startMonth: '18' },
          benefitSplit: [
            { organisation: 'CCG', weight: '0.75' },
            { organisation: 'COMM', weight: '0.25' },
          ],
        }),
      ],
    });
    // (1 − 1/2) × 1,000 × 0.5 × 0.8 = 200 for the owners; payee −200 + 50
    const effectAt = (id: string): string[] => exact(ran.projection.fullYearEffect.get(id) ?? []);
    expect(effectAt('CCG')).toEqual(['150', '0', '0']);
    expect(effectAt('COMM')).toEqual(['50', '0', '0']);
    expect(effectAt('TRUST')).toEqual(['-150', '0', '0']);
  });

  test('of a transfer cancels between the two', () => {
    const profile = { kind: 'STEP', grossFullYearEffect: '1000', startMonth: '18' } as const;
    const ran = run({ savings: [saving({ organisation: 'COMM', mechanism: 'TRANSFER', counterparty: 'TRUST', profile })] });
    expect(exact(ran.projection.fullYearEffect.get('COMM') ?? [])).toEqual(['500', '0', '0']);
    expect(exact(ran.projection.fullYearEffect.get('TRUST') ?? [])).toEqual(['-500', '0', '0']);
  });
});

describe('costs of schemes (§19 (15))', () => {
  const scheme = saving({
    profile: { kind: 'STEP', grossFullYearEffect: '1000', startMonth: '12' },
    slippageMonths: '3',
    delivery: '0.5',
    cashReleasingShare: '0.5',
    runningCostPerYear: '120',
    implementationCostByYear: byYear('40', '10'),
    benefitSplit: [
      { organisation: 'TRUST', weight: '0.5' },
      { organisation: 'COMM', weight: '0.5' },
    ],
  });

  test('running cost runs from the effective start at the owner, not reduced by overlap, cash share or delivery', () => {
    const ran = run({ savings: [scheme] });
    // start in month 15: 9 months of 120, then 120; one-off 40 and 10
    expect(ran.step('implementation', 'TRUST')).toEqual(['-130', '-130', '-120']);
    expect(ran.step('implementation', 'COMM')).toEqual(['0', '0', '0']);
    expect(exact(ran.outcomes.system.headline)).toEqual(['1000', '1000', '1000']);
  });

  test('one-off cost is put back in underlying, running cost is not', () => {
    const trust = run({ savings: [scheme] }).organisation('TRUST');
    // half of 187.5 (9 months of 1,000 × 0.5 × 0.5), 250, 250 less running cost 90, 120, 120
    expect(exact(trust.underlying)).toEqual(['3.75', '5', '5']);
    expect(exact(trust.reported)).toEqual(['-36.25', '-5', '5']);
  });

  test('neither is charged where the capital is not funded, but costs of an organisation always are', () => {
    const ran = run({
      capital: [building({ baseCostByYear: byYear('100') })],
      capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('50') }],
      savings: [{ ...scheme, capitalDependencies: ['C1'] }],
      implementation: [{ id: 'I1', name: 'Programme office', organisation: 'CCG', amountByYear: byYear('7', '0', '5') }],
    });
    expect(ran.step('implementation')).toEqual(['-7', '0', '-5']);
    expect(exact(ran.organisation('CCG').reported)).toEqual(['-7', '0', '-5']);
    expect(exact(ran.organisation('CCG').underlying)).toEqual(['0', '0', '0']);
  });
});

test('categories stand in the order of the scheme list (§19 (19))', () => {
  const inCategory = (id: string, category: 'UNIDENTIFIED' | 'CARTER' | 'ESTATES') => saving({ id, category, profile: atOnce('10') });
  const scenario = bareScenario({
    savings: [inCategory('S1', 'UNIDENTIFIED'), inCategory('S2', 'ESTATES'), inCategory('S3', 'CARTER'), inCategory('S4', 'ESTATES')],
  });
  const bars = runOf(scenario).bars();
  expect(bars.slice(0, 4)).toEqual([
    ['headline:UNIDENTIFIED', '10'],
    ['headline:ESTATES', '20'],
    ['headline:CARTER', '10'],
    ['headlinePlan', '40'],
  ]);
});

test('thirds add up: the recurrent and the one-off part of a rung make the rung', () => {
  const ran = run({
    lines: [cost({ organisation: 'TRUST', baseAmount: '1000', category: 'PAY' })],
    savings: [saving({ recurrentShare: '0.5', delivery: '0.7', profile: { kind: 'PROGRAMME', rateByYear: byYear('0.1', '0.1', '0.1') } })],
  });
  // L1 100, 150, 200 of which 50, 50, 50 is one-off: 1/2, 1/3, 1/4. Delivered 70, 105, 140; recurrent 35, 70, 105.
  expect(pence(ran.organisation('TRUST').reported)).toEqual(['-930.00', '-895.00', '-860.00']);
  expect(pence(ran.organisation('TRUST').underlying)).toEqual(['-965.00', '-930.00', '-895.00']);
});
