import { expect, test } from 'vitest';
import { building, byYear, contract, cost, income, run, saving, shift, type Stated } from '../../support/bare-system.ts';

/* model-spec §3.5, §10 and §19 (27), (37): what each part of the calculation posts in 2018/19. A posting reads: organisation, step, category, source, setting,
   amount; then "once" where it does not recur, and "between" where it moves money between members. */

function postings(stated: Stated, year = 1): string[] {
  return run(stated)
    .projection.entries.filter((entry) => entry.year === year)
    .map(({ organisation, step, category, source, setting, amount, recurrent, betweenMembers }) =>
      [organisation, step, category, source, setting, amount.toFixed(), recurrent ? [] : ['once'], betweenMembers ? ['between'] : []]
        .flat()
        .join(' '),
    );
}

test('lines, their one-off amounts, and what a support line is', () => {
  const lines = [
    income({ organisation: 'TRUST', baseAmount: '100', setting: 'ACUTE', nonRecurrentByYear: byYear('5') }),
    cost({ organisation: 'TRUST', baseAmount: '70', category: 'PAY', setting: 'COMMUNITY', nonRecurrentByYear: byYear('3') }),
    income({ id: 'STF', organisation: 'TRUST', baseAmount: '9', category: 'STF_PSF' }),
  ];
  expect(postings({ lines })).toEqual([
    'TRUST doNothing OTHER TRUST-income ACUTE 100',
    'TRUST doNothing OTHER TRUST-income ACUTE 5 once',
    'TRUST doNothing PAY TRUST-cost COMMUNITY -70',
    'TRUST doNothing PAY TRUST-cost COMMUNITY -3 once',
    'TRUST doNothing STF_PSF STF OTHER 9 once',
  ]);
});

test('flows on both sides, and what the payer books above the payee', () => {
  const flows = [contract({ baseAmount: '500', payerAmount: '510', setting: 'ACUTE', nonRecurrentByYear: byYear('20') })];
  expect(postings({ flows })).toEqual([
    'CCG doNothing PBR F1 ACUTE -500 between',
    'TRUST doNothing PBR F1 ACUTE 500 between',
    'CCG doNothing PBR F1 ACUTE -20 once between',
    'TRUST doNothing PBR F1 ACUTE 20 once between',
    'CCG doNothing CONTRACT_MISMATCH F1 ACUTE -10',
  ]);
});

test('the rungs of a saving, its costs, and the other member', () => {
  const scheme = saving({
    organisation: 'CCG',
    mechanism: 'CONTRACT_REDUCTION',
    counterparty: 'TRUST',
    category: 'RIGHTCARE_QIPP',
    setting: 'ACUTE',
    profile: { kind: 'STEP', grossFullYearEffect: '1000', startMonth: '12' },
    slippageMonths: '6',
    cashReleasingShare: '0.8',
    delivery: '0.5',
    releaseShare: '0.25',
    runningCostPerYear: '24',
    implementationCostByYear: byYear('7'),
  });
  // 1,000; half a year late; 80% cash; half delivered: 200, of which the trust releases a quarter. Running cost for six months.
  expect(postings({ savings: [scheme] })).toEqual([
    'CCG headline RIGHTCARE_QIPP S1 ACUTE 1000 between',
    'CCG timing RIGHTCARE_QIPP S1 ACUTE -500 between',
    'CCG notCashReleasing RIGHTCARE_QIPP S1 ACUTE -100 between',
    'CCG deliveryRisk RIGHTCARE_QIPP S1 ACUTE -200 between',
    'TRUST tariffIllusionSavings RIGHTCARE_QIPP S1 ACUTE -200 between',
    'TRUST tariffIllusionSavings RIGHTCARE_QIPP S1 ACUTE 50',
    'CCG implementation schemeRunningCost S1 ACUTE -12',
    'CCG implementation implementationCost S1 ACUTE -7 once',
  ]);
});

test('a saving on outside spending is between no members', () => {
  const outside = saving({ profile: { kind: 'STEP', grossFullYearEffect: '10', startMonth: '12' }, setting: 'COMMUNITY' });
  expect(postings({ savings: [outside] })).toEqual(['TRUST headline PROVIDER_PRODUCTIVITY S1 COMMUNITY 10']);
});

