import { describe, expect, test } from 'vitest';
import { building, byYear, exact, run, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §6.3, §6.4 and §19 (20) to (22): what capital costs, and which schemes are funded. */

const funded = (ran: Run): string[] => [...ran.projection.capital.funding.funded];
const envelope = (source: 'OTHER_PDC' | 'LOAN' | 'STP_PDC' | 'LAND_RECEIPT', amountByYear: Record<string, string>) => ({
  source,
  amountByYear,
});
const outturnOf = (ran: Run, id = 'C1'): string[] => exact(ran.projection.capital.funding.plans.get(id)?.outturn ?? []);

describe('optimism bias', () => {
  const biased = (optimismBias: Parameters<typeof building>[0]['optimismBias']) =>
    outturnOf(run({ capital: [building({ baseCostByYear: byYear('1000'), optimismBias })] }))[0];

  test('is the upper bound less what is mitigated', () => {
    expect(biased({ upperBound: '0.4', mitigation: '0.75' })).toBe('1100');
  });

  test('of a combined scheme is value-weighted: 30% non-standard makes 32.1%', () => {
    expect(biased({ nonStandardShare: '0.3' })).toBe('1321');
    expect(biased({ nonStandardShare: '1' })).toBe('1510');
  });

  test('of a standard building is 24% unless stated, and nil where it is taken out', () => {
    expect(biased({})).toBe('1240');
    expect(biased({ mitigation: '0.5' })).toBe('1120');
    expect(biased(undefined)).toBe('1000');
  });
});

test('slippage moves spend after optimism bias, also beyond the horizon, and keeps the total', () => {
  const ran = run({
    capital: [building({ baseCostByYear: byYear('1200', '0', '2400'), optimismBias: { upperBound: '0.1' }, slippageMonths: '3' })],
  });
  // 1,320 and 2,640: three quarters in the year, one in the next
  expect(outturnOf(ran)).toEqual(['990', '330', '1980', '660']);
  expect(ran.projection.capital.funding.plans.get('C1')?.total.toFixed()).toBe('3960');
});

describe('the funding test', () => {
  const thousand = (id: string, more: Parameters<typeof building>[0] = {}) => building({ id, baseCostByYear: byYear('1000'), ...more });

  test('takes schemes by rank; what fails takes nothing, and the next is tried', () => {
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('1500'))],
      capital: [
        thousand('C1', { priority: '3', baseCostByYear: byYear('500') }),
        thousand('C2', { priority: '2' }),
        thousand('C3', { priority: '1' }),
      ],
    });
    // C3 takes 1,000; C2 needs 1,000 of 500 left; C1 takes the 500
    expect(funded(ran)).toEqual(['C3', 'C1']);
    expect(exact(ran.projection.capital.funding.sources[0]?.funded ?? [])[0]).toBe('1500');
  });

  test('takes equal ranks in list order and schemes without a rank last', () => {
    const capital = (ranks: readonly (string | undefined)[]) =>
      ranks.map((priority, index) => thousand(`C${String(index + 1)}`, { priority }));
    const stated = (ranks: readonly (string | undefined)[]): Stated => ({
      capital: capital(ranks),
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('1000'))],
    });
    expect(funded(run(stated(['1', '1'])))).toEqual(['C1']);
    expect(funded(run(stated([undefined, '9'])))).toEqual(['C2']);
    expect(funded(run(stated([undefined, undefined])))).toEqual(['C1']);
  });

  test('asks every source that a scheme needs', () => {
    const mix = [
      { source: 'OTHER_PDC', share: '0.5' },
      { source: 'LOAN', share: '0.5' },
    ] as const;
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('1000')), envelope('LOAN', byYear('499'))],
      capital: [thousand('C1', { priority: '1', funding: [...mix] }), thousand('C2', { priority: '2' })],
    });
    // C1 lacks £1 of loan and leaves the PDC to C2
    expect(funded(ran)).toEqual(['C2']);
    expect(ran.projection.capital.funding.refusals.get('C1')).toContain('Loan');
  });

  test('adds up what a scheme asks of one source', () => {
    const halves = [
      { source: 'OTHER_PDC', share: '0.5' },
      { source: 'OTHER_PDC', share: '0.5' },
    ] as const;
    const withEnvelope = (amount: string): string[] =>
      funded(run({ capital: [thousand('C1', { funding: [...halves] })], capitalEnvelopes: [envelope('OTHER_PDC', byYear(amount))] }));
    // two halves of 1,000 do not fit into 500, although each does
    expect(withEnvelope('500')).toEqual([]);
    expect(withEnvelope('1000')).toEqual(['C1']);
  });

  test('is passed at a headroom of nil, within the tolerance, and failed by a penny', () => {
    const withEnvelope = (amount: string) =>
      funded(run({ capital: [thousand('C1')], capitalEnvelopes: [envelope('OTHER_PDC', byYear(amount))] }));
    expect(withEnvelope('1000')).toEqual(['C1']);
    expect(withEnvelope('999.9999995')).toEqual(['C1']);
    expect(withEnvelope('999.99')).toEqual([]);
  });

  test('is cumulative: early money waits, early need does not', () => {
    const withSpend = (...amounts: string[]) =>
      funded(
        run({
          capital: [building({ baseCostByYear: byYear(...amounts) })],
          capitalEnvelopes: [envelope('OTHER_PDC', byYear('600', '400'))],
        }),
      );
    expect(withSpend('400', '600')).toEqual(['C1']);
    expect(withSpend('0', '0', '1000')).toEqual(['C1']);
    expect(withSpend('601', '399')).toEqual([]);
  });

  test('keeps what a better rank needs later', () => {
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('600', '400'))],
      capital: [
        building({ id: 'C1', priority: '1', baseCostByYear: byYear('0', '1000') }),
        building({ id: 'C2', priority: '2', baseCostByYear: byYear('600') }),
      ],
    });
    // in 2018/19 there are 600 for C2, but in 2019/20 all 1,000 are promised
    expect(funded(ran)).toEqual(['C1']);
  });

  test('looks beyond the horizon, where the envelope is nil unless entered', () => {
    const late = building({ baseCostByYear: byYear('0', '0', '1200'), slippageMonths: '6' });
    const withEnvelope = (amountByYear: Record<string, string>) =>
      funded(run({ capital: [late], capitalEnvelopes: [envelope('OTHER_PDC', amountByYear)] }));
    // 600 in 2020/21 and 600 in 2021/22
    expect(withEnvelope({ '2020/21': '1000' })).toEqual([]);
    expect(withEnvelope({ '2020/21': '1000', '2021/22': '200' })).toEqual(['C1']);
    expect(withEnvelope({ '2018/19': '1200' })).toEqual(['C1']);
  });

  test('does not limit a source without an envelope', () => {
    expect(funded(run({ capital: [building({ baseCostByYear: byYear('999999999') })] }))).toEqual(['C1']);
  });

  test('lets capital wait for capital, whatever the ranks', () => {
    const chain = (amount: string) =>
      run({
        capitalEnvelopes: [envelope('OTHER_PDC', byYear(amount))],
        capital: [thousand('C1', { priority: '1', capitalDependencies: ['C2'] }), thousand('C2', { priority: '2' })],
      });
    expect(funded(chain('2000'))).toEqual(['C2', 'C1']);
    expect(funded(chain('1000'))).toEqual(['C2']);
    expect(funded(chain('999'))).toEqual([]);
  });
});

