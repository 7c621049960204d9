import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

describe('E2: negative sizes', () => {
  test('a negative income is no income', () => {
    expect(problemsOf('E2', (written) => (item(written.lines, 'L3').baseAmount = '-200000'))).toEqual([
      {
        id: 'E2',
        path: 'lines.L3.baseAmount',
        text: 'Other contracts (L3): base amount: read (£200,000). Allowed: £0 or more. If it is a cost, enter it as an expenditure line.',
        severity: 'error',
        blocks: ['lines:L3'],
      },
    ]);
  });

  const wayOuts: [string, Change, string][] = [
    [
      'a cost',
      (written) => (item(written.lines, 'L5').explicitByYear = { '2018/19': '-1' }),
      'If it is money received, enter it as an income line, such as a grant or client contribution.',
    ],
    ['a flow', (written) => (item(written.flows, 'F1').baseAmount = '-1'), 'If the money goes the other way, swap payer and payee.'],
    [
      'a saving',
      (written) => (item(written.savings, 'S6').profile = { kind: 'STEP', grossFullYearEffect: '-1', startMonth: 15 }),
      'If the scheme costs money, enter implementation or running cost, or a prevention investment.',
    ],
    [
      'a scheme running cost',
      (written) => (item(written.savings, 'S6').runningCostPerYear = '-1'),
      'If it saves money, add it to the gross full-year effect.',
    ],
    [
      'capital spend',
      (written) => (item(written.capital, 'C1').baseCostByYear = { '2018/19': '-1' }),
      'If it is money received, enter it as the proceeds of a disposal.',
    ],
    [
      'reserves',
      (written) => (item(written.reserves, 'COUNCIL').opening = '-1'),
      'If reserves are overdrawn, enter nil and the shortfall as a cost line.',
    ],
    [
      'support',
      (written) => (item(written.support, 'PSF1').allocationByYear = { '2018/19': '-1' }),
      'Enter the size; the field itself says which way it counts.',
    ],
  ];
  test.each(wayOuts)('the way out for %s', (_, change, wayOut) => {
    const texts = textsOf('E2', change);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(`read (£1). Allowed: £0 or more. ${wayOut}`);
  });

  test('a negative share, quantity and rank', () => {
    expect(textsOf('E2', (written) => (item(written.savings, 'S1').delivery = '-0.1'))[0]).toContain(
      'delivery: read (10%). Allowed: 0% to 150%.',
    );
    expect(textsOf('E2', (written) => (item(written.savings, 'S4').cashReleasingShare = '-0.1'))[0]).toContain(
      'read (10%). Allowed: 0% to 100%.',
    );
    expect(textsOf('E2', (written) => (item(written.shifts, 'SH1').activityPerYear = '-5'))[0]).toContain(
      'activity per year: read (5). Allowed: 0 or more.',
    );
    expect(textsOf('E2', (written) => (item(written.capital, 'C1').priority = -1))[0]).toContain('priority: read (1). Allowed: 0 or more.');
  });

  test('positions and targets may be deficits', () => {
    const deficits: Change = (written) => {
      item(written.organisations, 'ACUTE').openingCash = '-1';
      item(written.organisations, 'ACUTE').signedOffBaseline = { position: '-4000000', role: 'Director of finance' };
      item(written.controlTotals, 'CCG').amountByYear = { '2018/19': '-1', '2019/20': '-1', '2020/21': '-1' };
      written.systemControlTotalByYear['2020/21'] = '-1';
      written.riskShares = [
        {
          id: 'R1',
          name: 'Risk share',
          participants: ['CCG', 'ACUTE'].map((organisation) => ({
            organisation,
            gainWeight: '0.5',
            lossWeight: '0.5',
            targetByYear: { '2020/21': '-1' },
          })),
        },
      ];
      written.publishedFigures = [{ id: 'X1', name: 'Published gap', measure: 'doNothing', year: '2020/21', amount: '-1' }];
    };
    expect(problemsOf('E2', deficits)).toEqual([]);
  });
});

