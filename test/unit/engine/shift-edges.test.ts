import { describe, expect, test } from 'vitest';
import { byYear, exact, run, shift, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §7.2 and §19 (29), (31): two providers that lose activity, wards pooled over ramps, and a shift that began in the base year. */

type Group = NonNullable<Stated['stepGroups']>[number];
const group = (more: Partial<Group> = {}): Group => ({
  id: 'W1',
  name: 'Wards',
  organisation: 'TRUST',
  stepSize: '28',
  stepCostPerYear: '1200',
  lagMonths: '0',
  ...more,
});
/** A shift that frees a number of beds: 365 one-day stays a bed at full occupancy. */
const freeing = (beds: number, more: Parameters<typeof shift>[0] = {}): ReturnType<typeof shift> =>
  shift({ activityPerYear: String(365 * beds), lengthOfStayDays: '1', occupancy: '1', stepGroup: 'W1', ...more });
const released = (ran: Run, id = 'W1'): string[] => exact(ran.projection.shifts.groups.get(id)?.costReleased ?? []);

describe('stranded cost', () => {
  const organisations: Stated['organisations'] = [
    { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
    { id: 'HILL', name: 'Hill CCG', type: 'CCG' },
    { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE' },
    { id: 'OTHER', name: 'Hill Hospital', type: 'ACUTE' },
    { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
  ];
  const ran = run({
    organisations,
    shifts: [
      shift({}),
      shift({ id: 'SH2', commissioner: 'HILL', activityPerYear: '600' }),
      // 30 beds: a ward of the other provider; 10,950 units at £2 and £1
      freeing(30, { id: 'SH3', fromOrganisation: 'OTHER', tariffPerUnit: '2', variableCostPerUnit: '1', reprovisionCostPerUnit: '0' }),
    ],
    stepGroups: [group({ organisation: 'OTHER' })],
    strandedSupport: [
      { organisation: 'TRUST', taperByYear: byYear('1', '0.5', '0.25') },
      { organisation: 'OTHER', taperByYear: byYear('0', '0', '1') },
    ],
  });
  const stranded = (id: string) => ran.projection.shifts.stranded.get(id);

  test('of each provider is of its own shifts and its own wards', () => {
    // 1,800 units at 100 less 30; 10,950 at 2 less 1, less the ward's 1,200
    expect(exact(stranded('TRUST')?.stranded ?? [])).toEqual(['126000', '126000', '126000']);
    expect(exact(stranded('OTHER')?.stranded ?? [])).toEqual(['9750', '9750', '9750']);
    expect([...ran.projection.shifts.stranded.keys()]).toEqual(['TRUST', 'OTHER']);
  });

  test('is supported to the last year, by those who saved the tariff of that provider and by no other', () => {
    expect(exact(stranded('TRUST')?.support ?? [])).toEqual(['126000', '63000', '31500']);
    expect(exact(stranded('OTHER')?.support ?? [])).toEqual(['0', '0', '9750']);
    // 120,000 and 60,000 of 180,000
    const payers = (id: string): Record<string, string[]> =>
      Object.fromEntries([...(stranded(id)?.paidBy ?? [])].map(([payer, amounts]) => [payer, exact(amounts)]));
    expect(payers('TRUST')).toEqual({ CCG: ['84000', '42000', '21000'], HILL: ['42000', '21000', '10500'] });
    expect(payers('OTHER')).toEqual({ CCG: ['0', '0', '9750'] });
  });
});

describe('wards', () => {
  test('close along the ramp of one shift while another stands still', () => {
    const shifts = [freeing(20), freeing(12, { id: 'SH2', startMonth: '24', rampMonths: '12' })];
    // 2019/20: 20.5, 21.5 … 31.5 beds; 28 are reached in the ninth month: 4 months of 100
    expect(released(run({ shifts, stepGroups: [group()] }))).toEqual(['0', '400', '1200']);
    expect(released(run({ shifts: [...shifts].reverse(), stepGroups: [group()] }))).toEqual(['0', '400', '1200']);
  });

  test('are counted in the twelve months of a year, no more', () => {
    // 56 beds over 24 months: 26.8 in March 2019, 29.2 in April, 54.8 in March 2020
    expect(released(run({ shifts: [freeing(56, { rampMonths: '24' })], stepGroups: [group()] }))).toEqual(['0', '1200', '2400']);
  });
});

test('a shift that began in the base year moves nothing in it: it is in the baseline', () => {
  const ran = run({ shifts: [freeing(30, { startMonth: '6' })], stepGroups: [group()] });
  const activity = ran.projection.shifts.schemes.get('SH1')?.activity;
  // 365 × 30 = 10,950 units a year
  const all = ['0', '10950', '10950', '10950'];
  expect(activity?.avoided.map((units) => units.toFixed())).toEqual(all);
  expect(activity?.avoidedAtExit.map((units) => units.toFixed())).toEqual(all);
  expect(activity?.capacityAtExit.map((units) => units.toFixed())).toEqual(all);
  const release = ran.projection.shifts.groups.get('W1');
  expect(release?.costReleased.map((amount) => amount.toFixed())).toEqual(['0', '1200', '1200', '1200']);
  expect(ran.projection.fullYearEffect.get('TRUST')?.map((amount) => amount.toFixed())).toEqual(['0', '0', '0', '0']);
});
