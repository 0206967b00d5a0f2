import { type Verb, verbs } from '../../shared/access';
import { type Caller, type CallerFacts, type Role, roles } from '../../shared/caller';
import type { Field } from '../../shared/field';
import type { Kind } from '../../shared/record';
import { kinds } from '../../shared/records';

/** A record in a state that matters to access. */
export interface Sample {
  readonly state: string;
  readonly record: unknown;
}

/** How somebody stands to a record. */
export interface Relation {
  readonly says: string;
  readonly facts: Partial<CallerFacts>;
}

const ownAcademy = '900001';
const ownTriad = 'triad-1';

/** Each person field names somebody else, so that every field is a relation of its own. */
function personOf(field: string): { readonly id: string; readonly name: string } {
  const digits = [...field].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7);
  return { id: `00000000-0000-4000-8000-${String(digits).padStart(12, '0')}`, name: field };
}

function sampleValue(name: string, { type, of, to }: Field): unknown {
  if (type === 'person') return personOf(name);
  if (type === 'people') return [personOf(name)];
  if (type === 'academy') return ownAcademy;
  if (type === 'academies') return [ownAcademy];
  if (type === 'reference') return `${to}-1`;
  if (type === 'choice') return of?.[0];
  return undefined;
}

/** The state in which every choice is its first, where there are others. */
const firstStates: Readonly<Record<string, string>> = {
  finding: 'awaiting host',
  meeting: 'not confidential',
  network: 'not confidential',
};

/** Further states in which access differs. */
const furtherStates: Readonly<Record<string, readonly Sample[]>> = {
  meeting: [
    {
      state: 'confidential',
      record: { confidential: true, members: [{ academy: ownAcademy, who: personOf('members'), email: '' }] },
    },
  ],
  network: [
    {
      state: 'confidential',
      record: { confidential: true, deputies: [{ academy: ownAcademy, who: personOf('deputies') }] },
    },
  ],
  finding: [
    { state: 'accurate, shared with nobody', record: { agreement: 'accurate', sharing: 'none' } },
    { state: 'accurate, shared with the triad', record: { agreement: 'accurate', sharing: 'triad' } },
    { state: 'accurate, shared with the trust', record: { agreement: 'accurate', sharing: 'trust' } },
    { state: 'not accurate, shared with the trust', record: { agreement: 'not accurate', sharing: 'trust' } },
  ],
};

export function samplesOf(kind: Kind): readonly Sample[] {
  const first = Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => [name, sampleValue(name, field)]),
  );
  const further = furtherStates[kind.name] ?? [];
  const state = firstStates[kind.name] ?? '';
  return [
    { state, record: first },
    ...further.map((one) => ({ state: one.state, record: { ...first, ...(one.record as object) } })),
  ];
}

/** Named in entries, where that matters to access. */
const furtherRelations: Readonly<Record<string, readonly Relation[]>> = {
  meeting: [{ says: 'invited', facts: { id: personOf('members').id } }],
  network: [{ says: 'one of the deputies', facts: { id: personOf('deputies').id } }],
};

export function relationsOf(kind: Kind): readonly Relation[] {
  const fields = Object.entries(kind.fields);
  const named = fields
    .filter(([, { type }]) => type === 'person' || type === 'people')
    .map(([name, { label }]) => ({ says: `named in "${label}"`, facts: { id: personOf(name).id } }));
  return [
    ...named,
    ...(furtherRelations[kind.name] ?? []),
    { says: 'own academy', facts: { academy: ownAcademy } },
    { says: 'same triad', facts: { academy: '900002', triads: [ownTriad] } },
    { says: 'same hub', facts: { academy: '900003', hubAcademies: [ownAcademy, '900003'] } },
    { says: 'other', facts: {} },
  ];
}

/** Tests and this page alone make callers by hand; the product mints them in functions/identity. */
export function callerAs(role: Role | undefined, { facts }: Relation): Caller {
  return {
    tenant: '99999999-9999-4999-8999-999999999999',
    id: '00000000-0000-4000-8000-999999999999',
    name: 'Somebody',
    email: 'somebody@trust.example',
    personKey: 'person-somebody',
    academy: '900009',
    hubAcademies: [],
    triads: [],
    roles: role === undefined ? [] : [role],
    ...facts,
  } as Caller;
}

export const columns: readonly (Role | undefined)[] = [...roles, undefined];

/** What this person may do with this record. */
export function verbsAllowed(kind: Kind, caller: Caller, record: unknown): readonly Verb[] {
  return verbs.filter((verb) => kind.may(verb, caller, record));
}

export const allKinds = Object.values(kinds) as readonly Kind[];
