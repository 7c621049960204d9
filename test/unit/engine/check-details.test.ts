import { describe, expect, test } from 'vitest';
import { engineChecks, type Check } from '../../../shared/engine/checks.ts';
import type { Entry } from '../../../shared/engine/ledger.ts';
import { project, type Projection } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { atOnce, bareScenario, building, byYear, cost, income, run, saving, shift, type Stated } from '../../support/bare-system.ts';

/* model-spec §12: what each check says, where it looks and where it does not. Projections are tampered with one thing at a time. */

const PENNY = new D('0.01');
const HALF = { organisation: 'TRUST', weight: '0.5' };

function checkOf(projection: Projection, id: string): Check {
  const found = engineChecks(projection).find((check) => check.id === id);
  if (found === undefined) throw new RangeError(`There is no check ${id}.`);
  return found;
}
const says = (projection: Projection, id: string): [boolean, string] => {
  const { holds, detail } = checkOf(projection, id);
  return [holds, detail];
};
const projected = (stated: Stated): Projection => run(stated).projection;
const withEntry = (projection: Projection, entry: Partial<Entry>): Projection => ({
  ...projection,
  entries: [
    ...projection.entries,
    {
      year: 1,
      organisation: 'TRUST',
      step: 'doNothing',
      category: 'OTHER',
      source: 'extra',
      setting: 'OTHER',
      amount: PENNY,
      recurrent: true,
      betweenMembers: false,
      ...entry,
    },
  ],
});
const withScenario = (projection: Projection, change: (scenario: Scenario) => Scenario): Projection => ({
  ...projection,
  frame: { ...projection.frame, scenario: change(projection.frame.scenario) },
});

test('what each says where it holds', () => {
  const stated: Stated = {
    lines: [income({ organisation: 'CCG', baseAmount: '1000' })],
    savings: [saving({ profile: atOnce('100') })],
    capital: [building({ baseCostByYear: byYear('1200') })],
  };
  expect(engineChecks(projected(stated))).toEqual([
    { id: 'C1', holds: true, detail: 'System do nothing equals external income less external cost' },
    { id: 'C2', holds: true, detail: 'Flows between members cancel' },
    { id: 'C3', holds: true, detail: 'Benefit splits sum to 1' },
    { id: 'C4', holds: true, detail: 'Funding mixes sum to 1 and spend equals funding' },
    { id: 'C5', holds: true, detail: 'Risk-share transfers sum to nil' },
    { id: 'C6', holds: true, detail: 'Bridge adds up to reported' },
    { id: 'C7', holds: true, detail: 'Ladder rungs add up to the deliverable saving' },
    { id: 'C8', holds: true, detail: 'Organisations add up to the system in every year' },
    { id: 'C9', holds: true, detail: 'Bed growth and closures agree' },
    { id: 'C10', holds: true, detail: 'Reserves are never drawn below the minimum' },
    { id: 'C13', holds: true, detail: 'Net book values roll forward' },
    { id: 'C14', holds: true, detail: '0 of 4 baselines signed off; all that are agree' },
  ]);
});

