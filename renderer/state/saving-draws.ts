import type { Scenario } from '../../shared/scenario/schema.ts';
import type { SimulationSettings } from '../../shared/realism/simulation/settings.ts';
import type { SimulationTask } from '../simulation-worker.ts';
import { useDocument } from './document.ts';
import { useSavingTable } from './saving-table.ts';

/** The most that a table may be long: what the shell takes at once. */
const LONGEST = 20_971_520;

function drawsOf(task: SimulationTask): Promise<string> {
  const worker = new Worker(new URL('../draws-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
      resolve(data);
    });
    worker.addEventListener('error', () => {
      reject(new Error('The draws could not be written down.'));
    });
    worker.postMessage(task);
  }).finally(() => {
    worker.terminate();
  });
}

const refuse = (text: string): void => {
  useDocument.getState().refuse({ title: 'The draws were not saved', text, details: [] });
};

/** Saves every draw as a table: positions and the figures that each draw decided, at the correlation of the scenario. */
export async function saveDraws(scenario: Scenario, settings: SimulationSettings): Promise<void> {
  try {
    const text = await drawsOf({ scenario, settings });
    if (text.length > LONGEST)
      refuse('They are longer than the 20 MB that a table may be. Save them with the command line: footing stress FILE --csv DRAWS.csv.');
    else await useSavingTable.getState().save({ title: `${scenario.name} draws`, text });
  } catch {
    refuse('Something went wrong while they were written down. Nothing that you entered is touched. Try again.');
  }
}
