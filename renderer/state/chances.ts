import { useEffect } from 'react';
import type { BeyondProjection } from '../../shared/outcomes/story.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { isSameModel } from './realism-tests.ts';
import { useSimulation, type Simulation } from './simulation.ts';

/** Edits that follow one another quickly are waited for. */
const PAUSE = 300;
/** The correlation that is spoken of where one is: programmes fail together. */
const SHOWN_FIRST = 0.3;

export type Chances = {
  readonly simulation: Simulation;
  /** Whether it is of an earlier state of the scenario than the one shown. */
  readonly isEarlier: boolean;
};

/** The simulation beside the scenario that is looked at; a reason that was kept moves no figure, so what was drawn before it still holds. */
export function useChances(scenario: Scenario): Chances {
  const { simulation, scenario: of } = useSimulation();
  return { simulation, isEarlier: of !== null && !isSameModel(of, scenario) };
}

/** Draws for the scenario that is looked at, after a pause; what still runs when somebody leaves is stopped, what is done stays. */
export function useDrawing(scenario: Scenario, { isLooking = true, pause = PAUSE }: { isLooking?: boolean; pause?: number } = {}): void {
  useEffect(() => {
    const { scenario: of, start } = useSimulation.getState();
    if (!isLooking || (of !== null && isSameModel(of, scenario))) return undefined;
    const timer = setTimeout(() => {
      start(scenario);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [scenario, isLooking, pause]);
  useEffect(
    () => () => {
      const { simulation, cancel } = useSimulation.getState();
      if (simulation.status === 'running') cancel();
    },
    [],
  );
}

/** On the board the draws wait until the page has long been ready. */
const PAUSE_ON_BOARD = 1500;

/** The chance of balance as the board says it: once all draws are in, of this very scenario; it is drawn while somebody looks. */
export function useChanceOf(scenario: Scenario, { isLooking }: { isLooking: boolean }): BeyondProjection['chance'] {
  useDrawing(scenario, { isLooking, pause: PAUSE_ON_BOARD });
  const { simulation, isEarlier } = useChances(scenario);
  if (!isLooking || simulation.status === 'failed') return undefined;
  if (isEarlier || simulation.status === 'idle' || simulation.status === 'running') return 'awaited';
  if (simulation.status === 'certain') return 'certain';
  const { results } = simulation;
  const reported = results?.correlations.find(({ correlation }) => correlation === SHOWN_FIRST)?.chances.reported;
  return reported !== undefined ? { text: reported.text, draws: reported.draws } : undefined;
}
