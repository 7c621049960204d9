import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { Scenario } from '../../scenario/schema.ts';

/** Correlations that are always shown side by side: assuming independence hides that programmes fail together (model-spec §11.2). */
export const SHOWN_CORRELATIONS: readonly number[] = [0, 0.3, 0.6];
/** The fewest and the most draws of one simulation. */
export const DRAW_LIMITS = { fewest: 1000, most: 1_000_000 } as const;

/** How a scenario is simulated: as it states itself, with tool defaults where it is silent. `correlation` is the one that single draws and the fan are shown at. */
export type SimulationSettings = { readonly seed: number; readonly draws: number; readonly correlation: number };

export function settingsOf({ simulation }: Scenario): SimulationSettings {
  return {
    seed: simulation.seed,
    draws: simulation.draws,
    correlation: Number((simulation.correlation ?? DEFAULT_INPUTS.correlation).value),
  };
}

/** The correlations that a simulation is made at: 0, 0.3 and 0.6, and the one asked for; ascending. */
export function correlationsWith(correlation: number): number[] {
  return [...new Set([...SHOWN_CORRELATIONS, correlation])].sort((a, b) => a - b);
}