test('a one-off saving', () => {
  const once = saving({ profile: { kind: 'NON_RECURRENT', amountByYear: byYear('10') }, delivery: '0.5' });
  expect(postings({ savings: [once] })).toEqual([
    'TRUST headline PROVIDER_PRODUCTIVITY S1 OTHER 10 once',
    'TRUST deliveryRisk PROVIDER_PRODUCTIVITY S1 OTHER -5 once',
  ]);
});

test('costs of an organisation', () => {
  expect(postings({ implementation: [{ id: 'I1', name: 'Programme office', organisation: 'CCG', amountByYear: byYear('7') }] })).toEqual([
    'CCG implementation implementationCost I1 OTHER -7 once',
  ]);
});

test('charges, disposal profit and impairment of capital', () => {
  const scheme = building({
    baseCostByYear: byYear('1200'),
    lifeYears: '10',
    runningCostPerYear: '12',
    unitaryChargeByYear: byYear('5'),
    impairmentByYear: byYear('3'),
    funding: [
      { source: 'OTHER_PDC', share: '0.5' },
      { source: 'LOAN', share: '0.5' },
    ],
    loanRate: '0.02',
    disposal: { proceeds: '500', netBookValue: '400', month: '12', remainingLifeYears: '10' },
  });
  // dividend: 3.5% of half of (1,200 − 120 − 600); interest: 2% of half of 600; sold: depreciation 40 and 3.5% of half of 360 fall away
  expect(postings({ capital: [scheme] })).toEqual([
    'TRUST capitalCharges depreciation C1 OTHER -120',
    'TRUST capitalCharges pdcDividend C1 OTHER -8.4',
    'TRUST capitalCharges loanInterest C1 OTHER -6',
    'TRUST capitalCharges runningCost C1 OTHER -12',
    'TRUST capitalCharges unitaryCharge C1 OTHER -5',
    'TRUST capitalCharges chargesRemoved C1 OTHER 46.3',
    'TRUST disposalAndImpairment disposalProfit C1 OTHER 100 once',
    'TRUST disposalAndImpairment impairment C1 OTHER -3 once',
  ]);
});

test('capital of the base year is charged in the baseline, and not again', () => {
  const scheme = building({ baseCostByYear: { '2017/18': '1200' }, operationalMonth: '0', runningCostPerYear: '12', lifeYears: '10' });
  expect(postings({ capital: [scheme] }, 0)).toEqual([]);
  // 1,080 at the end of the base year, 960 a year later: 3.5% of 1,020
  expect(postings({ capital: [scheme] }, 1)).toEqual([
    'TRUST capitalCharges depreciation C1 OTHER -120',
    'TRUST capitalCharges pdcDividend C1 OTHER -35.7',
    'TRUST capitalCharges runningCost C1 OTHER -12',
  ]);
});

test('a shift on the plan, in its delivery, and at the provider that loses it', () => {
  const scheme = shift({ delivery: '0.75', contractPricePerUnit: '70', stepGroup: 'W1', lengthOfStayDays: '365', occupancy: '1' });
  const stepGroups: Stated['stepGroups'] = [
    { id: 'W1', name: 'Wards', organisation: 'TRUST', stepSize: '900', stepCostPerYear: '12000', lagMonths: '0' },
  ];
  const strandedSupport: Stated['strandedSupport'] = [{ organisation: 'TRUST', taperByYear: byYear('0.5') }];
  // planned 1,200 at £100 and £60; avoided 900, capacity for 1,200 at £70. 900 beds: one ward. Stranded: 90,000 − 27,000 − 12,000 = 51,000
  expect(postings({ shifts: [scheme], stepGroups, strandedSupport })).toEqual([
    'CCG shiftHeadline tariff SH1 ACUTE 120000 between',
    'CCG shiftDelivery tariff SH1 ACUTE -30000 between',
    'CCG shiftHeadline reprovision SH1 ACUTE -72000 between',
    'CCG shiftDelivery reprovision SH1 ACUTE -12000 between',
    'COMM shiftHeadline reprovision SH1 ACUTE 72000 between',
    'COMM shiftDelivery reprovision SH1 ACUTE 12000 between',
    'COMM shiftHeadline reprovisionCost SH1 ACUTE -72000',
    'TRUST tariffIllusionShift tariff SH1 ACUTE -90000 between',
    'TRUST tariffIllusionShift variableReleased SH1 ACUTE 27000',
    'TRUST tariffIllusionShift stepReleased W1 ACUTE 12000',
    'TRUST tariffIllusionShift strandedSupport stranded-TRUST ACUTE 25500 between',
    'CCG tariffIllusionShift strandedSupport stranded-TRUST ACUTE -25500 between',
  ]);
});

