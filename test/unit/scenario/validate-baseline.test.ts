import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

describe('E28: categories of a line', () => {
  test('a cost type on an income line', () => {
    expect(problemsOf('E28', (written) => (item(written.lines, 'L3').category = 'CNST'))).toEqual([
      {
        id: 'E28',
        path: 'lines.L3.category',
        text: 'Other contracts (L3): category: read CNST, on an income line. Allowed: Allocation, External contract, Council tax, Adult social care precept, Grant, iBCF, Client contribution, STF or PSF, Donated and Other. Choose one of these, or change the kind of line.',
        severity: 'error',
        blocks: ['lines:L3'],
      },
    ]);
  });

  test('an income category on an expenditure line', () => {
    expect(textsOf('E28', (written) => (item(written.lines, 'L5').category = 'GRANT'))[0]).toContain(
      'Pay (L5): category: read Grant, on an expenditure line. Allowed: Pay, Agency,',
    );
  });

  test('other serves both', () => {
    const other: Change = (written) => {
      item(written.lines, 'L3').category = 'OTHER';
      item(written.lines, 'L5').category = 'OTHER';
    };
    expect(problemsOf('E28', other)).toEqual([]);
  });
});

describe('E16: per head needs heads', () => {
  test('no population at all', () => {
    expect(problemsOf('E16', (written) => (written.populationByYear = {}))).toEqual([
      {
        id: 'E16',
        path: 'populationByYear',
        text: 'Population: none is entered for 2018/19, 2019/20 and 2020/21. Allowed: above 0 persons. Enter the population; until then figures per head are n/a in those years.',
        severity: 'warning',
        blocks: ['population:2018/19', 'population:2019/20', 'population:2020/21'],
      },
    ]);
  });

  test('nil in one year', () => {
    const problems = problemsOf('E16', (written) => (written.populationByYear['2019/20'] = '0'));
    expect(problems.map(({ path, blocks }) => [path, blocks])).toEqual([['populationByYear.2019/20', ['population:2019/20']]]);
    expect(problems[0]?.text).toContain(
      'none is entered for 2019/20. Allowed: above 0 persons. Enter the population; until then figures per head are n/a in that year.',
    );
  });

  test('the base year needs none', () => {
    expect(problemsOf('E16', (written) => (written.populationByYear = { '2018/19': '1', '2019/20': '1', '2020/21': '1' }))).toEqual([]);
  });
});

test('W4: do nothing that starts from the reported position', () => {
  expect(problemsOf('W4', (written) => (written.baselineStartsFrom = 'REPORTED'))).toEqual([
    {
      id: 'W4',
      path: 'baselineStartsFrom',
      text: 'Baseline: do nothing starts from the reported position, so one-off income and support roll forward. It should start from the underlying one. Enter recurrent base amounts, move one-offs to the non-recurrent amounts, and say so under baseline.',
      severity: 'warning',
    },
  ]);
  expect(problemsOf('W4')).toEqual([]);
});

test('W6: a baseline that is a plan', () => {
  expect(problemsOf('W6', (written) => (written.baselineBasis = 'PLAN'))).toEqual([
    {
      id: 'W6',
      path: 'baselineBasis',
      text: 'Baseline: 2017/18 is a plan, not an outturn. Outturn or forecast outturn is firmer ground. Replace it when the outturn is known; until then every paper says so.',
      severity: 'warning',
    },
  ]);
  expect(problemsOf('W6', (written) => (written.baselineBasis = 'FORECAST_OUTTURN'))).toEqual([]);
});

test('W12: books that do not agree', () => {
  expect(problemsOf('W12', (written) => (item(written.flows, 'F1').payerAmount = '118000000'))).toEqual([
    {
      id: 'W12',
      path: 'flows.F1.payerAmount',
      text: "Acute contract (F1): Vale CCG books £118,000,000 and Vale Hospitals £120,000,000. The two should agree. The flow is Vale Hospitals's figure, and the difference stands at Vale CCG as contract mismatch. Agree the figure, or enter what the difference is.",
      severity: 'warning',
    },
  ]);
  expect(problemsOf('W12', (written) => (item(written.flows, 'F1').payerAmount = '120000000.00'))).toEqual([]);
});
