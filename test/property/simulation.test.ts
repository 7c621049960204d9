import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { project, type Projection } from '../../shared/engine/project.ts';
import { D } from '../../shared/money/decimal.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { projectDraw } from '../../shared/realism/simulation/decimal-draw.ts';
import { simulationCheck } from '../../shared/realism/simulation/simulation-check.ts';
import { Simulator } from '../../shared/realism/simulation/simulator.ts';
import { setVariable, type Variable } from '../../shared/realism/simulation/variables.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

vi.setConfig({ testTimeout: 300_000 });
// A scenario that fails is run again by its seed: shrinking it takes minutes and says little more.
const RUNS = { numRuns: 400, endOnFailure: true };
const MEASURES = ['beforeSupport', 'reported', 'underlying'] as const;
const shares = fc.array(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), { minLength: 7, maxLength: 7 });

/** Positions that differ by more than £1, or by what a binary float cannot hold of positions beyond all measure. */
function apart(simulator: Simulator, drawn: Projection): string[] {
  const { positions, length } = simulator.form;
  return outcomesOf(drawn).organisations.flatMap((body, index) =>
    MEASURES.flatMap((measure) =>
      body[measure].flatMap((amount, year) => {
        const reduced = positions[measure][index * length + year] ?? Number.NaN;
        const isClose = new D(reduced).minus(amount).abs().lte(amount.abs().times('1e-11').plus(1));
        return isClose ? [] : [`${body.id} ${measure} ${String(year)}: ${amount.toFixed(2)} and ${String(reduced)}`];
      }),
    ),
  );
}

/** What a variable decides, in one word: `series.rateByYear`. */
function kindOf({ path }: Variable): string {
  const parts = path.split('.');
  return `${parts[0] ?? ''}.${parts.at(-1) ?? ''}`;
}

describe('the reduced form', () => {
  test('gives every organisation and year of a random draw within £1 of the decimal engine, whatever the draw decides', () => {
    const decided = new Set<string>();
    fc.assert(
      fc.property(scenarioArbitrary(), shares, (scenario, drawnShares) => {
        const projection = project(scenario);
        const simulator = new Simulator(projection.frame);
        simulator.variables.forEach((variable, index) => {
          setVariable(variable, drawnShares[index % drawnShares.length] ?? 0.5);
          decided.add(kindOf(variable));
        });
        simulator.form.run();
        expect(apart(simulator, projectDraw(projection, simulator.variables))).toEqual([]);
      }),
      RUNS,
    );
    const expected = [
      'series.rateByYear',
      'lines.baseAmount',
      'capital.slippageMonths',
      'capital.approval',
      'shifts.delivery',
      'savings.delivery',
    ];
    expect(expected.filter((kind) => !decided.has(kind))).toEqual([]);
  });

  test('comes back to the case as stated after any draw (C11)', () => {
    fc.assert(
      fc.property(scenarioArbitrary({ projectedYears: 5 }), fc.nat(50), (scenario, draw) => {
        const projection = project(scenario);
        const simulator = new Simulator(projection.frame);
        simulator.setTo({ seed: 1, correlation: 0.3, draw });
        expect(simulationCheck(projection, { simulator })).toMatchObject({ holds: true });
      }),
      RUNS,
    );
  });
});
