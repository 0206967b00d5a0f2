import { kindNamed, kinds } from '../../shared/records';
import { ada, ben, callerWith, cleo, validFinding, validReview } from '../make';

const { review, finding, draft, objective } = kinds;

function parsed<R>(result: { ok: true; value: R } | { ok: false; problem: { sentence: string } }): R {
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

test('a review that ends before it starts is refused by name', () => {
  expect(review.parse({ ...validReview, visitUntil: '08:00' })).toEqual({
    ok: false,
    problem: {
      code: 'invalid',
      sentence: 'This peer review cannot be saved yet. The visit cannot end before it starts.',
      fields: [{ path: 'visitUntil', sentence: 'The visit cannot end before it starts.' }],
    },
  });
});

test('the lead reviewer never comes from the host', () => {
  expect(review.parse({ ...validReview, hostHead: ada }).ok).toBe(false);
});

test('only a registered kind has a name, and inherited names are none', () => {
  expect(kindNamed('review')).toBe(review);
  expect(kindNamed('constructor')).toBeUndefined();
  expect(kindNamed('__proto__')).toBeUndefined();
});

describe('the wall', () => {
  const found = parsed(finding.parse(validFinding));

  test.each([
    ['the lead reviewer reads', callerWith({ id: ada.id }), true],
    ['another reviewer reads', callerWith({ id: cleo.id }), true],
    ['the host head reads', callerWith({ id: ben.id, roles: ['Principal'], academy: '900001' }), true],
    ['a stranger does not', callerWith({ id: '44444444-4444-4444-8444-444444444444', roles: ['Principal'] }), false],
    ['the triad does not before it is shared', callerWith({ id: '4', triads: ['triad-1'] }), false],
    ['HR does not', callerWith({ id: '4', roles: ['HR'] }), false],
    ['HR who is also the lead does not: denial wins', callerWith({ id: ada.id, roles: ['HR', 'Principal'] }), false],
  ])('findings: %s', (_name, caller, allowed) => {
    expect(finding.may('read', caller, found)).toBe(allowed);
  });

  test('what is accurate and shared with the triad is read in the triad', () => {
    const shared = parsed(finding.parse({ ...validFinding, agreement: 'accurate', sharing: 'triad' }));
    expect(finding.may('read', callerWith({ id: '4', triads: ['triad-1'] }), shared)).toBe(true);
    expect(finding.may('read', callerWith({ id: '4', triads: ['triad-2'] }), shared)).toBe(false);
  });

  test('what is shared with the hub is read in the hub, and no further', () => {
    const shared = parsed(finding.parse({ ...validFinding, agreement: 'accurate', sharing: 'hub' }));
    const neighbour = callerWith({ id: '4', academy: '900007', hubAcademies: ['900001', '900007'] });
    expect(finding.may('read', neighbour, shared)).toBe(true);
    expect(finding.may('read', callerWith({ id: '4', roles: ['Principal'], hubAcademies: ['900008'] }), shared)).toBe(
      false,
    );
    const within = parsed(finding.parse({ ...validFinding, agreement: 'accurate', sharing: 'triad' }));
    expect(finding.may('read', neighbour, within)).toBe(false);
  });

  test('a reviewer does not read the objective of the principal they review', () => {
    const agreed = parsed(
      objective.parse({
        year: '2026/27',
        who: ben,
        text: 'Lead two of our peer reviews',
        contribution: 'Six days',
        measure: 'Both records confirmed accurate',
        evidenceSource: 'Reviews',
        ownAcademyBenefit: 'Practice seen elsewhere',
        realistic: true,
        agreedOn: '2026-10-12',
        state: 'agreed',
      }),
    );
    expect(objective.may('read', callerWith({ id: ada.id, roles: ['Principal'] }), agreed)).toBe(false);
    expect(objective.may('read', callerWith({ id: ada.id, roles: ['Executive'] }), agreed)).toBe(false);
    expect(objective.may('read', callerWith({ id: ben.id }), agreed)).toBe(true);
  });
});

test('a draft is read by its owner alone, whatever others hold', () => {
  const mine = parsed(draft.parse({ owner: ada, about: 'review-outcome/review-1', body: { focus: 'half a sen' } }));
  expect(draft.may('read', callerWith({ id: ada.id }), mine)).toBe(true);
  expect(draft.may('read', callerWith({ id: ben.id, roles: ['TrustOffice', 'Executive', 'HR'] }), mine)).toBe(false);
});

describe.each(Object.values(kinds))('$name', (kind) => {
  test('says how long it is kept and why, and who may do what', () => {
    expect(kind.keep.because.length).toBeGreaterThan(10);
    expect(Object.values(kind.access).every((says) => says.length > 0)).toBe(true);
  });

  test('refuses nothing at all, and what is no object', () => {
    for (const input of [undefined, null, 7, 'text', [], {}]) expect(kind.parse(input).ok).toBe(false);
  });

  test('stays within twenty indexed columns and asks only by columns that can be indexed', () => {
    const indexed = Object.values(kind.fields).filter((field) => field.indexed);
    expect(indexed.length).toBeLessThan(19);
    expect(
      indexed.every(({ type }) => ['text', 'choice', 'person', 'academy', 'reference', 'date'].includes(type)),
    ).toBe(true);
  });
});

test('the two sides of the wall lie in the site that only the app can open', () => {
  expect([finding.site, kinds.action.site, objective.site, draft.site]).toEqual(Array(4).fill('confidential'));
});
