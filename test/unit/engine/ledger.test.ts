import { describe, expect, test } from 'vitest';
import { Ledger, SETTLEMENT_STEPS, STEPS, foldByYear, nilByYear, type Entry } from '../../../shared/engine/ledger.ts';
import { ZERO, D } from '../../../shared/money/decimal.ts';
import { building, byYear, cost, exact, income, run } from '../../support/bare-system.ts';

/* model-spec §10: postings, the sums over them, and which of them come after the position before support. */

const entry = (year: number, amount: string, more: Partial<Entry> = {}): Entry => ({
  year,
  organisation: 'TRUST',
  step: 'doNothing',
  category: 'OTHER',
  source: 'L1',
  setting: 'OTHER',
  amount: new D(amount),
  recurrent: true,
  betweenMembers: false,
  ...more,
});

describe('a ledger', () => {
  test('begins empty, keeps postings in order, and keeps none of nil', () => {
    const ledger = new Ledger();
    expect(ledger.entries).toEqual([]);
    ledger.post(entry(1, '5'));
    ledger.post(entry(2, '0'));
    ledger.post(entry(3, '-0.000001'));
    expect(ledger.entries.map(({ year, amount }) => [year, amount.toFixed()])).toEqual([
      [1, '5'],
      [3, '-0.000001'],
    ]);
  });
});

describe('a fold', () => {
  const entries = [
    entry(1, '5', { organisation: 'A' }),
    entry(1, '7', { organisation: 'B' }),
    entry(1, '0.5', { organisation: 'A' }),
    entry(2, '-3', { organisation: 'A' }),
  ];

  test('adds up by key and year, nil where nothing is posted', () => {
    const totals = foldByYear(entries, 3, ({ organisation }) => organisation);
    expect([...totals.keys()]).toEqual(['A', 'B']);
    expect(totals.get('A')?.map((amount) => amount.toFixed())).toEqual(['0', '5.5', '-3', '0']);
    expect(totals.get('B')?.map((amount) => amount.toFixed())).toEqual(['0', '7', '0', '0']);
  });

  test('leaves out what has no key', () => {
    const totals = foldByYear(entries, 3, ({ organisation }) => (organisation === 'A' ? undefined : organisation));
    expect([...totals.keys()]).toEqual(['B']);
  });

  test('stands on lists of its own', () => {
    const first = nilByYear(3);
    first[1] = new D(1);
    expect(first).toHaveLength(4);
    expect(nilByYear(3)[1]).toBe(ZERO);
    expect(nilByYear(0)).toEqual([ZERO]);
  });
});

describe('the steps', () => {
  // a trust that earns its PSF and shares half of what it has with the CCG, and a council that lives on reserves
  const terms = { gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0', '0', '0') };
  const { projection } = run({
    lines: [income({ organisation: 'TRUST', baseAmount: '1000' }), cost({ organisation: 'COUNCIL', baseAmount: '10' })],
    capital: [building({ baseCostByYear: byYear('1200'), lifeYears: '10' })],
    riskShares: [
      {
        id: 'R1',
        name: 'Agreement',
        participants: [
          { organisation: 'TRUST', ...terms },
          { organisation: 'CCG', ...terms },
        ],
      },
    ],
    controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '-20') }],
    support: [{ id: 'PSF', organisation: 'TRUST', allocationByYear: byYear('10', '10', '10') }],
    reserves: [{ organisation: 'COUNCIL', opening: '100', minimum: '0' }],
  });
  const posted = new Set(projection.entries.map(({ step }) => step));

  test('of the settlement come last in the bridge, and each is posted here', () => {
    expect(STEPS.slice(-3)).toEqual([...SETTLEMENT_STEPS]);
    expect([...SETTLEMENT_STEPS].filter((step) => posted.has(step))).toEqual(['riskShare', 'support', 'reserves']);
  });

  test('before it add up to the position before support, and all of them to reported', () => {
    const before = foldByYear(
      projection.entries.filter(({ step }) => !SETTLEMENT_STEPS.has(step)),
      3,
      ({ organisation }) => organisation,
    );
    const all = foldByYear(projection.entries, 3, ({ organisation }) => organisation);
    for (const organisation of ['TRUST', 'COUNCIL']) {
      expect(exact(before.get(organisation) ?? [])).toEqual(exact(projection.positions.beforeSupport.get(organisation) ?? []));
      expect(exact(all.get(organisation) ?? [])).toEqual(exact(projection.settlement.reported.get(organisation) ?? []));
    }
    // council: −10 before support; drawn from reserves, nil
    expect(exact(before.get('COUNCIL') ?? [])).toEqual(['-10', '-10', '-10']);
    expect(exact(all.get('COUNCIL') ?? [])).toEqual(['0', '0', '0']);
  });
});