describe('E14: quantities that cannot be', () => {
  const cases: [string, string, Change, string][] = [
    [
      'no occupancy',
      'shifts.SH1.occupancy',
      (written) => (item(written.shifts, 'SH1').occupancy = '0'),
      'occupancy: read 0%. Allowed: above 0%, up to 100%.',
    ],
    [
      'more than full',
      'shifts.SH1.occupancy',
      (written) => (item(written.shifts, 'SH1').occupancy = '1.01'),
      'occupancy: read 101%. Allowed: above 0%, up to 100%.',
    ],
    [
      'a step of nothing',
      'stepGroups.W1.stepSize',
      (written) => (item(written.stepGroups, 'W1').stepSize = '0'),
      'step size: read 0 beds. Allowed: above 0 beds.',
    ],
    [
      'a stay below nil',
      'shifts.SH1.lengthOfStayDays',
      (written) => (item(written.shifts, 'SH1').lengthOfStayDays = '-0.5'),
      'length of stay: read (0.5 days). Allowed: 0 days or more.',
    ],
    [
      'a life of no years',
      'capital.C1.lifeYears',
      (written) => (item(written.capital, 'C1').lifeYears = 0),
      'asset life: read 0 years. Allowed: 1 year to 200 years.',
    ],
    [
      'unpaid staff',
      'organisations.ACUTE.averagePayPerWte',
      (written) => (item(written.organisations, 'ACUTE').averagePayPerWte = '0'),
      'average pay per WTE: read £0. Allowed: above £0.',
    ],
    [
      'more than the whole',
      'savings.S4.cashReleasingShare',
      (written) => (item(written.savings, 'S4').cashReleasingShare = '1.2'),
      'cash-releasing share: read 120%. Allowed: 0% to 100%. Lower it.',
    ],
    [
      'a per cent without its sign',
      'savings.S4.cashReleasingShare',
      (written) => (item(written.savings, 'S4').cashReleasingShare = '90'),
      'read 9,000%. Allowed: 0% to 100%. If 90% was meant, enter it with its % sign.',
    ],
  ];
  test.each(cases)('%s', (_, path, change, text) => {
    const problems = problemsOf('E14', change);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.text).toContain(text);
    expect(problems[0]?.severity).toBe('error');
  });

  test('what is blocked: the shift, and of average pay only the WTE', () => {
    expect(problemsOf('E14', (written) => (item(written.shifts, 'SH1').occupancy = '0'))[0]?.blocks).toEqual(['shifts:SH1']);
    expect(problemsOf('E14', (written) => (item(written.organisations, 'ACUTE').averagePayPerWte = '0'))[0]?.blocks).toEqual([
      'workforce:ACUTE',
    ]);
  });

  test('the ends themselves are allowed', () => {
    const ends: Change = (written) => {
      item(written.shifts, 'SH1').occupancy = '1';
      item(written.shifts, 'SH1').lengthOfStayDays = '0';
      item(written.stepGroups, 'W1').stepSize = '0.5';
      item(written.capital, 'C1').lifeYears = 200;
      item(written.capital, 'C1').optimismBias = { upperBound: '2' };
      item(written.savings, 'S4').cashReleasingShare = '1';
    };
    expect(problemsOf('E14', ends)).toEqual([]);
  });

  test('an end of a range out of bounds blocks the range alone', () => {
    const problems = problemsOf(
      'E14',
      (written) => (item(written.shifts, 'SH1').occupancy = { value: '0.9', range: { low: '0', likely: '0.9', high: '1' } }),
    );
    expect(problems.map(({ text, blocks }) => [text, blocks])).toEqual([
      [
        'Frailty at home (SH1): occupancy, low end of the range: read 0%. Allowed: above 0%, up to 100%. Correct the figure, or leave it blank for the tool default.',
        ['ranges:shifts.SH1.occupancy'],
      ],
    ]);
  });
});

