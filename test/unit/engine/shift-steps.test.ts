import { describe, expect, test } from 'vitest';
import { wholeSteps, type StepRelease } from '../../../shared/engine/shift-activity.ts';
import { D } from '../../../shared/money/decimal.ts';
import { byYear, exact, rates, run, shift, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §7.2 and §19 (29), (31): wards that close whole, pooled before the floor, and the cost that stays behind. */

type Written = Parameters<typeof shift>[0];
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
const freeing = (beds: number, more: Written = {}): ReturnType<typeof shift> =>
  shift({ activityPerYear: String(365 * beds), lengthOfStayDays: '1', occupancy: '1', stepGroup: 'W1', ...more });
function releaseOf(ran: Run, id = 'W1'): StepRelease {
  const release = ran.projection.shifts.groups.get(id);
  if (release === undefined) throw new RangeError(`There is no group ${id}.`);
  return release;
}
const wards = (ran: Run, id?: string): string[] => exact(releaseOf(ran, id).stepsInMarch);

describe('beds freed', () => {
  test('are stays × days over 365 × occupancy, as delivered and without backfill', () => {
    const beds = (more: Written): string | undefined =>
      exact(releaseOf(run({ shifts: [freeing(20, more)], stepGroups: [group()] })).bedsFreed)[2];
    expect(beds({})).toBe('20');
    expect(beds({ lengthOfStayDays: '3' })).toBe('60');
    expect(beds({ occupancy: '0.8' })).toBe('25');
    expect(beds({ delivery: '0.5', backfillShare: '0.25' })).toBe('7.5');
    expect(beds({ lengthOfStayDays: undefined })).toBe('0');
  });

  test('are quoted in mid-March', () => {
    // linear over 24 months from April 2018: mid-March 2019 is 23/48, of 48 beds
    const ran = run({ shifts: [freeing(48, { rampMonths: '24' })], stepGroups: [group()] });
    expect(exact(releaseOf(ran).bedsFreed)).toEqual(['23', '47', '48']);
  });
});

describe('wards', () => {
  test('close for shifts together that close none apart', () => {
    const two = [freeing(20, { id: 'SH1' }), freeing(20, { id: 'SH2' })];
    expect(wards(run({ shifts: two, stepGroups: [group()] }))).toEqual(['1', '1', '1']);
    expect(wards(run({ shifts: two.slice(0, 1), stepGroups: [group()] }))).toEqual(['0', '0', '0']);
    // in groups of their own they close none
    const apart = [freeing(20, { id: 'SH1' }), freeing(20, { id: 'SH2', stepGroup: 'W2' })];
    const ran = run({ shifts: apart, stepGroups: [group(), group({ id: 'W2', name: 'Surgical wards' })] });
    expect([wards(ran)[2], wards(ran, 'W2')[2]]).toEqual(['0', '0']);
  });

  test('close at an exact multiple, also where 34 digits miss it', () => {
    expect(wards(run({ shifts: [freeing(56)], stepGroups: [group()] }))).toEqual(['2', '2', '2']);
    // short by 10⁻¹¹ of a bed it is a ward, short by 10⁻⁷ it is none: the guard is 10⁻⁹ of a ward
    expect(wholeSteps(new D('27.99999999999'), new D(28)).toFixed()).toBe('1');
    expect(wholeSteps(new D('27.9999999'), new D(28)).toFixed()).toBe('0');
    expect(wholeSteps(new D('27.99'), new D(28)).toFixed()).toBe('0');
    expect(wholeSteps(new D(55), new D(28)).toFixed()).toBe('1');
  });

  test('release their cost month by month after the lag', () => {
    const lagged = run({ shifts: [freeing(30)], stepGroups: [group({ lagMonths: '3' })] });
    // closed from month 15: 9 of 12 months of 1,200
    expect(exact(releaseOf(lagged).costReleased)).toEqual(['900', '1200', '1200']);
    expect(lagged.step('tariffIllusionShift', 'TRUST')[0]).not.toBe(lagged.step('tariffIllusionShift', 'TRUST')[1]);
  });

  test('close one after another along a ramp', () => {
    // 84 beds linear over 12 months: 3.5, 10.5, 17.5, 24.5, 31.5 … 80.5; one ward from the fifth month, two from the ninth (59.5), three in the next year
    const ran = run({ shifts: [freeing(84, { rampMonths: '12' })], stepGroups: [group()] });
    // 4 months × 1 + 4 months × 2 = 12 ward-months of 100, then 36
    expect(exact(releaseOf(ran).costReleased)).toEqual(['1200', '3600', '3600']);
    expect(wards(ran)).toEqual(['2', '3', '3']);
  });

  test('cost what their series says, and stand by the tool defaults where nothing is stated', () => {
    const indexed = run({ series: [rates('pay', '0.1', '0.1')], shifts: [freeing(30)], stepGroups: [group({ costSeries: 'pay' })] });
    expect(exact(releaseOf(indexed).costReleased)).toEqual(['1320', '1452', '1452']);
    const byDefault = run({ shifts: [freeing(30)], stepGroups: [{ id: 'W1', name: 'Wards', organisation: 'TRUST' }] });
    // 28 beds, £2.4m a ward-year, three months' lag
    expect(exact(releaseOf(byDefault).costReleased)).toEqual(['1800000', '2400000', '2400000']);
  });

  test('count twelve months in the exit run-rate once closed in March', () => {
    // a step from month 18: 6 months of 1,200 in year; no prices, so that nothing else moves
    const free = { tariffPerUnit: '0', variableCostPerUnit: '0', reprovisionCostPerUnit: '0', startMonth: '18' };
    const ran = run({ shifts: [freeing(30, free)], stepGroups: [group()] });
    expect(exact(ran.projection.fullYearEffect.get('TRUST') ?? [])).toEqual(['600', '0', '0']);
    // with a lag of six months none is closed in March 2019
    const lagged = run({ shifts: [freeing(30, free)], stepGroups: [group({ lagMonths: '6' })] });
    expect(exact(lagged.projection.fullYearEffect.get('TRUST') ?? [])).toEqual(['0', '0', '0']);
  });

  test('stand for staff by the pay share of their cost', () => {
    const organisations = [
      { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
      { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', averagePayPerWte: '40' },
      { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
    ] as const;
    const ran = run({ organisations: [...organisations], shifts: [freeing(30)], stepGroups: [group({ payShare: '0.8' })] });
    // 1,200 × 0.8 / 40
    expect(exact(ran.projection.shifts.groupWteReleased.get('W1') ?? [])).toEqual(['24', '24', '24']);
  });
});

describe('growth first', () => {
  const series = [rates('growth', '0.1', '0', '0')];
  const grown = (baseCapacity: string): Run =>
    run({ series, shifts: [freeing(30)], stepGroups: [group({ baseCapacity, capacityGrowthSeries: 'growth' })] });

  test('what growth would have needed less what is freed changes no £ and names the release', () => {
    // 10% of 400 beds is 40, less 30; 10% of 200 is 20, less 30
    expect(exact(releaseOf(grown('400')).netCapacity ?? [])).toEqual(['10', '10', '10']);
    expect(exact(releaseOf(grown('200')).netCapacity ?? [])).toEqual(['-10', '-10', '-10']);
    expect(releaseOf(grown('400')).releasedAs[3]).toBe('avoided growth');
    expect(releaseOf(grown('200')).releasedAs[3]).toBe('closures');
    expect(exact(releaseOf(grown('400')).costReleased)).toEqual(exact(releaseOf(grown('200')).costReleased));
  });

  test('is unknown where the base capacity is blank', () => {
    const release = releaseOf(run({ shifts: [freeing(30)], stepGroups: [group()] }));
    expect(release.netCapacity).toBeUndefined();
    expect(release.releasedAs[3]).toBeUndefined();
  });
});

describe('stranded cost and its support (§19 (31))', () => {
  const organisations = [
    { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
    { id: 'CCG2', name: 'Hill CCG', type: 'CCG' },
    { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE' },
    { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
  ] as const;
  const strandedSupport = [{ organisation: 'TRUST', taperByYear: byYear('1', '0.5') }];
  // tariff 120,000 and 40,000, variable 36,000 and 12,000: stranded 84,000 + 28,000
  const two = [shift({}), shift({ id: 'SH2', commissioner: 'CCG2', activityPerYear: '400' })];

  test('is the income lost less variable and ward cost released, over all shifts of a provider', () => {
    const ran = run({ organisations: [...organisations], shifts: two });
    expect(exact(ran.projection.shifts.stranded.get('TRUST')?.stranded ?? [])).toEqual(['112000', '112000', '112000']);
    const withWard = run({
      shifts: [freeing(30, { activityPerYear: '10950', tariffPerUnit: '2', variableCostPerUnit: '1' })],
      stepGroups: [group()],
    });
    // 21,900 − 10,950 − 1,200
    expect(exact(withWard.projection.shifts.stranded.get('TRUST')?.stranded ?? [])).toEqual(['9750', '9750', '9750']);
  });

  test('is paid by taper in proportion to the tariff that each commissioner saved, and changes no system figure', () => {
    const ran = run({ organisations: [...organisations], shifts: two, strandedSupport });
    const support = ran.projection.shifts.stranded.get('TRUST');
    expect(exact(support?.support ?? [])).toEqual(['112000', '56000', '0']);
    // 3/4 and 1/4
    expect(exact(support?.paidBy.get('CCG') ?? [])).toEqual(['84000', '42000', '0']);
    expect(exact(support?.paidBy.get('CCG2') ?? [])).toEqual(['28000', '14000', '0']);
    // 48,000 and 16,000 less that
    expect(exact(ran.organisation('CCG').beforeSupport)).toEqual(['-36000', '6000', '48000']);
    expect(exact(ran.organisation('CCG2').beforeSupport)).toEqual(['-12000', '2000', '16000']);
    expect(exact(ran.organisation('TRUST').beforeSupport)).toEqual(['0', '-56000', '-112000']);
    expect(exact(ran.outcomes.system.beforeSupport)).toEqual(['-48000', '-48000', '-48000']);
    expect(exact(ran.outcomes.system.underlying)).toEqual(['-48000', '-48000', '-48000']);
  });

  test('nets a shift that releases more than it loses against the others, and is never negative', () => {
    const released = shift({ id: 'SH2', variableCostPerUnit: '150' });
    // 84,000 − 60,000
    expect(exact(run({ shifts: [shift({}), released], strandedSupport }).projection.shifts.stranded.get('TRUST')?.support ?? [])).toEqual([
      '24000',
      '12000',
      '0',
    ]);
    expect(exact(run({ shifts: [released], strandedSupport }).projection.shifts.stranded.get('TRUST')?.support ?? [])).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  test('is kept apart by provider', () => {
    const fromComm = shift({ id: 'SH2', fromOrganisation: 'COMM', toOrganisation: 'TRUST' });
    const { stranded } = run({ shifts: [shift({}), fromComm], strandedSupport }).projection.shifts;
    expect(exact(stranded.get('TRUST')?.support ?? [])).toEqual(['84000', '42000', '0']);
    expect(exact(stranded.get('COMM')?.support ?? [])).toEqual(['0', '0', '0']);
  });

  test('of support: it is not annualised in the exit run-rate (§19 (37))', () => {
    const half = shift({ startMonth: '18' });
    const withSupport = run({ shifts: [half], strandedSupport }).projection.fullYearEffect;
    const without = run({ shifts: [half] }).projection.fullYearEffect;
    expect(exact(withSupport.get('TRUST') ?? [])).toEqual(exact(without.get('TRUST') ?? []));
    expect(exact(without.get('TRUST') ?? [])).toEqual(['-42000', '0', '0']);
  });
});
