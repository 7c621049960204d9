import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/engine/frame.ts';
import { nilByYear } from '../../../shared/engine/ledger.ts';
import { controlTotals, settle, shareVariance, type Settlement } from '../../../shared/engine/settlement.ts';
import { D, type Decimal } from '../../../shared/money/decimal.ts';
import { bareScenario, byYear, exact, income, run, type Stated } from '../../support/bare-system.ts';

/* model-spec §9 and §19 (4), (34), (35): control totals, agreements and support where something is blank, told apart or given twice. */

type Participant = NonNullable<NonNullable<Stated['riskShares']>[number]['participants']>[number];
const part = (organisation: string, more: Partial<Participant> = {}): Participant => ({
  organisation,
  gainWeight: '0.5',
  lossWeight: '0.5',
  targetByYear: byYear('0', '0', '0'),
  ...more,
});
const level = (amount: string): Decimal[] => nilByYear(3).map((nil, year) => (year === 0 ? nil : new D(amount)));
/** A settlement of given positions with nothing left out, so that what validation would hold back is seen too. */
const settled = (stated: Stated, positions: Record<string, string>): Settlement =>
  settle(frameOf(bareScenario(stated), new Map()), {
    beforeSupport: new Map(Object.entries(positions).map(([organisation, amount]) => [organisation, level(amount)])),
    untested: new Map(),
  });

describe('control totals', () => {
  const totals = (stated: Stated): Record<string, string[]> =>
    Object.fromEntries([...controlTotals(frameOf(bareScenario(stated), new Map()))].map(([id, amounts]) => [id, exact(amounts)]));

  test('of one body may stand in two parts, each with its own years', () => {
    const stated: Stated = {
      controlTotals: [
        { organisation: 'TRUST', amountByYear: { '2018/19': '1', '2019/20': '2' } },
        { organisation: 'TRUST', amountByYear: { '2020/21': '3' } },
      ],
    };
    expect(totals(stated)).toEqual({ TRUST: ['1', '2', '3'] });
  });

  test('after support take off the support of their own body alone', () => {
    const stated: Stated = {
      controlTotals: [
        { organisation: 'TRUST', basis: 'POST_PSF', amountByYear: byYear('15', '15') },
        { organisation: 'COMM', amountByYear: byYear('4') },
      ],
      support: [
        { id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('5') },
        { id: 'PSF2', organisation: 'TRUST', allocationByYear: byYear('2') },
        { id: 'PSF3', organisation: 'COMM', allocationByYear: byYear('3') },
      ],
    };
    // 15 − 5 − 2; no allocation in 2019/20; the other's total is one before support
    expect(totals(stated)).toEqual({ TRUST: ['8', '15', 'n/a'], COMM: ['4', 'n/a', 'n/a'] });
  });

  test('of the base year are none: it has been settled', () => {
    const ran = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
      controlTotals: [{ organisation: 'TRUST', amountByYear: { '2017/18': '50', '2018/19': '50' } }],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: { '2017/18': '10', '2018/19': '10' } }],
    });
    expect(ran.projection.controlTotals.get('TRUST')?.[0]).toBeUndefined();
    expect(ran.projection.settlement.support.get('PSF1')?.[0]).toBeUndefined();
    expect(ran.projection.settlement.reported.get('TRUST')?.map((amount) => amount.toFixed())).toEqual(['100', '110', '100', '100']);
  });
});

describe('support', () => {
  const stated = (amounts: Record<string, string>): Stated => ({
    controlTotals: [{ organisation: 'TRUST', amountByYear: amounts }],
    support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('10', '10', '10') }],
  });

  test('without a control total in a year is not earned in it, and has no distance to a gate', () => {
    const years = settled(stated({ '2019/20': '5' }), { TRUST: '100' }).support.get('PSF1');
    expect(years?.map((year) => year?.earned.toFixed())).toEqual([undefined, '0', '10', '0']);
    expect(years?.map((year) => year?.distanceToGate?.toFixed())).toEqual([undefined, undefined, '95', undefined]);
  });

  test('of a body without any control total is not earned', () => {
    const alone: Stated = { support: stated({}).support };
    expect(exact(settled(alone, { TRUST: '100' }).reported.get('TRUST') ?? [])).toEqual(['100', '100', '100']);
  });

  test('of a body without any position is held against nil', () => {
    expect(exact(settled(stated(byYear('0', '0.01')), {}).reported.get('TRUST') ?? [])).toEqual(['10', '0', '0']);
  });
});

