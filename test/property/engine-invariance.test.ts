import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { D, ZERO, canonical, isAtLeast, plus, sum, type Decimal } from '../../shared/money/decimal.ts';
import { breakEven } from '../../shared/realism/break-even.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { changed, differences, isClose, positionsOf, run, scaledBy } from './engine-support.ts';

/* Two projections a case, a thousand cases a law: minutes on a busy machine, and no verdict on time. */
vi.setConfig({ testTimeout: 300_000 });
const RUNS = { numRuns: 1000 };
const plain = scenarioArbitrary({
  annotated: false,
  organisations: 4,
  linesPerOrganisation: 2,
  flows: 2,
  savings: 3,
  capital: 2,
  shifts: 2,
});

/** Lists whose order has no meaning (capital ties and risk-shares have one: model-spec §19). */
const UNORDERED = [
  'organisations',
  'series',
  'lines',
  'flows',
  'programmes',
  'pools',
  'savings',
  'declaredPairs',
  'capitalEnvelopes',
  'shifts',
  'stepGroups',
  'strandedSupport',
  'prevention',
  'implementation',
  'support',
  'controlTotals',
  'reserves',
] as const;

function reversed(scenario: Scenario): Scenario {
  return changed(scenario, (written) => {
    for (const list of UNORDERED) written[list].reverse();
  });
}

/** The tool default of a step cost is in pounds and no input, so a scenario to be scaled states every step cost. */
function withStepCosts(scenario: Scenario): Scenario {
  return changed(scenario, (written) => {
    for (const group of written.stepGroups) group.stepCostPerYear ??= { value: '1900000', unit: '£' };
  });
}

/** Three tenths of a line and the rest, as two lines that everything that named the one names both. */
function withLineSplit(scenario: Scenario, index: number): Scenario {
  return changed(scenario, (written) => {
    const line = written.lines[index];
    if (line === undefined) return;
    const twin = structuredClone(line);
    twin.id = `${line.id.slice(0, 50)}-twin`;
    const part = new D('0.3');
    const divide = (own: { value: string }, other: { value: string }): void => {
      const whole = new D(own.value);
      own.value = canonical(whole.times(part));
      other.value = canonical(whole.minus(whole.times(part)));
    };
    divide(line.baseAmount, twin.baseAmount);
    for (const byYear of ['explicitByYear', 'nonRecurrentByYear'] as const) {
      for (const [label, stated] of Object.entries(line[byYear])) {
        const other = twin[byYear][label];
        if (other !== undefined) divide(stated, other);
      }
    }
    written.lines.push(twin);
    for (const pool of written.pools) if (pool.kind === 'LINES' && pool.lines.includes(line.id)) pool.lines.push(twin.id);
  });
}

describe('a projection', () => {
  test('does not depend on the order of its lists', () => {
    fc.assert(
      fc.property(plain, (scenario) => {
        expect(differences(positionsOf(run(scenario).outcomes), positionsOf(run(reversed(scenario)).outcomes))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('scales: every £ input times k makes every £ result times k', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom('2', '7', '0.5'), (scenario, text) => {
        const factor = new D(text);
        const priced = withStepCosts(scenario);
        const expected = new Map([...positionsOf(run(priced).outcomes)].map(([name, figure]) => [name, figure.times(factor)]));
        expect(differences(expected, positionsOf(run(scaledBy(priced, factor)).outcomes))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('does not change when a line is entered as two', () => {
    fc.assert(
      fc.property(plain, fc.nat(30), (scenario, pick) => {
        if (scenario.lines.length === 0) return;
        const split = withLineSplit(scenario, pick % scenario.lines.length);
        expect(differences(positionsOf(run(scenario).outcomes), positionsOf(run(split).outcomes))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('is no worse before support when a cash saving delivers more', () => {
    fc.assert(
      fc.property(plain, fc.nat(30), (scenario, pick) => {
        const cash = scenario.savings.filter((scheme) => scheme.mechanism === 'CASH_EXTERNAL');
        const scheme = cash[pick % Math.max(cash.length, 1)];
        if (scheme === undefined) return;
        const delivering = (text: string): readonly Decimal[] =>
          run(
            changed(scenario, (written) => {
              const found = written.savings.find((each) => each.id === scheme.id);
              if (found !== undefined) found.delivery = { value: text, unit: 'share' };
            }),
          ).outcomes.system.beforeSupport;
        const less = delivering('0.4');
        delivering('0.9').forEach((position, year) => expect(isAtLeast(position, less[year] ?? ZERO)).toBe(true));
      }),
      RUNS,
    );
  });

  test('lands on nil before support at its break-even delivery', () => {
    fc.assert(
      fc.property(plain, (scenario) => {
        const { projection } = run(scenario);
        const found = breakEven(projection);
        const delivery = found.beforeSupport.share;
        if (delivery !== null) expect(isClose(plus(found.constant, found.perDelivery.times(delivery)), ZERO)).toBe(true);
        const assumed = found.assumed === null ? null : plus(found.constant, found.perDelivery.times(found.assumed));
        const position = sum([...projection.positions.beforeSupport.values()].map((years) => years[projection.frame.target] ?? ZERO));
        if (assumed !== null) expect(isClose(assumed, position)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
