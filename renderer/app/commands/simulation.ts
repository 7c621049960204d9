import { useDocument } from '../../state/document.ts';
import { say } from '../../state/said.ts';
import { useSimulation } from '../../state/simulation.ts';
import type { Command } from './command.ts';
import { hasDocument } from './when.ts';

type State = ReturnType<typeof useSimulation.getState>;

function sayHowItEnded({ simulation: { status, results, problem }, settings }: State): void {
  const chance = results?.correlations.find(({ correlation }) => correlation === settings?.correlation)?.chances.reported;
  if (status === 'certain') say('No chance is shown, because every figure is stated as certain.');
  else if (status === 'failed') say(problem ?? 'The simulation failed.');
  else if (chance !== undefined) say(`Chance of a reported balance in ${results?.targetYear ?? 'the target year'}: ${chance.text}.`);
}

/** Says how a simulation that was asked for here ended, at once where it had been done before, unless something else was asked for in the meantime. */
function sayWhenDone(): void {
  const begun = useSimulation.getState();
  if (begun.simulation.status !== 'running') {
    sayHowItEnded(begun);
    return;
  }
  const stopListening = useSimulation.subscribe((state) => {
    if (state.scenario === begun.scenario && state.simulation.status === 'running') return;
    stopListening();
    if (state.scenario === begun.scenario) sayHowItEnded(state);
  });
}

function begin(): void {
  const { open } = useDocument.getState();
  if (open === null) return;
  useSimulation.getState().start(open.scenario);
  sayWhenDone();
}

export const simulationCommands: readonly Command[] = [
  {
    id: 'simulation.start',
    label: 'Work out the chance of balance',
    group: 'Scenario',
    synonyms: 'simulation monte carlo stress probability draws range uncertain',
    isAvailable: hasDocument,
    run: begin,
  },
  {
    id: 'simulation.cancel',
    label: 'Stop working out the chance of balance',
    group: 'Scenario',
    synonyms: 'simulation cancel draws',
    isAvailable: () => useSimulation.getState().simulation.status === 'running',
    run: () => {
      useSimulation.getState().cancel();
    },
  },
];