test('a shift whose capital is not there', () => {
  const stated: Stated = {
    capital: [building({ baseCostByYear: byYear('100') })],
    capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('50') }],
    shifts: [shift({ capitalDependencies: ['C1'] })],
  };
  expect(postings(stated)).toEqual([
    'CCG shiftHeadline tariff SH1 ACUTE 120000 between',
    'CCG capitalNotAvailable tariff SH1 ACUTE -120000 between',
    'CCG shiftHeadline reprovision SH1 ACUTE -72000 between',
    'CCG capitalNotAvailable reprovision SH1 ACUTE 72000 between',
    'COMM shiftHeadline reprovision SH1 ACUTE 72000 between',
    'COMM capitalNotAvailable reprovision SH1 ACUTE -72000 between',
    'COMM shiftHeadline reprovisionCost SH1 ACUTE -72000',
    'COMM capitalNotAvailable reprovisionCost SH1 ACUTE 72000',
  ]);
});

test('prevention: who pays, who gains, and what is no cash', () => {
  const prevention: Stated['prevention'] = [
    {
      id: 'P1',
      name: 'Falls prevention',
      investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100') }],
      lagProfile: ['0.6'],
      cashReleasingShare: '0.5',
      beneficiaries: [
        { organisation: 'CCG', weight: '0.75' },
        { organisation: 'TRUST', weight: '0.25' },
      ],
    },
  ];
  // what the council spends beyond its means is settled last: it has no reserves
  expect(postings({ prevention })).toEqual([
    'COUNCIL preventionHeadline investment P1 PREVENTION -100',
    'CCG preventionHeadline benefit P1 PREVENTION 45',
    'CCG notCashReleasing benefit P1 PREVENTION -22.5',
    'TRUST preventionHeadline benefit P1 PREVENTION 15',
    'TRUST notCashReleasing benefit P1 PREVENTION -7.5',
  ]);
});

test('the settlement: transfers, support and reserves', () => {
  const terms = { gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0') };
  const settled = (psfIsRecurrent: boolean): string[] =>
    postings({
      settings: { psfIsRecurrent },
      controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '0') }],
      riskShares: [
        {
          id: 'R1',
          name: 'Agreement',
          participants: [
            { organisation: 'TRUST', ...terms },
            { organisation: 'CCG', ...terms, targetByYear: byYear('0', '0', '0') },
          ],
        },
      ],
      lines: [
        income({ organisation: 'TRUST', baseAmount: '0', nonRecurrentByYear: byYear('100') }),
        income({ id: 'spare', organisation: 'NORTH', baseAmount: '4' }),
        cost({ id: 'short', organisation: 'SOUTH', baseAmount: '6' }),
      ],
      organisations: [
        { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
        { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE' },
        { id: 'NORTH', name: 'North Council', type: 'COUNCIL' },
        { id: 'SOUTH', name: 'South Council', type: 'COUNCIL' },
      ],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('10') }],
      reserves: [{ organisation: 'SOUTH', opening: '5', minimum: '0' }],
    }).filter((posting) => !posting.includes(' doNothing '));
  const transfers = ['TRUST riskShare transfer R1 OTHER -50 between', 'CCG riskShare transfer R1 OTHER 50 between'];
  const reserves = ['NORTH reserves reservesAdded reserves-NORTH OTHER -4 once', 'SOUTH reserves reservesUsed reserves-SOUTH OTHER 5 once'];
  expect(settled(false)).toEqual([...transfers, 'TRUST support PSF PSF1 OTHER 10 once', ...reserves]);
  expect(settled(true)).toEqual([...transfers, 'TRUST support PSF PSF1 OTHER 10', ...reserves]);
});
