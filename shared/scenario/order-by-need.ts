/** What each thing needs, in an order in which each comes after what it needs; and the things that wait for themselves. */
export type OrderByNeed = {
  readonly order: readonly string[];
  /** Members of a circle, each with the next one that it needs within the circle. They, and what waits for them, are not in the order. */
  readonly circular: ReadonlyMap<string, string>;
};

/** Needs that name a member of the same set, once each. */
function innerNeeds(needs: ReadonlyMap<string, readonly string[]>): Map<string, Set<string>> {
  return new Map([...needs].map(([id, needed]) => [id, new Set(needed.filter((other) => needs.has(other)))]));
}

function reversed(needs: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const waiting = new Map([...needs.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, needed] of needs) for (const other of needed) waiting.get(other)?.push(id);
  return waiting;
}

/** Takes away, again and again, what is free of needs; the taken in order. In time proportional to the needs, and without recursion. */
function peel(needs: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const waiting = reversed(needs);
  const open = new Map([...needs].map(([id, needed]) => [id, needed.size]));
  const taken = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of taken) {
    for (const other of waiting.get(id) ?? []) {
      const left = (open.get(other) ?? 0) - 1;
      open.set(other, left);
      if (left === 0) taken.push(other);
    }
  }
  return taken;
}

/** The needs without some ids, on either side. */
function without(needs: ReadonlyMap<string, ReadonlySet<string>>, gone: ReadonlySet<string>): Map<string, Set<string>> {
  const left = [...needs].filter(([id]) => !gone.has(id));
  return new Map(left.map(([id, needed]) => [id, new Set([...needed].filter((other) => !gone.has(other)))]));
}

/**
 * Orders things by what they need, and finds circles (model-spec §15, E6). Needs that name nothing of the set are passed over:
 * a missing reference is another rule's matter.
 */
export function orderByNeed(needs: ReadonlyMap<string, readonly string[]>): OrderByNeed {
  const inner = innerNeeds(needs);
  const order = peel(inner);
  const stuck = without(inner, new Set(order));
  const backwards = new Map([...reversed(stuck)].map(([id, waiting]) => [id, new Set(waiting)]));
  const circles = without(stuck, new Set(peel(backwards)));
  const circular = new Map<string, string>();
  for (const [id, needed] of circles) for (const next of [...needed].slice(0, 1)) circular.set(id, next);
  return { order, circular };
}
