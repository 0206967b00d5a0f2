import { academy, choice, date, indexed, note, optional, people, person, reference, text, time, yesNo } from '../field';
import { defineRecord, type RecordOf } from '../record';
import { britishDate } from '../time/british-date';
import { clockChangeAt } from '../time/clock-change';
import { outlookEvent } from './outlook-event';

export const reviewStages = [
  'planned',
  'data shared',
  'visited',
  'fed back',
  'confirmed by host',
  'workshop',
  'follow-up',
  'impact reviewed',
  'shared',
] as const;

/** Who reviews with whom, when, and how far it has come. What was found is a `finding`: the wall runs between the two. */
export const review = defineRecord({
  name: 'review',
  one: 'peer review',
  many: 'peer reviews',
  site: 'trust',
  list: 'Reviews',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    triad: optional(indexed(reference({ label: 'Triad', to: 'triad' }))),
    host: indexed(academy({ label: 'Host academy' })),
    hostHead: person({ label: 'Head of the host academy' }),
    lead: indexed(person({ label: 'Lead reviewer' })),
    reviewers: people({ label: 'Reviewers', max: 8 }),
    champion: optional(person({ label: 'Improvement Champion', help: 'From an academy that is not the host.' })),
    focus: optional(note({ label: 'Focus chosen by the host', max: 1000 })),
    enquiryQuestion: optional(text({ label: 'Enquiry question' })),
    improvementPlan: optional(
      text({ label: 'Priority of the improvement plan', help: 'Which priority of your improvement plan it serves.' }),
    ),
    stage: choice({ label: 'Stage', of: reviewStages }),
    scopeAgreedOn: optional(date({ label: 'Scope agreed on' })),
    dataSharedOn: optional(date({ label: 'Data shared on' })),
    visitOn: date({ label: 'Visit on' }),
    visitFrom: time({ label: 'Visit starts' }),
    visitUntil: time({ label: 'Visit ends' }),
    feedbackOn: optional(date({ label: 'Fed back on' })),
    confirmedOn: optional(date({ label: 'Confirmed on' })),
    workshopOn: optional(date({ label: 'Workshop on' })),
    impactReviewOn: optional(date({ label: 'Impact review on' })),
    sharing: choice({
      label: 'Shared with',
      of: ['none', 'triad', 'hub', 'trust'],
      help: 'Raised by the host head alone.',
    }),
    boardSummary: optional(
      yesNo({ label: 'The board reads a summary', help: 'Beside the level, and for the host head alone to say.' }),
    ),
    ...outlookEvent,
  },
  keep: { years: 3, because: 'the record of a peer review; a setting to confirm with the trust' },
  access: (by) => ({
    create: by.anyOf(
      by.role('TrustOffice'),
      by.allOf(by.is('lead'), by.role('Principal', 'Champion', 'Executive')),
      by.ofAcademy('host', 'Principal'),
    ),
    read: by.everyone,
    update: by.anyOf(by.role('TrustOffice'), by.is('lead'), by.is('hostHead'), by.isOneOf('reviewers')),
    remove: by.nobody,
  }),
  titleOf: ({ visitOn, stage }) => `Peer review visit of ${britishDate(visitOn)}, ${stage}`,
  holds: ({ visitOn, visitFrom, visitUntil, lead, hostHead }) => {
    if (visitFrom >= visitUntil) return { path: 'visitUntil', sentence: 'The visit cannot end before it starts.' };
    const sentence = clockChangeAt(visitOn, visitFrom) ?? clockChangeAt(visitOn, visitUntil);
    if (sentence !== undefined) return { path: 'visitFrom', sentence };
    return (
      lead.id !== hostHead.id || {
        path: 'lead',
        sentence: 'The lead reviewer comes from another academy than the host.',
      }
    );
  },
});

export type Review = RecordOf<typeof review>;
