import type { Person } from '../records/person';

const heads: readonly string[] = ['Principal', 'Head of Academy'];

/** Whether somebody leads an academy. */
export function isHead({ level }: Pick<Person, 'level'>): boolean {
  return heads.includes(level);
}
