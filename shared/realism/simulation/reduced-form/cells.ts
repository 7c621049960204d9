import type { Input } from '../../../scenario/input.ts';
import { inputsOf } from '../../../scenario/inputs-of.ts';
import type { Frame } from '../../../engine/frame.ts';
import { Cell, fixed } from './cell.ts';

/** A figure that a draw sets, with the range that it is drawn from. */
export type RangedCell = {
  /** Where it stands in the scenario: `savings.S2.delivery`, `series.pay.rateByYear.2018/19`. */
  readonly path: string;
  readonly cell: Cell;
  readonly stated: number;
  readonly range: { readonly low: number; readonly likely: number; readonly high: number };
  /** Months, years and ranks are whole. */
  readonly isWhole: boolean;
};

/** A copy of a part of a scenario in which no two places share an input, so that each place is a figure of its own. */
function unshared<T extends object>(part: T): T {
  const copy: T = Object.assign(Array.isArray(part) ? [] : {}, part);
  const items: [string, unknown][] = Object.entries(part);
  for (const [key, item] of items) if (typeof item === 'object' && item !== null) Reflect.set(copy, key, unshared(item));
  return copy;
}

/** The frame over a copy of its scenario in which every place has an input of its own; what is left out stays so. */
export function frameOfOwnInputs(frame: Frame): Frame {
  const scenario = unshared(frame.scenario);
  return { ...frame, scenario, organisations: new Map(scenario.organisations.map((organisation) => [organisation.id, organisation])) };
}

/**
 * The figures that the reduced form reads, as binary floats. An input is a cell from the first time that it is read; it varies where it carries a range that can be
 * used. So what is varied is exactly what carries a range and moves a position.
 */
export class Cells {
  readonly ranged: RangedCell[] = [];
  readonly #known = new Map<Input, Cell>();
  readonly #paths = new Map<Input, string>();
  readonly #leftOut: ReadonlyMap<string, string>;

  constructor(frame: Frame) {
    this.#leftOut = frame.leftOut;
    for (const { input, path } of inputsOf(frame.scenario)) if (input.range !== undefined) this.#paths.set(input, path);
  }

  /** The cell of an input, or of the tool default where it is blank. */
  of(input: Input | undefined, fallback: Input): Cell {
    return this.maybe(input) ?? fixed(Number(fallback.value));
  }

  /** The cell of an input that may be blank. */
  maybe(input: Input | undefined): Cell | undefined {
    if (input === undefined) return undefined;
    const known = this.#known.get(input);
    if (known !== undefined) return known;
    const cell = this.#made(input, this.#paths.get(input) ?? '');
    this.#known.set(input, cell);
    return cell;
  }

  /** A cell of its own for one use of an input that several share, such as the delivery that goes with a rating; `path` says where a draw of it stands. */
  own(input: Input, path: string): Cell {
    return this.#made(input, path);
  }

  #made(input: Input, path: string): Cell {
    const stated = Number(input.value);
    const at = this.#paths.get(input);
    const { range } = input;
    if (range === undefined || at === undefined || this.#leftOut.has(`ranges:${at}`)) return fixed(stated);
    const cell = new Cell(stated, { varies: true });
    const isWhole = input.unit === 'months' || input.unit === 'years' || input.unit === 'rank';
    const points = { low: Number(range.low), likely: Number(range.likely), high: Number(range.high) };
    this.ranged.push({ path, cell, stated, range: points, isWhole });
    return cell;
  }
}
