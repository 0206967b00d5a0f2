import * as fc from 'fast-check';
import { mergeWriting, type Writing } from '../../shared/merge-writing';
import { same } from '../../shared/same';

const word = fc.constantFrom('', 'Reading', 'Writing', 'Number', 'Phonics', 'Talk');
const entry = fc.record({ what: word, observation: word });
const entries = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), entry, { maxKeys: 4 });
const writing = fc.record({ focus: word, goodPractice: word, evidence: entries }).map(({ evidence, ...rest }) => ({
  ...rest,
  evidence: Object.entries(evidence).map(([key, one]) => ({ key, ...one })),
}));

/** All texts, and where each stands. */
function places(value: Writing, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, one]) =>
    Array.isArray(one)
      ? one.flatMap((inner: { key: string }) => places({ ...inner, key: '' }, `${path}${name}/${inner.key}/`))
      : typeof one === 'string' && one !== ''
        ? [[`${path}${name}`, one] as const]
        : [],
  );
}

/** The order of entries is the other one's; it says nothing. */
function inOrder(value: Writing): Writing {
  const { evidence, ...rest } = value as { evidence: readonly { key: string }[] };
  return { ...rest, evidence: [...(evidence ?? [])].sort((one, other) => (one.key < other.key ? -1 : 1)) };
}

test('nothing that either of them changed is lost: it stands in its field, or is told as a difference', () => {
  void fc.assert(
    fc.property(writing, writing, writing, (base, mine, theirs) => {
      const { merged, differences } = mergeWriting(base, mine, theirs);
      const before = new Set(places(base).map((one) => one.join(' ')));
      const kept = new Set([
        ...places(merged).map((one) => one.join(' ')),
        ...differences.map(({ path, theirs: other }) => `${path} ${String(other)}`),
      ]);
      for (const one of [...places(mine), ...places(theirs)].map((at) => at.join(' ')))
        if (!before.has(one)) expect(kept).toContain(one);
    }),
  );
});

test('where nobody changed the same field it is the same who saves first', () => {
  void fc.assert(
    fc.property(writing, writing, writing, (base, mine, theirs) => {
      const one = mergeWriting(base, mine, theirs);
      const other = mergeWriting(base, theirs, mine);
      fc.pre(one.differences.length === 0);
      expect(other.differences).toEqual([]);
      expect(same(inOrder(one.merged), inOrder(other.merged))).toBe(true);
    }),
  );
});

test('differences are seen from both sides, each with what the other has', () => {
  void fc.assert(
    fc.property(writing, writing, writing, (base, mine, theirs) => {
      const paths = (one: ReturnType<typeof mergeWriting>) => one.differences.map(({ path }) => path).sort();
      expect(paths(mergeWriting(base, mine, theirs))).toEqual(paths(mergeWriting(base, theirs, mine)));
    }),
  );
});

test('who changed nothing gets what the other wrote, and merging again changes nothing', () => {
  void fc.assert(
    fc.property(writing, writing, (base, theirs) => {
      const { merged, differences } = mergeWriting(base, base, theirs);
      expect(same(merged, theirs)).toBe(true);
      expect(differences).toEqual([]);
      expect(same(mergeWriting(theirs, merged, theirs).merged, theirs)).toBe(true);
    }),
  );
});

test('two who begin at once with nothing written keep both their first entries', () => {
  const mine = { focus: 'Reading', strengths: [{ key: 'm', text: 'Books everywhere' }] };
  const theirs = { focus: 'Reading', strengths: [{ key: 't', text: 'Calm corridors' }] };
  expect(mergeWriting({ focus: 'Reading', strengths: [] }, mine, theirs).merged).toEqual({
    focus: 'Reading',
    strengths: [
      { key: 't', text: 'Calm corridors' },
      { key: 'm', text: 'Books everywhere' },
    ],
  });
});

test('an entry that was removed here and changed there stays', () => {
  const base = { strengths: [{ key: 'a', text: 'Books' }] };
  const changed = { strengths: [{ key: 'a', text: 'Books in every room' }] };
  expect(mergeWriting(base, { strengths: [] }, changed).merged).toEqual(changed);
  expect(mergeWriting(base, { strengths: [] }, base).merged).toEqual({ strengths: [] });
});
