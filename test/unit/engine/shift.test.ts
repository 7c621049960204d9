import { describe, expect, test } from 'vitest';
import type { ShiftOutcome } from '../../../shared/engine/shift.ts';
import { building, byYear, exact, rates, run, shift, type Run } from '../../support/bare-system.ts';

/* model-spec §7.2 and §19 (23), (29), (30), (37): activity, prices and who gains. The plain shift of these tests moves 1,200 units a year from April 2018:
   tariff 120,000, variable cost 36,000, reprovision 72,000 a year. */

type Written = Parameters<typeof shift>[0];
const ranWith = (scheme: Written, more: Parameters<typeof run>[0] = {}): Run => run({ shifts: [shift(scheme)], ...more });
function outcomeOf(ran: Run): ShiftOutcome {
  const outcome = ran.projection.shifts.schemes.get('SH1');
  if (outcome === undefined) throw new RangeError('There is no SH1.');
  return outcome;
}
/** What a shift does to commissioner, old and new provider and system in 2018/19. */
const effects = (ran: Run): (string | undefined)[] =>
  [ran.organisation('CCG'), ran.organisation('TRUST'), ran.organisation('COMM'), ran.outcomes.system].map(
    ({ beforeSupport }) => exact(beforeSupport)[0],
  );

describe('who gains and who loses', () => {
  test('at full tariff: the commissioner saves tariff less reprovision, the old provider keeps what it cannot release', () => {
    // 120,000 − 72,000; −120,000 + 36,000; paid at cost
    expect(effects(ranWith({}))).toEqual(['48000', '-84000', '0', '-36000']);
  });

  test('at a realised price below tariff both move, and the system does not', () => {
    // 0.7 × 120,000 = 84,000
    expect(effects(ranWith({ priceRealisation: '0.7' }))).toEqual(['12000', '-48000', '0', '-36000']);
    // a block contract until it is rebased: no income is lost
    expect(effects(ranWith({ priceRealisation: '0' }))).toEqual(['-72000', '36000', '0', '-36000']);
  });

  test('with backfill the old provider releases less, and the tariff is saved all the same (§19 (30))', () => {
    // variable 36,000 × 3/4
    expect(effects(ranWith({ backfillShare: '0.25' }))).toEqual(['48000', '-93000', '0', '-45000']);
  });

  test('at a contract price other than cost the new provider keeps the difference', () => {
    // paid 1,200 × 70 = 84,000
    expect(effects(ranWith({ contractPricePerUnit: '70' }))).toEqual(['36000', '-84000', '12000', '-36000']);
    expect(effects(ranWith({ contractPricePerUnit: '50' }))).toEqual(['60000', '-84000', '-12000', '-36000']);
  });

  test('with part delivered the whole capacity is staffed all the same', () => {
    // 0.5 × 120,000 − 72,000; 0.5 × (−84,000)
    expect(effects(ranWith({ delivery: '0.5' }))).toEqual(['-12000', '-42000', '0', '-54000']);
  });

  test('a year later at the prices of that year', () => {
    const ran = ranWith(
      { startMonth: '24', tariffSeries: 'tariff', variableCostSeries: 'other', reprovisionSeries: 'pay', contractPricePerUnit: '100' },
      { series: [rates('tariff', '0.1', '0.2'), rates('other', '0.5', '0'), rates('pay', '0', '0.5')] },
    );
    const { tariffSaved, variableReleased, reprovision, contractPaid } = outcomeOf(ran);
    // 120,000 × 1.32; 36,000 × 1.5; 72,000 × 1.5; contract price 100 grows as the reprovision does
    expect(exact(tariffSaved)[1]).toBe('158400');
    expect(exact(variableReleased)[1]).toBe('54000');
    expect(exact(reprovision)[1]).toBe('108000');
    expect(exact(contractPaid)[1]).toBe('180000');
  });
});

describe('time', () => {
  test('reprovision starts with its lead before the activity falls: double running', () => {
    const ran = ranWith({ startMonth: '24', leadMonths: '3' });
    // 3 of 12 months of 72,000
    expect(exact(ran.outcomes.system.beforeSupport)).toEqual(['-18000', '-36000', '-36000']);
    expect(ran.step('shiftHeadline')).toEqual(['-18000', '48000', '48000']);
  });

  test('slippage moves activity and reprovision, and its own bar takes the difference from the plan', () => {
    const ran = ranWith({ slippageMonths: '6' });
    expect(exact(outcomeOf(ran).activity.avoided)).toEqual(['600', '1200', '1200']);
    expect(exact(outcomeOf(ran).activity.capacity)).toEqual(['600', '1200', '1200']);
    // plan 48,000; half of it comes
    expect(ran.step('shiftHeadline')).toEqual(['48000', '48000', '48000']);
    expect(ran.step('shiftDelivery')).toEqual(['-24000', '0', '0']);
  });

  test('capital with mobilisation moves the start, own slippage does not add to it', () => {
    const waiting = { capitalDependencies: ['C1'], mobilisationMonths: '2', slippageMonths: '3' };
    expect(exact(outcomeOf(ranWith(waiting, { capital: [building({ operationalMonth: '16' })] })).activity.avoided)[0]).toBe('600');
    // the capital is ready in month 13 + 2; own slippage to 15 as well
    expect(exact(outcomeOf(ranWith(waiting, { capital: [building({ operationalMonth: '13' })] })).activity.avoided)[0]).toBe('900');
  });

  test('an S-curve can be asked for; ramps are linear unless it is', () => {
    const ramp = { startMonth: '12', rampMonths: '24' };
    const linear = outcomeOf(ranWith(ramp)).activity;
    expect(exact(linear.avoided)).toEqual(['300', '900', '1200']);
    const curve = outcomeOf(ranWith({ ...ramp, shape: 'S_CURVE' })).activity;
    // x = 1/48, 3/48 … 23/48: Σ 3x² − 2x³ = 3 × 2,300/48² − 2 × 41,328/48³ = 2.247395…, of 100 a month; the second year is what is left of 1,200
    expect(curve.avoided[1]?.toFixed(4)).toBe('224.7396');
    expect(curve.avoided[1]?.plus(curve.avoided[2] ?? 0).toFixed()).toBe('1200');
    // on 31 March half the ramp has passed, and the curve is at one half as well
    expect(exact(curve.avoidedAtExit)).toEqual(['600', '1200', '1200']);
  });
});

