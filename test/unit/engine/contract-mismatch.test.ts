import { describe, expect, test } from 'vitest';
import { contract, byYear, exact, rates, run, type Stated } from '../../support/bare-system.ts';

/* model-spec §3.3 and §19 (2): what a payer books above the payee's figure grows like the flow, also where the flow is nil. */

const mismatch = (flow: Partial<Parameters<typeof contract>[0]>): string[] => {
  const stated: Stated = {
    series: [rates('volume', '0.1', '0.2'), rates('price', '0.5')],
    flows: [contract({ baseAmount: '0', payerAmount: '10', volumeSeries: 'volume', priceSeries: 'price', ...flow })],
  };
  return exact(run(stated).projection.doNothing.mismatches.get('F1') ?? []);
};

describe('the mismatch of a flow', () => {
  test('that is nil grows by volume and price', () => {
    // 10 × 1.1 × 1.5 = 16.5; × 1.2 = 19.8
    expect(mismatch({})).toEqual(['16.5', '19.8', '19.8']);
  });

  test('that begins with an amount entered grows by volume and price into that year, and on from it', () => {
    expect(mismatch({ explicitByYear: byYear('50') })).toEqual(['16.5', '19.8', '19.8']);
    // from 50 to 75 by an amount entered: half as much again of 16.5
    expect(mismatch({ explicitByYear: byYear('50', '75') })).toEqual(['16.5', '24.75', '24.75']);
  });

  test('moves in the proportion of the flow where an amount is entered, and by the series in the other years', () => {
    // 100 to 150; then 20%: 15 × 1.2
    expect(mismatch({ baseAmount: '100', payerAmount: '110', explicitByYear: byYear('150') })).toEqual(['15', '18', '18']);
  });

  test('is nil where the payer states no amount of its own, or the same', () => {
    expect(mismatch({ baseAmount: '100', payerAmount: undefined })).toEqual(['0', '0', '0']);
    expect(mismatch({ baseAmount: '100', payerAmount: '100' })).toEqual(['0', '0', '0']);
    expect(mismatch({ baseAmount: '100', payerAmount: '90' })).toEqual(['-16.5', '-19.8', '-19.8']);
  });
});
