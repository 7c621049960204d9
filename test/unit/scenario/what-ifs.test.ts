import { describe, expect, test } from 'vitest';
import { scenarioSchema, type WrittenScenario } from '../../../shared/scenario/schema.ts';
import { SlipError, capitalSlipped, ownRecord } from '../../../shared/scenario/what-ifs.ts';

const RECORD = { low: '0.6', likely: '0.8', high: '1' };
const scheme = {
  name: 'Scheme', category: 'PROVIDER_PRODUCTIVITY' as const, organisation: 'A', mechanism: 'CASH_EXTERNAL' as const,
  profile: { kind: 'STEP' as const, grossFullYearEffect: '100', startMonth: '12' },
};
const shift = {
  name: 'Shift', fromOrganisation: 'A', toOrganisation: 'B', commissioner: 'C', pointOfDelivery: 'Spells', activityPerYear: '10', startMonth: '12',
  tariffPerUnit: '100', variableCostPerUnit: '25', reprovisionCostPerUnit: '60',
};

function scenarioWith(parts: Partial<WrittenScenario>) {
  return scenarioSchema.parse({
    name: 'Plan', footprint: { id: 'F', name: 'Footprint' }, baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2020/21', ...parts,
  });
}

describe('at their own record', () => {
  const plan = scenarioWith({
    savings: [
      { ...scheme, id: 'RANGED', delivery: { value: '1', range: RECORD, owner: 'Director of finance', note: 'As the plan counts it.' } },
      { ...scheme, id: 'CERTAIN', delivery: '0.95' },
      { ...scheme, id: 'RATED', rating: 'AMBER' },
      { ...scheme, id: 'NOBODY', category: 'UNIDENTIFIED', delivery: { value: '1', range: { low: '0', likely: '0.4', high: '1' }, note: 'Counted in full.' } },
      { ...scheme, id: 'NOBODY-RATED', category: 'UNIDENTIFIED', rating: 'GREEN' },
    ],
    shifts: [
      { ...shift, id: 'SH1', delivery: { value: '1', range: { low: '0.3', likely: '0.65', high: '1' } } },
      { ...shift, id: 'SH2', delivery: '0.9' },
    ],
  });
  const answer = ownRecord(plan);
  const deliveryOf = (id: string) => [...answer.savings, ...answer.shifts].find((each) => each.id === id)?.delivery;

  test('a scheme with a range delivers its likely value, and keeps what is known of the figure', () => {
    expect(deliveryOf('RANGED')).toEqual({ value: '0.8', unit: 'share', range: RECORD, owner: 'Director of finance', note: 'As the plan counts it.' });
    expect(deliveryOf('SH1')?.value).toBe('0.65');
  });

  test('a scheme without a range keeps what it has', () => {
    expect([deliveryOf('CERTAIN')?.value, deliveryOf('SH2')?.value, deliveryOf('RATED')]).toEqual(['0.95', '0.9', undefined]);
  });

  test('unidentified savings deliver nothing, whatever their range or rating says', () => {
    expect(deliveryOf('NOBODY')).toMatchObject({ value: '0', note: 'Counted in full.' });
    expect(deliveryOf('NOBODY-RATED')).toEqual({ value: '0', unit: 'share' });
  });

  test('nothing but delivery differs, and the plan that was asked stays as it was', () => {
    const before = structuredClone(plan);
    const again = ownRecord(plan);
    expect(plan).toEqual(before);
    expect({ ...again, savings: plan.savings, shifts: plan.shifts }).toEqual(plan);
    expect(again.savings.map((each) => ({ ...each, delivery: undefined }))).toEqual(plan.savings.map((each) => ({ ...each, delivery: undefined })));
  });
});

describe('with capital slipped', () => {
  const capital = { name: 'Capital', organisation: 'A', operationalMonth: '36' };
  const plan = scenarioWith({
    capital: [
      { ...capital, id: 'C1' },
      { ...capital, id: 'C2', slippageMonths: { value: '6', source: 'Project board', range: { low: '0', likely: '6', high: '12' } } },
    ],
  });
  const slips = (months: number) => capitalSlipped(plan, months).capital.map(({ slippageMonths }) => slippageMonths?.value);

  test('every scheme is later, on top of the slippage that it has', () => {
    expect(slips(12)).toEqual(['12', '18']);
    expect(slips(0)).toEqual(['0', '6']);
  });

  test('what is known of the slippage stays, and so does the planned opening', () => {
    const [, second] = capitalSlipped(plan, 12).capital;
    expect(second).toEqual({ ...plan.capital[1], slippageMonths: { ...plan.capital[1]?.slippageMonths, value: '18' } });
  });

  test('the plan that was asked stays as it was', () => {
    const before = structuredClone(plan);
    capitalSlipped(plan, 12);
    expect(plan).toEqual(before);
  });

  test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('a slip of %s months is refused', (months) => {
    expect(() => capitalSlipped(plan, months)).toThrow(SlipError);
    expect(() => capitalSlipped(plan, months)).toThrow('Allowed: a whole number of months, 0 or more.');
  });
});
