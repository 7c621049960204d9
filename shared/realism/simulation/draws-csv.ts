import type { Frame } from '../../engine/frame.ts';
import { D } from '../../money/decimal.ts';
import { roundHalfUp } from '../../money/format.ts';
import type { DrawColumns, Simulator } from './simulator.ts';

/** Pence of a drawn position, half-up. */
function pence(amount: number | undefined): string {
  return roundHalfUp(new D(amount ?? 0), 2).toFixed(2);
}

function headings(frame: Frame, simulator: Simulator): string[] {
  const years = frame.years.slice(1);
  const inputs = simulator.variables.flatMap(({ path, members, approval }) =>
    approval === undefined ? members.map(({ ranged }) => ranged.path) : [path],
  );
  const target = frame.years[frame.target] ?? '';
  return [
    'draw',
    ...years.map((year) => `reported ${year}`),
    ...years.map((year) => `before support ${year}`),
    `underlying ${target}`,
    ...inputs,
  ];
}

function drawnInputs(simulator: Simulator): string[] {
  return simulator.variables.flatMap(({ members, approval }) =>
    approval === undefined ? members.map(({ ranged }) => new D(ranged.cell.amount).toFixed()) : [String(approval.cell.amount)],
  );
}

/**
 * Draws as the lines of a CSV file, one a draw, headings first: positions in pounds to the penny, and every figure that the draw decided. `columns` holds all draws
 * from the first. Paths and years hold neither commas nor quotation marks, so nothing is quoted.
 */
export function* drawsCsv(
  frame: Frame,
  simulator: Simulator,
  { columns, seed }: { columns: DrawColumns; seed: number },
): Generator<string> {
  yield `${headings(frame, simulator).join(',')}\n`;
  const { reported, beforeSupport, underlying, correlation } = columns;
  for (let draw = 0; draw < underlying.length; draw += 1) {
    simulator.setTo({ seed, correlation, draw });
    const positions = [...reported.slice(1), ...beforeSupport.slice(1), underlying].map((amounts) => pence(amounts[draw]));
    yield `${[String(draw + 1), ...positions, ...drawnInputs(simulator)].join(',')}\n`;
  }
}
