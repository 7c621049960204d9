import { D, ZERO, type Decimal } from './decimal.ts';
import { FlowNetwork } from './flow-network.ts';
import { roundHalfUp } from './format.ts';

/** More steps than any table holds. */
const UNLIMITED = 10n ** 40n;

/** Totals already shown elsewhere, in pounds and multiples of the step; null or left out where they are free to be rounded here. */
export interface KeptTotals {
  readonly rows?: readonly (Decimal | null)[];
  readonly columns?: readonly (Decimal | null)[];
  readonly grand?: Decimal | null;
}

/** A table that adds both ways as shown, all in pounds and multiples of the step. */
export interface FootedTable {
  readonly cells: readonly (readonly Decimal[])[];
  readonly rowTotals: readonly Decimal[];
  readonly columnTotals: readonly Decimal[];
  readonly grandTotal: Decimal;
  /** What must be printed as a row and a column named 'Rounding'; null unless kept totals cannot be met otherwise. */
  readonly rounding: TableRounding | null;
}

/** row: entry by column, with its total under the row totals; column: entry by row, with its total beside the column totals; corner: where they meet, in both totals. */
export interface TableRounding {
  readonly row: readonly Decimal[];
  readonly rowTotal: Decimal;
  readonly column: readonly Decimal[];
  readonly columnTotal: Decimal;
  readonly corner: Decimal;
}

/** An exact figure split into whole steps and the part above them, that part counted in `1/one` of a step. */
interface Split {
  readonly floor: bigint;
  readonly part: bigint;
}

interface Problem {
  readonly cells: readonly (readonly Split[])[];
  readonly rows: readonly Split[];
  readonly columns: readonly Split[];
  /** One whole step in the scale of the parts. */
  readonly one: bigint;
}

/**
 * Rounds a two-way table so that all rows and columns add as shown (controlled rounding, model-spec §1.5.5). The grand total is half-up; every other cell and
 * total shows its floor or ceiling, with the smallest sum of |shown − exact| over cells and totals; among equals the earlier cell, row by row, goes up.
 * Exact multiples of the step, nil among them, never move. Kept totals stay as they are. Never throws: what cannot be met stands in `rounding`.
 * @param amounts exact amounts in pounds, row by row; a missing cell counts as nil
 * @param step the smallest difference shown, in pounds
 */
export function footTable(amounts: readonly (readonly Decimal[])[], step: Decimal, kept: KeptTotals = {}): FootedTable {
  const problem = splitTable(amounts, step);
  const floors = problem.cells.flat().reduce((total, cell) => total + cell.floor, 0n);
  const grand = wholeSteps(kept.grand ?? null, step) ?? halfUp(totalOf(problem.rows, problem.one), problem.one);
  const flow = new TableFlow(problem, {
    rows: problem.rows.map((_, row) => wholeSteps(kept.rows?.[row] ?? null, step)),
    columns: problem.columns.map((_, column) => wholeSteps(kept.columns?.[column] ?? null, step)),
    ups: grand - floors,
  });
  const inPounds = (steps: bigint): Decimal => (steps === 0n ? ZERO : new D(steps.toString()).times(step));
  const cells = problem.cells.map((row, rowIndex) => row.map((cell, columnIndex) => cell.floor + flow.upsOfCell(rowIndex, columnIndex)));
  const found = flow.rounding();
  return {
    cells: cells.map((row) => row.map(inPounds)),
    rowTotals: cells.map((row, index) => inPounds(row.reduce((total, cell) => total + cell, found.column[index] ?? 0n))),
    columnTotals: problem.columns.map((_, index) =>
      inPounds(cells.reduce((total, row) => total + (row[index] ?? 0n), found.row[index] ?? 0n)),
    ),
    grandTotal: inPounds(grand),
    rounding: found.isNeeded ? roundingInPounds(found, inPounds) : null,
  };
}

interface FoundRounding {
  readonly row: readonly bigint[];
  readonly column: readonly bigint[];
  readonly corner: bigint;
  readonly isNeeded: boolean;
}

function roundingInPounds(found: FoundRounding, inPounds: (steps: bigint) => Decimal): TableRounding {
  return {
    row: found.row.map(inPounds),
    rowTotal: inPounds(found.row.reduce((total, entry) => total + entry, found.corner)),
    column: found.column.map(inPounds),
    columnTotal: inPounds(found.column.reduce((total, entry) => total + entry, found.corner)),
    corner: inPounds(found.corner),
  };
}

function wholeSteps(kept: Decimal | null, step: Decimal): bigint | null {
  return kept === null ? null : BigInt(roundHalfUp(kept.div(step), 0).toFixed(0));
}

/** Brings all cells to one scale as whole numbers, so that sums and comparisons below are exact whatever the digits. */
function splitTable(amounts: readonly (readonly Decimal[])[], step: Decimal): Problem {
  const width = amounts.reduce((widest, row) => Math.max(widest, row.length), 0);
  const scaled = amounts.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? ZERO).div(step)));
  const places = scaled.flat().reduce((most, steps) => Math.max(most, steps.decimalPlaces()), 0);
  const one = 10n ** BigInt(places);
  const counts = scaled.map((row) => row.map((steps) => BigInt(steps.toFixed(places).replace('.', ''))));
  const split = (count: bigint): Split => {
    const part = ((count % one) + one) % one;
    return { floor: (count - part) / one, part };
  };
  const add = (total: bigint, count: bigint): bigint => total + count;
  return {
    cells: counts.map((row) => row.map(split)),
    rows: counts.map((row) => split(row.reduce(add, 0n))),
    columns: Array.from({ length: width }, (_, column) => split(counts.map((row) => row[column] ?? 0n).reduce(add, 0n))),
    one,
  };
}

