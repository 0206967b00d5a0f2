import type { Academy } from '../../../shared/records/academy';
import type { Action } from '../../../shared/records/action';
import type { Finding } from '../../../shared/records/finding';
import { notPublished } from '../../../shared/records/outlook-event';
import type { Review } from '../../../shared/records/review';
import type { Triad } from '../../../shared/records/triad';
import { addDays } from '../../../shared/time/calendar-date';
import { guidOf } from './chance';
import { championOf, principalOf, referenceTo } from './people';
import type { SchoolCalendar } from './school-calendar';
import { schoolDayFrom } from './school-days';
import type { Entry } from './seeded';
import type { Staff } from './staff';

export interface Reviewing {
  readonly reviews: readonly Entry<Review>[];
  readonly findings: readonly Entry<Finding>[];
  readonly actions: readonly Entry<Action>[];
}

interface Setting {
  readonly calendar: SchoolCalendar;
  readonly academies: readonly Academy[];
  readonly staff: readonly Staff[];
  readonly today: string;
}

/** Asked for in Outlook: the reconciler makes the event when it first runs. */
const published = { wanted: 'event', generation: 1, outlook: 'waiting' } as const;

/** How far the reviews of the first triads have come; all others are planned for later and not yet in Outlook. */
const progress: readonly {
  readonly triad: number;
  readonly host: number;
  readonly days: number;
  readonly stage: Review['stage'];
}[] = [
  { triad: 0, host: 0, days: -5, stage: 'visited' },
  { triad: 0, host: 1, days: 9, stage: 'data shared' },
  { triad: 1, host: 0, days: -13, stage: 'fed back' },
];

/** What the host wants to know of its partners, and the question under which they look. */
const focuses: readonly (readonly [focus: string, question: string])[] = [
  ['Mathematical reasoning in Key Stage 2', 'How well do pupils explain why an answer is right?'],
  ['Early reading', 'How do we help the children who find reading hardest?'],
  ['Writing across the curriculum', 'Do pupils write as well in history and science as they do in English?'],
  ['Remembering more', 'What do pupils remember of what they were taught last half-term?'],
];

/** Every academy hosts one review in the year; its partners of the triad come, one of them leads. */
export function reviewsOf(triads: readonly Entry<Triad>[], setting: Setting): Reviewing {
  const reviews = triads.flatMap((triad, group) =>
    triad.record.academies.map((_, host) => reviewOf(triad, group, host, setting)),
  );
  const fedBack = reviews.filter(({ record }) => record.stage === 'fed back');
  return {
    reviews,
    findings: fedBack.map(findingOf),
    actions: fedBack.map((review) => actionOf(review, setting)),
  };
}

function reviewOf(triad: Entry<Triad>, group: number, host: number, setting: Setting): Entry<Review> {
  const { academies } = triad.record;
  const at = (offset: number) => academies[(host + offset) % academies.length] ?? '';
  const { staff, today } = setting;
  const lead = referenceTo(principalOf(staff, at(1)));
  const others = academies.filter((urn) => urn !== at(0) && urn !== at(1));
  const champion = championOf(staff, others[0] ?? at(1));
  const known = progress.find((one) => one.triad === group && one.host === host);
  const scope = setting.academies.find(({ urn }) => urn === at(0))?.localAuthority ?? '';
  const days = known?.days ?? 70 + (group * 3 + host) * 9;
  const visitOn = schoolDayFrom(setting.calendar, scope, addDays(today, days), days < 0 ? -1 : 1);
  const [focus, enquiryQuestion] = focuses[(group + host) % focuses.length] ?? ['Learning', 'What helps?'];
  return {
    // Opaque: it stands in every invitation.
    key: guidOf('review', triad.record.year, at(0)),
    record: {
      year: triad.record.year,
      triad: triad.key,
      host: at(0),
      hostHead: referenceTo(principalOf(staff, at(0))),
      lead,
      reviewers: [lead, ...others.map((urn) => referenceTo(principalOf(staff, urn))), referenceTo(champion)],
      champion: referenceTo(champion),
      ...(known === undefined ? {} : { focus, enquiryQuestion, scopeAgreedOn: addDays(visitOn, -20) }),
      stage: known?.stage ?? 'planned',
      ...(known === undefined ? {} : { dataSharedOn: earlier(addDays(visitOn, -6), today) }),
      visitOn,
      visitFrom: '09:00',
      visitUntil: '15:00',
      ...(known?.stage === 'fed back' ? { feedbackOn: visitOn } : {}),
      sharing: 'none',
      ...(known === undefined ? notPublished : published),
    },
  };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function findingOf({ key, record }: Entry<Review>): Entry<Finding> {
  const { host, hostHead, lead, reviewers, triad } = record;
  return {
    key: `finding-${key}`,
    record: {
      review: key,
      ...(triad === undefined ? {} : { triad }),
      host,
      hostHead,
      lead,
      reviewers,
      focus: record.focus ?? 'What do pupils remember?',
      activities: [
        {
          what: 'learning walk',
          withColleague: 'Deputy Principal',
          observation: 'In six classes pupils could say what they were learning and why. Talk partners were used well.',
        },
        {
          what: 'pupil voice',
          withColleague: 'English lead',
          observation: 'Pupils in Year 2 and Year 5 spoke with pleasure about books they had chosen themselves.',
        },
      ],
      strengths: ['Routines let every pupil start at once', 'Teachers model how a reader thinks'],
      considerations: ['Give the children who find reading hardest the most skilled adult each day'],
      goodPractice: 'The daily five minutes in which adults read aloud in every class.',
      safeguardingRaised: false,
      agreement: 'awaiting host',
      sharing: 'none',
    },
  };
}

function actionOf({ key, record }: Entry<Review>, { calendar, academies }: Setting): Entry<Action> {
  const scope = academies.find(({ urn }) => urn === record.host)?.localAuthority ?? '';
  const partner = academies.find(({ urn }) => urn !== record.host);
  return {
    key: `action-${key}-1`,
    record: {
      review: key,
      finding: `finding-${key}`,
      host: record.host,
      what: 'Plan with the reading lead who teaches the lowest readers each day',
      owner: record.hostHead,
      ...(partner === undefined
        ? {}
        : { supportFrom: partner.urn, support: 'Half a day of the partner’s reading lead' }),
      supporters: record.reviewers,
      dueOn: schoolDayFrom(calendar, scope, addDays(record.visitOn, 49), 1),
      evidenceOfSuccess: 'A weekly plan names the adult for each group, and has done so for six weeks',
      state: 'proposed',
      ...notPublished,
    },
  };
}
