import {
  academy,
  choice,
  date,
  entries,
  indexed,
  instant,
  kept,
  lines,
  note,
  optional,
  people,
  person,
  reference,
  text,
  yesNo,
} from '../field';
import { defineRecord, type RecordOf } from '../record';

export const activityKinds = [
  'learning walk',
  'work scrutiny',
  'pupil voice',
  'staff conversation',
  'documents',
  'data',
] as const;

/**
 * What peers saw in a review: evidence, strengths, considerations. No grade.
 * The host marks it accurate or not accurate; only then it stands. Never readable by the appraisal side.
 */
export const finding = defineRecord({
  name: 'finding',
  one: 'finding',
  many: 'findings',
  site: 'confidential',
  list: 'Findings',
  fields: {
    review: indexed(reference({ label: 'Peer review', to: 'review' })),
    triad: kept(optional(reference({ label: 'Triad', to: 'triad' }))),
    host: kept(indexed(academy({ label: 'Host academy' }))),
    hostHead: kept(person({ label: 'Head of the host academy' })),
    lead: kept(person({ label: 'Lead reviewer' })),
    reviewers: kept(people({ label: 'Reviewers' })),
    focus: note({ label: 'Focus', max: 1000 }),
    activities: entries({
      label: 'Evidence',
      max: 20,
      entry: {
        what: choice({ label: 'Activity', of: activityKinds }),
        withColleague: text({
          label: 'With which host colleague',
          help: 'The post, e.g. "English lead". Every activity is done together.',
          max: 120,
        }),
        observation: note({ label: 'What we saw', help: 'No names of pupils or colleagues.', max: 2000 }),
      },
    }),
    strengths: lines({ label: 'Strengths' }),
    considerations: lines({ label: 'Areas to consider' }),
    goodPractice: optional(note({ label: 'Good practice to offer to our other academies', max: 2000 })),
    safeguardingRaised: yesNo({
      label: 'Was a safeguarding concern raised?',
      help: 'Yes or no and when: never what. Tell the head, or the LADO if it is about the head.',
    }),
    safeguardingToldAt: optional(instant({ label: 'Told at' })),
    agreement: kept(indexed(choice({ label: 'Agreement', of: ['awaiting host', 'accurate', 'not accurate'] }))),
    comment: kept(optional(note({ label: 'Comment of the host' }))),
    agreedAt: kept(optional(instant({ label: 'Answered at' }))),
    sharing: kept(choice({ label: 'Shared with', of: ['none', 'triad', 'hub', 'trust'] })),
    boardSummary: kept(optional(yesNo({ label: 'The board reads a summary' }))),
    impact: kept(optional(note({ label: 'What changed for our pupils', max: 4000 }))),
    impactOn: kept(optional(date({ label: 'Impact reviewed on' }))),
  },
  keep: { years: 3, because: 'the record of a peer review; a setting to confirm with the trust' },
  closedTo: ['HR'],
  access: (by) => {
    const mayShare = (says: string, ...levels: readonly string[]) =>
      by.where(says, ({ agreement, sharing }) => agreement === 'accurate' && levels.includes(sharing));
    return {
      create: by.anyOf(by.is('lead'), by.isOneOf('reviewers')),
      read: by.anyOf(
        by.is('lead'),
        by.isOneOf('reviewers'),
        by.is('hostHead'),
        by.ofAcademy('host', 'Principal'),
        by.allOf(mayShare('once accurate and shared', 'triad', 'hub', 'trust'), by.ofTriad('triad')),
        by.allOf(mayShare('once accurate and shared with the hub', 'hub', 'trust'), by.ofHub('host')),
        by.allOf(
          mayShare('once accurate and shared with the trust', 'trust'),
          by.role('Principal', 'Champion', 'Executive'),
        ),
      ),
      update: by.anyOf(by.is('lead'), by.isOneOf('reviewers'), by.is('hostHead')),
      remove: by.nobody,
    };
  },
  titleOf: ({ agreement }) => `Findings, ${agreement}`,
  holds: ({ safeguardingRaised, safeguardingToldAt }) =>
    !safeguardingRaised ||
    safeguardingToldAt !== undefined || {
      path: 'safeguardingToldAt',
      sentence: 'Say when the head or the LADO was told.',
    },
});

export type Finding = RecordOf<typeof finding>;
