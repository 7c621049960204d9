import { describe, expect, test } from 'vitest';
import { engineChecks } from '../../shared/engine/checks.ts';
import { formatPerHead } from '../../shared/money/format.ts';
import type { Decimal } from '../../shared/money/decimal.ts';
import { exact, pence, runOf } from '../support/bare-system.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { under } from './golden-text.ts';

/* What model-spec §14 prints of worked examples A and B beyond the golden file. */

const a = runOf(shippedScenario('worked-example-a'));
const b = runOf(shippedScenario('worked-example-b'));
const places = (amount: Decimal | null | undefined, count: number): string | undefined => amount?.toFixed(count);

describe('worked example A', () => {
  test('overlap factor, and a break-even that full delivery does not reach', () => {
    const pool = under(a.projection.savings.pools, 'WARD')[1];
    // 941,250 / 975,000
    expect(places(pool?.factor, 8)).toBe('0.96538462');
    expect(a.breakEven().beforeSupport.text).toBe('cannot balance even at full delivery');
  });

  test('verdict', () => {
    expect(a.verdict().text).toBe('Not balanced: £2.7m short');
  });
});

describe('worked example B', () => {
  test('capital: what is funded, and over-programming', () => {
    const { funding } = b.projection.capital;
    expect([...funding.funded]).toEqual(['C1']);
    expect(funding.plans.get('C1')?.total.toFixed()).toBe('10080000');
    expect(places(funding.sources.find(({ source }) => source === 'STP_PDC')?.overProgramming, 4)).toBe('0.1570');
  });

  test('overlap factors of the ward pool', () => {
    expect(under(b.projection.savings.pools, 'WARD').slice(1).map(({ factor }) => places(factor, 10))).toEqual(['0.9975893104', '0.9734272909', '0.9591556037']);
  });

  test('headline of each scheme in the target year', () => {
    const headlines = [...b.projection.savings.schemes].map(([id, scheme]) => [id, places(scheme.headline[3], 2)]);
    expect(headlines).toEqual([
      ['S1', '17871224.43'],
      ['S2', '4000000.00'],
      ['S3', '4864095.05'],
      ['S4', '7856888.89'],
      ['S5', '4111437.07'],
      ['S6', '10000000.00'],
      ['S7', '3000000.00'],
      ['S8', '1500000.00'],
      ['S9', '6000000.00'],
    ]);
  });

  test('pools of the risk share, and the distance to the gate', () => {
    const pools = under(b.projection.settlement.riskShares, 'RS1').slice(1);
    expect(pools.map((year) => places(year?.pool, 2))).toEqual(['-905432.14', '-569915.51', '1045417.29']);
    const support = under(b.projection.settlement.support, 'acute-support').slice(1);
    expect(support.map((year) => places(year?.earned, 2))).toEqual(['3400000.00', '0.00', '0.00']);
    expect(support.slice(0, 2).map((year) => places(year?.distanceToGate, 2))).toEqual(['124942.52', '-427987.31']);
  });

  test('council reserves and required mitigation', () => {
    expect(pence(b.organisation('COUNCIL').reserves)).toEqual(['1164172.00', '501475.93', '334352.07']);
    const reserves = under(b.projection.settlement.reserves, 'COUNCIL');
    expect(places(reserves[3]?.requiredMitigation, 2)).toBe('1369494.34');
    expect(reserves[3]?.closing.toFixed()).toBe('1000000');
  });

  test('per head and system position before support', () => {
    expect(b.outcomes.system.perHead.slice(1).map((amount) => (amount === undefined ? 'n/a' : formatPerHead(amount)))).toEqual(['(£29.50)', '(£30.04)', '(£13.97)']);
    expect(pence(b.outcomes.system.beforeSupport)).toEqual(['-13475036.28', '-9641306.94', '-4613011.84']);
  });

  test('what balance depends on', () => {
    const stress = b.breakEven();
    expect(places(stress.assumed, 6)).toBe('0.867432');
    expect(places(stress.justBelow, 2)).toBe('-229466.32');
    expect(places(stress.atSolution, 2)).toBe('3170533.68');
    expect(stress.dependsOnSupport).toBe(true);
    expect(stress.text).toContain('balance depends on the PSF gate');
  });

  test('verdict: an unlawful council budget, whatever else', () => {
    const verdict = b.verdict();
    expect(verdict.text.startsWith('Not balanced (unlawful council budget)')).toBe(true);
    expect(verdict.notes.join()).toContain('£1.4m');
  });

  test('prevention cash by year, and no check fails', () => {
    expect(exact(under(b.projection.prevention, 'PV1').cashReleasing)).toEqual(['0', '40000', '140000']);
    expect(engineChecks(b.projection).filter(({ holds }) => !holds)).toEqual([]);
  });
});
