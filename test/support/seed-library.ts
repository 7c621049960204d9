import { openStore } from '../../electron/store/open.ts';
import { blankScenario } from '../../shared/scenario/blank.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { testPorts } from './store-ports.ts';

/** Footprints that the seeded scenarios are spread over, in turn. */
const FOOTPRINTS = ['Fenmarsh', 'Upper Vale', 'Lodewater', 'Harrowfen'] as const;

/** Fills the library in a data folder through the store: "Case 0001" to the count, each with a footprint in turn and outcomes without the engine. */
export async function seedLibrary(folder: string, count: number): Promise<void> {
  const opening = await openStore({ folder, ports: testPorts() });
  if (opening.kind === 'trouble') throw new Error(opening.trouble.text);
  const { store } = opening;
  const scenario = blank();
  for (let index = 1; index <= count; index += 1) {
    const name = `Case ${String(index).padStart(4, '0')}`;
    const footprint = FOOTPRINTS[index % FOOTPRINTS.length] ?? FOOTPRINTS[0];
    store.scenarios.create({ scenario: { ...scenario, name, footprint: { id: 'footprint', name: footprint } }, origin: 'MINE' });
  }
  store.close();
}

/** A system of one trust, as small as a scenario can be. */
function blank(): Scenario {
  const made = blankScenario({
    name: 'Case',
    footprint: 'Vale',
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    organisations: [{ name: 'Vale Hospitals', type: 'ACUTE' }],
  });
  if (made.kind === 'refused') throw new Error(made.problems.map(({ text }) => text).join(' '));
  return made.scenario;
}
