import type { Kind } from '../record';
import { academy } from './academy';
import { action } from './action';
import { attendance } from './attendance';
import { closure } from './closure';
import { draft } from './draft';
import { finding } from './finding';
import { hub } from './hub';
import { meeting } from './meeting';
import { network } from './network';
import { objective } from './objective';
import { person } from './person';
import { priority } from './priority';
import { review } from './review';
import { schoolYear } from './school-year';
import { stage } from './stage';
import { triad } from './triad';
import { trust } from './trust';
import { workingCopy } from './working-copy';

/** The registry: every kind of record, by its name in the API. */
export const kinds = {
  trust,
  academy,
  hub,
  person,
  schoolYear,
  closure,
  triad,
  review,
  stage,
  finding,
  action,
  network,
  meeting,
  attendance,
  priority,
  objective,
  draft,
  workingCopy,
} as const;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

/** unknown → a kind, for routes such as `/api/records/{kind}`. */
export function kindNamed(name: string): Kind | undefined {
  return Object.hasOwn(kinds, name) ? (kinds[name as KindName] as Kind) : undefined;
}
