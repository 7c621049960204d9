import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  EASTMERE_CCG,
  EASTMERE_COUNTY,
  EASTMERE_HOSPITALS,
  HARROWFEN_CCG,
  HARROWFEN_HOSPITAL,
  LODEWATER_CCG,
  LODEWATER_COUNCIL,
  REEDHOLM_TRUST,
  SOURCE,
  millionsByYear,
} from './sample-bodies.ts';
import { poundsOf } from './written-inputs.ts';

/* The sample system: who stands in for whom, what each body must reach, and what the councils hold. */

const weighted = (organisation: string, weight: string) => ({ organisation, gainWeight: weight, lossWeight: weight });

export const RISK_SHARES: WrittenScenario['riskShares'] = [
  {
    id: 'RS1', name: 'NHS risk share', owner: 'System finance group', source: SOURCE,
    participants: [
      weighted(EASTMERE_HOSPITALS, '0.32'), weighted(EASTMERE_CCG, '0.24'), weighted(LODEWATER_CCG, '0.14'), weighted(REEDHOLM_TRUST, '0.12'),
      weighted(HARROWFEN_CCG, '0.1'), weighted(HARROWFEN_HOSPITAL, '0.08'),
    ],
    inScopeShare: '0.5', deadBand: poundsOf('1'), cap: poundsOf('15'),
    note: 'Each NHS body is measured against its control total. The councils stand outside: no section 75 agreement covers it.',
  },
];

const support = (id: string, organisation: string, ...millions: readonly string[]) => ({
  id, organisation, allocationByYear: millionsByYear(...millions), financeShare: '0.7', accessShare: '0.3', accessAchievedByYear: { '2018/19': '1', '2019/20': '1' },
  note: 'Allocated to 2019/20. None was announced for 2020/21, and the plan counts none.',
});

export const SUPPORT: WrittenScenario['support'] = [
  support('eastmere-psf', EASTMERE_HOSPITALS, '14.2', '14.2'),
  support('harrowfen-psf', HARROWFEN_HOSPITAL, '5.1', '5.1'),
  support('reedholm-psf', REEDHOLM_TRUST, '2.8', '2.8'),
];

export const CONTROL_TOTALS: WrittenScenario['controlTotals'] = [
  { organisation: EASTMERE_CCG, amountByYear: millionsByYear('-5.5', '-3', '7') },
  { organisation: LODEWATER_CCG, amountByYear: millionsByYear('-5', '-3.5', '4') },
  { organisation: HARROWFEN_CCG, amountByYear: millionsByYear('-3.5', '-2', '3') },
  { organisation: EASTMERE_HOSPITALS, amountByYear: millionsByYear('-17.5', '-16', '-10.5') },
  { organisation: HARROWFEN_HOSPITAL, amountByYear: millionsByYear('-9.5', '-5', '-2.5') },
  { organisation: REEDHOLM_TRUST, amountByYear: millionsByYear('-4.5', '-4', '-1') },
];

export const RESERVES: WrittenScenario['reserves'] = [
  { organisation: EASTMERE_COUNTY, opening: poundsOf('11.2'), minimum: poundsOf('4') },
  { organisation: LODEWATER_COUNCIL, opening: poundsOf('4.3'), minimum: poundsOf('2') },
];
