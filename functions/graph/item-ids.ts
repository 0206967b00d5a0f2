/** Item ids by list and key, as they were read or made: a change then needs no look-up. An id never changes. */
export interface ItemIds {
  keep(list: string, key: string, itemId: string): void;
  find(list: string, key: string): string | undefined;
  forget(list: string, key: string): void;
}

const most = 50_000;

export function rememberItemIds(): ItemIds {
  const known = new Map<string, string>();
  const name = (list: string, key: string) => `${list}/${key}`;
  return {
    keep(list, key, itemId) {
      if (known.size >= most) known.clear();
      known.set(name(list, key), itemId);
    },
    find: (list, key) => known.get(name(list, key)),
    forget(list, key) {
      known.delete(name(list, key));
    },
  };
}
