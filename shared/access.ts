import type { Caller, Role } from './caller';
import type { PersonReference } from './field';

export type Verb = 'create' | 'read' | 'update' | 'remove';
export const verbs: readonly Verb[] = ['create', 'read', 'update', 'remove'];

/** Who may: decided by caller and record alone, and told in words for the access matrix. */
export interface Rule<R> {
  readonly says: string;
  readonly allows: (caller: Caller, record: R) => boolean;
}

export type Access<R> = { readonly [V in Verb]: Rule<R> };

type FieldOfType<R, T> = { [K in keyof R]-?: NonNullable<R[K]> extends T ? K : never }[keyof R] & string;

/** The words in which a kind says who may; `R` is its record, so that a wrong field does not compile. */
export interface Rules<R> {
  readonly everyone: Rule<R>;
  readonly nobody: Rule<R>;
  role(...wanted: readonly Role[]): Rule<R>;
  /** The person named in this field. */
  is(field: FieldOfType<R, PersonReference>): Rule<R>;
  /** One of the people named in this field. */
  isOneOf(field: FieldOfType<R, readonly PersonReference[]>): Rule<R>;
  /** One of the people whom the record names in other ways, said in words. */
  isAmong(says: string, of: (record: R) => readonly PersonReference[]): Rule<R>;
  /** Somebody of one of these academies who holds one of the roles. */
  ofAcademyAmong(says: string, of: (record: R) => readonly string[], ...wanted: readonly Role[]): Rule<R>;
  /** Somebody of the academy in this field; with roles, only those of them who hold one. */
  ofAcademy(field: FieldOfType<R, string>, ...wanted: readonly Role[]): Rule<R>;
  /** Somebody whose academy takes part in the triad in this field. */
  ofTriad(field: FieldOfType<R, string>): Rule<R>;
  /** Somebody of the hub to which the academy in this field belongs. */
  ofHub(field: FieldOfType<R, string>): Rule<R>;
  /** A plain test of the record, said in words. */
  where(says: string, holds: (record: R) => boolean): Rule<R>;
  anyOf(...rules: readonly Rule<R>[]): Rule<R>;
  allOf(...rules: readonly Rule<R>[]): Rule<R>;
  /** Denial wins, whatever else the caller holds: the wall between review and appraisal is built of this. */
  never(denied: Rule<R>, otherwise: Rule<R>): Rule<R>;
}

export function rulesFor<R>(): Rules<R> {
  return {
    everyone: { says: 'everyone signed in', allows: () => true },
    nobody: { says: 'nobody', allows: () => false },
    role: (...wanted) => ({ says: wanted.join(' or '), allows: (caller) => holdsOne(caller, wanted) }),
    is: (field) => ({
      says: `the person in "${field}"`,
      allows: (caller, record) => (record[field] as PersonReference | undefined)?.id === caller.id,
    }),
    isOneOf: (field) => ({
      says: `one of the people in "${field}"`,
      allows: (caller, record) =>
        ((record[field] as readonly PersonReference[] | undefined) ?? []).some((one) => one.id === caller.id),
    }),
    isAmong: (says, of) => ({ says, allows: (caller, record) => of(record).some(({ id }) => id === caller.id) }),
    ofAcademyAmong: (says, of, ...wanted) => ({
      says: `${wanted.join(' or ')} ${says}`,
      allows: (caller, record) =>
        caller.academy !== undefined && of(record).includes(caller.academy) && holdsOne(caller, wanted),
    }),
    ofAcademy: (field, ...wanted) => ({
      says: `${wanted.length === 0 ? 'everyone' : wanted.join(' or ')} of the academy in "${field}"`,
      allows: (caller, record) =>
        caller.academy !== undefined &&
        caller.academy === record[field] &&
        (wanted.length === 0 || holdsOne(caller, wanted)),
    }),
    ofTriad: (field) => ({
      says: `everyone of the triad in "${field}"`,
      allows: (caller, record) => {
        const triad: unknown = record[field];
        return typeof triad === 'string' && caller.triads.includes(triad);
      },
    }),
    ofHub: (field) => ({
      says: `everyone of the hub of the academy in "${field}"`,
      allows: (caller, record) => {
        const urn: unknown = record[field];
        return typeof urn === 'string' && caller.hubAcademies.includes(urn);
      },
    }),
    where: (says, holds) => ({ says, allows: (_caller, record) => holds(record) }),
    anyOf: (...rules) => ({
      says: rules.map((one) => one.says).join('; or '),
      allows: (caller, record) => rules.some((one) => one.allows(caller, record)),
    }),
    allOf: (...rules) => ({
      says: rules.map((one) => one.says).join(', and '),
      allows: (caller, record) => rules.every((one) => one.allows(caller, record)),
    }),
    never: (denied, otherwise) => ({
      says: `${otherwise.says}; never ${denied.says}`,
      allows: (caller, record) => !denied.allows(caller, record) && otherwise.allows(caller, record),
    }),
  };
}

function holdsOne(caller: Caller, wanted: readonly Role[]): boolean {
  return wanted.some((one) => caller.roles.includes(one));
}