function totalOf(rows: readonly Split[], one: bigint): bigint {
  return rows.reduce((total, row) => total + row.floor * one + row.part, 0n);
}

/** Whole steps, half away from zero. */
function halfUp(count: bigint, one: bigint): bigint {
  const magnitude = ((count < 0n ? -count : count) * 2n + one) / (one * 2n);
  return count < 0n ? -magnitude : magnitude;
}

interface Bounds {
  readonly rows: readonly (bigint | null)[];
  readonly columns: readonly (bigint | null)[];
  /** How many cells of the table go up in all, kept totals permitting. */
  readonly ups: bigint;
}

/**
 * The table as a flow from a source through its rows and columns to a sink: a unit on an arc row → column is a cell that shows its ceiling.
 * Two further nodes take the entries of a row and a column 'Rounding', so dear that they are used only where nothing else adds.
 */
class TableFlow {
  private readonly network: FlowNetwork;
  private readonly problem: Problem;
  private readonly source: number;
  private readonly sink: number;
  private readonly roundingRow: number;
  private readonly roundingColumn: number;
  private readonly dear: bigint;
  private readonly cellArcs: (number | null)[][];
  private readonly rowRounding: [number, number][] = [];
  private readonly columnRounding: [number, number][] = [];
  private readonly cornerRounding: [number, number];

  constructor(problem: Problem, bounds: Bounds) {
    const rowCount = problem.rows.length;
    const columnCount = problem.columns.length;
    this.problem = problem;
    this.source = rowCount + columnCount;
    this.sink = this.source + 1;
    this.roundingRow = this.source + 2;
    this.roundingColumn = this.source + 3;
    this.network = new FlowNetwork(this.source + 4);
    this.dear = problem.one * BigInt(4 * (rowCount + 1) * (columnCount + 1));
    this.cellArcs = problem.cells.map((row, rowIndex) =>
      row.map((cell, column) => this.optionalArc({ from: rowIndex, to: rowCount + column, part: cell.part })),
    );
    problem.rows.forEach((row, index) => {
      this.addRow(index, row, bounds.rows[index] ?? null);
    });
    problem.columns.forEach((column, index) => {
      this.addColumn(index, column, bounds.columns[index] ?? null);
    });
    this.network.supply(this.source, bounds.ups);
    this.network.supply(this.sink, -bounds.ups);
    this.bothWays({ from: this.source, to: this.roundingRow, cost: 0n });
    this.bothWays({ from: this.roundingColumn, to: this.sink, cost: 0n });
    // A corner entry prints both lines, so one line alone is better, but a corner alone is better than both lines with entries elsewhere.
    this.cornerRounding = this.bothWays({ from: this.roundingRow, to: this.roundingColumn, cost: (this.dear * 3n) / 2n });
    this.network.settle();
    this.network.prefer(this.cellArcs.flat().filter((arc) => arc !== null));
  }

  /** 1 where the cell shows its ceiling, 0 where it shows its floor. */
  upsOfCell(row: number, column: number): bigint {
    const arc = this.cellArcs[row]?.[column] ?? null;
    return arc === null ? 0n : this.network.flowOn(arc);
  }

  rounding(): FoundRounding {
    const net = ([onward, back]: readonly [number, number]): bigint => this.network.flowOn(onward) - this.network.flowOn(back);
    const row = this.columnRounding.map(net);
    const column = this.rowRounding.map(net);
    const corner = net(this.cornerRounding);
    return { row, column, corner, isNeeded: [...row, ...column, corner].some((entry) => entry !== 0n) };
  }

  private addRow(index: number, total: Split, kept: bigint | null): void {
    const floors = (this.problem.cells[index] ?? []).reduce((sum, cell) => sum + cell.floor, 0n);
    const certain = (kept ?? total.floor) - floors;
    this.network.supply(index, certain);
    this.network.supply(this.source, -certain);
    if (kept === null) this.optionalArc({ from: this.source, to: index, part: total.part });
    this.rowRounding.push(this.bothWays({ from: index, to: this.roundingColumn, cost: this.dear }));
  }

  private addColumn(index: number, total: Split, kept: bigint | null): void {
    const node = this.problem.rows.length + index;
    const floors = this.problem.cells.reduce((sum, row) => sum + (row[index]?.floor ?? 0n), 0n);
    const certain = (kept ?? total.floor) - floors;
    this.network.supply(node, -certain);
    this.network.supply(this.sink, certain);
    if (kept === null) this.optionalArc({ from: node, to: this.sink, part: total.part });
    this.columnRounding.push(this.bothWays({ from: this.roundingRow, to: node, cost: this.dear }));
  }

  /** The choice between floor and ceiling. Going up changes |shown − exact| from `part` to `one − part`; an exact multiple has no choice. */
  private optionalArc(choice: { from: number; to: number; part: bigint }): number | null {
    if (choice.part === 0n) return null;
    return this.network.addArc({ from: choice.from, to: choice.to, capacity: 1n, cost: this.problem.one - 2n * choice.part });
  }

  private bothWays(arc: { from: number; to: number; cost: bigint }): [number, number] {
    const onward = { ...arc, capacity: UNLIMITED };
    return [this.network.addArc(onward), this.network.addArc({ ...onward, from: arc.to, to: arc.from })];
  }
}
