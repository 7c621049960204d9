/** How many letters must be added, taken out, changed or swapped with their neighbour to turn one word into another. */
export function editDistance(first: string, second: string): number {
  const width = second.length + 1;
  let before: number[] = [];
  let row = Array.from({ length: width }, (_, column) => column);
  for (let line = 1; line <= first.length; line += 1) {
    const next = [line];
    for (let column = 1; column < width; column += 1) {
      const same = first[line - 1] === second[column - 1];
      const swapped = line > 1 && column > 1 && first[line - 1] === second[column - 2] && first[line - 2] === second[column - 1];
      const changed = (row[column - 1] ?? 0) + (same ? 0 : 1);
      const ways = [(row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed, ...(swapped ? [(before[column - 2] ?? 0) + 1] : [])];
      next.push(Math.min(...ways));
    }
    before = row;
    row = next;
  }
  return row[second.length] ?? 0;
}

/** The known word that was probably meant: at most a third of its letters differ. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const short = written.slice(0, 60).toLowerCase();
  const ranked = known.map((word) => ({ word, distance: editDistance(short, word.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}
