import { describe, expect, test } from 'vitest';
import { contract, cost, exact, income, rates, run } from '../../support/bare-system.ts';

/* model-spec §3, §4 and §19 (1) to (5): what happens if nothing changes. */

describe('growth', () => {
  test('of several series together multiplies: 10% and 20% make 32%, not 30%', () => {
    const { projection } = run({
      series: [rates('a', '0.1'), rates('b', '0.2'), { id: 'ab', name: 'Both', kind: 'COMPOUND', of: ['a', 'b'] }],
      lines: [cost({ organisation: 'CCG', baseAmount: '1000', volumeSeries: 'ab' })],
    });
    // 1,000 × 1.1 × 1.2, and level after it since later rates are blank
    expect(exact(projection.doNothing.lines.get('CCG-cost') ?? [])).toEqual(['1320', '1320', '1320']);
  });

  test('of a tariff is cost uplift less efficiency factor, as published', () => {
    const { projection } = run({
      series: [
        rates('uplift', '0.031', '0.02'),
        rates('efficiency', '0.02', '0.03'),
        { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'uplift', efficiencyFactor: 'efficiency' },
      ],
      flows: [contract({ baseAmount: '1000', priceSeries: 'tariff' })],
    });
    // 3.1% − 2% = 1.1%, then 2% − 3% = −1%: 1,011 × 0.99 = 1,000.89
    expect(exact(projection.doNothing.flows.get('F1') ?? [])).toEqual(['1011', '1000.89', '1000.89']);
  });

  test('follows volume by the elasticity first and price after it', () => {
    const { projection } = run({
      series: [rates('volume', '0.1'), rates('price', '0.2')],
      lines: [cost({ organisation: 'TRUST', baseAmount: '1000', volumeSeries: 'volume', elasticity: '0.5', priceSeries: 'price' })],
    });
    // 1,000 × (1 + 0.5 × 10%) × 1.2 = 1,260
    expect(exact(projection.doNothing.lines.get('TRUST-cost') ?? [])[0]).toBe('1260');
  });

  test.each([
    // 1,000 × (1 + ε × 10%), with the tool's ε of each cost type (§4)
    { category: 'PAY', grown: '1080' },
    { category: 'AGENCY', grown: '1080' },
    { category: 'NON_PAY', grown: '1070' },
    { category: 'DRUGS', grown: '1100' },
    { category: 'CNST', grown: '1000' },
    { category: 'CAPITAL_CHARGES', grown: '1000' },
    { category: 'PURCHASED_CARE', grown: '1100' },
    { category: 'PRESCRIBING', grown: '1100' },
  ] as const)('of $category follows volume by the default of its type where none is stated', ({ category, grown }) => {
    const { projection } = run({
      series: [rates('volume', '0.1')],
      lines: [cost({ organisation: 'TRUST', baseAmount: '1000', category, volumeSeries: 'volume' })],
    });
    expect(exact(projection.doNothing.lines.get('TRUST-cost') ?? [])[0]).toBe(grown);
  });

  test.each([
    { contractType: 'PBR', grown: '1100' },
    { contractType: 'BLOCK', grown: '1000' },
    { contractType: 'POOL', grown: '1000' },
    { contractType: 'S256_S76', grown: '1000' },
    { contractType: 'BLENDED', elasticity: '0.3', grown: '1030' },
    { contractType: 'BLOCK', elasticity: '0.2', grown: '1020' },
  ] as const)('of a $contractType contract (ε $elasticity) follows volume as its type says', ({ grown, ...terms }) => {
    const { projection } = run({
      series: [rates('volume', '0.1')],
      flows: [contract({ baseAmount: '1000', volumeSeries: 'volume', ...terms })],
    });
    expect(exact(projection.doNothing.flows.get('F1') ?? [])[0]).toBe(grown);
  });

  test('of nothing is nothing, whatever the rate', () => {
    const { projection } = run({
      series: [rates('price', '0.1')],
      lines: [cost({ organisation: 'TRUST', baseAmount: '0', priceSeries: 'price' })],
    });
    expect(exact(projection.doNothing.lines.get('TRUST-cost') ?? [])).toEqual(['0', '0', '0']);
  });
});

describe('explicit amounts', () => {
  test('override growth, and the chain goes on from the last of them', () => {
    const { projection } = run({
      series: [rates('price', '0.1', '0.1', '0.1')],
      lines: [
        income({ organisation: 'COUNCIL', baseAmount: '100', priceSeries: 'price', explicitByYear: { '2019/20': '500' } }),
        cost({ organisation: 'COUNCIL', baseAmount: '0', priceSeries: 'price', explicitByYear: { '2018/19': '200' } }),
      ],
    });
    expect(exact(projection.doNothing.lines.get('COUNCIL-income') ?? [])).toEqual(['110', '500', '550']);
    expect(exact(projection.doNothing.lines.get('COUNCIL-cost') ?? [])).toEqual(['200', '220', '242']);
  });

  test('of nil stand as nil, which is not blank', () => {
    const { projection } = run({
      series: [rates('price', '0.1')],
      lines: [income({ organisation: 'COUNCIL', baseAmount: '100', priceSeries: 'price', explicitByYear: { '2019/20': '0' } })],
    });
    expect(exact(projection.doNothing.lines.get('COUNCIL-income') ?? [])).toEqual(['110', '0', '0']);
  });
});

