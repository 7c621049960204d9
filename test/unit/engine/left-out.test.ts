import { describe, expect, test } from 'vitest';
import { leftOutOfPositions } from '../../../shared/engine/frame.ts';
import { project, type Projection } from '../../../shared/engine/project.ts';
import {
  atOnce,
  bareScenario,
  building,
  byYear,
  contract,
  cost,
  income,
  rates,
  saving,
  shift,
  type Stated,
} from '../../support/bare-system.ts';

/* model-spec §15: what has a blocking problem is not computed, and the rest is computed as though it had never been entered. */

const participant = (organisation: string, weight: string) => ({
  organisation,
  gainWeight: weight,
  lossWeight: weight,
  targetByYear: byYear('0', '0', '0'),
});
/** Every posting as text, in order. */
const postings = (projection: Projection): string[] =>
  projection.entries.map(({ year, organisation, step, category, source, amount }) =>
    [year, organisation, step, category, source, amount.toFixed()].join(' '),
  );

/** One object that cannot be computed, and the system that it is added to: objects of its kind that are in order, and what it would act on. */
type Case = { object: string; sound: Stated; added: Stated };
const CASES: Case[] = [
  {
    object: 'lines:stray',
    sound: { lines: [income({ organisation: 'TRUST', baseAmount: '100' })] },
    added: { lines: [income({ id: 'stray', organisation: 'NOBODY', baseAmount: '7' })] },
  },
  {
    object: 'flows:stray',
    sound: { flows: [contract({ baseAmount: '100' })] },
    added: { flows: [contract({ id: 'stray', payee: 'NOBODY', baseAmount: '7' })] },
  },
  {
    // a growth of −200%
    object: 'series:odd',
    sound: { series: [rates('even', '0.01')], lines: [income({ organisation: 'TRUST', baseAmount: '100', priceSeries: 'even' })] },
    added: { series: [rates('odd', '-2')], lines: [income({ id: 'grown', organisation: 'TRUST', baseAmount: '7', priceSeries: 'odd' })] },
  },
  {
    object: 'organisations:SECOND',
    sound: { lines: [cost({ organisation: 'COUNCIL', baseAmount: '10' })] },
    added: {
      organisations: [{ id: 'SECOND', name: 'Second Council', type: 'COUNCIL', inScopeShare: '1.5' }],
      lines: [income({ id: 'second', organisation: 'SECOND', baseAmount: '7' })],
      reserves: [{ organisation: 'SECOND', opening: '5', minimum: '0' }],
    },
  },
  {
    object: 'savings:stray',
    sound: { savings: [saving({ profile: atOnce('100') })] },
    added: { savings: [saving({ id: 'stray', profile: atOnce('7'), delivery: '2' })] },
  },
  {
    // a pool of a line that is not there, and so the scheme that draws on it
    object: 'pools:stray',
    sound: { savings: [saving({ profile: atOnce('100') })] },
    added: {
      pools: [{ id: 'stray', name: 'Stray', kind: 'LINES', lines: ['nothing'], share: '1' }],
      savings: [saving({ id: 'drawing', pool: 'stray', profile: atOnce('7') })],
    },
  },
  {
    object: 'declaredPairs:stray',
    sound: { savings: [saving({ profile: atOnce('100') }), saving({ id: 'S2', profile: atOnce('60') })] },
    added: { declaredPairs: [{ id: 'stray', first: 'S1', second: 'S2', sharedShare: '2' }] },
  },
  {
    object: 'declaredPairs:itself',
    sound: { savings: [saving({ profile: atOnce('100') })] },
    added: { declaredPairs: [{ id: 'itself', first: 'S1', second: 'S1', sharedShare: '0.5' }] },
  },
  {
    // half of its cost has no source; its sale would have brought a profit and land receipts
    object: 'capital:stray',
    sound: { capital: [building({ baseCostByYear: byYear('1200') })] },
    added: {
      capital: [
        building({
          id: 'stray',
          baseCostByYear: byYear('700'),
          runningCostPerYear: '7',
          funding: [{ source: 'OTHER_PDC', share: '0.5' }],
          disposal: { proceeds: '500', netBookValue: '300', month: '12' },
        }),
      ],
    },
  },
  {
    object: 'shifts:stray',
    sound: { shifts: [shift({})] },
    added: { shifts: [shift({ id: 'stray', delivery: '2' })] },
  },
  {
    // wards of no bed, and so the shift that would empty them
    object: 'stepGroups:stray',
    sound: { shifts: [shift({})] },
    added: {
      stepGroups: [{ id: 'stray', name: 'Wards', organisation: 'TRUST', stepSize: '0' }],
      shifts: [shift({ id: 'emptying', stepGroup: 'stray', lengthOfStayDays: '300' })],
    },
  },
  {
    object: 'strandedSupport:TRUST',
    sound: { shifts: [shift({})] },
    added: { strandedSupport: [{ organisation: 'TRUST', taperByYear: byYear('2') }] },
  },
  {
    object: 'prevention:stray',
    sound: {},
    added: {
      prevention: [
        {
          id: 'stray',
          name: 'Falls prevention',
          investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100') }],
          lagProfile: ['1'],
          beneficiaries: [{ organisation: 'CCG', weight: '0.5' }],
        },
      ],
    },
  },
  {
    object: 'implementation:stray',
    sound: { implementation: [{ id: 'team', name: 'Programme office', organisation: 'CCG', amountByYear: byYear('5') }] },
    added: { implementation: [{ id: 'stray', name: 'Nowhere', organisation: 'NOBODY', amountByYear: byYear('7') }] },
  },
  {
    object: 'riskShares:stray',
    sound: { lines: [income({ organisation: 'CCG', baseAmount: '100' })] },
    added: { riskShares: [{ id: 'stray', name: 'Agreement', participants: [participant('CCG', '0.5'), participant('TRUST', '0.4')] }] },
  },
  {
    object: 'support:stray',
    sound: {
      controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0') }],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('10') }],
    },
    added: { support: [{ id: 'stray', organisation: 'TRUST', financeShare: '2', allocationByYear: byYear('7') }] },
  },
  {
    // two control totals of one year: neither is a target of the agreement, which is left out with them
    object: 'controlTotals:TRUST',
    sound: { lines: [income({ organisation: 'TRUST', baseAmount: '100' })] },
    added: {
      controlTotals: [
        { organisation: 'TRUST', amountByYear: byYear('0') },
        { organisation: 'TRUST', amountByYear: byYear('5') },
      ],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('10') }],
    },
  },
  {
    object: 'reserves:COUNCIL',
    sound: { lines: [cost({ organisation: 'COUNCIL', baseAmount: '10' })] },
    added: { reserves: [{ organisation: 'COUNCIL', opening: '100', minimum: '-5' }] },
  },
  {
    // prices that grow by −200% a year, and so the scheme that is stated in prices of the base year
    object: 'deflator',
    sound: { lines: [income({ organisation: 'TRUST', baseAmount: '100' })] },
    added: { deflator: { rateByYear: byYear('-2') }, savings: [saving({ priceBasis: 'REAL', profile: atOnce('7') })] },
  },
];

