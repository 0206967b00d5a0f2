import { same } from './same';

/** Something repeated, known by its key wherever it stands. */
interface Entry {
  readonly key: string;
}

/** What somebody writes: plain fields, and lists of entries. Nothing, an empty text and an absent field are alike. */
export type Writing = Readonly<Record<string, unknown>>;

/** One field that both changed, and what the other has there; in an entry its path is `list/key/field`. */
export interface Difference {
  readonly path: string;
  readonly theirs: unknown;
}

export interface Merged {
  readonly merged: Writing;
  readonly differences: readonly Difference[];
}

/**
 * Two people went on from the same text. Field by field: what one of them changed is taken; where both changed one
 * field, mine stays and theirs is told, so that nothing is lost. Entries that one of them added stay, and one that was
 * removed here goes unless it was changed there. The order is theirs, with what is mine alone at the end.
 *
 * @example mergeWriting({ a: '', b: '' }, { a: 'mine', b: '' }, { a: '', b: 'theirs' }).merged // { a: 'mine', b: 'theirs' }
 */
export function mergeWriting(base: Writing, mine: Writing, theirs: Writing): Merged {
  const differences: Difference[] = [];
  return { merged: mergeFields(base, mine, theirs, '', differences), differences };
}

function mergeFields(base: Writing, mine: Writing, theirs: Writing, path: string, told: Difference[]): Writing {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [before, here, there] = [base[name], mine[name], theirs[name]];
    const at = `${path}${name}`;
    const value =
      isEntries(here) || isEntries(there)
        ? mergeEntries(entriesOf(before), entriesOf(here), entriesOf(there), at, told)
        : mergeValue(before, here, there, at, told);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function mergeValue(before: unknown, here: unknown, there: unknown, path: string, told: Difference[]): unknown {
  if (alike(here, before)) return there;
  if (!alike(there, before) && !alike(here, there)) told.push({ path, theirs: there });
  return here;
}

function mergeEntries(
  before: readonly Entry[],
  here: readonly Entry[],
  there: readonly Entry[],
  path: string,
  told: Difference[],
): readonly Entry[] {
  const [base, mine, theirs] = [before, here, there].map(byKey) as [Keyed, Keyed, Keyed];
  return [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((key) => {
    const [was, one, other] = [base.get(key), mine.get(key), theirs.get(key)];
    if (one !== undefined && other !== undefined)
      return [{ key, ...mergeFields({ ...was }, { ...one }, { ...other }, `${path}/${key}/`, told) }];
    const left = one ?? other;
    return left === undefined || (was !== undefined && same(left, was)) ? [] : [left];
  });
}

type Keyed = ReadonlyMap<string, Entry>;

function byKey(entries: readonly Entry[]): Keyed {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function isEntries(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'key' in one);
}

function entriesOf(value: unknown): readonly Entry[] {
  return isEntries(value) ? value : [];
}

function alike(one: unknown, other: unknown): boolean {
  return same(blank(one), blank(other));
}

function blank(value: unknown): unknown {
  return value === '' ? undefined : value;
}