describe('the headline (§19 (29))', () => {
  test('is on planned dates, whole, without backfill, at the realised price', () => {
    const ran = ranWith({ delivery: '0.5', backfillShare: '0.5', slippageMonths: '12', priceRealisation: '0.75' });
    // 0.75 × 120,000 − 72,000
    expect(ran.step('shiftHeadline')).toEqual(['18000', '18000', '18000']);
    expect(exact(ran.organisation('CCG').headline)).toEqual(['18000', '18000', '18000']);
    expect(exact(ran.organisation('TRUST').headline)).toEqual(['0', '0', '0']);
  });

  test('stands whole at the commissioner with reprovision at cost; another price is a matter of delivery (§19 (37))', () => {
    const ran = ranWith({ contractPricePerUnit: '70' });
    expect(exact(ran.organisation('CCG').headline)[0]).toBe('48000');
    expect(exact(ran.organisation('COMM').headline)[0]).toBe('0');
    // 1,200 × 10 more than cost
    expect(ran.step('shiftDelivery', 'CCG')[0]).toBe('-12000');
    expect(ran.step('shiftDelivery', 'COMM')[0]).toBe('12000');
    expect(ran.step('shiftDelivery')[0]).toBe('0');
  });

  test('adds up to the system effect with the bars that follow', () => {
    const ran = ranWith({ delivery: '0.5' });
    // plan 48,000; delivered tariff 60,000 − 72,000 is 60,000 less; stranded 60,000 − 18,000
    expect(ran.bars()).toEqual([
      ['shiftHeadline', '48000'],
      ['headlinePlan', '48000'],
      ['shiftDelivery', '-60000'],
      ['tariffIllusionShift', '-42000'],
      ['reported', '-54000'],
    ]);
  });

  test('moves whole to capital not available where the capital is not funded (§19 (23))', () => {
    const ran = ranWith(
      { capitalDependencies: ['C1'] },
      { capital: [building({ baseCostByYear: byYear('100') })], capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('50') }] },
    );
    expect(ran.bars()).toEqual([
      ['shiftHeadline', '48000'],
      ['headlinePlan', '48000'],
      ['capitalNotAvailable', '-48000'],
    ]);
    expect(effects(ran)).toEqual(['0', '0', '0', '0']);
  });
});

describe('workforce', () => {
  test('is the pay part of released and of new cost over the average pay of each place', () => {
    const ran = ranWith(
      { variablePayShare: '0.5', reprovisionPayShare: '0.75' },
      {
        series: [rates('pay', '0.25')],
        organisations: [
          { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
          { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', averagePayPerWte: '1440', averagePaySeries: 'pay' },
          { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY', averagePayPerWte: '1000' },
        ],
      },
    );
    // 36,000 × 0.5 / (1,440 × 1.25); 72,000 × 0.75 / 1,000
    expect(exact(outcomeOf(ran).wteReleased ?? [])[0]).toBe('10');
    expect(exact(outcomeOf(ran).wteNeeded ?? [])[0]).toBe('54');
  });

  test('is unknown where the pay share or the average pay is blank', () => {
    expect(outcomeOf(ranWith({ variablePayShare: '0.5' })).wteReleased).toBeUndefined();
    expect(outcomeOf(ranWith({})).wteNeeded).toBeUndefined();
  });
});

describe('the exit run-rate', () => {
  test('takes the level of 31 March for twelve months, each organisation its own', () => {
    const ran = ranWith({ startMonth: '18', leadMonths: '3', contractPricePerUnit: '70', delivery: '0.5' });
    // avoided 300 of 600, so tariff and variable as much again: 30,000, 9,000; capacity 900 of 1,200: 300 more at 70 and 60
    const effect = (id: string): string[] => exact(ran.projection.fullYearEffect.get(id) ?? []);
    expect(effect('CCG')).toEqual(['9000', '0', '0']);
    expect(effect('TRUST')).toEqual(['-21000', '0', '0']);
    expect(effect('COMM')).toEqual(['3000', '0', '0']);
    expect(ran.outcomes.system.exitRunRate[1]?.minus(ran.outcomes.system.underlying[1] ?? 0).toFixed()).toBe('-9000');
  });
});
