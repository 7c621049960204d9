import { Worker } from 'node:worker_threads';
import { frameOf } from '../shared/engine/frame.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { Simulator, type DrawBlock, type DrawRequest } from '../shared/realism/simulation/simulator.ts';
import type { DistributionKind } from '../shared/realism/simulation/variables.ts';
import { stretchesOf } from '../shared/realism/simulation/stretches.ts';

/** What a worker is told: the scenario, what of it is left out, and which draws are its own. */
export type DrawTask = {
  readonly scenario: Scenario;
  readonly leftOut: ReadonlyMap<string, string>;
  readonly distribution: DistributionKind;
  readonly request: DrawRequest;
};

/** The draws of one task, in whichever thread this runs. */
export function blockOf({ scenario, leftOut, distribution, request }: DrawTask): DrawBlock {
  return new Simulator(frameOf(scenario, leftOut), { distribution }).draw(request);
}

function inWorker(task: DrawTask): Promise<DrawBlock> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./stress-worker.ts', import.meta.url));
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(task);
    worker.once('exit', (code) => {
      reject(new Error(`A worker of the simulation ended with code ${String(code)} before it had answered.`));
    });
  });
}

/** All draws of a simulation, and who draws them. */
export type DrawWork = Omit<DrawTask, 'request'> & Pick<DrawRequest, 'seed' | 'correlations'> & { readonly draws: number };

/** Draws shared among so many worker threads; one draws here. The answer is the same for any number of them. */
export function drawBlocks({ seed, correlations, draws, ...of }: DrawWork, workers: number): Promise<DrawBlock[]> {
  const tasks = stretchesOf(draws, workers).map((stretch): DrawTask => ({ ...of, request: { seed, correlations, ...stretch } }));
  return tasks.length === 1 ? Promise.resolve(tasks.map(blockOf)) : Promise.all(tasks.map(inWorker));
}
