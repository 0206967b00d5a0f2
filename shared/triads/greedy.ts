import type { Grouping, RoundGroups, Table } from './table';

/** Round after round, the loneliest academy first, each with whom it costs least: the plan to begin with. */
export function greedyGrouping(table: Table): Grouping {
  const { n, repeat } = table;
  const price = Int32Array.from(table.price);
  return table.rounds.map(({ locked, pools }) => {
    const groups = [...locked, ...pools.flatMap(({ members, sizes }) => greedyRound(n, price, members, sizes))];
    for (const group of groups)
      for (const one of group)
        for (const other of group) if (one !== other) price[one * n + other] = (price[one * n + other] ?? 0) + repeat;
    return groups;
  });
}

function greedyRound(n: number, price: Int32Array, members: readonly number[], sizes: readonly number[]): RoundGroups {
  const left = new Set(members);
  return sizes.map((size) => {
    const group = [loneliest(n, price, left)];
    for (const one of group) left.delete(one);
    while (group.length < size) {
      const next = nearest(n, price, left, group);
      group.push(next);
      left.delete(next);
    }
    return group;
  });
}

function loneliest(n: number, price: Int32Array, left: ReadonlySet<number>): number {
  let found = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of left) {
    let first = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (const other of left) {
      const cost = other === one ? Number.POSITIVE_INFINITY : (price[one * n + other] ?? 0);
      if (cost < first) [first, second] = [cost, first];
      else if (cost < second) second = cost;
    }
    const lonely = Math.min(first, Number.MAX_SAFE_INTEGER) + Math.min(second, Number.MAX_SAFE_INTEGER);
    if (lonely > most) [found, most] = [one, lonely];
  }
  return found;
}

function nearest(n: number, price: Int32Array, left: ReadonlySet<number>, group: readonly number[]): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const one of left) {
    const cost = group.reduce((sum, other) => sum + (price[one * n + other] ?? 0), 0);
    if (cost < least) [found, least] = [one, cost];
  }
  return found;
}
