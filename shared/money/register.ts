import { TOLERANCE, ZERO, plus, sum, type Decimal } from './decimal.ts';
import { foot, footBridge, isMoved, type BridgeLine, type Footed, type FootedBridge } from './foot.ts';
import { footTable, type FootedTable } from './foot-table.ts';
import { roundToStep } from './format.ts';

/** A figure with the name under which every exhibit knows it, such as 'ACUTE.reported.2020/21', and its exact amount in pounds. */
export interface NamedAmount {
  readonly id: string;
  readonly amount: Decimal;
}

/** A named figure as it stands in the register: exact, as shown, and whether footing moved it (then the exact amount goes into a tooltip). */
export interface RegisteredFigure {
  readonly exact: Decimal;
  readonly figure: Decimal;
  readonly isMoved: boolean;
}

/** One name with two different exact amounts: the exhibits do not show the same scenario. */
export class RoundingRegisterError extends Error {
  readonly code = 'two-amounts-one-name';

  constructor(id: string, amounts: { registered: Decimal; asked: Decimal }) {
    super(
      `The figure "${id}" is registered as £${amounts.registered.toFixed()} and was asked for again as £${amounts.asked.toFixed()}. ` +
        'One name may stand for one amount only. Start a new register for another scenario, or give the second figure its own name.',
    );
    this.name = 'RoundingRegisterError';
  }
}

/**
 * The rounding register of one export (model-spec §1.5.5): each (name, step) is rounded once and every exhibit shows that figure again.
 * Register top-down: the system, then organisations, then lines, so that totals are plain half-up and only leaves move.
 */
export class RoundingRegister {
  private readonly figures = new Map<string, RegisteredFigure>();

  /** What is registered for the name at this step; undefined where nothing is yet. */
  registered(id: string, step: Decimal): RegisteredFigure | undefined {
    return this.figures.get(keyOf(id, step));
  }

  /** The figure of a total or of a number that stands alone: the registered one, else plain half-up, which is then registered. */
  figure(total: NamedAmount, step: Decimal): Decimal {
    return this.kept(total, step) ?? this.register(total, roundToStep(total.amount, step), step);
  }

  /**
   * Gives a name the figure that another one shows, with the other sign: the loss of one table is the cost of another. Without effect where the other is not
   * registered, or where its amount is not the opposite of this one.
   */
  mirror(named: NamedAmount, ofId: string, step: Decimal): void {
    const other = this.registered(ofId, step);
    if (other === undefined || plus(other.exact, named.amount).abs().gt(TOLERANCE)) return;
    this.registerAll([named], [other.figure.isZero() ? ZERO : other.figure.neg()], step);
  }

  /** Foots a column of leaves to its total. A registered total is the target, registered leaves stay, and all figures are registered. Throws RoundingRegisterError. */
  foot(column: { total: NamedAmount; leaves: readonly NamedAmount[]; pin?: number }, step: Decimal): Footed {
    const target = this.figure(column.total, step);
    const footed = foot(
      column.leaves.map((leaf) => leaf.amount),
      step,
      { target, kept: this.keptOf(column.leaves, step), ...(column.pin === undefined ? {} : { pin: column.pin }) },
    );
    this.registerAll(column.leaves, footed.figures, step);
    return footed;
  }

  /** Foots a bridge. `lines` in order: bars with their amounts, and subtotals with the sum of all bars above. Throws RoundingRegisterError. */
  footBridge(lines: readonly (NamedAmount & { kind: 'bar' | 'subtotal' })[], step: Decimal): FootedBridge {
    const bridge = lines.map((line): BridgeLine => {
      if (line.kind === 'subtotal') return { kind: 'subtotal', kept: this.figure(line, step) };
      return { kind: 'bar', amount: line.amount, kept: this.kept(line, step) };
    });
    const footed = footBridge(bridge, step);
    this.registerAll(lines, footed.figures, step);
    return footed;
  }

  /** Foots a table both ways, keeping registered totals. Cells are registered; so are the totals that were free. Throws RoundingRegisterError. */
  footTable(table: NamedTable, step: Decimal): FootedTable {
    const footed = footTable(
      table.cells.map((row) => row.map((cell) => cell.amount)),
      step,
      { rows: this.keptOf(table.rows, step), columns: this.keptOf(table.columns, step), grand: this.figure(table.grand, step) },
    );
    this.registerAll(table.rows, footed.rowTotals, step);
    this.registerAll(table.columns, footed.columnTotals, step);
    table.cells.forEach((row, index) => {
      this.registerAll(row, footed.cells[index] ?? [], step);
    });
    return footed;
  }

  private keptOf(amounts: readonly NamedAmount[], step: Decimal): (Decimal | null)[] {
    return amounts.map((amount) => this.kept(amount, step));
  }

  private kept(named: NamedAmount, step: Decimal): Decimal | null {
    const known = this.registered(named.id, step);
    if (known === undefined) return null;
    if (known.exact.minus(named.amount).abs().gt(TOLERANCE)) {
      throw new RoundingRegisterError(named.id, { registered: known.exact, asked: named.amount });
    }
    return known.figure;
  }

  private registerAll(amounts: readonly NamedAmount[], figures: readonly Decimal[], step: Decimal): void {
    amounts.forEach((named, index) => {
      const figure = figures[index];
      if (figure !== undefined && this.registered(named.id, step) === undefined) this.register(named, figure, step);
    });
  }

  private register(named: NamedAmount, figure: Decimal, step: Decimal): Decimal {
    this.figures.set(keyOf(named.id, step), { exact: named.amount, figure, isMoved: isMoved({ exact: named.amount, figure }, step) });
    return figure;
  }
}

/** A two-way table with names for its cells (row by row) and its totals. */
export interface NamedTable {
  readonly cells: readonly (readonly NamedAmount[])[];
  readonly rows: readonly NamedAmount[];
  readonly columns: readonly NamedAmount[];
  readonly grand: NamedAmount;
}

/** Names the total of named leaves: their exact sum. */
export function namedSum(id: string, leaves: readonly NamedAmount[]): NamedAmount {
  return { id, amount: sum(leaves.map((leaf) => leaf.amount)) };
}

function keyOf(id: string, step: Decimal): string {
  return `${step.toFixed()} ${id}`;
}
