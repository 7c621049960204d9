import { describe, expect, test } from 'vitest';
import { ZERO, sum } from '../../../shared/money/decimal.ts';
import { MEASURES } from '../../../shared/outcomes/positions.ts';
import { byYear, contract, cost, exact, income, run, saving, atOnce } from '../../support/bare-system.ts';

/* model-spec §1.3, §3.5, §10 and §19 (3), (37): what is read off the ledger. */

describe('reported and underlying', () => {
  test('differ by support, one-offs, implementation and reserves, each with its sign', () => {
    const ran = run({
      lines: [
        income({ organisation: 'TRUST', baseAmount: '1000', nonRecurrentByYear: byYear('0', '0', '7') }),
        cost({ organisation: 'TRUST', baseAmount: '900', nonRecurrentByYear: byYear('0', '0', '11') }),
        cost({ organisation: 'COUNCIL', baseAmount: '13' }),
      ],
      savings: [
        saving({
          profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '0', '17') },
          implementationCostByYear: byYear('0', '0', '19'),
        }),
      ],
      controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '0') }],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('0', '0', '23') }],
      reserves: [{ organisation: 'COUNCIL', opening: '10', minimum: '0' }],
    });
    // trust 100 + 7 − 11 + 17 − 19 + 23; underlying 100
    expect(exact(ran.organisation('TRUST').reported)[2]).toBe('117');
    expect(exact(ran.organisation('TRUST').underlying)[2]).toBe('100');
    // the council uses 10 in the first year and nothing after: −13 either way, and 10 of reserves are no underlying income
    expect(exact(ran.organisation('COUNCIL').reported)).toEqual(['-3', '-13', '-13']);
    expect(exact(ran.organisation('COUNCIL').underlying)).toEqual(['-13', '-13', '-13']);
    expect(exact(ran.outcomes.system.underlying)).toEqual(['87', '87', '87']);
  });
});

describe('the system', () => {
  const books = {
    lines: [
      income({ organisation: 'CCG', baseAmount: '60' }),
      cost({ organisation: 'TRUST', baseAmount: '90' }),
      income({ organisation: 'COMM', baseAmount: '15' }),
    ],
    flows: [contract({ baseAmount: '30' })],
  };

  test('is the sum of its organisations in every measure', () => {
    const { organisations, system } = run({ ...books, savings: [saving({ profile: atOnce('5') })] }).outcomes;
    for (const measure of MEASURES) {
      const summed = system[measure].map((_, year) => sum(organisations.map((each) => each[measure][year] ?? ZERO)));
      expect(exact(summed)).toEqual(exact(system[measure]));
    }
    // 30, −60 + 5, 15
    expect(exact(system.reported)).toEqual(['-10', '-10', '-10']);
  });

  test('adds up reported from the first projected year', () => {
    const { system } = run(books).outcomes;
    // −15 a year; the base year is no part of it
    expect(exact(system.cumulative)).toEqual(['-15', '-30', '-45']);
    expect(system.cumulative[0]?.toFixed()).toBe('0');
  });

  test('per head is reported over the population of the year, and n/a without one', () => {
    const { system } = run({ ...books, populationByYear: { '2018/19': '6', '2019/20': '0' } }).outcomes;
    expect(exact(system.perHead)).toEqual(['-2.5', 'n/a', 'n/a']);
  });

  test('in real terms is reported at the prices of the base year', () => {
    const { system } = run({ ...books, deflator: { rateByYear: byYear('0.25', '0.2', '0') } }).outcomes;
    // −15 / 1.25, / 1.5, / 1.5
    expect(exact(system.reportedReal)).toEqual(['-12', '-10', '-10']);
  });
});

describe('variance against the control total', () => {
  test('is favourable above it and adverse below it, after risk-share and before support', () => {
    const terms = { gainWeight: '0.5', lossWeight: '0.5' };
    const ran = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
      controlTotals: [
        { organisation: 'TRUST', amountByYear: byYear('20', '20', '20') },
        { organisation: 'COMM', amountByYear: byYear('0', '0', '0') },
      ],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('9', '9', '9') }],
      riskShares: [
        {
          id: 'R1',
          name: 'Agreement',
          participants: [
            { organisation: 'TRUST', ...terms },
            { organisation: 'COMM', ...terms },
          ],
        },
      ],
    });
    // V = 80: the trust keeps 20 + 40, the other gets 40
    expect(exact(ran.organisation('TRUST').variance)).toEqual(['40', '40', '40']);
    expect(exact(ran.organisation('COMM').variance)).toEqual(['40', '40', '40']);
    expect(exact(ran.organisation('CCG').variance)).toEqual(['n/a', 'n/a', 'n/a']);
  });
});
