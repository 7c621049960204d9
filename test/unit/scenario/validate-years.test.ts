import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { eachYear, item } from '../../support/small-scenario.ts';

describe('E3: the years of the scenario', () => {
  test('a base year that is no label blocks everything', () => {
    expect(problemsOf('E3', (written) => (written.baseYear = '2017-18'))).toEqual([
      {
        id: 'E3',
        path: 'baseYear',
        text: 'Base year: "2017-18" is not a financial year. Years are written with both calendar years, as 2018/19. Correct it; nothing is computed until then.',
        severity: 'error',
        blocks: ['scenario'],
      },
    ]);
  });

  test('a label whose second part does not follow is none', () => {
    expect(textsOf('E3', (written) => (written.targetYear = '2020/22'))[0]).toContain('Target year: "2020/22" is not a financial year.');
  });

  test.each([
    ['baseYear', '2015/16', 'Base year'],
    ['horizonYear', '2024/25', 'Horizon year'],
  ] as const)('%s %s is not supported', (field, year, words) => {
    const problems = problemsOf('E3', (written) => (written[field] = year)).filter(({ path }) => path === field);
    expect(problems.map(({ text }) => text)).toEqual([
      `${words}: read ${year}. Allowed: 2016/17 to 2023/24. Choose one of these years; nothing is computed until then.`,
    ]);
    expect(problems[0]?.blocks).toEqual(['scenario']);
  });

  test('the target year comes after the base year', () => {
    expect(problemsOf('E3', (written) => (written.targetYear = '2017/18'))).toEqual([
      {
        id: 'E3',
        path: 'targetYear',
        text: 'Target year: read 2017/18, with the base year 2017/18. It must be a year after the base year. Choose a later target year, or an earlier base year.',
        severity: 'error',
        blocks: ['scenario'],
      },
    ]);
  });

  test('the horizon is not before the target year', () => {
    expect(problemsOf('E3', (written) => (written.horizonYear = '2019/20'))).toEqual([
      {
        id: 'E3',
        path: 'horizonYear',
        text: 'Horizon year: read 2019/20, with the target year 2020/21. It must be the target year or a later one. Choose a later horizon year, or an earlier target year.',
        severity: 'error',
        blocks: ['scenario'],
      },
    ]);
  });

  test('the first and the last supported year are allowed', () => {
    const widest: Change = (written) => {
      written.baseYear = '2016/17';
      written.horizonYear = '2023/24';
    };
    expect(problemsOf('E3', widest)).toEqual([]);
  });
});

