import { describe, expect, test } from 'vitest';
import { project, type Projection } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import { roundHalfUp } from '../../../shared/money/format.ts';
import { explain, type Explained } from '../../../shared/outcomes/explain.ts';
import { summaryOf } from '../../../shared/outcomes/summary.ts';
import { breakEven } from '../../../shared/realism/break-even.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';
import { smallScenario } from '../../support/small-scenario.ts';

/** Figures of the summary with their paths; the bars of the bridge by their names. */
function printedFigures(part: unknown, path: readonly string[]): [string, string][] {
  if (typeof part === 'string') return /^-?\d+(\.\d+)?$/.test(part) ? [[path.join('.'), part]] : [];
  if (Array.isArray(part)) return part.flatMap((bar: { bar: string; amount: string }) => printedFigures(bar.amount, [...path, bar.bar]));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, item]: [string, unknown]) => printedFigures(item, [...path, key]));
}

/** Parts of the summary that are figures of the model; break-even belongs to the realism panel, checks and problems to their own lists. */
function printedBy(projection: Projection): [string, string][] {
  const {
    system,
    organisations,
    bridge,
    schemes,
    lines,
    flows,
    pools,
    capital,
    shifts,
    workforce,
    prevention,
    riskShares,
    support,
    councils,
  } = summaryOf(projection, breakEven(projection));
  const parts = {
    system,
    organisations,
    bridge,
    schemes,
    lines,
    flows,
    pools,
    capital,
    shifts,
    workforce,
    prevention,
    riskShares,
    support,
    councils,
  };
  return printedFigures(parts, []);
}

function asPrinted({ value }: Explained, printed: string): string {
  const places = printed.split('.')[1]?.length ?? 0;
  return roundHalfUp(new D(value), places).toFixed(places);
}

const SCENARIOS: [string, () => Projection, number][] = [
  ['worked example A', () => project(shippedScenario('worked-example-a')), 60],
  ['worked example B', () => project(shippedScenario('worked-example-b')), 700],
  ['the small scenario', () => project(smallScenario()), 500],
];

describe.each(SCENARIOS)('%s', (_, projected, atLeast) => {
  test('every figure of the summary is explained and comes to what is printed; only a blank that prints as nil is not computed', () => {
    const projection = projected();
    const printed = printedBy(projection);
    expect(printed.length).toBeGreaterThan(atLeast);
    const different = printed.filter(([path, text]) => {
      const explanation = explain(projection, path);
      if (explanation.kind === 'explained') return asPrinted(explanation, text) !== text;
      return explanation.kind === 'unknown' || !new D(text).isZero();
    });
    expect(different).toEqual([]);
  });
});

const b = project(shippedScenario('worked-example-b'));

function figure(path: string): Explained {
  const explanation = explain(b, path);
  if (explanation.kind !== 'explained') throw new Error(`${path} is ${explanation.kind}`);
  return explanation;
}
const pence = (text: string): string => new D(text).toFixed(2);
const termsOf = (path: string): [string, string][] => figure(path).terms.map(({ label, amount }) => [label, pence(amount)]);
const factorsOf = (path: string): [string, string][] =>
  (figure(path).factors ?? []).map(({ label, value, divides }) => [divides === true ? `÷ ${label}` : label, value]);

