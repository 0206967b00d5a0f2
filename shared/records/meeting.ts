import {
  academy,
  choice,
  date,
  entries,
  indexed,
  instant,
  kept,
  note,
  number,
  optional,
  person,
  reference,
  text,
  time,
  academy as urn,
  yesNo,
} from '../field';
import { meetingKinds } from '../meeting-kinds';
import { defineRecord, type RecordOf } from '../record';
import { britishDate } from '../time/british-date';
import { clockChangeAt } from '../time/clock-change';
import { answersInOutlook, outlookEvent } from './outlook-event';

/** Why somebody is invited: as a member of the network, as their academy's deputy, or in somebody's place this once. */
export const memberParts = ['member', 'deputy', 'substitute'] as const;

/** Who is asked to find somebody for an academy that nobody has accepted for, one after the other. */
export const askedInTurn = ['member', 'deputy', 'principal', 'trust office'] as const;

/** One meeting of a network. `members` are those invited, each for an academy. */
export const meeting = defineRecord({
  name: 'meeting',
  one: 'network meeting',
  many: 'network meetings',
  site: 'trust',
  list: 'Meetings',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    network: indexed(reference({ label: 'Network', to: 'network' })),
    number: number({ label: 'Which meeting of the year', from: 1, to: 60 }),
    name: text({ label: 'Name', max: 120 }),
    lead: indexed(person({ label: 'Leads it' })),
    date: date({ label: 'Date' }),
    from: time({ label: 'From' }),
    until: time({ label: 'Until' }),
    host: optional(academy({ label: 'Host academy' })),
    place: text({ label: 'Place' }),
    members: entries({
      label: 'Invited',
      max: 400,
      entry: {
        academy: optional(urn({ label: 'Academy' })),
        who: person({ label: 'Who' }),
        email: text({ label: 'Address' }),
        part: optional(choice({ label: 'As', of: memberParts })),
      },
    }),
    kind: optional(choice({ label: 'Kind of meeting', of: meetingKinds })),
    purpose: optional(text({ label: 'Purpose' })),
    bring: optional(text({ label: 'What to bring' })),
    teams: optional(yesNo({ label: 'With a Teams link' })),
    confidential: optional(
      yesNo({
        label: 'Confidential',
        help: 'Its subject in Outlook then says only that there is a meeting; here the trust office, its lead, those invited and their principals read about it.',
      }),
    ),
    locked: optional(yesNo({ label: 'Stays where it is', help: 'Planning again leaves it as it is.' })),
    /** Whom the plan counts on for each academy. */
    representatives: optional(
      entries({
        label: 'Who represents each academy',
        max: 100,
        entry: {
          academy: urn({ label: 'Academy' }),
          who: person({ label: 'Who' }),
          part: choice({ label: 'As', of: memberParts }),
        },
      }),
    ),
    agreement: optional(
      text({
        label: 'Agreed with staff',
        help: 'For a meeting added after the calendar was agreed: with whom and when it was agreed.',
      }),
    ),
    files: optional(
      entries({
        label: 'Shared files',
        max: 20,
        entry: { name: text({ label: 'Name', max: 120 }), link: text({ label: 'Address', max: 500 }) },
      }),
    ),
    answers: kept(
      optional(
        entries({
          label: 'Answers in Outlook',
          max: 400,
          entry: {
            email: text({ label: 'Address' }),
            answer: choice({ label: 'Answer', of: answersInOutlook }),
          },
        }),
      ),
    ),
    chased: kept(
      optional(
        entries({
          label: 'Reminders',
          max: 400,
          entry: {
            academy: urn({ label: 'Academy' }),
            to: choice({ label: 'To', of: askedInTurn }),
            on: date({ label: 'On' }),
          },
        }),
      ),
    ),
    agenda: optional(note({ label: 'Agenda' })),
    notes: optional(note({ label: 'Notes', max: 20_000 })),
    openPoints: optional(
      entries({
        label: 'Open points',
        max: 20,
        entry: {
          what: text({ label: 'What is to be done' }),
          who: optional(text({ label: 'By whom', max: 120 })),
          by: optional(date({ label: 'By when' })),
        },
      }),
    ),
    guests: optional(text({ label: 'Guests', help: 'Who came beyond our academies.' })),
    /** The mail with the notes: kept before it is sent, so that it goes once. */
    notesMail: kept(optional(choice({ label: 'Mail with the notes', of: ['on its way', 'sent'] }))),
    notesMailAt: kept(optional(instant({ label: 'Notes sent at' }))),
    ...outlookEvent,
  },
  keep: { years: 3, because: 'shows that every academy was represented; a setting to confirm with the trust' },
  access: (by) => ({
    create: by.role('TrustOffice'),
    // Principals find substitutes for those of their academy, so they are told what for.
    read: by.anyOf(
      by.where('everyone signed in, unless it is confidential', ({ confidential }) => confidential !== true),
      by.role('TrustOffice'),
      by.is('lead'),
      by.isAmong('whoever is invited', ({ members }) => members.map(({ who }) => who)),
      by.ofAcademyAmong(
        'of an academy that is invited',
        ({ members }) => members.flatMap(({ academy: of }) => of ?? []),
        'Principal',
      ),
    ),
    update: by.anyOf(by.role('TrustOffice'), by.is('lead')),
    remove: by.nobody,
  }),
  titleOf: ({ name, date: on }) => `${name}, ${britishDate(on)}`,
  holds: ({ date: on, from, until, files = [] }) => {
    if (from >= until) return { path: 'until', sentence: 'A meeting cannot end before it starts.' };
    for (const [path, at] of [
      ['from', from],
      ['until', until],
    ] as const) {
      const sentence = clockChangeAt(on, at);
      if (sentence !== undefined) return { path, sentence };
    }
    const at = files.findIndex(({ link }) => !/^https:\/\/[^\s<>"]+$/.test(link));
    return at < 0 || { path: `files.${at}.link`, sentence: 'Paste the link of a file: it begins with https://.' };
  },
});

export type Meeting = RecordOf<typeof meeting>;
