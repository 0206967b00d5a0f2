import { academy, choice, date, indexed, kept, note, optional, people, person, reference, text } from '../field';
import { defineRecord, type RecordOf } from '../record';
import { outlookEvent } from './outlook-event';

/** What a host does after a review, owned by the host, with support offered by another academy. */
export const action = defineRecord({
  name: 'action',
  one: 'action',
  many: 'actions',
  site: 'confidential',
  list: 'Actions',
  fields: {
    review: indexed(reference({ label: 'Peer review', to: 'review' })),
    finding: kept(optional(reference({ label: 'Findings', to: 'finding' }))),
    host: kept(indexed(academy({ label: 'Host academy' }))),
    what: text({ label: 'What will be done' }),
    owner: person({ label: 'Owner, at the host academy' }),
    supportFrom: optional(academy({ label: 'Support offered by' })),
    support: optional(text({ label: 'What support' })),
    supporters: kept(people({ label: 'Reviewers' })),
    dueOn: date({ label: 'Followed up on' }),
    evidenceOfSuccess: optional(text({ label: 'How we shall see that it worked' })),
    progress: optional(note({ label: 'Progress' })),
    state: choice({ label: 'State', of: ['proposed', 'agreed', 'under way', 'done', 'dropped'] }),
    ...outlookEvent,
  },
  keep: { years: 3, because: 'kept with the review it came from' },
  closedTo: ['HR'],
  access: (by) => ({
    create: by.anyOf(by.isOneOf('supporters'), by.ofAcademy('host', 'Principal')),
    read: by.anyOf(by.isOneOf('supporters'), by.is('owner'), by.ofAcademy('host', 'Principal')),
    update: by.anyOf(by.isOneOf('supporters'), by.is('owner'), by.ofAcademy('host', 'Principal')),
    remove: by.nobody,
  }),
  titleOf: ({ what }) => what,
});

export type Action = RecordOf<typeof action>;
