/** Things with the same key together, each in its order. Neighbours with the same key are looked up once. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  let last: { readonly key: string; readonly together: T[] } | undefined;
  for (const one of all) {
    const key = keyOf(one);
    if (last?.key !== key) {
      last = { key, together: found.get(key) ?? [] };
      found.set(key, last.together);
    }
    last.together.push(one);
  }
  return found;
}
