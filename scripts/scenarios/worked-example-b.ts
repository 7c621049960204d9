import type { Scenario, WrittenScenario } from '../../shared/scenario/schema.ts';
import { FLOWS, LINES, ORGANISATIONS, SERIES, alwaysThe, inEachYear } from './worked-example-b-books.ts';
import { CAPITAL, IMPLEMENTATION, OWNERS, POOLS, PREVENTION, SAVINGS, SHIFTS, SOURCE, STEP_GROUPS } from './worked-example-b-schemes.ts';
import { withSource } from './written-inputs.ts';

/* Worked example B of model-spec §14: the full chain over four organisations and three years. */

const weighted = (organisation: string, weight: string) => ({ organisation, gainWeight: weight, lossWeight: weight });

const AGREEMENTS = {
  riskShares: [
    {
      id: 'RS1', name: 'NHS risk share', ...OWNERS.CCG,
      participants: [weighted('CCG', '0.5'), weighted('ACUTE', '0.35'), weighted('COMM', '0.15')],
      inScopeShare: '0.5', deadBand: '250000', cap: '3000000', note: 'Each member is measured against its control total. The council stands outside.',
    },
  ],
  support: [
    {
      id: 'acute-support', organisation: 'ACUTE', allocationByYear: alwaysThe('4000000'), financeShare: '0.7', accessShare: '0.3',
      accessAchievedByYear: alwaysThe('0.5'),
    },
  ],
  controlTotals: [
    { organisation: 'CCG', amountByYear: inEachYear('-2000000', '-1000000', '0') },
    { organisation: 'ACUTE', amountByYear: inEachYear('-8500000', '-7000000', '-5000000') },
    { organisation: 'COMM', amountByYear: alwaysThe('0') },
  ],
  reserves: [{ organisation: 'COUNCIL', opening: '3000000', minimum: '1000000' }],
} satisfies Partial<WrittenScenario>;

export function workedExampleB(): Scenario {
  const written: WrittenScenario = {
    name: 'Worked example B: the full chain',
    description:
      'A commissioner, an acute trust, a community trust and a council from their books of 2017/18 to 2020/21: do nothing, savings, capital, shift, ' +
      'prevention, risk share, support and reserves. All organisations and figures are fictitious.',
    footprint: { id: 'worked-example-b', name: 'Worked example B (fictitious)' },
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    illustrative: true,
    settings: { pdcDividendRate: '0.035' },
    simulation: { seed: 20201, draws: 10_000, correlation: '0.3' },
    // 300,000 people, growing by 0.7% a year.
    populationByYear: { '2017/18': '300000', ...inEachYear('302100', '304214.7', '306344.2029') },
    organisations: ORGANISATIONS,
    series: SERIES,
    lines: LINES,
    flows: FLOWS,
    pools: POOLS,
    savings: SAVINGS,
    capital: CAPITAL,
    capitalEnvelopes: [{ source: 'STP_PDC', amountByYear: { '2018/19': '8000000' } }],
    shifts: SHIFTS,
    stepGroups: STEP_GROUPS,
    prevention: PREVENTION,
    implementation: IMPLEMENTATION,
    ...AGREEMENTS,
  };
  return withSource(written, SOURCE);
}
