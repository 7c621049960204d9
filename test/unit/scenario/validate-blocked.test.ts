import { describe, expect, test } from 'vitest';
import { blockedObjects, validate } from '../../../shared/scenario/validate.ts';
import type { Change } from '../../support/problems.ts';
import { eachYear, item, smallScenario } from '../../support/small-scenario.ts';

function blocked(change: Change): Map<string, string> {
  const scenario = smallScenario(change);
  return blockedObjects(scenario, validate(scenario));
}

function blockedKeys(change: Change): string[] {
  return [...blocked(change).keys()].sort();
}

describe('what is not computed', () => {
  test('nothing, of a scenario in order', () => {
    expect(blockedKeys(() => undefined)).toEqual([]);
  });

  test('an object of its own fault, with the text of the problem', () => {
    expect([...blocked((written) => (item(written.savings, 'S4').delivery = '2'))]).toEqual([
      ['savings:S4', 'Reablement (S4): delivery: read 200%. Allowed: 0% to 150%. If 2% was meant, enter it with its % sign.'],
    ]);
  });

  test('the first problem of an object gives the reason', () => {
    const twice: Change = (written) => {
      item(written.savings, 'S4').delivery = '2';
      item(written.savings, 'S4').organisation = 'X';
    };
    expect(blocked(twice).get('savings:S4')).toContain('names "X"');
  });

  test('a warning blocks nothing but what it says', () => {
    expect(blockedKeys((written) => (written.baselineBasis = 'PLAN'))).toEqual([]);
    expect(blockedKeys((written) => (item(written.riskShares, 'R1').participants = []))).toEqual(['riskShares:R1']);
  });
});

describe('what stands on it', () => {
  test('a scheme and a shift that need a capital scheme', () => {
    const reasons = blocked((written) => (item(written.capital, 'C1').funding = [{ source: 'LOAN', share: '0.5' }]));
    expect([...reasons.keys()].sort()).toEqual(['capital:C1', 'savings:S7', 'shifts:SH1']);
    const cause = 'Health hub (C1): the funding mix adds up to 50%. It must add up to 100%. Add 50%.';
    expect(reasons.get('capital:C1')).toBe(cause);
    expect(reasons.get('savings:S7')).toBe(`because capital scheme C1 is not computed: ${cause}`);
    expect(reasons.get('shifts:SH1')).toBe(`because capital scheme C1 is not computed: ${cause}`);
  });

  test('series, lines, pools and schemes, one on the other, each naming the one before and the first cause', () => {
    const reasons = blocked(
      (written) => (written.series[6] = { id: 'demographic', name: 'Demographic growth', kind: 'RATES', rateByYear: eachYear('-1') }),
    );
    expect([...reasons.keys()].sort()).toEqual([
      'declaredPairs:D1',
      'flows:F1',
      'lines:L5',
      'lines:L6',
      'lines:L7',
      'pools:WARD',
      'savings:S1',
      'savings:S2',
      'savings:S3',
      'series:acuteVolume',
      'series:demographic',
      'shifts:SH1',
      'stepGroups:W1',
    ]);
    expect(reasons.get('series:acuteVolume')).toMatch(/^because growth series demographic is not computed: Demographic growth/);
    expect(reasons.get('pools:WARD')).toMatch(
      /^because line L5 is not computed: Demographic growth \(demographic\): rate, 2018\/19: read \(100%\)/,
    );
    expect(reasons.get('savings:S1')).toMatch(/^because cost pool WARD is not computed: Demographic growth/);
    expect(reasons.get('savings:S3')).toMatch(/^because the influenceable cost base of ACUTE is not computed: Demographic growth/);
  });

  test('an organisation takes all that is its own', () => {
    const keys = blockedKeys((written) => (item(written.organisations, 'COUNCIL').inScopeShare = '1.5'));
    expect(keys).toEqual([
      'lines:L10',
      'lines:L8',
      'lines:L9',
      'organisations:COUNCIL',
      'prevention:P1',
      'reserves:COUNCIL',
      'savings:S4',
      'shifts:SH1',
    ]);
  });

  test('an annual programme stands on the costs that its owner can influence, and on no other line', () => {
    const unsound = (id: string) => blockedKeys((written) => (item(written.lines, id).baseAmount = '-1'));
    expect(unsound('L7')).toEqual(['declaredPairs:D1', 'lines:L7', 'savings:S3']);
    expect(unsound('L3')).toEqual(['lines:L3']);
    const purchased: Change = (written) => {
      item(written.lines, 'L7').category = 'PURCHASED_CARE';
      item(written.lines, 'L7').baseAmount = '-1';
    };
    expect(blockedKeys(purchased)).toEqual(['lines:L7']);
  });

  test('a control total takes the risk share and the support that are measured by it', () => {
    expect(blockedKeys((written) => (item(written.controlTotals, 'ACUTE').amountByYear = { ...eachYear('0'), later: '0' }))).toEqual([
      'controlTotals:ACUTE',
      'riskShares:R1',
      'support:PSF1',
    ]);
  });

  test('an envelope takes the capital that draws on it, which would otherwise be unlimited', () => {
    expect(blockedKeys((written) => (item(written.capitalEnvelopes, 'STP_PDC').amountByYear = { '2018/19': '-1' }))).toEqual([
      'capital:C1',
      'capitalEnvelopes:STP_PDC',
      'savings:S7',
      'shifts:SH1',
    ]);
  });

  test('the deflator takes schemes in real prices, a rating those that rely on it', () => {
    const real: Change = (written) => {
      written.deflator = { rateByYear: { '2018/19': '-1' } };
      item(written.savings, 'S4').priceBasis = 'REAL';
    };
    expect(blockedKeys(real)).toEqual(['deflator', 'savings:S4']);
    const rating: Change = (written) => {
      written.settings = { deliveryByRating: { GREEN: '1.6' } };
      item(written.savings, 'S1').rating = 'GREEN';
    };
    expect(blockedKeys(rating)).toEqual(['deliveryByRating:GREEN', 'declaredPairs:D1', 'savings:S3'].sort());
  });

  test('a range out of order takes nothing', () => {
    expect(
      blockedKeys((written) => (item(written.savings, 'S1').delivery = { value: '0.8', range: { low: '1', likely: '0.8', high: '1' } })),
    ).toEqual(['ranges:savings.S1.delivery']);
  });

  test('what capital enables and is not there is not blocked either', () => {
    const change: Change = (written) => {
      item(written.capital, 'C1').enables = ['S9'];
      item(written.capital, 'C1').operationalMonth = -1;
    };
    expect(blockedKeys(change)).toEqual(['capital:C1', 'savings:S7']);
  });

  test('a circle of series ends', () => {
    const circle: Change = (written) =>
      written.series.push({ id: 'a', name: 'A', kind: 'COMPOUND', of: ['b'] }, { id: 'b', name: 'B', kind: 'COMPOUND', of: ['a'] });
    expect(blockedKeys(circle)).toEqual(['series:a', 'series:b']);
  });
});
