import './app/without-eval.ts';
import { project } from '../shared/engine/project.ts';
import { drawsCsv } from '../shared/realism/simulation/draws-csv.ts';
import { Simulator } from '../shared/realism/simulation/simulator.ts';
import type { SimulationTask } from './simulation-worker.ts';

/* The worker that writes draws down: the same ones as were shown, because a draw depends on its seed alone. Started by state/saving-draws.ts, ended by its answer. */

addEventListener('message', ({ data: { scenario, settings } }: MessageEvent<SimulationTask>) => {
  const { seed, draws, correlation } = settings;
  const { frame } = project(scenario);
  const simulator = new Simulator(frame);
  const [columns] = simulator.draw({ seed, correlations: [correlation], first: 0, count: draws }).columns;
  postMessage(columns === undefined ? '' : [...drawsCsv(frame, simulator, { columns, seed })].join(''));
});
