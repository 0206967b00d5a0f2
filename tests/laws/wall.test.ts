import * as fc from 'fast-check';
import { allKinds, callerAs, relationsOf, samplesOf } from '../../infra/reference/access-cases';
import { type Verb, verbs } from '../../shared/access';
import { type Caller, type Role, roles } from '../../shared/caller';

/** Written by hand, beside the generated matrix: what must hold whatever else is declared. */
const kindNamed = (name: string) => {
  const kind = allKinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return kind;
};

const someRoles = fc.subarray([...roles]);
const cases = (name: string) => {
  const kind = kindNamed(name);
  return fc.record({
    relation: fc.constantFrom(...relationsOf(kind)),
    sample: fc.constantFrom(...samplesOf(kind)),
    roles: someRoles,
  });
};
const callerOf = ({
  relation,
  roles: held,
}: {
  relation: ReturnType<typeof relationsOf>[number];
  roles: Role[];
}): Caller => ({ ...callerAs(undefined, relation), roles: held }) as Caller;

test.each(['finding', 'action', 'workingCopy'])(
  'whoever works for HR never touches a %s, whatever else they are',
  (name) => {
    void fc.assert(
      fc.property(cases(name), fc.constantFrom<Verb>(...verbs), (one, verb) => {
        const caller = callerOf({ ...one, roles: [...one.roles, 'HR'] });
        expect(kindNamed(name).may(verb, caller, one.sample.record)).toBe(false);
      }),
    );
  },
);

test('an objective is for its person, its appraiser and HR, and for nobody else, executives included', () => {
  void fc.assert(
    fc.property(cases('objective'), (one) => {
      const concerned = one.relation.says.startsWith('named in') || one.roles.includes('HR');
      expect(kindNamed('objective').may('read', callerOf(one), one.sample.record)).toBe(concerned);
    }),
  );
});

test('a draft is for its owner alone', () => {
  void fc.assert(
    fc.property(cases('draft'), fc.constantFrom<Verb>(...verbs), (one, verb) => {
      const isOwner = one.relation.says === 'named in "Whose draft"';
      expect(kindNamed('draft').may(verb, callerOf(one), one.sample.record)).toBe(isOwner);
    }),
  );
});

test('an outcome that is being written is for its reviewers alone, not for the host', () => {
  void fc.assert(
    fc.property(cases('workingCopy'), fc.constantFrom<Verb>(...verbs), (one, verb) => {
      const writes = one.relation.says.startsWith('named in') && !one.roles.includes('HR');
      expect(kindNamed('workingCopy').may(verb, callerOf(one), one.sample.record)).toBe(writes);
    }),
  );
});

test('findings that the host has not marked accurate are for reviewers and host alone', () => {
  void fc.assert(
    fc.property(cases('finding'), (one) => {
      fc.pre(!one.sample.state.startsWith('accurate'));
      const isHost = one.relation.says === 'own academy' && one.roles.includes('Principal');
      const concerned = one.relation.says.startsWith('named in') || isHost;
      const expected = concerned && !one.roles.includes('HR');
      expect(kindNamed('finding').may('read', callerOf(one), one.sample.record)).toBe(expected);
    }),
  );
});

test('trustees and people without a role write nothing of others', () => {
  for (const kind of allKinds)
    for (const { record } of samplesOf(kind))
      for (const role of ['Trustee', undefined] as const)
        for (const relation of relationsOf(kind).filter(({ says }) => !says.startsWith('named in')))
          for (const verb of ['create', 'update', 'remove'] as const)
            expect([kind.name, verb, kind.may(verb, callerAs(role, relation), record)]).toEqual([
              kind.name,
              verb,
              false,
            ]);
});

test('confidential kinds are those that hold what peers saw, what was agreed with one person, and what is unfinished', () => {
  const confidential = allKinds.filter(({ site }) => site === 'confidential').map(({ name }) => name);
  expect(confidential.sort()).toEqual(['action', 'draft', 'finding', 'objective', 'workingCopy']);
});
