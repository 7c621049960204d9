import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { simulationOf, useSimulation } from '../../../renderer/state/simulation.ts';
import type { SimulationReport } from '../../../shared/realism/simulation/simulation.ts';
import { simulation } from '../../../shared/realism/simulation/simulation.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

/** A worker that says what a test makes it say. */
class QuietWorker extends EventTarget {
  static started: QuietWorker[] = [];
  readonly told: unknown[] = [];
  isTerminated = false;

  constructor() {
    super();
    QuietWorker.started.push(this);
  }

  postMessage(message: unknown): void {
    this.told.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(report: SimulationReport): void {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
}

const scenario = shippedScenario('worked-example-b');
const settings = { seed: 20201, draws: 1000, correlation: 0.3 };
const reports = [...simulation(scenario, settings)];
const { start, cancel } = useSimulation.getState();
const now = () => useSimulation.getState();

/** The worker that was started as the `index`th, and a report that there must be. */
function workerAt(index: number): QuietWorker {
  const worker = QuietWorker.started.at(index);
  if (worker === undefined) throw new Error('No worker was started.');
  return worker;
}
function reportAt(index: number): SimulationReport {
  const report = reports.at(index);
  if (report === undefined) throw new Error('The simulation made no such report.');
  return report;
}

beforeEach(() => {
  QuietWorker.started = [];
  vi.stubGlobal('Worker', QuietWorker);
});
afterEach(() => {
  cancel();
  vi.unstubAllGlobals();
});

test('results fill as it runs, and all of it ends the worker', () => {
  start(scenario, settings);
  expect(workerAt(0).told).toEqual([{ scenario, settings }]);
  expect(now().simulation).toMatchObject({ status: 'running', share: 0, results: null });
  workerAt(0).say(reportAt(0));
  expect(now().simulation).toMatchObject({ status: 'running', share: 0.05 });
  expect(now().simulation.results?.drawn).toBe(50);
  workerAt(0).say(reportAt(-1));
  expect(now().simulation).toMatchObject({ status: 'done', share: 1, check: { id: 'C11', holds: true } });
  expect(now().simulation.shown.map(({ name }) => name)).toEqual(['P10', 'P50', 'P90', 'As stated']);
  expect(workerAt(0).isTerminated).toBe(true);
});

test('what was drawn for another state of the scenario is not shown as fresh', () => {
  const changed = { ...scenario };
  start(scenario, settings);
  workerAt(0).say(reportAt(-1));
  expect(simulationOf(now(), scenario).status).toBe('done');
  expect(simulationOf(now(), changed)).toMatchObject({ status: 'idle', results: null });
  expect(simulationOf(now(), null).status).toBe('idle');
});

test('a start for another scenario stops the first, whose late reports are not heard', () => {
  const changed = { ...scenario };
  start(scenario, settings);
  start(changed, settings);
  expect(workerAt(0).isTerminated).toBe(true);
  workerAt(0).say(reportAt(-1));
  expect(now()).toMatchObject({ scenario: changed, simulation: { status: 'running', results: null } });
});

test('a second start of the same is left alone, with other settings it starts anew', () => {
  start(scenario, settings);
  start(scenario, settings);
  expect(QuietWorker.started).toHaveLength(1);
  start(scenario, { ...settings, seed: 7 });
  expect(QuietWorker.started).toHaveLength(2);
});

test('cancelling stops at once and forgets', () => {
  start(scenario, settings);
  workerAt(0).say(reportAt(0));
  cancel();
  expect(workerAt(0).isTerminated).toBe(true);
  expect(now()).toMatchObject({ scenario: null, simulation: { status: 'idle', results: null } });
});

test('a fault is said, and it can be started again', () => {
  start(scenario, settings);
  workerAt(0).dispatchEvent(new Event('error'));
  expect(now().simulation.status).toBe('failed');
  expect(now().simulation.problem).toContain('Start it again');
  start(scenario, settings);
  expect(now().simulation.status).toBe('running');
});

test('without ranges no chance is shown; what is not computed says why', () => {
  const certain = shippedScenario('worked-example-a');
  const [report] = simulation(certain, settings);
  start(certain, settings);
  if (report !== undefined) workerAt(0).say(report);
  expect(now().simulation).toMatchObject({ status: 'certain', results: null, check: { holds: true } });
  const [refused] = simulation({ ...certain, horizonYear: 'never' }, settings);
  start(scenario, settings);
  if (refused !== undefined) workerAt(1).say(refused);
  expect(now().simulation.status).toBe('failed');
  expect(now().simulation.problem).toContain('Nothing could be computed');
});