describe('C1', () => {
  test('takes one-off amounts at the share of an organisation that is in scope', () => {
    // half in scope: (100 + 20 once) × 0.5 = 60 in 2018/19, posted and added up alike
    const halfIn = projected({
      organisations: [{ id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', inScopeShare: '0.5' }],
      lines: [income({ organisation: 'TRUST', baseAmount: '100', nonRecurrentByYear: byYear('20') })],
    });
    expect(halfIn.positions.beforeSupport.get('TRUST')?.[1]?.toFixed()).toBe('60');
    expect(checkOf(halfIn, 'C1').holds).toBe(true);
  });

  test('passes over a line that is left out, one of no organisation too', () => {
    const stray = project(
      bareScenario({
        lines: [
          income({ organisation: 'TRUST', baseAmount: '100' }),
          income({ id: 'stray', organisation: 'NOBODY', baseAmount: '7', nonRecurrentByYear: byYear('1') }),
        ],
      }),
    );
    expect([...stray.frame.leftOut.keys()]).toContain('lines:stray');
    expect(checkOf(stray, 'C1').holds).toBe(true);
  });

  test('looks at the base year too', () => {
    expect(says(withEntry(projected({}), { year: 0, amount: new D('-2.5') }), 'C1')).toEqual([false, '2017/18: out by £-2.50']);
  });
});

describe('C2', () => {
  test('names the source, the year and the amount', () => {
    const oneSided = withEntry(projected({}), { year: 2, source: 'F1', betweenMembers: true, amount: new D('12.346') });
    expect(says(oneSided, 'C2')).toEqual([false, "F1, 2019/20: the members' two sides differ by £12.35"]);
  });

  test('looks at the base year too', () => {
    expect(says(withEntry(projected({}), { year: 0, source: 'F1', betweenMembers: true }), 'C2')).toEqual([
      false,
      "F1, 2017/18: the members' two sides differ by £0.01",
    ]);
  });
});

describe('C3', () => {
  test('looks at who gains from prevention', () => {
    const prevented = projected({
      prevention: [
        {
          id: 'P1',
          name: 'Falls prevention',
          investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100') }],
          lagProfile: ['1'],
          cashReleasingShare: '1',
          beneficiaries: [HALF, { ...HALF, organisation: 'CCG' }],
        },
      ],
    });
    expect(checkOf(prevented, 'C3').holds).toBe(true);
    const outcome = prevented.prevention.get('P1');
    if (outcome === undefined) throw new RangeError('There is no P1.');
    const scheme = { ...outcome.scheme, beneficiaries: outcome.scheme.beneficiaries.slice(0, 1) };
    expect(says({ ...prevented, prevention: new Map([['P1', { ...outcome, scheme }]]) }, 'C3')).toEqual([
      false,
      'Falls prevention: shares add up to 0.5, not 1',
    ]);
  });
});

describe('C4', () => {
  const halves: Stated['capital'] = [
    building({
      baseCostByYear: byYear('1200'),
      funding: [
        { source: 'OTHER_PDC', share: '0.5' },
        { source: 'INTERNAL_CASH', share: '0.5' },
      ],
    }),
  ];
  const withHalfAMix = (projection: Projection): Projection =>
    withScenario(projection, (scenario) => ({
      ...scenario,
      capital: scenario.capital.map((scheme) => ({ ...scheme, funding: scheme.funding.slice(0, 1) })),
    }));

  test('says which funding mix is not whole', () => {
    const whole = projected({ capital: halves });
    expect(checkOf(whole, 'C4').holds).toBe(true);
    expect(says(withHalfAMix(whole), 'C4')).toEqual([false, 'C1: shares add up to 0.5, not 1']);
  });

  test('does not mind the mix of a scheme that was not funded', () => {
    // 1,200 asked of envelopes of nil
    const refused = projected({ capital: halves, capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('0') }] });
    expect(refused.capital.funding.funded.size).toBe(0);
    expect(checkOf(withHalfAMix(refused), 'C4').holds).toBe(true);
  });

  test('does not mind a scheme without cost and without sources', () => {
    const sold = projected({
      capital: [building({ funding: [], disposal: { proceeds: '500', netBookValue: '300', month: '12' } })],
    });
    expect(sold.capital.funding.funded.has('C1')).toBe(true);
    expect(checkOf(sold, 'C4').holds).toBe(true);
  });

  test('names the year in which spend and sources part', () => {
    const { capital, ...rest } = projected({ capital: halves });
    const sources = capital.funding.sources.map((source) => ({
      ...source,
      funded: source.funded.map((amount, year) => (year === 1 ? amount.minus(PENNY) : amount)),
    }));
    // two sources, a penny each
    expect(says({ ...rest, capital: { ...capital, funding: { ...capital.funding, sources } } }, 'C4')).toEqual([
      false,
      '2018/19: out by £0.02',
    ]);
  });
});

describe('C7', () => {
  test('names the scheme, the year and the amount', () => {
    const claimed = projected({ savings: [saving({ name: 'Theatre lists', profile: atOnce('100') })] });
    expect(says(withEntry(claimed, { step: 'timing', source: 'S1', year: 3 }), 'C7')).toEqual([
      false,
      'Theatre lists, 2020/21: out by £0.01',
    ]);
  });

  test('holds for a scheme of nil, of which nothing is posted', () => {
    expect(checkOf(projected({ savings: [saving({ profile: atOnce('0') })] }), 'C7').holds).toBe(true);
  });

  test('counts the rungs of schemes alone: not costs, and not what the other member loses', () => {
    const claimed = projected({ savings: [saving({ profile: atOnce('100') })] });
    expect(checkOf(withEntry(claimed, { step: 'implementation', source: 'S1' }), 'C7').holds).toBe(true);
    expect(checkOf(withEntry(claimed, { step: 'tariffIllusionSavings', source: 'S1' }), 'C7').holds).toBe(true);
    expect(checkOf(withEntry(claimed, { step: 'headline', source: 'another' }), 'C7').holds).toBe(true);
  });
});

