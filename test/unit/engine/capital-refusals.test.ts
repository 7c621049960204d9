import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { bareScenario, building, byYear, exact, run, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §6.4 and §19 (21), (22): why a scheme is not funded, in the words that people read, and what its sources then hold. */

const refusal = (ran: Run, id = 'C1'): string | undefined => ran.projection.capital.funding.refusals.get(id);
const envelope = (amountByYear: Record<string, string>): Stated['capitalEnvelopes'] => [{ source: 'OTHER_PDC', amountByYear }];

describe('a refusal', () => {
  test('names the source and the year that runs out', () => {
    const spends = (...amounts: string[]): string | undefined =>
      refusal(run({ capital: [building({ baseCostByYear: byYear(...amounts) })], capitalEnvelopes: envelope(byYear('100', '100')) }));
    // held 100, then 200 in all
    expect(spends('101')).toBe('Other PDC would run out in 2018/19');
    expect(spends('100', '101')).toBe('Other PDC would run out in 2019/20');
    expect(spends('100', '100', '1')).toBe('Other PDC would run out in 2020/21');
    expect(spends('100', '100')).toBeUndefined();
  });

  test('names the years past the horizon', () => {
    // 1,200 in 2020/21, slipped by 18 months: 600 in 2021/22 and 600 in 2022/23
    const slipped = (amountByYear: Record<string, string>): string | undefined =>
      refusal(
        run({
          capital: [building({ baseCostByYear: byYear('0', '0', '1200'), slippageMonths: '18' })],
          capitalEnvelopes: envelope(amountByYear),
        }),
      );
    expect(slipped({ '2020/21': '599' })).toBe('Other PDC would run out in 2021/22');
    expect(slipped({ '2020/21': '1199' })).toBe('Other PDC would run out in 2022/23');
    expect(slipped({ '2020/21': '1200' })).toBeUndefined();
  });

  test('names the scheme that is waited for where that one is not funded', () => {
    const chain = run({
      capital: [
        building({ id: 'C1', capitalDependencies: ['C3', 'C2'], baseCostByYear: byYear('10') }),
        building({ id: 'C2', name: 'Energy centre', baseCostByYear: byYear('1000') }),
        building({ id: 'C3', name: 'Car park', baseCostByYear: byYear('10') }),
      ],
      capitalEnvelopes: envelope(byYear('100')),
    });
    // the car park fits into 100, the energy centre does not
    expect([...chain.projection.capital.funding.funded]).toEqual(['C3']);
    expect(refusal(chain)).toBe('it waits for Energy centre, which is not funded');
    expect(refusal(chain, 'C2')).toBe('Other PDC would run out in 2018/19');
  });
});

describe('what a source gives', () => {
  test('is what funded schemes take, year by year, refused ones left out', () => {
    const ran = run({
      capital: [
        building({ id: 'C1', priority: '1', baseCostByYear: byYear('30', '20') }),
        building({ id: 'C2', priority: '2', baseCostByYear: byYear('1000') }),
        building({ id: 'C3', priority: '3', baseCostByYear: byYear('0', '0', '7') }),
      ],
      capitalEnvelopes: envelope(byYear('100')),
    });
    const [source] = ran.projection.capital.funding.sources;
    expect(exact(source?.funded ?? [])).toEqual(['30', '20', '7']);
    expect(exact(source?.asked ?? [])).toEqual(['1030', '20', '7']);
    expect(source?.overProgramming?.toFixed()).toBe('9.57'); // 1,057 / 100 − 1
  });

  test('of land receipts is nil before the year of the sale', () => {
    const sold = run({ capital: [building({ funding: [], disposal: { proceeds: '500', netBookValue: '500', month: '36' } })] });
    const receipts = sold.projection.capital.funding.sources.find(({ source }) => source === 'LAND_RECEIPT');
    expect(receipts?.envelope?.map((amount) => amount.toFixed())).toEqual(['0', '0', '0', '500']);
    expect(receipts?.overProgramming?.toFixed()).toBe('-1'); // nothing asked of 500
  });

  test('of two sales adds up', () => {
    const sale = (id: string, month: string, proceeds: string) =>
      building({ id, funding: [], disposal: { proceeds, netBookValue: '0', month } });
    const sold = run({ capital: [sale('C1', '13', '40'), sale('C2', '35', '60'), sale('C3', '12', '5')] });
    const receipts = sold.projection.capital.funding.sources.find(({ source }) => source === 'LAND_RECEIPT');
    // months 12 and 13 lie in 2018/19, month 35 in 2019/20
    expect(receipts?.envelope?.map((amount) => amount.toFixed())).toEqual(['0', '45', '60']);
  });
});

test('an envelope that cannot be computed is no envelope, and what draws on it is left out', () => {
  const { frame, capital } = project(
    bareScenario({ capital: [building({ baseCostByYear: byYear('100') })], capitalEnvelopes: envelope(byYear('-5')) }),
  );
  expect([...frame.leftOut.keys()]).toEqual(expect.arrayContaining(['capitalEnvelopes:OTHER_PDC', 'capital:C1']));
  expect(capital.funding.sources).toEqual([]);
  expect(capital.funding.plans.size).toBe(0);
});
