import type { Person } from '../records/person';

const heads: readonly string[] = ['Principal', 'Head of Academy'];

/** Whether somebody leads an academy. */
export function isHead({ level }: Pick<Person, 'level'>): boolean {
  return heads.includes(level);
}

/** Who leads an academy: its principal, else its head; the first by name where there are several. */
export function headOf(urn: string, staff: readonly Person[]): Person | undefined {
  const own = staff.filter(({ academy }) => academy === urn).sort(byName);
  return own.find(({ level }) => level === 'Principal') ?? own.find(({ level }) => level === 'Head of Academy');
}

export function byName(one: Person, other: Person): number {
  return `${one.who.name} ${one.who.id}` < `${other.who.name} ${other.who.id}` ? -1 : 1;
}