describe('C9', () => {
  // 10,950 days at full occupancy are 30 beds: one ward of 28
  const wards = (group: Partial<NonNullable<Stated['stepGroups']>[number]>, more: Stated = {}): Projection =>
    projected({
      shifts: [shift({ activityPerYear: '10950', lengthOfStayDays: '1', occupancy: '1', stepGroup: 'W1' })],
      stepGroups: [{ id: 'W1', name: 'Wards', organisation: 'TRUST', stepSize: '28', lagMonths: '0', ...group }],
      ...more,
    });
  const blank = 'Wards: base capacity is blank, so closures cannot be told from avoided growth';
  const idle = 'Wards: its pay line does not follow activity, so released wards may release no cost';
  const pay = (elasticity: string): Stated => ({
    lines: [cost({ id: 'pay', organisation: 'TRUST', baseAmount: '100', category: 'PAY', elasticity })],
  });

  test('warns of nothing where no ward closes', () => {
    expect(
      wards({ stepSize: '31' })
        .shifts.groups.get('W1')
        ?.stepsInMarch.every((steps) => steps.isZero()),
    ).toBe(true);
    expect(says(wards({ stepSize: '31', payLine: 'pay' }, pay('0')), 'C9')).toEqual([true, 'Bed growth and closures agree']);
  });

  test('says all that it cannot tell', () => {
    expect(says(wards({}), 'C9')).toEqual([true, blank]);
    expect(says(wards({ payLine: 'pay' }, pay('0')), 'C9')).toEqual([true, `${blank}; ${idle}`]);
    expect(says(wards({ baseCapacity: '100', payLine: 'pay' }, pay('0.5')), 'C9')).toEqual([true, 'Bed growth and closures agree']);
  });

  test('looks at no other pay line than its own', () => {
    expect(says(wards({ baseCapacity: '100' }, pay('0')), 'C9')).toEqual([true, 'Bed growth and closures agree']);
  });

  test('fails where cost is released and neither a bed is freed nor a ward closed, and not for one of the two', () => {
    const closed = wards({ baseCapacity: '100' });
    const release = closed.shifts.groups.get('W1');
    if (release === undefined) throw new RangeError('There is no W1.');
    const nil = release.bedsFreed.map(() => new D(0));
    const tampered = (change: Partial<typeof release>): [boolean, string] =>
      says({ ...closed, shifts: { ...closed.shifts, groups: new Map([['W1', { ...release, ...change }]]) } }, 'C9');
    const failing: [boolean, string] = [false, 'Wards: cost is released and no bed is freed'];
    const agreeing: [boolean, string] = [true, 'Bed growth and closures agree'];
    expect(tampered({ bedsFreed: nil, stepsInMarch: nil })).toEqual(failing);
    expect(tampered({ bedsFreed: nil })).toEqual(agreeing);
    expect(tampered({ stepsInMarch: nil })).toEqual(agreeing);
    expect(tampered({ bedsFreed: nil, stepsInMarch: nil, costReleased: nil })).toEqual(agreeing);
  });
});

describe('C10', () => {
  const councils: Stated['organisations'] = [
    { id: 'NORTH', name: 'North Council', type: 'COUNCIL' },
    { id: 'SOUTH', name: 'South Council', type: 'COUNCIL' },
  ];
  // South loses 10 a year and holds 100: closing 90, 80, 70
  const two = projected({
    organisations: councils,
    lines: [cost({ organisation: 'SOUTH', baseAmount: '10' })],
    reserves: [
      { organisation: 'NORTH', opening: '5', minimum: '5' },
      { organisation: 'SOUTH', opening: '100', minimum: '70' },
    ],
  });
  const withMinimum = (figure: string): Projection =>
    withScenario(two, (scenario) => ({
      ...scenario,
      reserves: scenario.reserves.map((each) =>
        each.organisation === 'SOUTH' ? { ...each, minimum: { ...each.minimum, value: figure } } : each,
      ),
    }));

  test('holds each council to its own minimum, and says where it is missed', () => {
    expect(checkOf(two, 'C10').holds).toBe(true);
    expect(says(withMinimum('80'), 'C10')).toEqual([false, 'SOUTH, 2020/21: reserves drawn to £70.00, below the minimum']);
    expect(says(withMinimum('80.01'), 'C10')).toEqual([false, 'SOUTH, 2019/20: reserves drawn to £80.00, below the minimum']);
  });

  test('holds for a council that states no reserves', () => {
    expect(checkOf(projected({ lines: [cost({ organisation: 'COUNCIL', baseAmount: '10' })] }), 'C10').holds).toBe(true);
  });
});

describe('C13', () => {
  // half by a PFI partner: the trust owns 600 of 1,200 and writes off 60 a year
  const half = projected({
    capital: [
      building({
        name: 'New wing',
        baseCostByYear: byYear('1200'),
        lifeYears: '10',
        funding: [
          { source: 'PFI_LEASE', share: '0.5' },
          { source: 'OTHER_PDC', share: '0.5' },
        ],
      }),
    ],
  });
  const built = half.capital.schemes.get('C1');

  test('leaves out what a PFI partner spends', () => {
    expect(built?.netBookValue.map((amount) => amount.toFixed())).toEqual(['0', '540', '480', '420']);
    expect(checkOf(half, 'C13').holds).toBe(true);
  });

  test('names the scheme, and by its id where no plan of it is known', () => {
    if (built === undefined) throw new RangeError('There is no C1.');
    const outcome = { ...built, netBookValue: built.netBookValue.map((amount, year) => (year === 2 ? amount.plus(PENNY) : amount)) };
    const tampered = { ...half, capital: { ...half.capital, schemes: new Map([['C1', outcome]]) } };
    expect(says(tampered, 'C13')).toEqual([false, 'New wing, 2019/20: out by £-0.01']);
    const unplanned = {
      ...tampered,
      capital: { ...tampered.capital, funding: { ...tampered.capital.funding, plans: new Map<string, never>() } },
    };
    // the whole 1,200 is then taken as owned: 1,200 − 60 − 540
    expect(says(unplanned, 'C13')).toEqual([false, 'C1, 2018/19: out by £600.00']);
  });
});
