const GOLDEN_STEP = 0x9e3779b9;
const FIRST_MULTIPLIER = 0x21f0aaad;
const SECOND_MULTIPLIER = 0x735a2d97;
const HALF = 0.5;
const RANGE = 4_294_967_296;

/**
 * The one stream of random numbers of a simulation (model-spec §11.2): xoshiro128**, its four words seeded by splitmix32. The same seed gives the same numbers on
 * every machine. A draw that needs `k` numbers takes the `k` that follow those of the draw before it, so a worker that begins at a later draw skips to its place.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    let state = seed >>> 0;
    const word = (): number => {
      state = (state + GOLDEN_STEP) >>> 0;
      let mixed = state;
      mixed = Math.imul(mixed ^ (mixed >>> 16), FIRST_MULTIPLIER);
      mixed = Math.imul(mixed ^ (mixed >>> 15), SECOND_MULTIPLIER);
      return mixed ^ (mixed >>> 15);
    };
    this.#a = word();
    this.#b = word();
    this.#c = word();
    this.#d = word();
  }

  /** The next whole number, 0 to 2³² − 1. */
  next(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** The next number between 0 and 1, neither included: (n + 0.5) / 2³². */
  uniform(): number {
    return (this.next() + HALF) / RANGE;
  }

  /** Passes over so many numbers. */
  skip(count: number): void {
    for (let passed = 0; passed < count; passed += 1) this.next();
  }
}
