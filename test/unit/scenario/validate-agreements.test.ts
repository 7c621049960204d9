import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { eachYear, item } from '../../support/small-scenario.ts';

const participants =
  (members: { organisation: string; gainWeight: string; lossWeight: string; targetByYear?: Record<string, string> }[]): Change =>
  (written) =>
    (item(written.riskShares, 'R1').participants = members);

describe('E15: a risk share that moves nothing', () => {
  test('without participants', () => {
    expect(problemsOf('E15', participants([]))).toEqual([
      {
        id: 'E15',
        path: 'riskShares.R1.participants',
        text: 'System risk share (R1): it has no participants. An agreement needs participants whose weights add up to 100%. Enter them, or take the agreement out; until then it moves nothing.',
        severity: 'warning',
        blocks: ['riskShares:R1'],
      },
    ]);
  });

  test('without weights; E1 has nothing to add', () => {
    const weightless = participants([
      { organisation: 'CCG', gainWeight: '0', lossWeight: '0' },
      { organisation: 'ACUTE', gainWeight: '0', lossWeight: '0' },
    ]);
    expect(textsOf('E15', weightless)[0]).toContain('System risk share (R1): all weights are nil.');
    expect(problemsOf('E1', weightless)).toEqual([]);
  });

  test('one that shares only losses has a fault of E1, not of E15', () => {
    const losses = participants([
      { organisation: 'CCG', gainWeight: '0', lossWeight: '0.5' },
      { organisation: 'ACUTE', gainWeight: '0', lossWeight: '0.5' },
    ]);
    expect(problemsOf('E15', losses)).toEqual([]);
    expect(textsOf('E1', losses)[0]).toContain('the sharing of a gain (gain weights) adds up to 0%.');
  });
});

describe('E26: participants without a target', () => {
  const withCouncil = (targetByYear: Record<string, string>): Change =>
    participants([
      { organisation: 'CCG', gainWeight: '0.5', lossWeight: '0.5' },
      { organisation: 'COUNCIL', gainWeight: '0.5', lossWeight: '0.5', targetByYear },
    ]);

  test('neither a target of its own nor a control total', () => {
    expect(problemsOf('E26', withCouncil({ '2018/19': '0' }))).toEqual([
      {
        id: 'E26',
        path: 'riskShares.R1.participants.COUNCIL.targetByYear',
        text: 'System risk share (R1): Vale Council has no target in 2019/20 and 2020/21. Allowed: a target of its own, or its control total, in each year of the agreement. Enter one, or take the participant out; until then the agreement moves nothing.',
        severity: 'error',
        blocks: ['riskShares:R1'],
      },
    ]);
  });

  test('a target of its own will do, and so will a control total in part of the years', () => {
    expect(problemsOf('E26', withCouncil(eachYear('0')))).toEqual([]);
    const mixed: Change = (written) => {
      withCouncil({ '2018/19': '0', '2019/20': '0' })(written);
      written.controlTotals.push({ organisation: 'COUNCIL', amountByYear: { '2020/21': '0' } });
    };
    expect(problemsOf('E26', mixed)).toEqual([]);
  });

  test('beyond the target year an agreement ends where nobody has a target', () => {
    expect(problemsOf('E26', (written) => (written.horizonYear = '2022/23'))).toEqual([]);
    const oneGoesOn: Change = (written) => {
      written.horizonYear = '2022/23';
      item(written.controlTotals, 'CCG').amountByYear = { ...eachYear('0'), '2021/22': '0' };
    };
    expect(textsOf('E26', oneGoesOn)).toEqual([expect.stringContaining('Vale Hospitals has no target in 2021/22.')]);
  });
});

describe('W7: a council in a risk share', () => {
  const council = participants([
    { organisation: 'ACUTE', gainWeight: '0.5', lossWeight: '0.5' },
    { organisation: 'COUNCIL', gainWeight: '0.5', lossWeight: '0.5', targetByYear: eachYear('0') },
  ]);

  test('needs a legal route', () => {
    expect(problemsOf('W7', council)).toEqual([
      {
        id: 'W7',
        path: 'riskShares.R1.legalRoute',
        text: 'System risk share (R1): a council takes part (Vale Council), and no legal route is given. Money to or from a council needs an agreement under section 75, 76 or 256. Enter its reference as the legal route, or take the council out.',
        severity: 'warning',
      },
    ]);
    const blank: Change = (written) => {
      council(written);
      item(written.riskShares, 'R1').legalRoute = ' ';
    };
    expect(problemsOf('W7', blank)).toHaveLength(1);
  });

  test('has one, or takes no part', () => {
    const agreed: Change = (written) => {
      council(written);
      item(written.riskShares, 'R1').legalRoute = 'Section 75 agreement of 1 April 2018';
    };
    expect(problemsOf('W7', agreed)).toEqual([]);
    expect(problemsOf('W7')).toEqual([]);
  });
});

describe('E25: support without a control total', () => {
  test('an allocation in such a year', () => {
    expect(
      problemsOf('E25', (written) => (item(written.controlTotals, 'ACUTE').amountByYear = { '2018/19': '0', '2020/21': '0' })),
    ).toEqual([
      {
        id: 'E25',
        path: 'support.PSF1.allocationByYear.2019/20',
        text: 'Support (STF or PSF) of Vale Hospitals: allocation, 2019/20: read £2,000,000, and Vale Hospitals has no control total in 2019/20. Support is earned by meeting one. Enter the control total, or take the allocation out.',
        severity: 'error',
        blocks: ['support:PSF1'],
      },
    ]);
  });

  test('the control total of another body does not serve; an allocation of nil needs none', () => {
    expect(problemsOf('E25', (written) => (item(written.support, 'PSF1').organisation = 'COUNCIL'))).toHaveLength(3);
    const nil: Change = (written) => {
      item(written.support, 'PSF1').allocationByYear = { '2018/19': '0' };
      item(written.controlTotals, 'ACUTE').amountByYear = {};
    };
    expect(problemsOf('E25', nil)).toEqual([]);
  });
});

describe('W5: support counted twice', () => {
  test('in the recurrent baseline and allocated', () => {
    expect(problemsOf('W5', (written) => (item(written.lines, 'L4').baseAmount = '2000000'))).toEqual([
      {
        id: 'W5',
        path: 'lines.L4.baseAmount',
        text: 'STF (L4): £2,000,000 of STF or PSF stands in the recurrent baseline, and is allocated again under support. It may count once. Move the base-year sum to the non-recurrent amounts, or take the allocation out.',
        severity: 'warning',
      },
    ]);
  });

  test('not where nothing is allocated to that body', () => {
    const unallocated: Change = (written) => {
      item(written.lines, 'L4').baseAmount = '2000000';
      item(written.support, 'PSF1').allocationByYear = { '2018/19': '0' };
    };
    expect(problemsOf('W5', unallocated)).toEqual([]);
    const elsewhere: Change = (written) => {
      item(written.lines, 'L4').baseAmount = '2000000';
      item(written.lines, 'L4').organisation = 'CCG';
    };
    expect(problemsOf('W5', elsewhere)).toEqual([]);
    expect(problemsOf('W5', (written) => (item(written.lines, 'L3').baseAmount = '1'))).toEqual([]);
  });
});
