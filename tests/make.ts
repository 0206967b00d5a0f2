import type { Caller, CallerFacts } from '../shared/caller';

/** Builders of valid things for tests. All people and academies are invented. */

export const ada = { id: '11111111-1111-4111-8111-111111111111', name: 'Ada Alder' } as const;
export const ben = { id: '22222222-2222-4222-8222-222222222222', name: 'Ben Beech' } as const;
export const cleo = { id: '33333333-3333-4333-8333-333333333333', name: 'Cleo Cedar' } as const;

/** A caller as functions/identity would mint it. Tests alone may mint one by hand. */
export function callerWith(facts: Partial<CallerFacts>): Caller {
  return {
    tenant: '99999999-9999-4999-8999-999999999999',
    id: ada.id,
    name: ada.name,
    email: 'ada.alder@trust.example',
    personKey: `person-${ada.id}`,
    roles: [],
    triads: [],
    hubAcademies: [],
    ...facts,
  } as Caller;
}

export const validReview = {
  year: '2026/27',
  triad: 'triad-1',
  host: '900001',
  hostHead: ben,
  lead: ada,
  reviewers: [ada, cleo],
  stage: 'visited',
  visitOn: '2026-11-16',
  visitFrom: '09:00',
  visitUntil: '15:00',
  sharing: 'none',
  wanted: 'event',
  generation: 1,
  outlook: 'sent',
} as const;

export const validFinding = {
  review: 'review-1',
  triad: 'triad-1',
  host: '900001',
  hostHead: ben,
  lead: ada,
  reviewers: [ada, cleo],
  focus: 'Reading in Key Stage 2',
  activities: [{ what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' }],
  strengths: ['Books are everywhere'],
  considerations: ['Reading at home'],
  safeguardingRaised: false,
  agreement: 'awaiting host',
  sharing: 'none',
} as const;

export const validAction = {
  review: 'review-1',
  finding: 'finding-1',
  host: '900001',
  what: 'Pair the English leads for a half-term',
  owner: ben,
  supporters: [ada, cleo],
  dueOn: '2027-01-29',
  state: 'proposed',
  wanted: 'nothing',
  generation: 0,
  outlook: 'draft',
} as const;
