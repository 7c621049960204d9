import { D, ZERO, isAtLeast, plus, type Decimal } from '../money/decimal.ts';

/* Where a position changes sign as one lever moves (model-spec §11.3): a grid first, because not every lever is monotone, then halvings. */

/** The position in pounds at a setting of a lever. */
export type PositionAt = (setting: Decimal) => Decimal;

/** A stretch of settings at which the position is at or above nil, both ends included. */
export type Stretch = { readonly from: Decimal; readonly to: Decimal };

export const HALVINGS = 60;
/** A lever is tried on this many points before it is trusted to be monotone. */
export const GRID_POINTS = 31;

/** The settings of the grid, evenly from one end to the other. */
export function gridOf({ from, to }: Stretch): Decimal[] {
  const span = to.minus(from);
  return Array.from({ length: GRID_POINTS }, (_, point) => plus(from, span.times(new D(point)).div(GRID_POINTS - 1)));
}

/** Two settings, one that balances and one that does not, brought together by halving. */
export function closeIn(
  positionAt: PositionAt,
  ends: { fails: Decimal; holds: Decimal },
  halvings = HALVINGS,
): { fails: Decimal; holds: Decimal } {
  let { fails, holds } = ends;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = plus(fails, holds).div(2);
    if (isAtLeast(positionAt(middle), ZERO)) holds = middle;
    else fails = middle;
  }
  return { fails, holds };
}

/** Stretches of a grid on which the position balances, each end inside the grid brought in by `edge`, which is given the neighbour that fails and the one that holds. */
export function balancedStretches(
  grid: readonly Decimal[],
  holds: readonly boolean[],
  edge: (ends: { fails: Decimal; holds: Decimal }) => Decimal,
): Stretch[] {
  const stretches: Stretch[] = [];
  let from: Decimal | undefined;
  grid.forEach((here, point) => {
    const before = grid[point - 1];
    if (holds[point] === true && from === undefined) from = before === undefined ? here : edge({ fails: before, holds: here });
    if (holds[point] !== true && from !== undefined && before !== undefined) {
      stretches.push({ from, to: edge({ fails: here, holds: before }) });
      from = undefined;
    }
  });
  const last = grid.at(-1);
  if (from !== undefined && last !== undefined) stretches.push({ from, to: last });
  return stretches;
}
