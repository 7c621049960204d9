import { describe, expect, test } from 'vitest';
import { engineChecks } from '../../../shared/engine/checks.ts';
import type { Entry } from '../../../shared/engine/ledger.ts';
import type { Projection } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import {
  atOnce,
  building,
  byYear,
  contract,
  cost,
  income,
  rates,
  run,
  runOf,
  saving,
  shift,
  type Stated,
} from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

/* model-spec §12: each check holds for what the engine computes, and fails when that is tampered with. */

const participant = (organisation: string) => ({ organisation, gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0', '0', '0') });
/** One of everything that a check looks at. */
const STATED: Stated = {
  lines: [
    income({ organisation: 'CCG', baseAmount: '1000' }),
    cost({ organisation: 'COUNCIL', baseAmount: '10' }),
    cost({ organisation: 'TRUST', baseAmount: '100' }),
  ],
  flows: [contract({ baseAmount: '500', payerAmount: '510' })],
  savings: [
    saving({
      profile: atOnce('100'),
      delivery: '0.5',
      benefitSplit: [
        { organisation: 'TRUST', weight: '0.5' },
        { organisation: 'COMM', weight: '0.5' },
      ],
    }),
    saving({ id: 'S2', organisation: 'CCG', mechanism: 'CONTRACT_REDUCTION', counterparty: 'TRUST', profile: atOnce('40') }),
  ],
  capital: [building({ baseCostByYear: byYear('1200'), lifeYears: '10' })],
  shifts: [shift({ activityPerYear: '10950', lengthOfStayDays: '1', occupancy: '1', stepGroup: 'W1' })],
  stepGroups: [{ id: 'W1', name: 'Wards', organisation: 'TRUST', stepSize: '28', lagMonths: '0', baseCapacity: '100' }],
  riskShares: [{ id: 'R1', name: 'Agreement', participants: [participant('CCG'), participant('TRUST')] }],
  reserves: [{ organisation: 'COUNCIL', opening: '100', minimum: '80' }],
};
const projection = run(STATED).projection;
const failing = (changed: Projection): string[] =>
  engineChecks(changed)
    .filter(({ holds }) => !holds)
    .map(({ id }) => id);
const withEntry = (entry: Partial<Entry>): Projection => ({
  ...projection,
  entries: [
    ...projection.entries,
    {
      year: 3,
      organisation: 'TRUST',
      step: 'doNothing',
      category: 'OTHER',
      source: 'extra',
      setting: 'OTHER',
      amount: new D('0.01'),
      recurrent: true,
      betweenMembers: false,
      ...entry,
    },
  ],
});
const aPenny = new D('0.01');
const raised = <Key>(amounts: ReadonlyMap<Key, readonly InstanceType<typeof D>[]>, key: Key): Map<Key, readonly InstanceType<typeof D>[]> =>
  new Map(
    [...amounts].map(([each, years]) => [
      each,
      each === key ? years.map((amount, year) => (year === 3 ? amount.plus(aPenny) : amount)) : years,
    ]),
  );

test('all hold for a system with one of everything, and for the worked examples', () => {
  const ids = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C13', 'C14'];
  for (const each of [projection, ...['worked-example-a', 'worked-example-b'].map((name) => runOf(shippedScenario(name)).projection)]) {
    expect(engineChecks(each).map(({ id }) => id)).toEqual(ids);
    expect(failing(each)).toEqual([]);
  }
});

describe('a penny in the ledger', () => {
  test('of the do nothing breaks C1, and with it C6 and C8', () => {
    expect(failing(withEntry({}))).toEqual(['C1', 'C6', 'C8']);
  });

  test('between members that the other side does not have breaks C2', () => {
    expect(failing(withEntry({ step: 'riskShare', betweenMembers: true }))).toEqual(['C2', 'C6', 'C8']);
  });

  test('in a rung of a scheme breaks C7', () => {
    expect(failing(withEntry({ step: 'overlap', source: 'S1' }))).toEqual(['C6', 'C7', 'C8']);
  });

  test('that is moved from one bar to another breaks none of them but the ladder', () => {
    const moved = withEntry({ step: 'overlap', source: 'S1' });
    const both = { ...moved, entries: [...moved.entries, ...withEntry({ step: 'support', amount: aPenny.neg() }).entries.slice(-1)] };
    expect(failing(both)).toEqual(['C7']);
  });
});

describe('workings that do not fit', () => {
  test('transfers that do not cancel break C5', () => {
    const { settlement } = projection;
    expect(failing({ ...projection, settlement: { ...settlement, transfers: raised(settlement.transfers, 'CCG') } })).toEqual(['C5']);
  });

  test('a reported position that the bridge does not reach breaks C6 and C8', () => {
    const { settlement } = projection;
    expect(failing({ ...projection, settlement: { ...settlement, reported: raised(settlement.reported, 'CCG') } })).toEqual(['C6', 'C8']);
  });

  test('a benefit split that is not whole breaks C3', () => {
    const outcome = projection.savings.schemes.get('S1');
    if (outcome === undefined) throw new RangeError('There is no S1.');
    const scheme = { ...outcome.scheme, benefitSplit: outcome.scheme.benefitSplit.slice(0, 1) };
    const savings = { ...projection.savings, schemes: new Map([...projection.savings.schemes, ['S1', { ...outcome, scheme }] as const]) };
    const check = engineChecks({ ...projection, savings }).find(({ id }) => id === 'C3');
    expect(check?.holds).toBe(false);
    expect(check?.detail).toContain('0.5');
  });

  test('spend that no source gave breaks C4', () => {
    const { capital } = projection;
    const sources = capital.funding.sources.map((source) => ({
      ...source,
      funded: source.funded.map((amount, year) => (year === 1 ? amount.minus(aPenny) : amount)),
    }));
    expect(failing({ ...projection, capital: { ...capital, funding: { ...capital.funding, sources } } })).toEqual(['C4']);
  });

  test('capital that is spent without any source breaks C4', () => {
    const { frame } = projection;
    const scenario = { ...frame.scenario, capital: frame.scenario.capital.map((scheme) => ({ ...scheme, funding: [] })) };
    const check = engineChecks({ ...projection, frame: { ...frame, scenario } }).find(({ id }) => id === 'C4');
    expect(check?.holds).toBe(false);
    expect(check?.detail).toContain('no source pays for it');
  });

  test('a book value that does not roll forward breaks C13', () => {
    const { capital } = projection;
    const outcome = capital.schemes.get('C1');
    if (outcome === undefined) throw new RangeError('There is no C1.');
    const netBookValue = outcome.netBookValue.map((amount, year) => (year === 2 ? amount.plus(aPenny) : amount));
    expect(failing({ ...projection, capital: { ...capital, schemes: new Map([['C1', { ...outcome, netBookValue }]]) } })).toEqual(['C13']);
  });

  test('cost released where no bed is freed breaks C9', () => {
    const release = projection.shifts.groups.get('W1');
    if (release === undefined) throw new RangeError('There is no W1.');
    const nil = release.bedsFreed.map(() => new D(0));
    const groups = new Map([['W1', { ...release, bedsFreed: nil, stepsInMarch: nil }]]);
    expect(failing({ ...projection, shifts: { ...projection.shifts, groups } })).toEqual(['C9']);
  });

  test('reserves drawn below their minimum break C10', () => {
    const { settlement } = projection;
    const years = settlement.reserves.get('COUNCIL') ?? [];
    const drawn = years.map((year) => (year === undefined ? undefined : { ...year, closing: new D('79.99') }));
    expect(failing({ ...projection, settlement: { ...settlement, reserves: new Map([['COUNCIL', drawn]]) } })).toEqual(['C10']);
  });
});

describe('what checks say', () => {
  test('C14 holds a baseline against the figure that was signed off', () => {
    const signed = (position: string) =>
      engineChecks(
        run({
          organisations: [{ id: 'CCG', name: 'Vale CCG', type: 'CCG', signedOffBaseline: { position, role: 'Chief finance officer' } }],
          lines: [income({ organisation: 'CCG', baseAmount: '1000', nonRecurrentByYear: { '2017/18': '5' } })],
        }).projection,
      ).find(({ id }) => id === 'C14');
    expect(signed('1005')?.holds).toBe(true);
    expect(signed('1005')?.detail).toContain('1 of 1');
    expect(signed('1000')?.holds).toBe(false);
    expect(signed('1000')?.detail).toContain('Vale CCG');
    expect(signed('1000')?.detail).toContain('5.00');
  });

  test('C10 lets a council open below its minimum', () => {
    const below = run({
      lines: [cost({ organisation: 'COUNCIL', baseAmount: '10' })],
      reserves: [{ organisation: 'COUNCIL', opening: '20', minimum: '40' }],
    });
    expect(failing(below.projection)).toEqual([]);
  });

  test('C9 warns where the base capacity is blank or the pay line does not follow activity, and holds', () => {
    const ninth = (more: object, lines: Stated['lines'] = []) =>
      engineChecks(
        run({ ...STATED, lines, flows: [], stepGroups: [{ id: 'W1', name: 'Wards', organisation: 'TRUST', lagMonths: '0', ...more }] })
          .projection,
      ).find(({ id }) => id === 'C9');
    expect(ninth({})?.detail).toContain('base capacity is blank');
    expect(ninth({ baseCapacity: '100' })?.detail).toBe('Bed growth and closures agree');
    const pay = cost({ id: 'pay', organisation: 'TRUST', baseAmount: '100', category: 'PAY', elasticity: '0' });
    expect(ninth({ baseCapacity: '100', payLine: 'pay' }, [pay])?.detail).toContain('does not follow activity');
    expect(ninth({ baseCapacity: '100', payLine: 'pay' }, [pay])?.holds).toBe(true);
  });

  test('a failure names the year and the amount', () => {
    const check = engineChecks(withEntry({ year: 2 })).find(({ id }) => id === 'C1');
    expect(check?.detail).toBe('2019/20: out by £0.01');
  });

  test('a difference within the tolerance is none', () => {
    expect(failing(withEntry({ amount: new D('0.0000009') }))).toEqual([]);
    expect(failing(withEntry({ amount: new D('0.0000011') }))).toEqual(['C1', 'C6', 'C8']);
  });

  test('growth does not upset them', () => {
    const grown = run({
      ...STATED,
      series: [rates('price', '0.017', '0.023', '0.031')],
      lines: [income({ organisation: 'CCG', baseAmount: '1000.37', priceSeries: 'price' })],
      flows: [contract({ baseAmount: '333.33', payerAmount: '371.01', priceSeries: 'price' })],
    });
    expect(failing(grown.projection)).toEqual([]);
  });
});
