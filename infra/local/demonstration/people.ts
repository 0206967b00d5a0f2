import type { PersonReference } from '../../../shared/field';
import type { Staff } from './staff';

/** Questions that the demonstration asks of its own people. Nobody found is our mistake, so it is thrown. */
export function referenceTo(one: Staff): PersonReference {
  return { id: one.id, name: one.name };
}

export function principalOf(staff: readonly Staff[], academy: string): Staff {
  return found(
    staff.find(({ person }) => person.academy === academy && person.level === 'Principal'),
    `a principal at ${academy}`,
  );
}

export function championOf(staff: readonly Staff[], academy: string): Staff {
  return found(
    staff.find(
      ({ person }) => person.academy === academy && (person.responsibilities ?? []).includes('Improvement Champion'),
    ),
    `an Improvement Champion at ${academy}`,
  );
}

export function holderOf(staff: readonly Staff[], post: string): Staff {
  return found(
    staff.find(({ person }) => person.post === post),
    `a ${post}`,
  );
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demonstration trust has not got ${what}.`);
  return value;
}
