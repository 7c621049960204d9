import type { WrittenScenario } from '../../../shared/scenario/schema.ts';
import { describe, expect, test } from 'vitest';
import { project, type Projection } from '../../../shared/engine/project.ts';
import { explain, figurePaths } from '../../../shared/outcomes/explain.ts';
import { bareScenario, building, byYear, contract, cost, income, saving, shift } from '../../support/bare-system.ts';
import { deeperPaths, explanationFaults, explanationsOf } from '../../support/explanation-laws.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';
import { item, smallScenario } from '../../support/small-scenario.ts';

/** All figures that walking down from one reaches. */
function reachedFrom(projection: Projection, start: string): Set<string> {
  const { figures } = explanationsOf(projection);
  const reached = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const explained = figures.get(path);
    if (explained === undefined || reached.has(path)) continue;
    reached.add(path);
    queue.push(...deeperPaths(explained));
  }
  return reached;
}

/** Books of the rare scenario: one straddling trust, support in the baseline, explicit and one-off amounts, and books that disagree. */
function rareBooks() {
  return {
    organisations: [
      { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
      { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', inScopeShare: '0.9', openingCash: '500', averagePayPerWte: '40' },
      { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
      { id: 'COUNCIL', name: 'Vale Council', type: 'COUNCIL' },
    ],
    settings: { pdcReform2020: true },
    deflator: { rateByYear: byYear('0.01', '0.02', '0.03') },
    populationByYear: byYear('100', '101', '102'),
    lines: [
      income({ organisation: 'CCG', baseAmount: '9000', explicitByYear: { '2019/20': '9100' } }),
      income({ id: 'stf', organisation: 'TRUST', category: 'STF_PSF', baseAmount: '70', nonRecurrentByYear: { '2018/19': '5' } }),
      cost({ organisation: 'TRUST', category: 'PAY', baseAmount: '8000', nonRecurrentByYear: { '2019/20': '30' } }),
      cost({ id: 'charges', organisation: 'TRUST', category: 'CAPITAL_CHARGES', baseAmount: '300' }),
      income({ organisation: 'COUNCIL', baseAmount: '400' }),
    ],
    flows: [contract({ baseAmount: '5000', payerAmount: '4900', explicitByYear: { '2020/21': '5200' } })],
  } satisfies Partial<WrittenScenario>;
}

/** Its schemes: real prices, a transfer, a split, a council that borrows, a sale, PFI and grants. */
function rareSchemes() {
  const disposal = { proceeds: '3000', netBookValue: '2000', month: '20', remainingLifeYears: '10' };
  const mixed = [
    { source: 'PFI_LEASE', share: '0.2' },
    { source: 'DONATED_GRANT', share: '0.3' },
    { source: 'LOAN', share: '0.5' },
  ] as const;
  return {
    savings: [
      saving({
        id: 'S1',
        priceBasis: 'REAL',
        slippageMonths: '5',
        profile: { kind: 'LINEAR', grossFullYearEffect: '120', startMonth: '14', rampMonths: '9' },
      }),
      saving({
        id: 'S2',
        mechanism: 'TRANSFER',
        counterparty: 'COMM',
        profile: { kind: 'CUSTOM', grossFullYearEffect: '60', shareByYear: byYear('0.2', '0.5', '1') },
      }),
      saving({
        id: 'S3',
        benefitSplit: [
          { organisation: 'TRUST', weight: '0.7' },
          { organisation: 'CCG', weight: '0.3' },
        ],
        runningCostPerYear: '12',
        implementationCostByYear: byYear('4'),
        profile: { kind: 'PROGRAMME', rateByYear: byYear('0.01', '0.01', '0.01') },
        recurrentShare: '0.5',
        slippageMonths: '3',
      }),
    ],
    capital: [
      building({
        id: 'C1',
        baseCostByYear: { '2018/19': '400', '2021/22': '80' },
        funding: [...mixed],
        disposal,
        impairmentByYear: byYear('9'),
        unitaryChargeByYear: byYear('2', '2', '2'),
      }),
      building({
        id: 'C2',
        organisation: 'COUNCIL',
        baseCostByYear: byYear('200'),
        funding: [{ source: 'COUNCIL_BORROWING', share: '1' }],
      }),
      building({ id: 'C3', baseCostByYear: byYear('999'), optimismBias: { nonStandardShare: '0.3' } }),
    ],
    capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('10', '10') }],
  } satisfies Partial<WrittenScenario>;
}

/** What the scenarios above do not have, with two agreements and support on the other basis. */
function rareScenario() {
  return bareScenario({
    ...rareBooks(),
    ...rareSchemes(),
    shifts: [
      shift({
        contractPricePerUnit: '65',
        backfillShare: '0.1',
        priceRealisation: '0.7',
        capitalDependencies: ['C3'],
        reprovisionPayShare: '0.8',
        variablePayShare: '0.5',
      }),
      shift({ id: 'SH2', leadMonths: '2' }),
    ],
    strandedSupport: [{ organisation: 'TRUST', taperByYear: byYear('1', '0.5') }],
    controlTotals: [
      { organisation: 'CCG', amountByYear: byYear('0', '0', '0') },
      { organisation: 'TRUST', basis: 'POST_PSF', amountByYear: byYear('-3000', '-9000', '-2800') },
    ],
    support: [{ id: 'P', organisation: 'TRUST', allocationByYear: byYear('50', '50'), accessAchievedByYear: byYear('0.5') }],
    riskShares: ['R1', 'R2'].map((id) => ({
      id,
      name: id,
      cap: '100',
      participants: [
        { organisation: 'CCG', gainWeight: '0.4', lossWeight: '0.5', targetByYear: byYear('10') },
        { organisation: 'TRUST', gainWeight: '0.6', lossWeight: '0.5' },
      ],
    })),
    reserves: [{ organisation: 'COUNCIL', opening: '100', minimum: '40' }],
    publishedFigures: [{ id: 'PF1', name: 'The gap', measure: 'doNothing', year: '2020/21', amount: '-4000' }],
  });
}

const SCENARIOS: [string, () => Projection][] = [
  ['worked example A', () => project(shippedScenario('worked-example-a'))],
  ['worked example B', () => project(shippedScenario('worked-example-b'))],
  ['the small scenario', () => project(smallScenario())],
  ['a scenario of what is rare', () => project(rareScenario())],
  ['a published plan', () => project(shippedScenario('hampshire-isle-of-wight-2016'))],
];

describe.each(SCENARIOS)('%s', (_, projected) => {
  test('every figure that is listed is explained, adds up, leads where it says and ends at inputs', () => {
    expect(explanationFaults(projected())).toEqual([]);
  });

  test('each path is listed once', () => {
    const paths = figurePaths(projected());
    expect(paths.length).toBeGreaterThan(50);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('the rare scenario', () => {
  test('has what it is about', () => {
    const projection = project(rareScenario());
    expect([...projection.frame.leftOut.keys()]).toEqual([]);
    expect(projection.capital.funding.funded.has('C3')).toBe(false);
    expect(projection.capital.funding.funded.has('C2')).toBe(true);
    expect(projection.settlement.riskShares.get('R1')?.[1]?.capFactor.lt(1)).toBe(true);
    const money = figurePaths(projection).filter((path) => {
      const explained = explain(projection, path);
      return explained.kind === 'explained' && explained.value !== '0';
    });
    for (const start of [
      'capital.C1.chargesRemoved',
      'capital.C2.minimumRevenueProvision',
      'flows.F1.mismatch',
      'organisations.TRUST.cash',
      'schemes.S3.steps.headline.CCG',
    ])
      expect(money.filter((path) => path.startsWith(start))).not.toEqual([]);
  });
});

describe('walking down from the reported position', () => {
  test.each(SCENARIOS.slice(0, 3))('%s: reaches every saving, line and flow that counts', (_, projected) => {
    const projection = projected();
    const { target } = projection.frame;
    const reached = reachedFrom(projection, `system.reported.${projection.frame.years[target] ?? ''}`);
    const inputs = new Set([...reached].flatMap((path) => explained(projection, path).inputs.map((input) => input.path)));
    const grown = projection.frame.scenario.lines.filter(
      (line) => line.baseAmount.value !== '0' && Object.keys(line.explicitByYear).length === 0,
    );
    const base = grown.map((line) => `lines.${line.id}.baseAmount`);
    expect(base.filter((path) => !inputs.has(path))).toEqual([]);
    for (const [id, { headline }] of projection.savings.schemes) {
      if (headline[target]?.isZero() !== false) continue;
      expect(reached).toContain(`schemes.${id}.headline.${projection.frame.years[target] ?? ''}`);
    }
  });

  test('every walk ends at inputs, however it turns', () => {
    const projection = project(shippedScenario('worked-example-b'));
    const reached = reachedFrom(projection, 'system.reported.2020/21');
    const ends = [...reached].filter((path) => deeperPaths(explained(projection, path)).length === 0);
    expect(ends.length).toBeGreaterThan(50);
    expect(ends.filter((path) => explained(projection, path).inputs.length === 0 && explained(projection, path).value !== '0')).toEqual([]);
  });
});

function explained(projection: Projection, path: string) {
  const explanation = explain(projection, path);
  if (explanation.kind !== 'explained') throw new Error(`${path} is ${explanation.kind}`);
  return explanation;
}

test('a figure that comes to nothing has no terms, and terms that are nil are left out', () => {
  const projection = project(smallScenario((written) => void (item(written.support, 'PSF1').allocationByYear = {})));
  expect(explained(projection, 'bridge.2020/21.support')).toMatchObject({ value: '0', terms: [] });
});
