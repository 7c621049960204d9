import { NIL, ONE_WHOLE, at, type Cell, type Path, type Workings } from './workings.ts';

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

function add(lists: PositionLists, { start, amounts, kind, share, weight }: Placed): void {
  const factor = share.amount * weight;
  const { beforeSupport, once, untested } = lists;
  for (let year = 0; year < amounts.length; year += 1) {
    const amount = factor * at(amounts, year);
    const place = start + year;
    beforeSupport[place] = at(beforeSupport, place) + amount;
    if (kind === 'recurrent') continue;
    once[place] = at(once, place) + amount;
    if (kind === 'untested') untested[place] = at(untested, place) + amount;
  }
}

/** Who gains and loses what, before support. What no draw changes is added up once; the rest is added to it in every draw. */
export class Postings {
  readonly lists: PositionLists;
  readonly organisations: readonly string[];
  readonly #always: PositionLists;
  readonly #drawn: Placed[] = [];
  readonly #length: number;
  readonly #places: ReadonlyMap<string, number>;

  constructor(workings: Workings) {
    this.#length = workings.length;
    this.organisations = workings.frame.scenario.organisations.map((organisation) => organisation.id);
    this.#places = new Map(this.organisations.map((id, index) => [id, index * workings.length]));
    this.lists = listsOf(this.organisations.length * this.#length);
    this.#always = listsOf(this.organisations.length * this.#length);
  }

  /** Where an organisation's base year stands in the lists, or undefined where the scenario does not know it. */
  placeOf(organisation: string): number | undefined {
    return this.#places.get(organisation);
  }

  post({ organisation, path, kind, share = ONE_WHOLE, weight = 1 }: Posting): void {
    const start = this.placeOf(organisation);
    if (start === undefined || weight === 0) return;
    const placed: Placed = { start, amounts: path.amounts, kind, share, weight };
    if (path.varies || share.varies) this.#drawn.push(placed);
    else add(this.#always, placed);
  }

  /** Adds everything up, from what the steps have just worked. */
  run(): void {
    this.lists.beforeSupport.set(this.#always.beforeSupport);
    this.lists.once.set(this.#always.once);
    this.lists.untested.set(this.#always.untested);
    for (const placed of this.#drawn) add(this.lists, placed);
  }
}

/** A path that is nil in every year. */
export function nilPath(workings: Workings): Path {
  return workings.path([NIL], () => undefined);
}