describe('non-recurrent amounts', () => {
  const lines = [
    income({ organisation: 'TRUST', baseAmount: '1000', nonRecurrentByYear: { '2017/18': '70', '2019/20': '50' } }),
    cost({ organisation: 'TRUST', baseAmount: '900', nonRecurrentByYear: { '2020/21': '30' } }),
  ];

  test('are in the do nothing of their year and not carried forward', () => {
    const trust = run({ lines }).organisation('TRUST');
    // base year 1,000 + 70 − 900
    expect(trust.doNothing[0]?.toFixed()).toBe('170');
    expect(exact(trust.doNothing)).toEqual(['100', '150', '70']);
  });

  test('are stripped from underlying: income taken off, cost put back', () => {
    expect(exact(run({ lines }).organisation('TRUST').underlying)).toEqual(['100', '100', '100']);
  });

  test('of a contract reach both parties and cancel', () => {
    const one = run({ flows: [contract({ baseAmount: '1000', nonRecurrentByYear: { '2018/19': '40' } })] });
    expect(exact(one.organisation('CCG').doNothing)).toEqual(['-1040', '-1000', '-1000']);
    expect(exact(one.organisation('TRUST').doNothing)).toEqual(['1040', '1000', '1000']);
    expect(exact(one.organisation('TRUST').underlying)).toEqual(['1000', '1000', '1000']);
    expect(exact(one.outcomes.system.doNothing)).toEqual(['0', '0', '0']);
  });
});

describe('in-scope share (§19 (1))', () => {
  const half = run({
    organisations: [
      { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
      { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', inScopeShare: '0.5' },
    ],
    lines: [
      income({
        organisation: 'TRUST',
        baseAmount: '1000',
        explicitByYear: { '2019/20': '1400' },
        nonRecurrentByYear: { '2018/19': '60' },
      }),
      cost({ organisation: 'TRUST', baseAmount: '800', category: 'PAY' }),
    ],
    flows: [contract({ baseAmount: '100' })],
  });

  test('scales base, explicit and non-recurrent amounts of lines, and leaves contracts as entered', () => {
    // (1,000 + 60) / 2 + 100 − 800 / 2; then 1,400 / 2 + 100 − 400
    expect(exact(half.organisation('TRUST').doNothing)).toEqual(['230', '400', '400']);
    expect(exact(half.organisation('CCG').doNothing)).toEqual(['-100', '-100', '-100']);
  });

  test('scales the influenceable base', () => {
    expect(exact(half.projection.doNothing.influenceable.get('TRUST') ?? [])).toEqual(['400', '400', '400']);
  });
});

describe('books that do not agree (§3.3, §19 (2))', () => {
  const series = [rates('price', '0.1', '0.1', '0.1')];

  test('stand at the payer as a signed line that grows like the contract', () => {
    const one = run({ series, flows: [contract({ baseAmount: '1000', payerAmount: '1100', priceSeries: 'price' })] });
    // payee 1,100 1,210 1,331; payer its own 1,100 grown: 1,210 1,331 1,464.1
    expect(exact(one.organisation('TRUST').doNothing)).toEqual(['1100', '1210', '1331']);
    expect(exact(one.organisation('CCG').doNothing)).toEqual(['-1210', '-1331', '-1464.1']);
    expect(exact(one.outcomes.system.booksNotAgreed)).toEqual(['110', '121', '133.1']);
    expect(one.outcomes.system.booksNotAgreed[0]?.toFixed()).toBe('100');
  });

  test('improve the payer where it books less than the payee', () => {
    const one = run({ series, flows: [contract({ baseAmount: '1000', payerAmount: '950', priceSeries: 'price' })] });
    expect(exact(one.organisation('CCG').doNothing)).toEqual(['-1045', '-1149.5', '-1264.45']);
    expect(exact(one.outcomes.system.doNothing)).toEqual(['55', '60.5', '66.55']);
  });

  test('move with an explicit amount in the proportion of the contract', () => {
    const one = run({
      series,
      flows: [contract({ baseAmount: '1000', payerAmount: '1100', priceSeries: 'price', explicitByYear: { '2019/20': '2200' } })],
    });
    // 1,100 becomes 2,200, twice: 110 becomes 220, then 10% more
    expect(exact(one.outcomes.system.booksNotAgreed)).toEqual(['110', '220', '242']);
  });

  test('add up over contracts', () => {
    const one = run({
      flows: [
        contract({ baseAmount: '1000', payerAmount: '1100' }),
        contract({ id: 'F2', payee: 'COMM', baseAmount: '500', payerAmount: '470' }),
        contract({ id: 'F3', payer: 'COUNCIL', payee: 'COMM', baseAmount: '20' }),
      ],
    });
    expect(exact(one.outcomes.system.booksNotAgreed)).toEqual(['70', '70', '70']);
    expect(exact(one.outcomes.system.doNothing)).toEqual(['-70', '-70', '-70']);
    expect(exact(one.organisation('COMM').doNothing)).toEqual(['520', '520', '520']);
  });
});
