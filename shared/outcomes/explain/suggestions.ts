/** How many letters must change to turn one text into another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** How far apart parts of paths are, from 0 to 1, each worked out once: the parts of many paths are the same few words. */
function remembered(): (from: string, to: string) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = `${from} ${to}`;
    let found = known.get(key);
    if (found === undefined) {
      const longest = Math.max(from.length, to.length, 1);
      found = distance(from.toLowerCase(), to.toLowerCase()) / longest;
      known.set(key, found);
    }
    return found;
  };
}

const MOST_SUGGESTIONS = 5;
/** What a part too many or too few counts: less than another word, since a path is often begun and not ended. */
const MISSING_PART = 0.5;
/** Paths are cut off here before they are compared: no figure has a longer one. */
const LONGEST_PATH = 300;

/** The paths nearest to one that leads nowhere, part by part, best first. */
export function nearestPaths(read: string, paths: readonly string[]): string[] {
  const between = remembered();
  const parts = read.slice(0, LONGEST_PATH).split('.').slice(0, 12);
  const scored = paths.map((path) => {
    const others = path.split('.');
    const shared = Math.min(parts.length, others.length);
    let score = MISSING_PART * Math.abs(parts.length - others.length);
    for (let index = 0; index < shared; index += 1) score += between(parts[index] ?? '', others[index] ?? '');
    return { path, score };
  });
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ path }) => path);
}
