import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsOf, replaceInput } from '../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { blockedObjects, validate } from '../../shared/scenario/validate.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

const RUNS = { numRuns: 250 };

/** What is signed by nature, and what another rule than that of its sign looks after. */
const MAY_BE_NEGATIVE = new Set([
  'organisations.openingCash',
  'organisations.position',
  'controlTotals.amountByYear',
  'systemControlTotalByYear',
  'riskShares.targetByYear',
  'publishedFigures.amount',
  'prevention.returnOnInvestment',
]);

test('a scenario that obeys the rules has warnings at most, and loses nothing but figures per head', () => {
  fc.assert(
    fc.property(scenarioArbitrary(), (scenario) => {
      const problems = validate(scenario);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect([...blockedObjects(scenario, problems).keys()].filter((object) => !object.startsWith('population:'))).toEqual([]);
    }),
    RUNS,
  );
});

test('a figure below nil is found where it stands, unless it may be a deficit', () => {
  fc.assert(
    fc.property(scenarioArbitrary(), fc.nat(), (scenario, drawn) => {
      const inputs = inputsOf(scenario);
      const chosen = inputs[drawn % Math.max(inputs.length, 1)];
      // The amount of a pool has a rule of its own, which speaks of pools that a scheme names.
      if (chosen === undefined || chosen.kind === 'pools.amountByYear') return;
      const problems = validate(replaceInput(scenario, chosen.path, { value: '-1', unit: chosen.input.unit }));
      const found = problems.some(({ path, severity }) => path === chosen.path && severity === 'error');
      expect([chosen.path, found]).toEqual([chosen.path, !MAY_BE_NEGATIVE.has(chosen.kind)]);
    }),
    RUNS,
  );
});

const ODD_FIGURES = ['0', '1', '-1', '1.5', '85', '-0.5', '1200', '1201', '999999999', '-999999999'];

function withOddFigures(scenario: Scenario, draws: readonly { place: number; figure: string }[]): Scenario {
  const paths = inputsOf(scenario);
  return draws.reduce((changed, { place, figure }) => {
    const at = paths[place % Math.max(paths.length, 1)];
    if (at === undefined) return changed;
    return replaceInput(changed, at.path, { value: figure, unit: at.input.unit, range: { low: '1', likely: figure, high: '0' } });
  }, scenario);
}

test('whatever the figures, every problem has a path, a text and a way out, and everything that it blocks is left out', () => {
  const draws = fc.array(fc.record({ place: fc.nat(), figure: fc.constantFrom(...ODD_FIGURES) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(scenarioArbitrary(), draws, (scenario, odd) => {
      const changed = withOddFigures(scenario, odd);
      const problems = validate(changed);
      const leftOut = blockedObjects(changed, problems);
      for (const { path, text, blocks } of problems) {
        expect(path).not.toBe('');
        expect(text).toMatch(/\. .+\.$/s);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        for (const object of blocks ?? []) expect(leftOut.has(object)).toBe(true);
      }
    }),
    RUNS,
  );
});
