/** The numbers that a triangle is laid out in: the share of draws below the most likely value, lowest, rise, highest, fall. */
export const TRIANGLE_NUMBERS = 5;

/** A triangular distribution, low ≤ likely ≤ high, as `TRIANGLE_NUMBERS` numbers: three that a director can defend, and its inverse in closed form (model-spec §11.2). */
export function triangleOf({ low, likely, high }: { low: number; likely: number; high: number }): Float64Array {
  const width = high - low;
  return Float64Array.of(width === 0 ? 0 : (likely - low) / width, low, width * (likely - low), high, width * (high - likely));
}

/** The value below which a share `u` of a triangle lies; where lowest and highest are the same, that one. `first` says where the triangle stands among several. */
export function triangularQuantile(triangles: Float64Array, u: number, first = 0): number {
  return u < (triangles[first] ?? 0)
    ? (triangles[first + 1] ?? 0) + Math.sqrt(u * (triangles[first + 2] ?? 0))
    : (triangles[first + 3] ?? 0) - Math.sqrt((1 - u) * (triangles[first + 4] ?? 0));
}