describe('an unfunded scheme', () => {
  test('spends nothing and is charged nothing', () => {
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('50'))],
      capital: [
        building({
          baseCostByYear: byYear('100'),
          runningCostPerYear: '12',
          unitaryChargeByYear: byYear('5', '5', '5'),
          impairmentByYear: byYear('3'),
        }),
      ],
    });
    expect(exact(ran.outcomes.system.reported)).toEqual(['0', '0', '0']);
    const outcome = ran.projection.capital.schemes.get('C1');
    expect(outcome?.funded).toBe(false);
    expect(exact(outcome?.spend ?? [])).toEqual(['0', '0', '0']);
    expect(exact(outcome?.netBookValue ?? [])).toEqual(['0', '0', '0']);
    expect(exact(ran.outcomes.system.exitRunRate)).toEqual(['0', '0', '0']);
  });
});

describe('over-programming', () => {
  test('is what all schemes ask of a source over its envelope, and funds nothing', () => {
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('500', '500'))],
      capital: [building({ id: 'C1', baseCostByYear: byYear('0', '1000') }), building({ id: 'C2', baseCostByYear: byYear('0', '40') })],
    });
    // 1,040 / 1,000 − 1 = 4%, inside the limit of 5%, and C2 is not funded all the same
    expect(ran.projection.capital.funding.sources[0]?.overProgramming?.toFixed()).toBe('0.04');
    expect(funded(ran)).toEqual(['C1']);
  });

  test('counts the share asked of the source alone', () => {
    const ran = run({
      capitalEnvelopes: [envelope('OTHER_PDC', byYear('1000'))],
      capital: [
        building({
          baseCostByYear: byYear('3000'),
          funding: [
            { source: 'OTHER_PDC', share: '0.5' },
            { source: 'LOAN', share: '0.5' },
          ],
        }),
      ],
    });
    expect(ran.projection.capital.funding.sources.find(({ source }) => source === 'OTHER_PDC')?.overProgramming?.toFixed()).toBe('0.5');
    expect(ran.projection.capital.funding.sources.find(({ source }) => source === 'LOAN')?.overProgramming).toBeUndefined();
  });
});

describe('land receipts', () => {
  const sale = building({ id: 'SALE', assetClass: 'LAND', funding: [], disposal: { proceeds: '500', netBookValue: '500', month: '24' } });
  const bought = (...amounts: string[]) =>
    funded(
      run({
        capital: [sale, building({ id: 'C1', baseCostByYear: byYear(...amounts), funding: [{ source: 'LAND_RECEIPT', share: '1' }] })],
      }),
    );

  test('count from the year of their month', () => {
    expect(bought('0', '500')).toContain('C1');
    expect(bought('500')).not.toContain('C1');
    expect(bought('0', '501')).not.toContain('C1');
  });

  test('add to an envelope entered for the source', () => {
    const ran = run({
      capitalEnvelopes: [envelope('LAND_RECEIPT', byYear('100'))],
      capital: [sale, building({ id: 'C1', baseCostByYear: byYear('100', '500'), funding: [{ source: 'LAND_RECEIPT', share: '1' }] })],
    });
    expect(funded(ran)).toContain('C1');
  });
});
