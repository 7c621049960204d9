/** A stretch of draws: the first, counted from 0, and how many. */
export type Stretch = { readonly first: number; readonly count: number };

/** So many draws in stretches of nearly equal length, one a worker; fewer where there are fewer draws than workers. */
export function stretchesOf(draws: number, workers: number): Stretch[] {
  const used = Math.max(1, Math.min(workers, draws));
  return Array.from({ length: used }, (_, index) => {
    const first = Math.floor((draws * index) / used);
    return { first, count: Math.floor((draws * (index + 1)) / used) - first };
  });
}
