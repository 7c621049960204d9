import './app/without-eval.ts';
import { simulation } from '../shared/realism/simulation/simulation.ts';
import type { SimulationSettings } from '../shared/realism/simulation/settings.ts';
import type { Scenario } from '../shared/scenario/schema.ts';

/* The worker that draws, so that typing is never blocked. It is told a scenario and how to simulate it, once, and posts report after report; whoever has had enough
   terminates it. Started by state/simulation.ts. */

/** What the worker is told. */
export type SimulationTask = { readonly scenario: Scenario; readonly settings: SimulationSettings };

self.addEventListener('message', ({ data }: MessageEvent<SimulationTask>) => {
  for (const report of simulation(data.scenario, data.settings)) self.postMessage(report);
});
