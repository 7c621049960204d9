import type { Projection } from '../../engine/project.ts';
import { D, ZERO, type Decimal } from '../../money/decimal.ts';
import { outcomesOf } from '../../outcomes/positions.ts';
import { projectDraw } from './decimal-draw.ts';
import type { DrawColumns, Simulator } from './simulator.ts';

/** A draw that is shown by itself, worked again by the engine: exact, in pounds, the target year. */
export type ShownDraw = {
  readonly name: 'P10' | 'P50' | 'P90' | 'As stated';
  /** Which draw, counted from 0; null for the case as stated. */
  readonly draw: number | null;
  readonly reported: Decimal;
  readonly beforeSupport: Decimal;
  readonly underlying: Decimal;
  /** Reported by the engine less reported by the simulation: pence at most. */
  readonly difference: Decimal;
};

const PERCENTILES = [
  ['P10', 0.1],
  ['P50', 0.5],
  ['P90', 0.9],
] as const;

/** The draw nearest to a percentile: by amount, ties by the order of the draws. */
function drawAt(amounts: Float64Array, share: number): number {
  const order = Array.from(amounts.keys()).sort((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || a - b);
  return order[Math.floor((amounts.length - 1) * share + 0.5)] ?? 0;
}

function shownDraw(
  projection: Projection,
  simulator: Simulator,
  { name, draw, drawn }: { name: ShownDraw['name']; draw: number | null; drawn: number },
): ShownDraw {
  const { target } = projection.frame;
  const { system } = outcomesOf(draw === null ? projection : projectDraw(projection, simulator.variables));
  const reported = system.reported[target] ?? ZERO;
  return {
    name,
    draw,
    reported,
    beforeSupport: system.beforeSupport[target] ?? ZERO,
    underlying: system.underlying[target] ?? ZERO,
    difference: reported.minus(new D(drawn)),
  };
}

/**
 * The draws nearest to P10, P50 and P90 of the reported position, and the case as stated, by the decimal engine (model-spec §11.2): what is shown of single draws is
 * exact. `columns` holds all draws from the first, at one correlation.
 */
export function shownDraws(
  projection: Projection,
  simulator: Simulator,
  { columns, seed }: { columns: DrawColumns; seed: number },
): ShownDraw[] {
  const { target } = projection.frame;
  const amounts = columns.reported[target] ?? new Float64Array(0);
  const percentiles = PERCENTILES.map(([name, share]) => {
    const draw = drawAt(amounts, share);
    simulator.setTo({ seed, correlation: columns.correlation, draw });
    return shownDraw(projection, simulator, { name, draw, drawn: amounts[draw] ?? 0 });
  });
  const stated = simulator.setToCase('stated').reported[target] ?? 0;
  return [...percentiles, shownDraw(projection, simulator, { name: 'As stated', draw: null, drawn: stated })];
}
