/**
 * A flow of least cost, unit by unit along the cheapest way that is left (successive shortest paths with potentials:
 * Ahuja, Magnanti, Orlin, "Network Flows", 9.7). Capacities and costs are whole numbers, so the flow is whole too, and
 * after every unit it is the cheapest of all that send as much from the same nodes. No cost is below nought.
 */
export class MinCostFlow {
  private readonly arcsOf: number[][];
  private readonly to: number[] = [];
  private readonly left: number[] = [];
  private readonly costs: number[] = [];
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly arrived: Int32Array;

  constructor(nodes: number) {
    this.arcsOf = Array.from({ length: nodes }, () => []);
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes);
    this.arrived = new Int32Array(nodes);
  }

  /** An arc, by the number that it gets. Its way back is the next number. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const number = this.to.length;
    this.to.push(to, from);
    this.left.push(capacity, 0);
    this.costs.push(cost, -cost);
    this.arcsOf[from]?.push(number);
    this.arcsOf[to]?.push(number + 1);
    return number;
  }

  flowOn(arc: number): number {
    return this.left[arc + 1] as number;
  }

  /** Sends one more unit; says whether there was a way for it. */
  send(source: number, sink: number): boolean {
    const settled = this.seek(source, sink);
    if (settled === undefined) return false;
    const length = this.distance[sink] as number;
    for (const node of settled)
      this.potential[node] = (this.potential[node] as number) + (this.distance[node] as number) - length;
    for (let node = sink; node !== source; ) {
      const arc = this.arrived[node] as number;
      this.left[arc] = (this.left[arc] as number) - 1;
      this.left[arc ^ 1] = (this.left[arc ^ 1] as number) + 1;
      node = this.to[arc ^ 1] as number;
    }
    return true;
  }

  /** Dijkstra by reduced costs, no further than the sink: the nodes that are nearer, or undefined without a way. */
  private seek(source: number, sink: number): readonly number[] | undefined {
    const { distance, potential } = this;
    distance.fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    const heap = new Heap();
    heap.push(0, source);
    const settled: number[] = [];
    for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
      const [at, node] = next;
      if (at > (distance[node] as number)) continue;
      if (node === sink) return settled;
      settled.push(node);
      for (const arc of this.arcsOf[node] as number[]) {
        if ((this.left[arc] as number) === 0) continue;
        const other = this.to[arc] as number;
        const there = at + (this.costs[arc] as number) + (potential[node] as number) - (potential[other] as number);
        // What is no nearer than the sink is known to be leads to nothing shorter.
        if (there >= (distance[other] as number) || there >= (distance[sink] as number)) continue;
        distance[other] = there;
        this.arrived[other] = arc;
        heap.push(there, other);
      }
    }
    return undefined;
  }
}

/** Nodes by distance, the nearest on top; of equals the one with the lower number. */
class Heap {
  private readonly entries: (readonly [distance: number, node: number])[] = [];

  push(distance: number, node: number): void {
    const { entries } = this;
    let at = entries.length;
    const entry = [distance, node] as const;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(entry, entries[parent])) break;
      entries[at] = entries[parent] as (typeof entries)[number];
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): readonly [distance: number, node: number] | undefined {
    const { entries } = this;
    const top = entries[0];
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (isBefore(entries[child + 1], entries[child])) child += 1;
      if (!isBefore(entries[child], last)) break;
      entries[at] = entries[child] as (typeof entries)[number];
      at = child;
    }
    entries[at] = last;
    return top;
  }
}

type Entry = readonly [distance: number, node: number] | undefined;

function isBefore(one: Entry, other: Entry): boolean {
  if (one === undefined || other === undefined) return false;
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}
