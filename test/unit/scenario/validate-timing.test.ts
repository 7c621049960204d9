import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

describe('E7: what starts before its capital opens', () => {
  test('both dates are named', () => {
    // The hub opens in month 24 (April 2019); slipped 8 months, in December 2019. The back office is planned for month 30, October 2019.
    const late: Change = (written) => {
      item(written.capital, 'C1').slippageMonths = 8;
      item(written.shifts, 'SH1').startMonth = 40;
    };
    expect(problemsOf('E7', late)).toEqual([
      {
        id: 'E7',
        path: 'savings.S7.profile.startMonth',
        text: 'Shared back office (S7): starts in Oct 2019, but Health hub (C1), which it needs, can be used from Dec 2019. It counts from Dec 2019, and the difference is shown as timing. Plan the start for Dec 2019, or open the capital earlier.',
        severity: 'warning',
      },
    ]);
  });

  test('mobilisation counts, and so does the own slippage', () => {
    const wait =
      (mobilisationMonths: number, slippageMonths: number): Change =>
      (written) =>
        Object.assign(item(written.savings, 'S7'), { mobilisationMonths, slippageMonths });
    expect(problemsOf('E7', wait(6, 0))).toEqual([]);
    expect(textsOf('E7', wait(7, 0))[0]).toContain('starts in Oct 2019, but Health hub (C1), which it needs, can be used from Nov 2019.');
    expect(problemsOf('E7', wait(7, 1))).toEqual([]);
  });

  test('a shift that the capital says it enables waits for it too', () => {
    expect(
      problemsOf('E7', (written) => (item(written.shifts, 'SH1').startMonth = 23)).map(({ path, text }) => [path, text.slice(0, 118)]),
    ).toEqual([
      [
        'shifts.SH1.startMonth',
        'Frailty at home (SH1): starts in Mar 2019, but Health hub (C1), which it needs, can be used from Apr 2019. It counts f',
      ],
    ]);
    const unneeded: Change = (written) => {
      item(written.shifts, 'SH1').startMonth = 23;
      item(written.capital, 'C1').enables = [];
    };
    expect(problemsOf('E7', unneeded)).toEqual([]);
  });

  test('what bears the id of capital without being it is not waited for', () => {
    const namesake: Change = (written) => {
      written.pools = [{ id: 'C1', name: 'Ward pay', kind: 'LINES', lines: ['L5'], share: '0.25' }];
      item(written.savings, 'S1').pool = 'C1';
      item(written.savings, 'S2').pool = 'C1';
    };
    expect(problemsOf('E7', namesake)).toEqual([]);
  });

  test('the last of several decides', () => {
    const several: Change = (written) => {
      written.capital.push({
        id: 'C2',
        name: 'Network',
        organisation: 'ACUTE',
        operationalMonth: 33,
        owner: 'Director of estates',
        source: 'Plan',
      });
      item(written.savings, 'S7').capitalDependencies = ['C1', 'C2'];
    };
    expect(textsOf('E7', several)[0]).toContain('but Network (C2), which it needs, can be used from Jan 2020.');
  });

  test('profiles by year start in April of their first year that is not nil', () => {
    const byYear: Change = (written) => Object.assign(item(written.savings, 'S4'), { capitalDependencies: ['C1'] });
    expect(problemsOf('E7', byYear).map(({ path, text }) => [path, text.slice(0, 93)])).toEqual([
      ['savings.S4.profile.shareByYear', 'Reablement (S4): starts in Apr 2018, but Health hub (C1), which it needs, can be used from Ap'],
    ]);
    const later: Change = (written) => {
      byYear(written);
      item(written.savings, 'S4').profile = { kind: 'CUSTOM', grossFullYearEffect: '1', shareByYear: { '2018/19': '0', '2019/20': '1' } };
    };
    expect(problemsOf('E7', later)).toEqual([]);
    for (const profile of [
      { kind: 'PROGRAMME', rateByYear: { '2018/19': '0.01' } },
      { kind: 'NON_RECURRENT', amountByYear: { '2018/19': '1' } },
    ] as const) {
      const changed: Change = (written) => Object.assign(item(written.savings, 'S4'), { capitalDependencies: ['C1'], profile });
      expect(problemsOf('E7', changed)).toHaveLength(1);
    }
  });
});

describe('E8: what starts after the target year', () => {
  test('it adds nothing to the target year', () => {
    expect(
      problemsOf('E8', (written) => (item(written.savings, 'S6').profile = { kind: 'STEP', grossFullYearEffect: '1', startMonth: 48 })),
    ).toEqual([
      {
        id: 'E8',
        path: 'savings.S6.profile.startMonth',
        text: 'Fewer referrals (S6): starts in Apr 2021, after 2020/21. It adds nothing to 2020/21 and is shown as beyond the horizon. To count, it must start by Mar 2021.',
        severity: 'warning',
      },
    ]);
  });

  test('the last month of the target year counts', () => {
    expect(
      problemsOf('E8', (written) => (item(written.savings, 'S6').profile = { kind: 'STEP', grossFullYearEffect: '1', startMonth: 47 })),
    ).toEqual([]);
  });

  test('own slippage and late capital carry it there', () => {
    expect(textsOf('E8', (written) => (item(written.shifts, 'SH1').slippageMonths = 21))[0]).toContain(
      'Frailty at home (SH1): starts in Apr 2021',
    );
    expect(problemsOf('E8', (written) => (item(written.capital, 'C1').operationalMonth = 50)).map(({ path }) => path)).toEqual([
      'savings.S7.profile.startMonth',
      'shifts.SH1.startMonth',
    ]);
  });

  test('a saving or prevention first entered for a later year', () => {
    const later: Change = (written) => {
      written.horizonYear = '2022/23';
      item(written.savings, 'S5').profile = { kind: 'NON_RECURRENT', amountByYear: { '2021/22': '1' } };
      item(written.prevention, 'P1').investments = [{ organisation: 'COUNCIL', amountByYear: { '2021/22': '1' } }];
    };
    expect(problemsOf('E8', later).map(({ path }) => path)).toEqual(['savings.S5.profile.amountByYear', 'prevention.P1.investments']);
  });

  test('what never starts says nothing', () => {
    expect(problemsOf('E8', (written) => (item(written.savings, 'S5').profile = { kind: 'NON_RECURRENT', amountByYear: {} }))).toEqual([]);
  });

  test('without usable years nothing is said of dates', () => {
    const late: Change = (written) => {
      item(written.savings, 'S6').profile = { kind: 'STEP', grossFullYearEffect: '1', startMonth: 48 };
      written.baseYear = 'soon';
    };
    expect(problemsOf('E8', late)).toEqual([]);
  });
});
