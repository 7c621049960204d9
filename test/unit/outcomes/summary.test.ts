import { describe, expect, test } from 'vitest';
import { project, type Projection } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import { roundHalfUp } from '../../../shared/money/format.ts';
import { explain, figurePaths } from '../../../shared/outcomes/explain.ts';
import { summaryOf } from '../../../shared/outcomes/summary.ts';
import { summarySchema, type Summary } from '../../../shared/outcomes/summary-schema.ts';
import { breakEven } from '../../../shared/realism/break-even.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { bareScenario, building, byYear, contract, cost, income, saving, atOnce, type Stated } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';
import { item, smallScenario } from '../../support/small-scenario.ts';

function summarised(scenario: Scenario): { projection: Projection; summary: Summary } {
  const projection = project(scenario);
  return { projection, summary: summaryOf(projection, breakEven(projection)) };
}

const summaryFor = (scenario: Scenario): Summary => summarised(scenario).summary;
const bare = (stated: Stated): Summary => summaryFor(bareScenario(stated));

describe('its shape', () => {
  test('fits the schema, with projected years as keys of everything that is yearly', () => {
    const summary = summaryFor(smallScenario());
    expect(summarySchema.parse(summary)).toEqual(summary);
    expect(summary.years).toEqual(['2018/19', '2019/20', '2020/21']);
    expect(Object.keys(summary.system.reported)).toEqual(summary.years);
    expect(Object.keys(summary.bridge)).toEqual(summary.years);
  });

  test('survives JSON unchanged', () => {
    const summary = summaryFor(shippedScenario('worked-example-b'));
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test('bars are keyed by step, headline savings by category, and add up to reported', () => {
    const bars = summaryFor(shippedScenario('worked-example-b')).bridge['2020/21'] ?? [];
    expect(bars.map(({ bar }) => bar).slice(0, 3)).toEqual(['doNothing', 'headline:PROVIDER_PRODUCTIVITY', 'headline:WORKFORCE_AGENCY']);
    expect(bars.filter(({ kind }) => kind === 'position').map(({ bar }) => bar)).toEqual(['doNothing', 'headlinePlan', 'reported']);
  });

  test('a shift called system does not hide the shifts together', () => {
    const renamed = smallScenario((written) => {
      item(written.shifts, 'SH1').id = 'system';
      item(written.capital, 'C1').enables = ['system'];
    });
    const { shifts } = summaryFor(renamed);
    const usual = summaryFor(smallScenario()).shifts;
    expect(shifts.system).toEqual(usual.system);
    expect(shifts['system~2']).toEqual(usual['SH1']);
  });
});

describe('its figures', () => {
  test('pounds are rounded half-up to pence, away from nil', () => {
    const { organisations } = bare({
      lines: [income({ organisation: 'TRUST', baseAmount: '0.005' }), cost({ organisation: 'CCG', baseAmount: '0.005' })],
    });
    expect(organisations['TRUST']?.reported['2018/19']).toBe('0.01');
    expect(organisations['CCG']?.reported['2018/19']).toBe('-0.01');
  });

  test('what rounds to nil has no sign', () => {
    expect(bare({ lines: [cost({ organisation: 'CCG', baseAmount: '0.004' })] }).system.reported['2018/19']).toBe('0.00');
  });

  test('reported per head has two places and is null without a population', () => {
    // 1,000 over 300 people and nobody
    const { system } = bare({ lines: [income({ organisation: 'CCG', baseAmount: '1000' })], populationByYear: byYear('300', '0') });
    expect(system.perHead).toEqual({ '2018/19': '3.33', '2019/20': null, '2020/21': null });
  });

  test('reported in base-year prices, with the vintage of the deflator', () => {
    // 102 in prices that have risen by 2%, then by nothing
    const stated: Stated = {
      lines: [income({ organisation: 'CCG', baseAmount: '102' })],
      deflator: { vintage: 'Autumn Budget 2017', rateByYear: byYear('0.02', '0', '0') },
    };
    const { system, scenario } = bare(stated);
    expect(system.reportedReal).toEqual({ '2018/19': '100.00', '2019/20': '100.00', '2020/21': '100.00' });
    expect(scenario.deflatorVintage).toBe('Autumn Budget 2017');
  });

  test('books not agreed: what the payer books above the payee', () => {
    // the payer books 105 for a flow of 100
    const { system } = bare({ flows: [contract({ baseAmount: '100', payerAmount: '105' })] });
    expect(system.booksNotAgreed['2018/19']).toBe('5.00');
    expect(system.doNothing['2018/19']).toBe('-5.00');
  });

  test('capital: envelope, asked, funded, headroom and over-programming by source', () => {
    // 100 a year in the first two years from an envelope of 150 in the first and 25 in the second: 175 does not carry 200
    const scheme = building({ id: 'C1', baseCostByYear: byYear('100', '100') });
    const envelope = { source: 'STP_PDC' as const, amountByYear: byYear('150', '25') };
    const refused = bare({ capital: [{ ...scheme, funding: [{ source: 'STP_PDC', share: '1' }] }], capitalEnvelopes: [envelope] });
    expect(refused.capital.sources['STP_PDC']).toMatchObject({
      asked: { '2018/19': '100.00', '2019/20': '100.00' },
      funded: { '2018/19': '0.00', '2019/20': '0.00' },
      headroom: { '2018/19': '150.00', '2019/20': '175.00', '2020/21': '175.00' },
      overProgramming: '0.142857',
    });
    expect(refused.capital['C1']).toMatchObject({ funded: false, outturn: '200.00', spend: { '2018/19': '0.00' } });
    const granted = bare({ capital: [{ ...scheme, funding: [{ source: 'LOAN', share: '1' }] }] });
    expect(granted.capital.sources['LOAN']).toMatchObject({ envelope: null, headroom: null, overProgramming: null });
    expect(granted.capital['C1']).toMatchObject({ funded: true, refusal: null, spend: { '2018/19': '100.00' } });
  });

  test('published figures: difference is published less computed, and null where this run has none', () => {
    const { publishedFigures } = bare({
      lines: [cost({ organisation: 'CCG', baseAmount: '87' })],
      publishedFigures: [
        { id: 'P1', name: 'Residual', measure: 'reported', year: '2020/21', amount: '-91' },
        { id: 'P2', name: 'Residual of the CCG', measure: 'reported', organisation: 'CCG', year: '2020/21', amount: '-87' },
      ],
    });
    expect(publishedFigures['P1']).toMatchObject({ published: '-91.00', computed: '-87.00', difference: '-4.00' });
    expect(publishedFigures['P2']).toMatchObject({ organisation: 'CCG', computed: '-87.00', difference: '0.00' });
  });

  test('councils: reserves used and what must still be found', () => {
    // short by 5 a year with 7 of reserves above a minimum of 1: 5, then 1, then nothing
    const { councils } = bare({
      lines: [cost({ organisation: 'COUNCIL', baseAmount: '5' })],
      reserves: [{ organisation: 'COUNCIL', opening: '7', minimum: '1' }],
    });
    expect(councils['COUNCIL']).toMatchObject({
      reservesUsed: { '2018/19': '5.00', '2019/20': '1.00', '2020/21': '0.00' },
      reservesClosing: { '2018/19': '2.00', '2019/20': '1.00', '2020/21': '1.00' },
      requiredMitigation: { '2018/19': '0.00', '2019/20': '4.00', '2020/21': '5.00' },
      flag: { '2018/19': 'reserves used', '2019/20': 's114 risk', '2020/21': 's114 risk' },
    });
  });

  test('staff are null in a year where a pay share is blank and money moves', () => {
    const blank = smallScenario((written) => {
      delete item(written.shifts, 'SH1').reprovisionPayShare;
    });
    const { workforce, shifts } = summaryFor(blank);
    expect(workforce.needed['2020/21']).toBeNull();
    expect(workforce.needed['2018/19']).toBe('0.00');
    expect(workforce.released['2020/21']).not.toBeNull();
    expect(shifts['SH1']).toMatchObject({ wteNeeded: null });
  });
});

describe('explanations', () => {
  /** Every printed figure with the path that leads to it; a bar of the bridge is named by its key. */
  function leaves(part: unknown, path: readonly string[] = []): [path: string, printed: string][] {
    if (typeof part === 'string') return /^-?\d+(\.\d+)?$/.test(part) ? [[path.join('.'), part]] : [];
    if (Array.isArray(part)) return part.flatMap((bar: Summary['bridge'][string][number]) => leaves(bar.amount, [...path, bar.bar]));
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  }

  test.each([
    ['worked example B', shippedScenario('worked-example-b')],
    ['the small scenario', smallScenario()],
  ])('%s: a figure that is explained is the figure that is printed', (_, scenario) => {
    const { projection, summary } = summarised(scenario);
    const { system, organisations, bridge, schemes, capital, shifts, prevention, riskShares, support, councils, lines, flows, pools } =
      summary;
    const printed = leaves({
      system,
      organisations,
      bridge,
      schemes,
      capital,
      shifts,
      prevention,
      riskShares,
      support,
      councils,
      lines,
      flows,
      pools,
    });
    const known = new Set(figurePaths(projection));
    const explained = printed.filter(([path]) => known.has(path));
    const different = explained.filter(([path, text]) => {
      const explanation = explain(projection, path);
      const places = text.split('.')[1]?.length ?? 0;
      return explanation.kind !== 'explained' || roundHalfUp(new D(explanation.value), places).toFixed(places) !== text;
    });
    expect(different).toEqual([]);
    expect(explained.length).toBeGreaterThan(500);
  });
});

describe('what cannot be computed', () => {
  const broken = (): Summary =>
    summaryFor(
      smallScenario((written) => {
        item(written.savings, 'S7').benefitSplit = [{ organisation: 'ACUTE', weight: '0.6' }];
        item(written.capital, 'C1').funding = [{ source: 'COUNCIL_BORROWING', share: '1' }];
      }),
    );

  test('is null, with the reason, and so is what depends on it', () => {
    const { schemes, capital, shifts, leftOut } = broken();
    expect([schemes['S7'], capital['C1'], shifts['SH1']]).toEqual([null, null, null]);
    expect(schemes['S1']).not.toBeNull();
    expect(leftOut.map(({ object }) => object).sort()).toEqual(['capital:C1', 'savings:S7', 'shifts:SH1']);
    expect(leftOut.find(({ object }) => object === 'shifts:SH1')?.reason).toMatch(/^because capital scheme C1 is not computed: /);
  });

  test('is named beside the figures that miss it', () => {
    const { system, organisations } = broken();
    expect([...system.without].sort()).toEqual(['capital:C1', 'savings:S7', 'shifts:SH1']);
    expect([...(organisations['ACUTE']?.without ?? [])].sort()).toEqual(['capital:C1', 'savings:S7', 'shifts:SH1']);
    expect(organisations['COUNCIL']?.without).toEqual(['shifts:SH1']);
  });

  test('an organisation that is left out has no figures', () => {
    const summary = summaryFor(smallScenario((written) => written.organisations.push({ ...item(written.organisations, 'COUNCIL') })));
    expect(summary.organisations['COUNCIL']).toBeNull();
    expect(summary.councils['COUNCIL']).toBeNull();
    expect(summary.organisations['CCG']).not.toBeNull();
  });

  test('without usable years there is nothing: no verdict, no break-even, no check that holds', () => {
    const summary = summaryFor(smallScenario((written) => (written.horizonYear = '2020/2')));
    expect(summarySchema.parse(summary)).toEqual(summary);
    expect(summary.years).toEqual([]);
    expect(Object.values(summary.organisations)).toEqual([null, null, null]);
    expect(summary.verdict).toMatchObject({ inYear: null, controlTotal: null, underlying: null });
    expect(summary.verdict.text).toContain('Horizon year');
    expect(summary.breakEven).toMatchObject({ beforeSupport: null, reported: null, constant: null });
    expect(summary.masterCheck.holds).toBe(false);
    expect(summary.checks).toEqual([]);
  });

  test('problems of the scenario and of its results are both there', () => {
    // All of the plan is unidentified, which is more than a quarter (W2); no owner is given (W3).
    const { problems } = bare({
      lines: [cost({ organisation: 'TRUST', baseAmount: '100' })],
      savings: [saving({ category: 'UNIDENTIFIED', profile: atOnce('10') })],
    });
    expect(problems.map(({ id }) => id)).toEqual(expect.arrayContaining(['W2', 'W3']));
  });
});
