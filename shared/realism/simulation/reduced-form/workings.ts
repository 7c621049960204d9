import type { Frame } from '../../../engine/frame.ts';
import type { InputByYear } from '../../../scenario/input.ts';
import { Cell, at, type Path, type Varying } from './cell.ts';
import type { Cells } from './cells.ts';

/**
 * The steps of the reduced form. Each is carried out once when it is made, and again in every draw only if something that it reads varies: what no range touches is
 * worked once. Steps write into lists that they made themselves, so that a draw allocates nothing.
 */
export class Workings {
  readonly frame: Frame;
  readonly cells: Cells;
  /** Years with the base year. */
  readonly length: number;
  readonly #program: (() => void)[] = [];

  constructor(frame: Frame, cells: Cells) {
    this.frame = frame;
    this.cells = cells;
    this.length = frame.yearCount + 1;
  }

  /** Carries out a step now, and in every draw that can change what it reads. */
  step(reads: readonly (Varying | undefined)[], work: () => void): boolean {
    work();
    const varies = reads.some((each) => each?.varies === true);
    if (varies) this.#program.push(work);
    return varies;
  }

  /** Amounts by year that a step fills, every year each time. */
  path(reads: readonly (Varying | undefined)[], fill: (amounts: Float64Array) => void): Path {
    const amounts = new Float64Array(this.length);
    const varies = this.step(reads, () => {
      fill(amounts);
    });
    return { amounts, varies };
  }

  /** One figure that a step works out. */
  scalar(reads: readonly (Varying | undefined)[], work: () => number): Cell {
    const result = new Cell(0, { varies: reads.some((each) => each?.varies === true) });
    this.step(reads, () => {
      result.amount = work();
    });
    return result;
  }

  /** The cells of inputs by year; undefined in a year that is blank. */
  cellsByYear(byYear: InputByYear): (Cell | undefined)[] {
    return this.frame.years.map((label) => this.cells.maybe(byYear[label]));
  }

  /** Inputs by year as amounts; a blank year is nil. */
  pathOf(byYear: InputByYear): Path {
    const cells = this.cellsByYear(byYear);
    return this.path(cells, (amounts) => {
      cells.forEach((cell, year) => {
        amounts[year] = cell?.amount ?? 0;
      });
    });
  }

  /** a × b, year by year; the path itself where the factor is always 1. */
  scaled(path: Path, factor: Cell): Path {
    if (!factor.varies && factor.amount === 1) return path;
    return this.path([path, factor], (amounts) => {
      for (let year = 0; year < amounts.length; year += 1) amounts[year] = at(path.amounts, year) * factor.amount;
    });
  }

  /** Carries out in order every step that a draw can change. */
  run(): void {
    for (const work of this.#program) work();
  }
}
