import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { project } from '../../shared/engine/project.ts';
import { inputsOf, replaceInput } from '../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { RandomStream } from '../../shared/realism/simulation/random-stream.ts';
import { resultsOf } from '../../shared/realism/simulation/results.ts';
import { simulationCheck } from '../../shared/realism/simulation/simulation-check.ts';
import { Simulator } from '../../shared/realism/simulation/simulator.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { GOLDEN } from './golden-text.ts';

/* Worked example C (model-spec §14): example B drawn 10,000 times with the deliveries alone uncertain, before risk-share, PSF and reserves. Random numbers are exact;
   mean and percentiles hold within £50, the chance within 0.0005. */

const SEED = 20201;
const DRAWS = 10_000;
const CORRELATIONS = [0, 0.3, 0.6];
const POUNDS = 50;
const CHANCE = 0.0005;

const columnSchema = z.object({ mean: z.number(), sd: z.number(), p10: z.number(), p50: z.number(), p90: z.number(), p_balance: z.number() });

/** A scenario in which nothing but the deliveries of savings schemes carries a range. */
function deliveriesOnly(scenario: Scenario): Scenario {
  return inputsOf(scenario)
    .filter(({ input, kind }) => input.range !== undefined && kind !== 'savings.delivery')
    .reduce((changed, { path, input }) => replaceInput(changed, path, { ...input, range: undefined }), scenario);
}

const projection = project(deliveriesOnly(shippedScenario('worked-example-b')));
const simulator = new Simulator(projection.frame);
const block = simulator.draw({ seed: SEED, correlations: CORRELATIONS, first: 0, count: DRAWS });
const results = resultsOf(projection.frame, simulator, { blocks: [block], seed: SEED, draws: DRAWS });

test('the first five random numbers, exactly', () => {
  const stream = new RandomStream(SEED);
  expect([1, 2, 3, 4, 5].map(() => stream.next())).toEqual(GOLDEN['C.rng']);
});

describe.each([
  [0, 'C.rho0.0'],
  [0.3, 'C.rho0.3'],
  [0.6, 'C.rho0.6'],
])('at correlation %d', (correlation, key) => {
  const golden = columnSchema.parse(GOLDEN[key]);
  const found = results.correlations.find((each) => each.correlation === correlation);
  const { mean, standardDeviation, p10, p50, p90 } = found?.beforeSupport ?? {};

  test.each([
    ['mean', mean, golden.mean],
    ['standard deviation', standardDeviation, golden.sd],
    ['P10', p10, golden.p10],
    ['P50', p50, golden.p50],
    ['P90', p90, golden.p90],
  ])('%s', (_, drawn, expected) => {
    expect(Math.abs((drawn ?? Number.NaN) - expected)).toBeLessThanOrEqual(POUNDS);
  });

  test('the chance of balance', () => {
    expect(Math.abs((found?.chances.beforeSupport.share ?? Number.NaN) - golden.p_balance)).toBeLessThanOrEqual(CHANCE);
  });
});

test('the analytic mean: every delivery at the mean of its triangle', () => {
  for (const { members } of simulator.variables)
    for (const { ranged } of members) ranged.cell.amount = (ranged.range.low + ranged.range.likely + ranged.range.high) / 3;
  simulator.form.run();
  const { positions, length } = simulator.form;
  const system = simulator.form.organisations.reduce((total, _, index) => total + (positions.beforeSupport[index * length + projection.frame.target] ?? 0), 0);
  expect(Math.round(system)).toBe(GOLDEN['C.analytic_mean']);
});

test('all at their most likely value, beside the middle of the draws: flattered by £2.0m', () => {
  expect(Math.round(results.mostLikely.beforeSupport)).toBe(-4_613_012);
  expect(Math.round(results.asStated.reported * 100) / 100).toBe(-4_278_659.77);
});

test('C11: the central case is that of the engine', () => {
  expect(simulationCheck(projection, { simulator })).toMatchObject({ id: 'C11', holds: true });
});
