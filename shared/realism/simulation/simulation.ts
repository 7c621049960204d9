import type { Check } from '../../engine/checks.ts';
import { project } from '../../engine/project.ts';
import { canonical } from '../../money/decimal.ts';
import { nothingComputed } from '../../outcomes/summary.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { mergedBlocks, resultsOf, type SimulationResults } from './results.ts';
import { correlationsWith, type SimulationSettings } from './settings.ts';
import { shownDraws, type ShownDraw } from './shown-draws.ts';
import { simulationCheck } from './simulation-check.ts';
import { Simulator, type DrawBlock } from './simulator.ts';

/** A single draw as plain text, exact pounds, so that it crosses from a worker. */
export type ShownDrawText = Omit<ShownDraw, 'reported' | 'beforeSupport' | 'underlying' | 'difference'> & {
  readonly reported: string;
  readonly beforeSupport: string;
  readonly underlying: string;
  readonly difference: string;
};

/** What a simulation reports: partial results as it fills, then all of it; or why there are none. Plain content, so that a worker can hand it over. */
export type SimulationReport =
  | { readonly kind: 'filling'; readonly results: SimulationResults }
  | { readonly kind: 'done'; readonly results: SimulationResults; readonly shown: readonly ShownDrawText[]; readonly check: Check }
  /** Nothing carries a range: no chance is shown, because every figure is stated as certain. */
  | { readonly kind: 'certain'; readonly check: Check }
  | { readonly kind: 'not computed'; readonly text: string };

/** The shares of all draws after which it reports: soon at first, and rarely enough that reporting costs little. */
const REPORTED_AT = [0.05, 0.2, 0.45, 0.7, 1];

function asText({ reported, beforeSupport, underlying, difference, ...which }: ShownDraw): ShownDrawText {
  return {
    ...which,
    reported: canonical(reported),
    beforeSupport: canonical(beforeSupport),
    underlying: canonical(underlying),
    difference: canonical(difference),
  };
}

/**
 * A whole simulation of one scenario, report by report (model-spec §11.2): all draws at 0, 0.3, 0.6 and the correlation asked for. The caller decides when to go on,
 * and stops it by not asking again. Pure: the same scenario and settings give the same reports on any machine.
 */
export function* simulation(scenario: Scenario, { seed, draws, correlation }: SimulationSettings): Generator<SimulationReport, void> {
  const projection = project(scenario);
  const { frame } = projection;
  const nothing = nothingComputed(projection);
  if (nothing !== undefined) {
    yield { kind: 'not computed', text: nothing };
    return;
  }
  const simulator = new Simulator(frame);
  const check = simulationCheck(projection, { simulator });
  if (!simulator.isUncertain) {
    yield { kind: 'certain', check };
    return;
  }
  const correlations = correlationsWith(correlation);
  const blocks: DrawBlock[] = [];
  let first = 0;
  for (const share of REPORTED_AT) {
    const count = Math.ceil(draws * share) - first;
    blocks.push(simulator.draw({ seed, correlations, first, count }));
    first += count;
    const merged = mergedBlocks(blocks);
    const results = resultsOf(frame, simulator, { blocks: [merged], seed, draws });
    const columns = merged.columns.find((each) => each.correlation === correlation);
    if (first < draws || columns === undefined) yield { kind: 'filling', results };
    else yield { kind: 'done', results, shown: shownDraws(projection, simulator, { columns, seed }).map(asText), check };
  }
}
