/** An arc of the network. Its reverse stands at the next index (or the one before), and what flows is the reverse's capacity. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: bigint;
  capacity: bigint;
}

/**
 * Minimum-cost flow in whole numbers, by successive shortest paths with potentials. Controlled rounding of a table is such a flow: each cell that may go
 * up by one step is an arc of capacity one. Costs are exact (bigint), and the answer is the same for the same order of arcs.
 */
export class FlowNetwork {
  private readonly arcs: Arc[] = [];
  private readonly outgoing: number[][];
  private readonly excess: bigint[];
  private readonly potential: bigint[];
  private readonly settled = new Set<number>();

  constructor(nodeCount: number) {
    this.outgoing = Array.from({ length: nodeCount }, () => []);
    this.excess = Array.from({ length: nodeCount }, () => 0n);
    this.potential = Array.from({ length: nodeCount }, () => 0n);
  }

  /** Adds an arc and returns its index. An arc that pays for its use starts full, so that every remaining cost is nil or more. */
  addArc(arc: { from: number; to: number; capacity: bigint; cost: bigint }): number {
    const startsFull = arc.cost < 0n;
    const index = this.arcs.push({ ...arc, capacity: startsFull ? 0n : arc.capacity }) - 1;
    this.arcs.push({ from: arc.to, to: arc.from, cost: -arc.cost, capacity: startsFull ? arc.capacity : 0n });
    this.outgoing[arc.from]?.push(index);
    this.outgoing[arc.to]?.push(index + 1);
    if (startsFull) {
      this.supply(arc.to, arc.capacity);
      this.supply(arc.from, -arc.capacity);
    }
    return index;
  }

  /** States that a node gives (positive) or takes (negative) so many units. Over all nodes this must come to nil. */
  supply(node: number, units: bigint): void {
    this.excess[node] = (this.excess[node] ?? 0n) + units;
  }

  /** Units that flow on an arc, after `settle`. */
  flowOn(arc: number): bigint {
    return this.arcs[arc + 1]?.capacity ?? 0n;
  }

  /** Carries every supply to a demand at the least total cost. Every node must be reachable from every other. */
  settle(): void {
    for (let node = 0; node < this.excess.length; node++) {
      while ((this.excess[node] ?? 0n) > 0n && this.carryFrom(node));
    }
  }

  /**
   * Among all flows of the least cost, takes the one that uses the given arcs of capacity one, the first in the list before the second, and so on.
   * Call after `settle`.
   */
  prefer(arcsInOrder: readonly number[]): void {
    for (const index of arcsInOrder) {
      const arc = this.arcs[index];
      if (arc !== undefined && arc.capacity > 0n && this.reducedCost(arc) === 0n) {
        const path = this.freePath({ from: arc.to, to: arc.from, without: index });
        if (path !== null) for (const step of [index, ...path]) this.push(step, 1n);
      }
      this.settled.add(index).add(index + 1);
    }
  }

  private reducedCost(arc: Arc): bigint {
    return arc.cost + (this.potential[arc.from] ?? 0n) - (this.potential[arc.to] ?? 0n);
  }

  private push(index: number, units: bigint): void {
    const arc = this.arcs[index];
    const reverse = this.arcs[index ^ 1];
    if (arc === undefined || reverse === undefined) return;
    arc.capacity -= units;
    reverse.capacity += units;
  }

  /** Sends what it can from one node to the nearest node in demand; false when no node in demand is left. */
  private carryFrom(source: number): boolean {
    const { distance, arrival, target } = this.shortestPaths(source);
    if (target === null) return false;
    const path: number[] = [];
    let units = minimumOf(this.excess[source] ?? 0n, -(this.excess[target] ?? 0n));
    for (let node = target; node !== source;) {
      const index = arrival[node] ?? -1;
      const arc = this.arcs[index];
      if (arc === undefined) return false;
      path.push(index);
      units = minimumOf(units, arc.capacity);
      node = arc.from;
    }
    for (const index of path) this.push(index, units);
    this.supply(source, -units);
    this.supply(target, units);
    const reach = distance[target] ?? 0n;
    this.potential.forEach((potential, node) => {
      const own = distance[node] ?? null;
      this.potential[node] = potential + (own === null || own > reach ? reach : own);
    });
    return true;
  }

  /** Dijkstra on reduced costs, stopping at the nearest node in demand. Networks have tens of nodes, so a plain scan finds the next one. */
  private shortestPaths(source: number): { distance: (bigint | null)[]; arrival: number[]; target: number | null } {
    const distance: (bigint | null)[] = this.excess.map(() => null);
    const arrival: number[] = this.excess.map(() => -1);
    const done = new Set<number>();
    distance[source] = 0n;
    for (;;) {
      const node = nearestOpen(distance, done);
      if (node === null) return { distance, arrival, target: null };
      if ((this.excess[node] ?? 0n) < 0n) return { distance, arrival, target: node };
      done.add(node);
      for (const index of this.outgoing[node] ?? []) {
        const arc = this.arcs[index];
        if (arc === undefined || arc.capacity === 0n) continue;
        const through = (distance[node] ?? 0n) + this.reducedCost(arc);
        const known = distance[arc.to] ?? null;
        if (known === null || through < known) {
          distance[arc.to] = through;
          arrival[arc.to] = index;
        }
      }
    }
  }

  /** A path that costs nothing extra and touches no settled arc, as arc indices; null where there is none. */
  private freePath(search: { from: number; to: number; without: number }): number[] | null {
    const arrival = new Map<number, number>();
    const queue = [search.from];
    const seen = new Set(queue);
    for (const node of queue) {
      if (node === search.to) return this.trace(arrival, search.to);
      for (const index of this.outgoing[node] ?? []) {
        const arc = this.arcs[index];
        if (arc === undefined || arc.capacity === 0n || seen.has(arc.to)) continue;
        if (this.settled.has(index) || (index | 1) === (search.without | 1) || this.reducedCost(arc) !== 0n) continue;
        seen.add(arc.to);
        arrival.set(arc.to, index);
        queue.push(arc.to);
      }
    }
    return null;
  }

  private trace(arrival: ReadonlyMap<number, number>, end: number): number[] {
    const path: number[] = [];
    for (let index = arrival.get(end); index !== undefined; index = arrival.get(this.arcs[index]?.from ?? -1)) path.push(index);
    return path;
  }
}

function minimumOf(a: bigint, b: bigint): bigint {
  return b < a ? b : a;
}

function nearestOpen(distance: readonly (bigint | null)[], done: ReadonlySet<number>): number | null {
  let best: number | null = null;
  let least = 0n;
  for (const [node, own] of distance.entries()) {
    if (own === null || done.has(node) || (best !== null && own >= least)) continue;
    best = node;
    least = own;
  }
  return best;
}
