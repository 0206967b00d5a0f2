import type { Academy } from '../records/academy';
import type { Objective } from '../records/objective';
import type { Person } from '../records/person';
import type { Priority } from '../records/priority';
import type { Trust } from '../records/trust';
import { britishDate } from '../time/british-date';
import { type TagName, type TagValues, tagNames } from './tags';

/** What is known about an objective; what is not known leaves its tags empty. */
export interface ObjectiveFacts {
  readonly objective: Objective;
  readonly person?: Pick<Person, 'post'> | undefined;
  readonly academy?: Pick<Academy, 'name'> | undefined;
  readonly priority?: Pick<Priority, 'name' | 'why'> | undefined;
  readonly trust?: Pick<Trust, 'name'> | undefined;
}

/**
 * The texts that go into a template's content controls.
 *
 * @example objectiveValues({ objective, person, academy, priority, trust })['objective.agreedOn'] // '23 November 2026'
 */
export function objectiveValues({ objective, person, academy, priority, trust }: ObjectiveFacts): TagValues {
  const all: { readonly [T in TagName]: string | undefined } = {
    'trust.name': trust?.name,
    year: objective.year,
    'principal.name': objective.who.name,
    'principal.post': person?.post,
    'academy.name': academy?.name,
    'appraiser.name': objective.appraiser?.name,
    'priority.name': priority?.name,
    'priority.why': priority?.why,
    'objective.text': objective.text,
    'objective.contribution': objective.contribution,
    'objective.measure': objective.measure,
    'objective.evidence': objective.evidenceSource,
    'objective.support': objective.support,
    'objective.ownAcademyBenefit': objective.ownAcademyBenefit,
    'objective.standard': objective.standard,
    'objective.reviewPoints': reviewPoints(objective),
    'objective.agreedOn': objective.agreedOn === undefined ? undefined : britishDate(objective.agreedOn),
  };
  return Object.fromEntries(tagNames.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

function reviewPoints({ reviewPoints: points }: Objective): string | undefined {
  const sorted = [...(points ?? [])].sort((one, other) => (one.on < other.on ? -1 : 1));
  const told = sorted.map(({ on, note }) => (note ? `${britishDate(on)}: ${note}` : britishDate(on)));
  return told.length === 0 ? undefined : told.join('\n');
}
