/** A triangular distribution, worked out once: three numbers that a director can defend, and its inverse in closed form (model-spec §11.2). */
export class Triangle {
  readonly low: number;
  readonly high: number;
  /** The share of draws below the most likely value. */
  readonly split: number;
  readonly rise: number;
  readonly fall: number;

  constructor({ low, likely, high }: { low: number; likely: number; high: number }) {
    const width = high - low;
    this.low = low;
    this.high = high;
    this.split = width === 0 ? 0 : (likely - low) / width;
    this.rise = width * (likely - low);
    this.fall = width * (high - likely);
  }
}

/** The value below which a share `u` of a triangle lies; where lowest and highest are the same, that one. */
export function triangularQuantile({ low, high, split, rise, fall }: Triangle, u: number): number {
  return u < split ? low + Math.sqrt(u * rise) : high - Math.sqrt((1 - u) * fall);
}
