/** A triangular distribution, worked out once: three numbers that a director can defend, and its inverse in closed form (model-spec §11.2). */
export type Triangle = {
  readonly low: number;
  readonly high: number;
  /** The share of draws below the most likely value. */
  readonly split: number;
  readonly rise: number;
  readonly fall: number;
};

/** The triangle of a lowest, a most likely and a highest value, low ≤ likely ≤ high. */
export function triangleOf({ low, likely, high }: { low: number; likely: number; high: number }): Triangle {
  const width = high - low;
  return { low, high, split: width === 0 ? 0 : (likely - low) / width, rise: width * (likely - low), fall: width * (high - likely) };
}

/** The value below which a share `u` of a triangle lies; where lowest and highest are the same, that one. */
export function triangularQuantile({ low, high, split, rise, fall }: Triangle, u: number): number {
  return u < split ? low + Math.sqrt(u * rise) : high - Math.sqrt((1 - u) * fall);
}
