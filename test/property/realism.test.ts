import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project } from '../../shared/engine/project.ts';
import { D, ZERO, plus } from '../../shared/money/decimal.ts';
import { realismCards } from '../../shared/realism/cards.ts';
import { backLoadingIndex, concentrationOf, schemeFailures } from '../../shared/realism/concentration.ts';
import { evidencePanel } from '../../shared/realism/evidence-panel.ts';
import { plugFindings } from '../../shared/realism/plug-finder.ts';
import { realismContext } from '../../shared/realism/realism-context.ts';
import { tornadoBar, tornadoJobs } from '../../shared/realism/tornado.ts';
import { deliveryLine, lineThrough, positionsAt, systemIn } from '../../shared/realism/uniform-delivery.ts';
import { beliefText, whatToBelieve } from '../../shared/realism/what-to-believe.ts';
import { leverOf } from '../../shared/realism/levers.ts';
import { ownRecordOf } from '../../shared/scenario/own-record.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

const PENNY = new D('0.01');
const scenarios = scenarioArbitrary({ largestPounds: 1_000_000 });
/** A failure is run again by its seed: scenarios hang together too closely to be made smaller. */
const RUNS = { numRuns: 40, endOnFailure: true };

function reportedOf(scenario: Scenario) {
  const { settlement, frame } = project(scenario);
  return systemIn(settlement.reported, frame.target);
}

describe('whatever the plan', () => {
  test('questions, findings, ratios and sentences can be made, each key once, each sum no less than nil', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const context = realismContext(project(scenario));
        const cards = realismCards(context);
        const findings = plugFindings(context.projection, context.outcomes);
        for (const list of [cards, findings]) expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
        for (const { effect, source, notWhen } of cards) {
          expect(effect.isNeg() && !effect.isZero()).toBe(false);
          expect([source, notWhen].every((words) => words.length > 0)).toBe(true);
        }
        for (const { sum, text } of findings) {
          expect(sum.isNeg() && !sum.isZero()).toBe(false);
          expect(text).toContain('Worth asking: ');
        }
        expect(evidencePanel(context)).toHaveLength(6);
        expect(beliefText(whatToBelieve(context))).not.toMatch(/NaN|undefined|Infinity/);
      }),
      RUNS,
    );
  });

  test('concentration lies between one equal part each and one scheme, and back-loading between none and all', () => {
    fc.assert(
      fc.property(scenarios, fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 8 }), (scenario, increases) => {
        const { index, shares } = concentrationOf(project(scenario));
        if (index !== undefined && shares.every(({ share }) => !share.isNeg())) {
          expect(index.lte(D.sum(1, PENNY))).toBe(true);
          expect(index.gte(new D(1).div(shares.length).minus(PENNY))).toBe(true);
        }
        const late = backLoadingIndex(increases.map((increase) => new D(increase)));
        if (late !== undefined) expect(late.gte(0) && late.lte(1)).toBe(true);
      }),
      RUNS,
    );
  });

  test('a record lies between its worst and its best year', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const { share, lowest, highest } of ownRecordOf(scenario).byOrganisation.values()) {
          expect(share.gte(lowest.minus(PENNY)) && share.lte(highest.plus(PENNY))).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('by the whole model calculated again', () => {
  test('one scheme that fails costs what its failure was said to cost', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const projection = project(scenario);
        for (const { scheme, reported } of schemeFailures(projection).slice(0, 1)) {
          const nil = { value: '0', unit: 'share' as const };
          const savings = scenario.savings.map((each) => (each.id === scheme ? { ...each, delivery: nil } : each));
          expect(
            reportedOf({ ...scenario, savings })
              .minus(reported)
              .abs()
              .lt(PENNY),
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('positions before support follow uniform delivery, and the release share, in a straight line', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 0, max: 150 }), (scenario, percent) => {
        const setting = new D(percent).div(100);
        const projection = project(scenario);
        const beforeAt = (moved: Scenario) => systemIn(project(moved).positions.beforeSupport, projection.frame.target);
        const line = deliveryLine(projection, () => true);
        const said = systemIn(positionsAt(projection, line, setting).beforeSupport, projection.frame.target);
        expect(
          said
            .minus(beforeAt(leverOf('delivery').at(scenario, setting)))
            .abs()
            .lt(PENNY),
        ).toBe(true);
        const release = leverOf('releaseShare');
        const share = D.min(setting, 1);
        const [none, all] = [project(release.at(scenario, ZERO)), project(release.at(scenario, new D(1)))];
        const between = systemIn(positionsAt(none, lineThrough(none, all), share).beforeSupport, projection.frame.target);
        expect(
          between
            .minus(beforeAt(release.at(scenario, share)))
            .abs()
            .lt(PENNY),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  test('bars of the tornado do not depend on the order in which anything is written', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const reversed = { ...scenario, savings: scenario.savings.toReversed(), series: scenario.series.toReversed() };
        const bars = (of: Scenario) => {
          const base = project(of);
          const jobs = tornadoJobs(base).toSorted((a, b) => (a.key < b.key ? -1 : 1));
          return jobs.slice(0, 4).map((job) => tornadoBar(base, job));
        };
        const [one, other] = [bars(scenario), bars(reversed)];
        expect(other.map(({ key }) => key)).toEqual(one.map(({ key }) => key));
        one.forEach(({ low, high }, at) => {
          const twin = other[at];
          expect(plus(low.minus(twin?.low ?? ZERO).abs(), high.minus(twin?.high ?? ZERO).abs()).lt(PENNY)).toBe(true);
        });
      }),
      { ...RUNS, numRuns: 15 },
    );
  });
});