/* Worked example B, model-spec §14: the arithmetic of each figure as it is printed there. */
describe('worked example B by hand', () => {
  test('reported position: the bars of the bridge, savings claimed in one', () => {
    expect(pence(figure('system.reported.2020/21').value)).toBe('-4278659.77');
    expect(termsOf('system.reported.2020/21').slice(0, 4)).toEqual([
      ['Savings claimed, 9 schemes', '59203645.44'],
      ['Do nothing', '-44154916.84'],
      ['Delivery risk', '-7134865.37'],
      ['Acute-to-community shift', '3175289.16'],
    ]);
    expect(termsOf('system.reported.2020/21')).toHaveLength(14);
  });

  test('savings claimed by category, and productivity by scheme', () => {
    expect(termsOf('bridge.2020/21.headline').slice(0, 2)).toEqual([
      ['Provider productivity', '26846756.55'],
      ['RightCare and QIPP', '13856888.89'],
    ]);
    // 17,871,224.43 of S1 + 4,864,095.05 of S3 + 4,111,437.07 of S5
    expect(figure('bridge.2020/21.headline:PROVIDER_PRODUCTIVITY').terms.map(({ path }) => path)).toEqual([
      'schemes.S1.headline.2020/21',
      'schemes.S3.headline.2020/21',
      'schemes.S5.headline.2020/21',
    ]);
  });

  test('deliverable of S3: 4,665,424.03 that releases cash × 80%', () => {
    expect(pence(figure('schemes.S3.deliverable.2020/21').value)).toBe('3732339.22');
    expect(termsOf('schemes.S3.deliverable.2020/21')).toEqual([
      ['Cash-releasing', '4665424.03'],
      ['Not delivered', '-933084.81'],
    ]);
    expect(factorsOf('schemes.S3.deliverable.2020/21')[1]).toEqual(['Delivery share', '0.8']);
  });

  test('overlap factor of the ward pool: 8,502,046.44 together ÷ 8,864,095.05 one by one', () => {
    expect(new D(figure('pools.WARD.factor.2020/21').value).toFixed(10)).toBe('0.9591556037');
    expect(factorsOf('pools.WARD.factor.2020/21').map(([label, value]) => [label, pence(value)])).toEqual([
      ['What they can save together', '8502046.44'],
      ['÷ What they ask one by one', '8864095.05'],
    ]);
  });

  test('the programme S1 must find last years’ one-off savings again: 20% of two years of new savings', () => {
    expect(termsOf('schemes.S1.timing.2020/21')).toEqual([
      ['Headline saving', '17871224.43'],
      ["Earlier years' one-off savings, to be found again", '-2331917.06'],
    ]);
  });

  test('PDC dividend of C1: 3.5% of the average of 4,939,200 and 6,930,000', () => {
    expect(figure('capital.C1.pdcDividend.2020/21').value).toBe('207711');
    expect(factorsOf('capital.C1.pdcDividend.2020/21')).toEqual([
      ['Dividend rate', '0.035'],
      ['Average relevant net assets', '5934600'],
    ]);
    expect(figure('capital.C1.averageRelevantNetAssets.2020/21').terms.map(({ amount, path }) => [amount, path])).toEqual([
      ['3465000', 'capital.C1.relevantNetAssets.2020/21'],
      ['2469600', 'capital.C1.relevantNetAssets.2019/20'],
    ]);
  });

  test('depreciation of C1: 10,080,000 ÷ 40 years × 6 of 12 months', () => {
    expect(figure('capital.C1.depreciation.2020/21').value).toBe('126000');
    expect(factorsOf('capital.C1.depreciation.2020/21')).toEqual([
      ['Outturn cost', '10080000'],
      ['÷ Asset life', '40'],
      ['In use for 6 of 12 months', '0.5'],
    ]);
  });

  test('wards: 33.35 beds free since December make 1.19 wards of 28, and one closes for two months', () => {
    expect(figure('shifts.groups.acute-wards.stepsInMarch.2020/21').value).toBe('1');
    expect(figure('shifts.groups.acute-wards.stepsInMarch.2020/21').terms.map(({ amount }) => new D(amount).toFixed(4))).toEqual([
      '1.1912',
      '-0.1912',
    ]);
    expect(factorsOf('shifts.groups.acute-wards.costReleased.2020/21').map(([label, value]) => [label, pence(value)])).toEqual([
      ['Ward-months closed', '2.00'],
      ['Cost of a ward in the year', '2549259.42'],
      ['÷ Months of a year', '12.00'],
    ]);
    expect(figure('shifts.groups.acute-wards.stepMonths.2020/21').terms.map(({ label }) => label)).toEqual(['Feb 2021', 'Mar 2021']);
  });

  test('activity of SH2: 2,000 × funded × 80% × a quarter of the year, since the hub opens in October', () => {
    expect(figure('shifts.SH2.activity.2020/21').value).toBe('400');
    expect(factorsOf('shifts.SH2.activity.2020/21').map(([, value]) => value)).toEqual(['2000', '1', '0.8', '0.25']);
    expect(figure('shifts.SH2.activity.2020/21').sentence).toBe(
      '400 units of Shift to the community hub are avoided in 2020/21. It starts in Oct 2020 instead of Apr 2020, because Community hub opens in Oct 2020.',
    );
  });

  test('pay of the acute trust: last year, volume × 0.8, price', () => {
    const [, volume] = factorsOf('lines.acute-pay.volumeGrowth.2018/19');
    expect(volume).toEqual(['Elasticity: share of volume growth that it follows', '0.8']);
    // 192,000,000 × 0.8 × 2.2117% = 3,397,171.20; (192,000,000 + that) × 1.6% = 3,126,354.74
    expect(termsOf('lines.acute-pay.2018/19')).toEqual([
      ['Amount in 2017/18', '192000000.00'],
      ['Volume growth', '3397171.20'],
      ['Price growth', '3126354.74'],
    ]);
    expect(figure('lines.acute-pay.2018/19').inputs.map(({ path }) => path)).toEqual([
      'lines.acute-pay.elasticity',
      'series.demographic.rateByYear.2018/19',
      'series.nonDemographicAcute.rateByYear.2018/19',
      'series.pay.rateByYear.2018/19',
    ]);
  });

  test('risk share: the trust’s 35% of the pool less its own half of what it is off target', () => {
    expect(pence(figure('riskShares.RS1.pool.2020/21').value)).toBe('1045417.29');
    // 35% × 1,045,417.29 = 365,896.05; 50% × (7,749,416.10 − 5,000,000) = 1,374,708.05
    expect(termsOf('riskShares.RS1.transfers.ACUTE.2020/21')).toEqual([
      ['Its own part, pooled', '1374708.05'],
      ['Its share of what is shared', '365896.05'],
    ]);
  });

  test('PSF is lost by 427,987.31, and the council must find 1,369,494.34', () => {
    expect(pence(figure('support.acute-support.distanceToGate.2019/20').value)).toBe('-427987.31');
    expect(termsOf('support.acute-support.earned.2019/20')).toEqual([
      ['At stake', '3400000.00'],
      ['Lost because the control total is missed', '-3400000.00'],
    ]);
    expect(termsOf('councils.COUNCIL.requiredMitigation.2020/21')).toEqual([
      ['Shortfall before mitigation', '1703846.41'],
      ['Reserves used', '-334352.07'],
    ]);
  });

  test('underlying of the system strips one-off savings, support and reserves', () => {
    expect(pence(figure('system.underlying.2020/21').value)).toBe('-7550295.02');
    expect(figure('system.underlying.2020/21').terms.map(({ path }) => path)).toEqual([
      'system.reported.2020/21',
      'system.nonRecurrent.savings.2020/21',
      'system.nonRecurrent.reserves.2020/21',
    ]);
  });

  test('back office waits for systems that are not funded', () => {
    const gate = figure('schemes.S7.afterGate.2020/21');
    expect(gate.value).toBe('0');
    expect(gate.factors?.[1]).toEqual({
      label: 'Back-office systems is not funded',
      value: '0',
      unit: 'yes or no',
      path: 'capital.C2.funded',
    });
    expect(gate.notes).toEqual([`Back-office systems is not funded: ${b.capital.funding.refusals.get('C2') ?? ''}.`]);
  });
});
