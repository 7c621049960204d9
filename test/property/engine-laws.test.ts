import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { D, ONE, ZERO, isAtLeast, maximum, plus, sum } from '../../shared/money/decimal.ts';
import { engineChecks } from '../../shared/engine/checks.ts';
import { foldByYear } from '../../shared/engine/ledger.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { isClose, run } from './engine-support.ts';

vi.setConfig({ testTimeout: 300_000 });
const RUNS = { numRuns: 1000 };
const plain = scenarioArbitrary({ annotated: false });

type Run = ReturnType<typeof run>;

/** Laws that hold for every projection, each by its name. One projection a scenario serves them all. */
const LAWS: Readonly<Record<string, (done: Run) => void>> = {
  'money between members sums to nil for every source and year': ({ projection }) => {
    const between = foldByYear(projection.entries, projection.frame.yearCount, (entry) =>
      entry.betweenMembers ? entry.source : undefined,
    );
    for (const years of between.values()) for (const total of years) expect(isClose(total, ZERO)).toBe(true);
  },
  'the steps of each body sum to what the settlement reported': ({ projection, outcomes }) => {
    for (const [id, reported] of projection.settlement.reported) {
      const folded = outcomes.organisations.find((body) => body.id === id)?.reported ?? [];
      reported.forEach((total, year) => expect(isClose(total, folded[year] ?? ONE)).toBe(true));
    }
  },
  'the bars of every bridge add up to the reported position': ({ projection, outcomes }) => {
    bridges(projection)
      .slice(1)
      .forEach((bars, index) => {
        const changes = sum(bars.filter((bar) => bar.kind === 'change').map((bar) => bar.amount));
        expect(isClose(plus(bars[0]?.amount ?? ZERO, changes), bars.at(-1)?.amount ?? ONE)).toBe(true);
        expect(isClose(bars.at(-1)?.amount ?? ONE, outcomes.system.reported[index + 1] ?? ZERO)).toBe(true);
      });
  },
  'what is not recurrent is exactly what separates reported from underlying': ({ projection, outcomes }) => {
    const once = foldByYear(projection.entries, projection.frame.yearCount, (entry) => (entry.recurrent ? undefined : entry.organisation));
    for (const body of outcomes.organisations) {
      body.reported.forEach((total, year) =>
        expect(isClose(total.minus(once.get(body.id)?.[year] ?? ZERO), body.underlying[year] ?? ONE)).toBe(true),
      );
    }
  },
  'every check holds, but a baseline that nobody signed and a scheme that names no source': ({ projection }) => {
    expect(engineChecks(projection).filter((check) => !check.holds && check.id !== 'C14' && check.id !== 'C4')).toEqual([]);
  },
  'no transfer, in sum, is on the system': ({ projection, outcomes }) => {
    for (let year = 1; year <= projection.frame.yearCount; year += 1) {
      expect(isClose(sum([...projection.settlement.transfers.values()].map((years) => years[year] ?? ZERO)), ZERO)).toBe(true);
      expect(isClose(outcomes.system.steps.get('riskShare')?.[year] ?? ZERO, ZERO)).toBe(true);
    }
  },
  'schemes of a pool keep no more than the pool': ({ projection }) => {
    for (const years of projection.savings.pools.values()) {
      years.forEach((pooled, year) => {
        const kept = sum([...pooled.asked.keys()].map((id) => projection.savings.schemes.get(id)?.afterOverlap[year] ?? ZERO));
        expect(isAtLeast(maximum(pooled.pool, ZERO), kept)).toBe(true);
      });
    }
  },
  'no council has a lawful budget below its minimum reserve, nor a surplus': ({ projection }) => {
    const { scenario } = projection.frame;
    const supported = new Set(scenario.support.map((support) => support.organisation));
    for (const [id, years] of projection.settlement.reserves) {
      const minimum = new D(scenario.reserves.find((stated) => stated.organisation === id)?.minimum.value ?? '0');
      for (const year of years) {
        if (year === undefined) continue;
        expect(year.used.isZero() || isAtLeast(year.closing, minimum)).toBe(true);
        expect(isClose(year.before.plus(year.used).minus(year.added).plus(year.requiredMitigation), ZERO)).toBe(true);
      }
      if (supported.has(id)) continue;
      for (const position of projection.settlement.reported.get(id)?.slice(1) ?? []) expect(isAtLeast(ZERO, position)).toBe(true);
    }
  },
};

describe('a projection', () => {
  test(`obeys its laws: ${Object.keys(LAWS).join('; ')}`, () => {
    fc.assert(
      fc.property(plain, (scenario) => {
        const done = run(scenario);
        for (const law of Object.values(LAWS)) law(done);
      }),
      RUNS,
    );
  });
});
