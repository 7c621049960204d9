import { describe, expect, test } from 'vitest';
import { reservesYears } from '../../../shared/engine/settlement.ts';
import { D } from '../../../shared/money/decimal.ts';
import { byYear, exact, income, run, type Run } from '../../support/bare-system.ts';

/* model-spec §9.3, E21 and §19 (36): a council's deficit is not a permitted outcome. */

/** A council with these positions before mitigation. */
function council(positions: readonly [number, number, number], reserves: { opening: string; minimum: string }): Run {
  const surplus = byYear(...positions.map((position) => String(Math.max(position, 0))));
  const deficit = byYear(...positions.map((position) => String(Math.max(-position, 0))));
  return run({
    lines: [
      income({ organisation: 'COUNCIL', baseAmount: '0', explicitByYear: surplus }),
      { ...income({ organisation: 'COUNCIL', baseAmount: '0', explicitByYear: deficit }), id: 'deficit', kind: 'EXPENDITURE' },
    ],
    reserves: [{ organisation: 'COUNCIL', ...reserves }],
  });
}
const required = (ran: Run): string[] =>
  (ran.projection.settlement.reserves.get('COUNCIL') ?? []).slice(1).map((year) => year?.requiredMitigation.toFixed() ?? 'n/a');
const closing = (ran: Run): string[] =>
  (ran.projection.settlement.reserves.get('COUNCIL') ?? []).slice(1).map((year) => year?.closing.toFixed() ?? 'n/a');

describe('a deficit', () => {
  const ran = council([-40, -40, -40], { opening: '100', minimum: '30' });

  test('is met from reserves down to the minimum, and the rest is required mitigation', () => {
    // 100 → 60 → 30, then nothing left
    expect(exact(ran.organisation('COUNCIL').reserves)).toEqual(['40', '30', '0']);
    expect(closing(ran)).toEqual(['60', '30', '30']);
    expect(required(ran)).toEqual(['0', '10', '40']);
    expect(exact(ran.organisation('COUNCIL').reported)).toEqual(['0', '-10', '-40']);
  });

  test('stays in underlying whole, since reserves are no income', () => {
    expect(exact(ran.organisation('COUNCIL').underlying)).toEqual(['-40', '-40', '-40']);
  });

  test('is not carried forward once it was found', () => {
    const later = council([-50, 0, -10], { opening: '0', minimum: '0' });
    expect(required(later)).toEqual(['50', '0', '10']);
  });
});

describe('a surplus', () => {
  const ran = council([50, -80, 20], { opening: '10', minimum: '0' });

  test('goes to reserves and is there in the next year; reported is nil (E21)', () => {
    expect(exact(ran.organisation('COUNCIL').reserves)).toEqual(['-50', '60', '-20']);
    expect(closing(ran)).toEqual(['60', '0', '20']);
    expect(exact(ran.organisation('COUNCIL').reported)).toEqual(['0', '-20', '0']);
  });

  test('is added in the bar of reserves, so that the bridge still adds up', () => {
    expect(ran.bars()).toEqual([
      ['doNothing', '20'],
      ['headlinePlan', '20'],
      ['reserves', '-20'],
    ]);
  });

  test('stays in underlying', () => {
    expect(exact(ran.organisation('COUNCIL').underlying)).toEqual(['50', '-80', '20']);
  });
});

describe('reserves', () => {
  test('that open below the minimum are not drawn, and not topped up by anything but a surplus', () => {
    const ran = council([-10, 30, -10], { opening: '20', minimum: '40' });
    expect(exact(ran.organisation('COUNCIL').reserves)).toEqual(['0', '-30', '10']);
    expect(closing(ran)).toEqual(['20', '50', '40']);
    expect(required(ran)).toEqual(['10', '0', '0']);
  });

  test('are nil where none are entered', () => {
    const ran = run({ lines: [{ ...income({ organisation: 'COUNCIL', baseAmount: '10' }), kind: 'EXPENDITURE' }] });
    expect(exact(ran.organisation('COUNCIL').reported)).toEqual(['-10', '-10', '-10']);
    expect(required(ran)).toEqual(['10', '10', '10']);
  });

  test('are each council own', () => {
    const ran = run({
      organisations: [
        { id: 'ADULTS', name: 'Vale Council, adults', type: 'COUNCIL_ASC' },
        { id: 'HEALTH', name: 'Vale Council, public health', type: 'COUNCIL_PH' },
        { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE' },
      ],
      lines: [
        { ...income({ organisation: 'ADULTS', baseAmount: '10' }), kind: 'EXPENDITURE' },
        income({ organisation: 'HEALTH', baseAmount: '10' }),
        { ...income({ organisation: 'TRUST', baseAmount: '10' }), kind: 'EXPENDITURE' },
      ],
      reserves: [{ organisation: 'HEALTH', opening: '100', minimum: '0' }],
    });
    expect(exact(ran.organisation('ADULTS').reported)).toEqual(['-10', '-10', '-10']);
    expect(exact(ran.organisation('HEALTH').reported)).toEqual(['0', '0', '0']);
    // an NHS body can and does report a deficit
    expect(exact(ran.organisation('TRUST').reported)).toEqual(['-10', '-10', '-10']);
    expect(ran.projection.settlement.reserves.has('TRUST')).toBe(false);
  });

  test('leave no mitigation of the 34th digit', () => {
    const years = reservesYears([new D(0), new D('-100.0000005')], new D(100), new D(0));
    expect(years[1]?.requiredMitigation.toFixed()).toBe('0');
    expect(reservesYears([new D(0), new D('-100.01')], new D(100), new D(0))[1]?.requiredMitigation.toFixed()).toBe('0.01');
  });
});
