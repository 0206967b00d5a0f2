import { freshPartners } from './fresh-partners';
import { near } from './near';
import { newcomersBesideExperienced } from './newcomers-beside-experienced';
import { phases } from './phases';
import type { TriadRule } from './rule';
import { strengthsBesideNeeds } from './strengths-beside-needs';

/** The soft rules of triads. A new one is a file here, a weight in the problem and this line. */
export const triadRules: readonly TriadRule[] = [
  near,
  freshPartners,
  strengthsBesideNeeds,
  phases,
  newcomersBesideExperienced,
];