describe('E18: the three points of a range', () => {
  const ranged =
    (low: string, likely: string, high: string): Change =>
    (written) =>
      (item(written.savings, 'S1').delivery = { value: '0.8', range: { low, likely, high } });

  test('high below likely', () => {
    expect(problemsOf('E18', ranged('0.4', '0.8', '0.75'))).toEqual([
      {
        id: 'E18',
        path: 'savings.S1.delivery',
        text: 'Rostering (S1): delivery: Read as low 40%, likely 80%, high 75%. The high value must be at least the likely one. Kept as you typed it; until it is corrected the figure counts as certain.',
        severity: 'error',
        blocks: ['ranges:savings.S1.delivery'],
      },
    ]);
  });

  test('likely below low', () => {
    expect(textsOf('E18', ranged('0.9', '0.8', '1'))[0]).toContain('high 100%. The likely value must be at least the low one. Kept');
  });

  test('a range of one point, and one to two decimals of a per cent, are in order', () => {
    expect(problemsOf('E18', ranged('0.8', '0.8', '0.8'))).toEqual([]);
    expect(problemsOf('E18', ranged('0.1', '0.11', '0.9'))).toEqual([]);
  });

  test('the range of any input is read, of money and growth too', () => {
    const range = { low: '10', likely: '9', high: '8' };
    expect(problemsOf('E18', (written) => (item(written.lines, 'L1').baseAmount = { value: '9', range }))).toHaveLength(1);
    expect(
      textsOf(
        'E18',
        (written) =>
          (written.deflator = { rateByYear: { '2018/19': { value: '0.01', range: { low: '0', likely: '0.02', high: '0.01' } } } }),
      )[0],
    ).toContain('GDP deflator: rate, 2018/19: Read as low 0%, likely 2%, high 1%.');
  });
});

describe('E19: more than the whole delivered', () => {
  const delivered =
    (delivery: unknown): Change =>
    (written) =>
      (item(written.savings, 'S1').delivery = delivery);

  test('up to 150% it is allowed and said', () => {
    expect(problemsOf('E19', delivered('1.2'))).toEqual([
      {
        id: 'E19',
        path: 'savings.S1.delivery',
        text: 'Rostering (S1): delivery: read 120%. Over-delivery is assumed. Allowed: 0% to 150%, above 100% with a reason. Give the reason in the note, or lower it to 100%.',
        severity: 'warning',
      },
    ]);
  });

  test('above 150% it is refused', () => {
    expect(problemsOf('E19', delivered('1.51'))).toEqual([
      {
        id: 'E19',
        path: 'savings.S1.delivery',
        text: 'Rostering (S1): delivery: read 151%. Allowed: 0% to 150%. Lower it.',
        severity: 'error',
        blocks: ['savings:S1'],
      },
    ]);
    expect(textsOf('E19', delivered('85'))[0]).toContain('read 8,500%. Allowed: 0% to 150%. If 85% was meant, enter it with its % sign.');
  });

  test('exactly 100% says nothing, exactly 150% only warns', () => {
    expect(problemsOf('E19', delivered('1'))).toEqual([]);
    expect(problemsOf('E19', delivered('1.5')).map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('a range is read as well, once', () => {
    const problems = problemsOf('E19', delivered({ value: '0.9', range: { low: '0.5', likely: '1.05', high: '1.1' } }));
    expect(problems.map(({ text, severity }) => [text.slice(0, 66), severity])).toEqual([
      ['Rostering (S1): delivery, high end of the range: read 110%. Over-d', 'warning'],
    ]);
    expect(problemsOf('E19', delivered({ value: '0.9', range: { low: '0.5', likely: '0.9', high: '1.6' } }))[0]?.blocks).toEqual([
      'ranges:savings.S1.delivery',
    ]);
  });

  test('shifts and ratings too', () => {
    expect(problemsOf('E19', (written) => (item(written.shifts, 'SH1').delivery = '1.6'))[0]?.blocks).toEqual(['shifts:SH1']);
    const rating = problemsOf('E19', (written) => (written.settings = { deliveryByRating: { GREEN: '1.6' } }));
    expect(rating.map(({ path, blocks }) => [path, blocks])).toEqual([['settings.deliveryByRating.GREEN', ['deliveryByRating:GREEN']]]);
  });
});
