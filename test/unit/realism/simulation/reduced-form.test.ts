import { expect, test } from 'vitest';
import { project } from '../../../../shared/engine/project.ts';
import { simulationCheck } from '../../../../shared/realism/simulation/simulation-check.ts';
import { Simulator } from '../../../../shared/realism/simulation/simulator.ts';
import { atOnce, bareScenario, building, byYear, cost, saving, type Stated } from '../../../support/bare-system.ts';

/* Corners that random scenarios seldom reach, each held to the engine by check C11. What the reduced form must follow in general is in test/property. */

const CORNERS: Readonly<Record<string, Stated>> = {
  'declared pairs that would take more than a scheme has': {
    savings: ['S1', 'S2', 'S3', 'S4'].map((id) => saving({ id, profile: atOnce('1000000') })),
    declaredPairs: ['S2', 'S3', 'S4'].map((second) => ({ id: `with-${second}`, first: 'S1', second, sharedShare: '1' })),
  },
  'a building that is said to open before its spend': {
    capital: [building({ operationalMonth: '0', baseCostByYear: byYear('4000000', '1000000') })],
  },
  'a position that stands exactly on its control total, and keeps its PSF': {
    lines: [cost({ organisation: 'TRUST', baseAmount: '1234567.89' })],
    controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('-1234567.89', '-1234567.89', '-1234567.89') }],
    support: [{ id: 'PSF', organisation: 'TRUST', allocationByYear: byYear('300000', '300000', '300000') }],
  },
  'capital that needs exactly what its source holds': {
    capital: [building({ baseCostByYear: byYear('0.1', '0.2'), runningCostPerYear: '120000' })],
    capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('0.1', '0.2') }],
  },
  'a control total that is entered in two parts, of different years': {
    lines: [cost({ organisation: 'TRUST', baseAmount: '1000000' })],
    controlTotals: [
      { organisation: 'TRUST', amountByYear: { '2018/19': '-1000000' } },
      { organisation: 'TRUST', amountByYear: { '2019/20': '-1000000', '2020/21': '5' } },
    ],
    support: [{ id: 'PSF', organisation: 'TRUST', allocationByYear: byYear('300000', '300000', '300000') }],
  },
  'a dead-band that the pool just reaches': {
    lines: [cost({ organisation: 'TRUST', baseAmount: '1000.10' }), cost({ organisation: 'CCG', baseAmount: '2000.20' })],
    riskShares: [
      {
        id: 'R1',
        name: 'Share',
        deadBand: '3000.30',
        participants: ['TRUST', 'CCG'].map((organisation) => ({
          organisation,
          gainWeight: '0.5',
          lossWeight: '0.5',
          targetByYear: byYear('0', '0', '0'),
        })),
      },
    ],
  },
};

test.each(Object.entries(CORNERS))('%s', (_, stated) => {
  const projection = project(bareScenario(stated));
  expect([...projection.frame.leftOut.keys()].filter((object) => !object.startsWith('population:'))).toEqual([]);
  expect(simulationCheck(projection)).toEqual({
    id: 'C11',
    holds: true,
    detail: "The simulation's central case agrees with the engine within £1",
  });
});

test('C11 fails where the reduced form is out by more than £1, and says where', () => {
  const projection = project(
    bareScenario({
      savings: [saving({ profile: atOnce('1000000'), delivery: { value: '0.5', range: { low: '0', likely: '0.5', high: '1' } } })],
    }),
  );
  const simulator = new Simulator(projection.frame);
  const [variable] = simulator.variables;
  const [member] = variable?.members ?? [];
  if (member === undefined) throw new RangeError('Nothing is drawn.');
  Object.assign(member.ranged, { stated: 0.50001 });
  expect(simulationCheck(projection, { simulator })).toEqual({
    id: 'C11',
    holds: false,
    detail: "Vale Hospitals, 2018/19: the simulation's central case is out by £10.00",
  });
});
