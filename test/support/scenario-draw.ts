import fc from 'fast-check';

/**
 * Draws one random part of a scenario. Each call names a builder of this file and plain arguments, so that fast-check
 * recognises the same choice again and can shrink it.
 */
export type Draw = fc.GeneratorValue;

/** A number as a whole count of its last place: 1234 at 2 places is "12.34". */
interface Scale {
  min: number;
  max: number;
  places: number;
}

/** An input as a person may write it: a bare number as text, or with what is known about it. */
export type WrittenInput =
  | string
  | { value: string; source?: string; owner?: string; date?: string; confidence?: 'H' | 'M' | 'L'; note?: string; range?: WrittenRange };
interface WrittenRange {
  low: string;
  likely: string;
  high: string;
}

const ACCURACY = 10_000;
const PENCE = 100;
const CONFIDENCES = ['H', 'M', 'L'] as const;

const chance = (of: number) => fc.nat({ max: of - 1 }).map((drawn) => drawn === of - 1);
const below = (count: number) => fc.nat({ max: count - 1 });
const whole = (min: number, max: number) => fc.integer({ min, max });
/** Small change, whole thousands of pounds (the usual case) or any number of pence. */
const pence = (largestPounds: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.nat({ max: Math.min(100_000, largestPounds * PENCE) }) },
    { weight: 4, arbitrary: fc.nat({ max: Math.floor(largestPounds / 1000) }).map((thousands) => thousands * 1000 * PENCE) },
    { weight: 2, arbitrary: fc.nat({ max: largestPounds * PENCE }) },
  );
const anyText = () => fc.string({ unit: 'binary', maxLength: 12 });

/** Whether something that may be left out is there. It shrinks to being left out. */
export function happens(draw: Draw, oneIn = 2): boolean {
  return draw(chance, oneIn);
}

/** The result of `make`, or nothing. */
export function perhaps<T>(draw: Draw, make: () => T): T | undefined {
  return happens(draw) ? make() : undefined;
}

/** One of a list that is not empty; it shrinks to the first. */
export function pick<T>(draw: Draw, list: readonly T[]): T {
  const chosen = list[draw(below, list.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
  return chosen;
}

/** Some of a list, in its order. */
export function some<T>(draw: Draw, list: readonly T[]): T[] {
  return list.filter(() => happens(draw));
}

/** Some of a list that is not empty, one at least. */
export function someAtLeastOne<T>(draw: Draw, list: readonly T[]): T[] {
  const chosen = some(draw, list);
  return chosen.length > 0 ? chosen : list.slice(0, 1);
}

/** Between none and `most` results of `make`, which is told the index. */
export function several<T>(draw: Draw, most: number, make: (index: number) => T): T[] {
  return Array.from({ length: most < 1 ? 0 : draw(below, most + 1) }, (_, index) => make(index));
}

/** A whole number, both ends included. */
export function count(draw: Draw, min: number, max: number): number {
  return draw(whole, min, max);
}

/** Any text a person may have pasted, of Unicode's characters. */
export function freeText(draw: Draw): string {
  return draw(anyText);
}

/** The draws of one scenario's inputs. `annotated` inputs carry source, owner, range and so on, one in a few of each. */
export class InputDraw {
  readonly draw: Draw;
  readonly #annotated: boolean;
  readonly #largestPounds: number;

  constructor(draw: Draw, options: { annotated: boolean; largestPounds: number }) {
    this.draw = draw;
    this.#annotated = options.annotated;
    this.#largestPounds = options.largestPounds;
  }

  /** Pounds, nil or more. */
  amount(): WrittenInput {
    return this.#input({ min: 0, max: this.#largestPounds * PENCE, places: 2 }, this.draw(pence, this.#largestPounds));
  }

  /** Pounds, a penny or more. */
  positiveAmount(): WrittenInput {
    return this.#input({ min: 1, max: this.#largestPounds * PENCE, places: 2 }, Math.max(1, this.draw(pence, this.#largestPounds)));
  }

  /** Pounds of either sign, as a position or a control total may be. */
  position(): WrittenInput {
    const largest = this.#largestPounds * PENCE;
    const size = this.draw(pence, this.#largestPounds);
    return this.#input({ min: -largest, max: largest, places: 2 }, happens(this.draw) ? -size : size);
  }

  /** Pounds for one unit of activity: at most a few thousand. */
  unitPrice(): WrittenInput {
    return this.#whole({ min: 0, max: 5000 * PENCE, places: 2 });
  }

  /** A share between two bounds, to 4 places. */
  share(min = 0, max = 1): WrittenInput {
    return this.#whole({ min: Math.round(min * ACCURACY), max: Math.round(max * ACCURACY), places: 4 });
  }

  /** A growth rate between −5% and +10% a year, to 4 places. */
  rate(): WrittenInput {
    return this.share(-0.05, 0.1);
  }

  /** A whole number of months, years, persons or ranks. */
  whole(min: number, max: number): WrittenInput {
    return this.#whole({ min, max, places: 0 });
  }

  /** A quantity to one place: activity, days, beds. */
  quantity(min: number, max: number): WrittenInput {
    return this.#whole({ min: min * 10, max: max * 10, places: 1 });
  }

  #whole(scale: Scale): WrittenInput {
    return this.#input(scale, this.draw(whole, scale.min, scale.max));
  }

  #input(scale: Scale, drawn: number): WrittenInput {
    const value = decimalText(drawn, scale.places);
    if (!this.#annotated || !happens(this.draw, 5)) return value;
    return {
      value,
      source: perhaps(this.draw, () => freeText(this.draw)),
      owner: perhaps(this.draw, () => 'Director of finance'),
      date: perhaps(this.draw, () => '2018-03-01'),
      confidence: perhaps(this.draw, () => pick(this.draw, CONFIDENCES)),
      note: perhaps(this.draw, () => freeText(this.draw)),
      range: perhaps(this.draw, () => this.#rangeAround(scale, drawn)),
    };
  }

  /** Low and high lie up to the whole way from the likely point to the ends of what is allowed, so low ≤ likely ≤ high (rule E18). */
  #rangeAround({ min, max, places }: Scale, likely: number): WrittenRange {
    const low = likely - Math.floor(((likely - min) * this.draw(below, 9)) / 8);
    const high = likely + Math.floor(((max - likely) * this.draw(below, 9)) / 8);
    return { low: decimalText(low, places), likely: decimalText(likely, places), high: decimalText(high, places) };
  }
}

/** Text of a whole count of the last place, with idle zeros: −1234 at 2 places is "-12.34". */
export function decimalText(counted: number, places: number): string {
  const digits = String(Math.abs(counted)).padStart(places + 1, '0');
  const sign = counted < 0 ? '-' : '';
  if (places === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Shares to 4 places that sum to exactly 1. With `nilAllowed`, some may be nil. */
export function sharesOfOne(draw: Draw, members: number, { nilAllowed }: { nilAllowed: boolean }): string[] {
  const drawn = Array.from({ length: members }, () => draw(whole, nilAllowed ? 0 : 1, 20));
  const total = drawn.reduce((sum, weight) => sum + weight, 0);
  const parts = drawn.map((weight, index) => (total === 0 ? (index === 0 ? ACCURACY : 0) : Math.floor((ACCURACY * weight) / total)));
  const rest = ACCURACY - parts.reduce((sum, part) => sum + part, 0);
  const last = parts.findLastIndex((part) => part > 0);
  return parts.map((part, index) => decimalText(index === last ? part + rest : part, 4));
}
