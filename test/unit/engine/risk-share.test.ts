import { describe, expect, test } from 'vitest';
import { shareVariance } from '../../../shared/engine/settlement.ts';
import { D, ONE, ZERO } from '../../../shared/money/decimal.ts';
import { byYear, cost, exact, income, run, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §9.1 and §19 (34): variances pooled and shared out; who, never whether. */

type Agreement = NonNullable<Stated['riskShares']>[number];
type Participant = NonNullable<Agreement['participants']>[number];
/** A member whose weight is the same for gains and losses. */
const part = (organisation: string, weight: string, more: Partial<Participant> = {}): Participant => ({
  organisation,
  gainWeight: weight,
  lossWeight: weight,
  ...more,
});
const agreement = (participants: Participant[], more: Partial<Agreement> = {}): Agreement => ({
  id: 'R1',
  name: 'Agreement',
  participants,
  ...more,
});
/** Books that leave each organisation at a position in every year. */
const at = (positions: Record<string, number>): NonNullable<Stated['lines']> =>
  Object.entries(positions).map(([organisation, position]) =>
    position >= 0 ? income({ organisation, baseAmount: String(position) }) : cost({ organisation, baseAmount: String(-position) }),
  );
const nilTargets = (...organisations: string[]): NonNullable<Stated['controlTotals']> =>
  organisations.map((organisation) => ({ organisation, amountByYear: byYear('0', '0', '0') }));
const transfers = (ran: Run, ...organisations: string[]): (string | undefined)[] => organisations.map((id) => ran.step('riskShare', id)[2]);

describe('one agreement', () => {
  const books = at({ CCG: 100, TRUST: -300, COMM: 0 });
  const three = [part('CCG', '0.5'), part('TRUST', '0.3'), part('COMM', '0.2')];
  const shared = (more: Partial<Agreement> = {}): Run =>
    run({ lines: books, controlTotals: nilTargets('CCG', 'TRUST', 'COMM'), riskShares: [agreement(three, more)] });

  test('brings each member to its target plus its weight of the whole', () => {
    // V = −200: −100 − 100, −60 + 300, −40 − 0
    expect(transfers(shared(), 'CCG', 'TRUST', 'COMM')).toEqual(['-200', '240', '-40']);
    expect(shared().step('riskShare')).toEqual(['0', '0', '0']);
  });

  test('shares the part in scope', () => {
    // a quarter of it
    expect(transfers(shared({ inScopeShare: '0.25' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-50', '60', '-10']);
  });

  test('moves nothing inside the dead-band, and the whole at its edge and beyond', () => {
    expect(transfers(shared({ deadBand: '200.01' }), 'CCG', 'TRUST', 'COMM')).toEqual(['0', '0', '0']);
    expect(transfers(shared({ deadBand: '200' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-200', '240', '-40']);
    // 200 is inside 200.0000005 by less than the tolerance
    expect(transfers(shared({ deadBand: '200.0000005' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-200', '240', '-40']);
    expect(transfers(shared({ deadBand: '150' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-200', '240', '-40']);
  });

  test('holds the dead-band against the part in scope', () => {
    // σV = −50
    expect(transfers(shared({ inScopeShare: '0.25', deadBand: '60' }), 'CCG', 'TRUST', 'COMM')).toEqual(['0', '0', '0']);
  });

  test('is scaled down by the cap on what is pooled, not on what a member gets (§19 (34))', () => {
    // 50/200 of every transfer; the trust gets 60 although the cap is 50
    expect(transfers(shared({ cap: '50' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-50', '60', '-10']);
    expect(transfers(shared({ cap: '200' }), 'CCG', 'TRUST', 'COMM')).toEqual(['-200', '240', '-40']);
    expect(transfers(shared({ cap: '0' }), 'CCG', 'TRUST', 'COMM')).toEqual(['0', '0', '0']);
  });

  test('that nets to nil still returns members to their targets, capped or not', () => {
    const ran = run({
      lines: at({ CCG: 100, TRUST: -100 }),
      controlTotals: nilTargets('CCG', 'TRUST'),
      riskShares: [agreement([part('CCG', '0.5'), part('TRUST', '0.5')], { cap: '10' })],
    });
    expect(transfers(ran, 'CCG', 'TRUST')).toEqual(['-100', '100']);
  });

  test('uses gain weights for a gain and loss weights for a loss', () => {
    const sided = [
      part('CCG', '0', { gainWeight: '0.9', lossWeight: '0.2' }),
      part('TRUST', '0', { gainWeight: '0.1', lossWeight: '0.8' }),
    ];
    const withBooks = (positions: Record<string, number>): (string | undefined)[] =>
      transfers(run({ lines: at(positions), controlTotals: nilTargets('CCG', 'TRUST'), riskShares: [agreement(sided)] }), 'CCG', 'TRUST');
    // V = 100: 90 − 100, 10 − 0; V = −100: −20 + 100, −80 − 0
    expect(withBooks({ CCG: 100 })).toEqual(['-10', '10']);
    expect(withBooks({ CCG: -100 })).toEqual(['80', '-80']);
  });

  test('a member of weight nil is returned to its target at the cost of the others', () => {
    const ran = run({
      lines: at({ CCG: 0, TRUST: -100 }),
      controlTotals: nilTargets('CCG', 'TRUST'),
      riskShares: [agreement([part('CCG', '1'), part('TRUST', '0')])],
    });
    expect(transfers(ran, 'CCG', 'TRUST')).toEqual(['-100', '100']);
  });
});

describe('targets', () => {
  test('are a member own, else its pre-PSF control total', () => {
    const ran = run({
      lines: at({ CCG: 100, TRUST: 100 }),
      controlTotals: [
        { organisation: 'CCG', amountByYear: byYear('60', '60', '60') },
        { organisation: 'TRUST', amountByYear: byYear('60', '60', '60'), basis: 'POST_PSF' },
      ],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('0', '0', '40') }],
      riskShares: [agreement([part('CCG', '0.5', { targetByYear: { '2020/21': '100' } }), part('TRUST', '0.5')])],
    });
    // 2018/19: both 40 above 60, nothing moves. 2020/21: CCG on its own 100; the trust 80 above 60 − 40 = 20: 40 each
    expect(ran.step('riskShare', 'CCG')).toEqual(['0', '0', '40']);
    expect(ran.step('riskShare', 'TRUST')).toEqual(['0', '0', '-40']);
  });
});

describe('several agreements', () => {
  const lines = at({ CCG: 0, TRUST: -100, COMM: 0 });
  const controlTotals = nilTargets('CCG', 'TRUST', 'COMM');
  const first = agreement([part('CCG', '0.5'), part('TRUST', '0.5')]);
  const second = agreement([part('TRUST', '0.5'), part('COMM', '0.5')], { id: 'R2' });

  test('apply in listed order to the position that the one before left', () => {
    // first: CCG −50, trust −50; second: of the trust's −50 half goes to COMM
    expect(transfers(run({ lines, controlTotals, riskShares: [first, second] }), 'CCG', 'TRUST', 'COMM')).toEqual(['-50', '75', '-25']);
    // the other way: trust −50, COMM −50; then −25 to the CCG
    expect(transfers(run({ lines, controlTotals, riskShares: [second, first] }), 'CCG', 'TRUST', 'COMM')).toEqual(['-25', '75', '-50']);
  });

  test('each sum to nil', () => {
    const { riskShares } = run({ lines, controlTotals, riskShares: [first, second] }).projection.settlement;
    for (const years of riskShares.values()) {
      const moved = [...(years[3]?.transfers.values() ?? [])];
      expect(moved.reduce((total, amount) => total.plus(amount), ZERO).toFixed()).toBe('0');
    }
  });
});

describe('transfers', () => {
  test('move a council as well, before its reserves, and are underlying', () => {
    const ran = run({
      lines: at({ COUNCIL: -100, CCG: 0 }),
      reserves: [{ organisation: 'COUNCIL', opening: '500', minimum: '0' }],
      riskShares: [
        agreement(
          [part('COUNCIL', '0.5', { targetByYear: byYear('0', '0', '0') }), part('CCG', '0.5', { targetByYear: byYear('0', '0', '0') })],
          {
            legalRoute: 'Section 75 agreement',
          },
        ),
      ],
    });
    expect(exact(ran.organisation('COUNCIL').reserves)).toEqual(['50', '50', '50']);
    expect(exact(ran.organisation('CCG').underlying)).toEqual(['-50', '-50', '-50']);
    expect(exact(ran.organisation('COUNCIL').underlying)).toEqual(['-50', '-50', '-50']);
  });

  test('in thirds still cancel to the last digit that anybody sees', () => {
    const third = new D(1).div(3);
    const members = ['a', 'b', 'c'].map((organisation, index) => ({
      organisation,
      variance: new D(index * 7 + 1),
      gainWeight: third,
      lossWeight: third,
    }));
    const { transfers: moved } = shareVariance(members, { inScopeShare: ONE, deadBand: ZERO, cap: new D(10) });
    const total = [...moved.values()].reduce((sum, amount) => sum.plus(amount), ZERO);
    expect(total.abs().lt('1e-28')).toBe(true);
  });
});
