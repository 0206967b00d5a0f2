import { document, indexed, kept, people, person, reference } from '../field';
import { defineRecord, type RecordOf } from '../record';

/**
 * The outcome of a review while its reviewers write it: one copy for all of them, and for nobody else. Not the host
 * either, until it is sent. Its key is the review's.
 */
export const workingCopy = defineRecord({
  name: 'workingCopy',
  one: 'outcome that is being written',
  many: 'outcomes that are being written',
  site: 'confidential',
  list: 'WorkingCopies',
  fields: {
    review: indexed(reference({ label: 'Peer review', to: 'review' })),
    lead: kept(person({ label: 'Lead reviewer' })),
    reviewers: kept(people({ label: 'Reviewers' })),
    body: document({ label: 'What was written' }),
  },
  keep: { days: 30, because: 'unfinished work: removed when it is sent, and at the latest after a school holiday' },
  closedTo: ['HR'],
  access: (by) => {
    const writers = by.anyOf(by.is('lead'), by.isOneOf('reviewers'));
    return { create: writers, read: writers, update: writers, remove: writers };
  },
  keyOf: ({ review }) => review,
  titleOf: () => 'Outcome of a peer review, being written',
});

export type WorkingCopy = RecordOf<typeof workingCopy>;
