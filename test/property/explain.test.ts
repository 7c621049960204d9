import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project } from '../../shared/engine/project.ts';
import { explain, figurePaths } from '../../shared/outcomes/explain.ts';
import { explanationFaults, walkFaults } from '../support/explanation-laws.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

/* Shrinking redraws whole scenarios; the seed is enough to run a failure again. */
const OPTIONS = { endOnFailure: true } as const;

test('any walk down from any figure of any scenario adds up at each level and ends at inputs', () => {
  fc.assert(
    fc.property(scenarioArbitrary({ annotated: false }), fc.gen(), (scenario, draw) => {
      const projection = project(scenario);
      const paths = figurePaths(projection);
      const choose = (ways: number): number => draw(fc.nat, { max: ways - 1 });
      for (let walk = 0; walk < 5; walk += 1) expect(walkFaults(projection, paths[choose(paths.length)] ?? '', choose)).toEqual([]);
    }),
    { ...OPTIONS, numRuns: 300 },
  );
});

test('every figure of any scenario is explained, adds up and leads where it says', () => {
  fc.assert(
    fc.property(scenarioArbitrary({ projectedYears: 4 }), (scenario) => {
      expect(explanationFaults(project(scenario))).toEqual([]);
    }),
    { ...OPTIONS, numRuns: 30 },
  );
});

test('whatever is asked for, the answer is an explanation, a reason or suggestions that are figures', () => {
  fc.assert(
    fc.property(
      scenarioArbitrary({ annotated: false, projectedYears: 2 }),
      fc.string({ maxLength: 60 }),
      fc.gen(),
      (scenario, text, draw) => {
        const projection = project(scenario);
        const paths = figurePaths(projection);
        const parts = (paths[draw(fc.nat, { max: paths.length - 1 })] ?? '').split('.');
        parts[draw(fc.nat, { max: parts.length - 1 })] = text;
        const known = new Set(paths);
        for (const path of [text, parts.join('.')]) {
          const explanation = explain(projection, path);
          if (explanation.kind === 'unknown') expect(explanation.suggestions.filter((suggestion) => !known.has(suggestion))).toEqual([]);
          else expect(explanation.path).toBe(path);
        }
      },
    ),
    { ...OPTIONS, numRuns: 150 },
  );
});
