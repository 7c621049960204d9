import { NIL, ONE_WHOLE, at, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** `recurrent` stays in the underlying position; `once` does not; `untested` does not either, and control totals do not test it (model-spec §3.5, §19 (27)). */
export type PostingKind = 'recurrent' | 'once' | 'untested';
export type Posting = {
  readonly organisation: string;
  readonly path: Path;
  readonly kind: PostingKind;
  /** What each amount is multiplied by: a share that a draw may change, and a sign or a weight. */
  readonly share?: Cell;
  readonly weight?: number;
};

/** Positions by organisation and year, one list each: organisation by organisation, years from the base year. */
export type PositionLists = {
  readonly beforeSupport: Float64Array;
  /** What of it is not underlying. */
  readonly once: Float64Array;
  /** What of it control totals and PSF do not test. */
  readonly untested: Float64Array;
};

type Placed = {
  readonly start: number;
  readonly amounts: Float64Array;
  readonly kind: PostingKind;
  readonly share: Cell;
  readonly weight: number;
};

function listsOf(size: number): PositionLists {
  return { beforeSupport: new Float64Array(size), once: new Float64Array(size), untested: new Float64Array(size) };
}

/** The lists that a posting of a kind is added to. */
function listsFor(kind: PostingKind, { beforeSupport, once, untested }: PositionLists): Float64Array[] {
  if (kind === 'recurrent') return [beforeSupport];
  return kind === 'once' ? [beforeSupport, once] : [beforeSupport, once, untested];
}

function add(lists: PositionLists, { start, amounts, kind, share, weight }: Placed): void {
  const factor = share.amount * weight;
  for (const list of listsFor(kind, lists))
    for (let year = 0; year < amounts.length; year += 1) list[start + year] = at(list, start + year) + factor * at(amounts, year);
}

/**
 * Amounts that never vary, row by row, each row multiplied by a cell that a draw sets: deliveries of schemes, above all. They lie one after another, from the first
 * year that is not nil, because most of the work of a draw is here.
 */
class ScaledRows {
  readonly #list: Float64Array;
  readonly #shares: Cell[] = [];
  readonly #starts: number[] = [];
  /** Where each row ends in `#amounts`; it begins where the one before ends. */
  readonly #ends: number[] = [];
  readonly #amounts: number[] = [];
  #laidOut: Float64Array | undefined;

  constructor(list: Float64Array) {
    this.#list = list;
  }

  push({ start, amounts, share, weight }: Placed): void {
    const first = amounts.findIndex((amount) => amount !== 0);
    if (first < 0) return;
    this.#shares.push(share);
    this.#starts.push(start + first);
    for (const amount of amounts.subarray(first)) this.#amounts.push(weight * amount);
    this.#ends.push(this.#amounts.length);
    this.#laidOut = undefined;
  }

  /** The innermost loop of a simulation: every place is inside its list, so nothing is asked twice. */
  run(): void {
    const [list, shares, starts, ends] = [this.#list, this.#shares, this.#starts, this.#ends];
    const amounts = (this.#laidOut ??= Float64Array.from(this.#amounts));
    let index = 0;
    for (let row = 0; row < ends.length; row += 1) {
      const share = shares[row]?.amount ?? 0;
      const end = ends[row] ?? 0;
      for (let place = starts[row] ?? 0; index < end; index += 1, place += 1)
        list[place] = (list[place] ?? 0) + share * (amounts[index] ?? 0);
    }
  }
}

/** Who gains and loses what, before support. What no draw changes is added up once; the rest is added to it in every draw. */
export class Postings {
  readonly lists: PositionLists;
  readonly organisations: readonly string[];
  readonly #always: PositionLists;
  readonly #drawn: Placed[] = [];
  readonly #scaled: ReadonlyMap<Float64Array, ScaledRows>;
  readonly #length: number;
  readonly #places: ReadonlyMap<string, number>;

  constructor(workings: Workings) {
    this.#length = workings.length;
    this.organisations = workings.frame.scenario.organisations.map((organisation) => organisation.id);
    this.#places = new Map(this.organisations.map((id, index) => [id, index * workings.length]));
    this.lists = listsOf(this.organisations.length * this.#length);
    this.#always = listsOf(this.organisations.length * this.#length);
    this.#scaled = new Map(Object.values(this.lists).map((list) => [list, new ScaledRows(list)]));
  }

  /** Where an organisation's base year stands in the lists, or undefined where the scenario does not know it. */
  placeOf(organisation: string): number | undefined {
    return this.#places.get(organisation);
  }

  post({ organisation, path, kind, share = ONE_WHOLE, weight = 1 }: Posting): void {
    const start = this.placeOf(organisation);
    if (start === undefined || weight === 0) return;
    const placed: Placed = { start, amounts: path.amounts, kind, share, weight };
    if (path.varies) this.#drawn.push(placed);
    else if (share.varies) for (const list of listsFor(kind, this.lists)) this.#scaled.get(list)?.push(placed);
    else add(this.#always, placed);
  }

  /** Adds everything up, from what the steps have just worked. */
  run(): void {
    this.lists.beforeSupport.set(this.#always.beforeSupport);
    this.lists.once.set(this.#always.once);
    this.lists.untested.set(this.#always.untested);
    for (const rows of this.#scaled.values()) rows.run();
    for (const placed of this.#drawn) add(this.lists, placed);
  }
}

/** A path that is nil in every year. */
export function nilPath(workings: Workings): Path {
  return workings.path([NIL], () => undefined);
}
