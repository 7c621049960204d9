/** One line on the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Median and 95th percentile, in milliseconds. */
export type Timing = { readonly median: number; readonly p95: number };

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p95: sorted[Math.min(Math.floor(sorted.length * 0.95), sorted.length - 1)] ?? 0,
  };
}

/** How long a piece of work takes over several runs, after a warm-up of a third as many. */
export function time(work: () => unknown, runs: number): Timing {
  for (let run = 0; run < Math.ceil(runs / 3); run += 1) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** The same for work that waits; its own warm-up is the caller's matter. */
export async function timeEach(work: (run: number) => Promise<unknown>, runs: number): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return timingOf(times);
}