describe('an agreement', () => {
  const shared = (participants: Participant[], positions: Record<string, string>): Settlement =>
    settled({ riskShares: [{ id: 'R1', name: 'Agreement', participants }] }, positions);

  test('says what each member brought', () => {
    const [year] = shared([part('CCG'), part('TRUST', { targetByYear: byYear('30', '30', '30') })], { CCG: '100', TRUST: '-20' })
      .riskShares.get('R1')
      ?.slice(1) ?? [undefined];
    // 100 − 0 and −20 − 30; V = 50, half each: 25 − 100 and 25 + 50
    expect([...(year?.variances ?? [])].map(([id, amount]) => [id, amount.toFixed()])).toEqual([
      ['CCG', '100'],
      ['TRUST', '-50'],
    ]);
    expect(year?.pool.toFixed()).toBe('50');
    expect([...(year?.transfers ?? [])].map(([id, amount]) => [id, amount.toFixed()])).toEqual([
      ['CCG', '-75'],
      ['TRUST', '75'],
    ]);
  });

  test('with a member that has no target in a year shares nothing in it', () => {
    const late = shared([part('CCG'), part('TRUST', { targetByYear: { '2019/20': '0' } })], { CCG: '100', TRUST: '0' });
    expect(exact(late.transfers.get('CCG') ?? [])).toEqual(['0', '-50', '0']);
    expect(late.riskShares.get('R1')?.map((year) => year?.pool.toFixed())).toEqual([undefined, undefined, '100', undefined]);
  });

  test('counts a member without a position at nil', () => {
    const absent = shared([part('CCG'), part('TRUST')], { CCG: '100' });
    expect(exact(absent.transfers.get('TRUST') ?? [])).toEqual(['50', '50', '50']);
    expect(exact(absent.reported.get('TRUST') ?? [])).toEqual(['50', '50', '50']);
  });

  test('without any weight does nothing, and with weights for gains or losses alone it does', () => {
    const weighted = (gainWeight: string, lossWeight: string): Participant[] => [
      part('CCG', { gainWeight, lossWeight }),
      part('TRUST', { gainWeight, lossWeight }),
    ];
    expect(shared(weighted('0', '0'), { CCG: '100' }).riskShares.size).toBe(0);
    expect(exact(shared(weighted('0.5', '0'), { CCG: '100' }).transfers.get('TRUST') ?? [])).toEqual(['50', '50', '50']);
    expect(exact(shared(weighted('0', '0.5'), { CCG: '-100' }).transfers.get('TRUST') ?? [])).toEqual(['-50', '-50', '-50']);
    // one member alone may carry the weight
    const one = [part('CCG', { gainWeight: '0', lossWeight: '0' }), part('TRUST', { gainWeight: '1', lossWeight: '1' })];
    expect(exact(shared(one, { CCG: '100' }).transfers.get('TRUST') ?? [])).toEqual(['100', '100', '100']);
  });

  test('inside the dead-band still says what each member brought', () => {
    const inside = shareVariance([{ organisation: 'CCG', variance: new D(5), gainWeight: new D(1), lossWeight: new D(1) }], {
      inScopeShare: new D(1),
      deadBand: new D(6),
      cap: undefined,
    });
    expect(inside.variances.get('CCG')?.toFixed()).toBe('5');
    expect(inside.transfers.get('CCG')?.toFixed()).toBe('0');
    expect(inside.capFactor.toFixed()).toBe('0');
  });
});