/** Two statements as one: lists one after the other, the second's figures where both state one. */
function together(first: Stated, second: Stated): Stated {
  const organisations = bareScenario({}).organisations.map(({ id, name, type }) => ({ id, name, type }));
  return {
    ...first,
    ...second,
    organisations: [...organisations, ...(second.organisations ?? [])],
    lines: [...(first.lines ?? []), ...(second.lines ?? [])],
    flows: [...(first.flows ?? []), ...(second.flows ?? [])],
    series: [...(first.series ?? []), ...(second.series ?? [])],
    savings: [...(first.savings ?? []), ...(second.savings ?? [])],
    capital: [...(first.capital ?? []), ...(second.capital ?? [])],
    shifts: [...(first.shifts ?? []), ...(second.shifts ?? [])],
    implementation: [...(first.implementation ?? []), ...(second.implementation ?? [])],
    controlTotals: [...(first.controlTotals ?? []), ...(second.controlTotals ?? [])],
    support: [...(first.support ?? []), ...(second.support ?? [])],
  };
}

describe('an object that cannot be computed', () => {
  test.each(CASES)('$object: the figures are those of the system without it', ({ object, sound, added }) => {
    const broken = project(bareScenario(together(sound, added)));
    const without = project(bareScenario(sound));
    expect(leftOutOfPositions(without.frame)).toEqual([]);
    expect(leftOutOfPositions(broken.frame)).toContain(object);
    expect(postings(broken)).toEqual(postings(without));
    expect([...broken.controlTotals]).toEqual([...without.controlTotals]);
  });

  test('has no working of its own either', () => {
    const workings = CASES.map(({ sound, added }) => project(bareScenario(together(sound, added))));
    const ids = workings.flatMap(({ doNothing, savings, capital, shifts, prevention, settlement }) => [
      ...doNothing.lines.keys(),
      ...doNothing.flows.keys(),
      ...savings.schemes.keys(),
      ...savings.pools.keys(),
      ...capital.schemes.keys(),
      ...shifts.schemes.keys(),
      ...shifts.groups.keys(),
      ...prevention.keys(),
      ...settlement.riskShares.keys(),
      ...settlement.support.keys(),
      ...settlement.reserves.keys(),
    ]);
    expect(ids.filter((id) => ['stray', 'grown', 'drawing', 'emptying', 'second', 'SECOND'].includes(id))).toEqual([]);
  });
});

describe('what is said to be missing from the figures', () => {
  test('not a population or a range of outcomes: no position is without them', () => {
    const bare = project(bareScenario({}));
    expect([...bare.frame.leftOut.keys()]).toEqual(['population:2018/19', 'population:2019/20', 'population:2020/21']);
    expect(leftOutOfPositions(bare.frame)).toEqual([]);
  });

  test('everything, where the years cannot be used', () => {
    const timeless = project(bareScenario({ targetYear: '2019', lines: [income({ organisation: 'TRUST', baseAmount: '100' })] }));
    expect(leftOutOfPositions(timeless.frame)).toEqual(['scenario']);
  });
});
