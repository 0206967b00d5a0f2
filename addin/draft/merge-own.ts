import { mergeWriting, type Writing } from '../../shared/merge-writing';

/**
 * What one person wrote in two panes: where both changed one field, both texts stand in it, one after the other, so
 * that nothing is lost and nobody is asked.
 */
export function mergeOwn(base: unknown, mine: unknown, theirs: unknown): Writing {
  const { merged, differences } = mergeWriting(writing(base), writing(mine), writing(theirs));
  return differences.reduce((all, { path, theirs: other }) => withBoth(all, path.split('/'), other), merged);
}

function withBoth(all: Writing, [name = '', ...rest]: readonly string[], other: unknown): Writing {
  const now = all[name];
  return { ...all, [name]: rest.length === 0 ? both(now, other) : inEntries(now, rest, other) };
}

function inEntries(entries: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (!Array.isArray(entries)) return entries;
  return (entries as readonly Writing[]).map((one) => (one['key'] === key ? withBoth(one, rest, other) : one));
}

function both(mine: unknown, theirs: unknown): unknown {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return mine;
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n${theirs}`;
}

function writing(value: unknown): Writing {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
