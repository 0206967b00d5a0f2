import { overlaps } from '../../time/interval';
import type { Placed } from '../placed';

/** Nobody is asked to be in two places: meetings with somebody in common do not overlap. */
export function collides(one: Placed, other: Placed): boolean {
  return one.date === other.date && overlaps(one, other) && shareSomebody(one.people, other.people);
}

export function shareSomebody(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = some.size <= others.size ? [some, others] : [others, some];
  for (const person of fewer) if (more.has(person)) return true;
  return false;
}
