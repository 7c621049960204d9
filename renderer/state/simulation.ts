import { create } from 'zustand';
import type { Check } from '../../shared/engine/checks.ts';
import type { SimulationResults } from '../../shared/realism/simulation/results.ts';
import { settingsOf, type SimulationSettings } from '../../shared/realism/simulation/settings.ts';
import type { ShownDrawText, SimulationReport } from '../../shared/realism/simulation/simulation.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { SimulationTask } from '../simulation-worker.ts';

/**
 * One simulation: of which scenario, how far it is, and what it shows so far.
 * - `idle`: nothing was asked for, or it was cancelled; `running`: `results` fill as it runs; `done`: all draws are in.
 * - `certain`: no figure carries a range, so no chance is shown; `failed`: `problem` says why.
 */
export type Simulation = {
  readonly status: 'idle' | 'running' | 'done' | 'certain' | 'failed';
  /** Share of the draws that are in, 0 to 1. */
  readonly share: number;
  /** Partial while it runs: `results.drawn` of `results.draws`. */
  readonly results: SimulationResults | null;
  /** Single draws and the case as stated, exact; empty until it is done. */
  readonly shown: readonly ShownDrawText[];
  /** C11, once it is known. */
  readonly check: Check | null;
  readonly problem: string | null;
};

type SimulationState = {
  readonly scenario: Scenario | null;
  readonly settings: SimulationSettings | null;
  readonly simulation: Simulation;
  /** Simulates a scenario as it states itself, or with other settings. What runs for another scenario stops; what runs or is done for this one is left alone. */
  readonly start: (scenario: Scenario, changed?: Partial<SimulationSettings>) => void;
  /** Stops at once and forgets what was drawn. */
  readonly cancel: () => void;
};

const IDLE: Simulation = { status: 'idle', share: 0, results: null, shown: [], check: null, problem: null };

let worker: Worker | null = null;

function stop(): void {
  worker?.terminate();
  worker = null;
}

/** What the simulation is after a report of its worker. */
export function afterReport(before: Simulation, report: SimulationReport): Simulation {
  switch (report.kind) {
    case 'filling':
      return { ...before, results: report.results, share: report.results.drawn / report.results.draws };
    case 'done':
      return { ...before, status: 'done', share: 1, results: report.results, shown: report.shown, check: report.check };
    case 'certain':
      return { ...before, status: 'certain', share: 1, check: report.check };
    case 'not computed':
      return { ...before, status: 'failed', problem: report.text };
  }
}

function isSame(known: SimulationSettings | null, asked: SimulationSettings): boolean {
  return known?.seed === asked.seed && known.draws === asked.draws && known.correlation === asked.correlation;
}

/** The simulation of the page: one at a time, in a worker of its own. */
export const useSimulation = create<SimulationState>()((set, get) => ({
  scenario: null,
  settings: null,
  simulation: IDLE,
  start: (scenario, changed = {}) => {
    const settings = { ...settingsOf(scenario), ...changed };
    const known = get();
    const isUnderWay = known.simulation.status !== 'idle' && known.simulation.status !== 'failed';
    if (known.scenario === scenario && isSame(known.settings, settings) && isUnderWay) return;
    stop();
    set({ scenario, settings, simulation: { ...IDLE, status: 'running' } });
    const started = new Worker(new URL('../simulation-worker.ts', import.meta.url), { type: 'module' });
    worker = started;
    const update = (change: (before: Simulation) => Simulation): void => {
      if (worker === started) set({ simulation: change(get().simulation) });
    };
    started.addEventListener('message', ({ data }: MessageEvent<SimulationReport>) => {
      update((before) => afterReport(before, data));
      if (worker === started && data.kind !== 'filling') stop();
    });
    started.addEventListener('error', () => {
      update((before) => ({ ...before, status: 'failed', problem: 'The simulation stopped by a fault of its own. Start it again.' }));
    });
    const task: SimulationTask = { scenario, settings };
    started.postMessage(task);
  },
  cancel: () => {
    stop();
    set({ scenario: null, settings: null, simulation: IDLE });
  },
}));

/** The simulation of this very scenario: what was drawn for an older state of it is never shown as fresh, and this is then idle. */
export function simulationOf(state: Pick<SimulationState, 'scenario' | 'simulation'>, scenario: Scenario | null): Simulation {
  return scenario !== null && state.scenario === scenario ? state.simulation : IDLE;
}

/** The simulation of a scenario, for a screen. */
export function useSimulationOf(scenario: Scenario | null): Simulation {
  return useSimulation((state) => simulationOf(state, scenario));
}