describe('E3: figures by year', () => {
  test('a year that is no label, even one with a dot in it', () => {
    const problems = problemsOf(
      'E3',
      (written) => (item(written.controlTotals, 'ACUTE').amountByYear = { ...eachYear('0'), '2020.21': '0' }),
    );
    expect(problems).toEqual([
      {
        id: 'E3',
        path: 'controlTotals.ACUTE.amountByYear.2020.21',
        text: 'Control total of Vale Hospitals: amount, 2020.21: "2020.21" is not a financial year. Years are written with both calendar years, as 2018/19. Correct the year, and the figure counts.',
        severity: 'error',
        blocks: ['controlTotals:ACUTE'],
      },
    ]);
  });

  test('a year beyond the horizon', () => {
    expect(problemsOf('E3', (written) => (written.populationByYear['2021/22'] = '1'))).toEqual([
      {
        id: 'E3',
        path: 'populationByYear.2021/22',
        text: 'Population: 2021/22: the year lies outside the scenario. Allowed: 2017/18 to 2020/21. Move the figure to one of these years or take it out, or change the years of the scenario.',
        severity: 'error',
        blocks: ['population:2021/22'],
      },
    ]);
  });

  test('growth starts in the year after the base year', () => {
    const texts = textsOf('E3', (written) => (written.deflator = { rateByYear: { ...eachYear('0.015'), '2017/18': '0.015' } }));
    expect(texts).toEqual([
      'GDP deflator: rate, 2017/18: the base year has no such figure. Allowed: 2018/19 to 2020/21. Move the figure to one of these years or take it out, or change the years of the scenario.',
    ]);
  });

  test('an explicit amount and a saving have no base year, a one-off amount has', () => {
    const change = (field: 'explicitByYear' | 'nonRecurrentByYear') =>
      textsOf('E3', (written) => (item(written.lines, 'L8')[field] = { '2017/18': '1' })).length;
    expect([change('explicitByYear'), change('nonRecurrentByYear')]).toEqual([1, 0]);
    expect(
      textsOf('E3', (written) => (item(written.savings, 'S5').profile = { kind: 'NON_RECURRENT', amountByYear: { '2017/18': '1' } })),
    ).toHaveLength(1);
  });

  test.each([
    ['2017/18', 0],
    ['2029/30', 0],
    ['2030/31', 1],
    ['2016/17', 1],
  ])('capital spend and envelopes in %s: %i problems each', (year, count) => {
    expect(problemsOf('E3', (written) => (item(written.capital, 'C1').baseCostByYear = { [year]: '1' }))).toHaveLength(count);
    const texts = textsOf('E3', (written) => (item(written.capitalEnvelopes, 'STP_PDC').amountByYear = { [year]: '1' }));
    expect(texts).toHaveLength(count);
    if (count === 1) expect(texts[0]).toContain('Allowed: 2017/18 to 2029/30.');
  });

  test('a unitary charge has no year beyond the horizon', () => {
    expect(problemsOf('E3', (written) => (item(written.capital, 'C1').unitaryChargeByYear = { '2021/22': '1' }))).toHaveLength(1);
  });

  test('the year of a published figure', () => {
    const published =
      (year: string): Change =>
      (written) => {
        written.publishedFigures = [{ id: 'X1', name: 'Published gap', measure: 'doNothing', year, amount: '-1' }];
      };
    expect(problemsOf('E3', published('2020/21'))).toEqual([]);
    expect(problemsOf('E3', published('2025/26')).map(({ path, blocks }) => [path, blocks])).toEqual([
      ['publishedFigures.X1.year', ['publishedFigures:X1']],
    ]);
  });
});

describe('E3: months', () => {
  test('a date before the base year', () => {
    expect(problemsOf('E3', (written) => (item(written.capital, 'C1').operationalMonth = -3))).toEqual([
      {
        id: 'E3',
        path: 'capital.C1.operationalMonth',
        text: 'Health hub (C1): operational month: read (3 months). Allowed: 0 to 1,200 months after Apr 2017. Count the months from April of the base year.',
        severity: 'error',
        blocks: ['capital:C1'],
      },
    ]);
  });

  test('a length of time with a sign', () => {
    expect(textsOf('E3', (written) => (item(written.shifts, 'SH1').slippageMonths = -1))).toEqual([
      'Frailty at home (SH1): slippage: read (1 month). Allowed: 0 to 1,200 months. A length of time has no sign: for an earlier date, change the date itself.',
    ]);
  });

  test('0 and 1,200 are allowed, 1,201 is not', () => {
    const lead = (leadMonths: number) => problemsOf('E3', (written) => (item(written.shifts, 'SH1').leadMonths = leadMonths)).length;
    expect([lead(0), lead(1200), lead(1201)]).toEqual([0, 0, 1]);
  });

  test('an end of a range blocks the range alone', () => {
    const range = { value: 6, range: { low: -2, likely: 6, high: 12 } };
    expect(problemsOf('E3', (written) => (item(written.capital, 'C1').slippageMonths = range))).toEqual([
      {
        id: 'E3',
        path: 'capital.C1.slippageMonths',
        text: 'Health hub (C1): slippage, low end of the range: read (2 months). Allowed: 0 to 1,200 months. A length of time has no sign: for an earlier date, change the date itself.',
        severity: 'error',
        blocks: ['ranges:capital.C1.slippageMonths'],
      },
    ]);
  });
});
