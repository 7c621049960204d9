import type { Frame } from '../../engine/frame.ts';
import type { DrawBlock, DrawColumns, Simulator, SystemPositions } from './simulator.ts';
import { isCertain } from './variables.ts';
import { balancedIn, chanceOf, distributionOf, fanOf, type Chance, type Distribution, type Fan } from './statistics.ts';

/** The chance that a body meets its control total of the target year; `organisation` is null for the system's. */
export type ControlTotalChance = { readonly organisation: string | null; readonly name: string; readonly chance: Chance };

/** What the draws show at one correlation. Amounts in pounds, surplus positive; the target year unless by year. */
export type CorrelationResult = {
  readonly correlation: number;
  readonly reported: Distribution;
  readonly underlying: Distribution;
  readonly beforeSupport: Distribution;
  readonly chances: {
    readonly reported: Chance;
    readonly underlying: Chance;
    readonly beforeSupport: Chance;
    readonly controlTotals: readonly ControlTotalChance[];
  };
  /** For a fan: every projected year, in order. */
  readonly byYear: readonly { readonly year: string; readonly reported: Fan; readonly beforeSupport: Fan }[];
};

/** A case that is no draw: everything as stated, or every ranged figure at its most likely value. Pounds, the target year. */
export type CaseResult = { readonly reported: number; readonly underlying: number; readonly beforeSupport: number };

/** What a simulation shows so far (model-spec §11.2). */
export type SimulationResults = {
  readonly seed: number;
  /** Draws that are in these figures, out of all that were asked for. */
  readonly drawn: number;
  readonly draws: number;
  readonly targetYear: string;
  /** Inputs that a draw decides. */
  readonly variableCount: number;
  readonly correlations: readonly CorrelationResult[];
  readonly asStated: CaseResult;
  /** "If every scheme lands at its most likely value": to be read beside P50, which skewed ranges make worse. */
  readonly mostLikely: CaseResult;
};

function joined(parts: readonly (Float64Array | undefined)[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + (part?.length ?? 0), 0));
  let place = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/** Blocks of draws as one, in the order of their draws, so that sums do not depend on who drew what. */
export function mergedBlocks(blocks: readonly DrawBlock[]): DrawBlock {
  const ordered = [...blocks].sort((a, b) => a.first - b.first);
  const [leading] = ordered;
  const columns = (leading?.columns ?? []).map((sample, index): DrawColumns => {
    const same = ordered.flatMap((block) => block.columns[index] ?? []);
    const byYear = (kind: 'reported' | 'beforeSupport'): Float64Array[] =>
      sample[kind].map((_, year) => joined(same.map((column) => column[kind][year])));
    return {
      correlation: sample.correlation,
      reported: byYear('reported'),
      beforeSupport: byYear('beforeSupport'),
      underlying: joined(same.map(({ underlying }) => underlying)),
      met: sample.met.map((_, test) => same.reduce((total, { met }) => total + (met[test] ?? 0), 0)),
    };
  });
  return { first: leading?.first ?? 0, count: ordered.reduce((total, { count }) => total + count, 0), columns };
}

function resultAt(frame: Frame, column: DrawColumns, controlTotals: readonly (string | null)[]): CorrelationResult {
  const none = new Float64Array(0);
  const reported = column.reported[frame.target] ?? none;
  const beforeSupport = column.beforeSupport[frame.target] ?? none;
  const draws = reported.length;
  const nameOf = (organisation: string | null): string =>
    organisation === null ? 'System control total' : (frame.organisations.get(organisation)?.name ?? organisation);
  const chance = (amounts: Float64Array): Chance => chanceOf(balancedIn(amounts), amounts.length);
  return {
    correlation: column.correlation,
    reported: distributionOf(reported),
    underlying: distributionOf(column.underlying),
    beforeSupport: distributionOf(beforeSupport),
    chances: {
      reported: chance(reported),
      underlying: chance(column.underlying),
      beforeSupport: chance(beforeSupport),
      controlTotals: controlTotals.map((organisation, index) => ({
        organisation,
        name: nameOf(organisation),
        chance: chanceOf(column.met[index] ?? 0, draws),
      })),
    },
    byYear: frame.years.slice(1).map((year, index) => ({
      year,
      reported: fanOf(column.reported[index + 1] ?? none),
      beforeSupport: fanOf(column.beforeSupport[index + 1] ?? none),
    })),
  };
}

function caseIn(positions: SystemPositions, year: number): CaseResult {
  return {
    reported: positions.reported[year] ?? 0,
    underlying: positions.underlying[year] ?? 0,
    beforeSupport: positions.beforeSupport[year] ?? 0,
  };
}

/** What the blocks drawn so far show: chances with their intervals, distributions, and percentiles by year (model-spec §11.2). */
export function resultsOf(
  frame: Frame,
  simulator: Simulator,
  { blocks, seed, draws }: { blocks: readonly DrawBlock[]; seed: number; draws: number },
): SimulationResults {
  const { count, columns } = mergedBlocks(blocks);
  const mostLikely = caseIn(simulator.setToCase('most likely'), frame.target);
  return {
    seed,
    drawn: count,
    draws,
    targetYear: frame.years[frame.target] ?? '',
    variableCount: simulator.variables.filter((variable) => !isCertain(variable)).length,
    correlations: columns.map((column) => resultAt(frame, column, simulator.controlTotals)),
    asStated: caseIn(simulator.setToCase('stated'), frame.target),
    mostLikely,
  };
}
