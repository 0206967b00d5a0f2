import type { Role } from '../../../shared/caller';
import type { Academy } from '../../../shared/records/academy';
import type { Person } from '../../../shared/records/person';
import { classesOf } from './academies';
import { guidOf } from './chance';
import { inventedNames } from './names';

/** Somebody of the demonstration trust: the record that the product keeps, and the app roles that Entra gives. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly person: Person;
}

type Post = Pick<Person, 'post' | 'level'> &
  Partial<Pick<Person, 'yearGroups' | 'responsibilities' | 'leadershipPay'>> & { readonly roles: readonly Role[] };

const leadership = { leadershipPay: true } as const;

/** Everybody, academy by academy, then the central team and the trustees. The same academies give the same people. */
export function staffOf(academies: readonly Academy[], domain: string): readonly Staff[] {
  const nameOf = inventedNames();
  const taken = new Set<string>();
  const appoint = (post: Post, academy?: string): Staff => {
    const name = nameOf();
    const email = freeAddress(name, domain, taken);
    const id = guidOf('person', email);
    const { roles, ...kept } = post;
    const person: Person = {
      who: { id, name },
      email,
      ...(academy === undefined ? {} : { academy }),
      ...kept,
      ...teachingOf(post, academy),
      active: true,
    };
    return { id, name, email, roles, person };
  };
  return [
    ...academies.flatMap((academy, index) => postsOf(academy, index).map((post) => appoint(post, academy.urn))),
    ...centralPosts.map((post) => appoint(post)),
  ];
}

function freeAddress(name: string, domain: string, taken: Set<string>): string {
  const plain = name.toLowerCase().replaceAll(' ', '.');
  const free = taken.has(plain) ? `${plain}2` : plain;
  taken.add(free);
  return `${free}@${domain}`;
}

/** The posts of one academy. In small academies the deputy is also the SENCo. */
function postsOf(academy: Academy, index: number): readonly Post[] {
  const classes = classesOf(academy);
  const small = classes.length < 5;
  return [
    { post: 'Principal', level: 'Principal', roles: ['Principal'], ...leadership },
    {
      post: small ? 'Deputy Principal and SENCo' : 'Deputy Principal',
      level: 'Senior leader',
      roles: ['Staff', 'Champion'],
      responsibilities: [
        ...(small ? (['SENCo'] as const) : []),
        'Improvement Champion',
        'Designated safeguarding lead',
      ],
      ...leadership,
    },
    ...(small
      ? []
      : [{ post: 'SENCo', level: 'Middle leader', roles: ['Staff'], responsibilities: ['SENCo'] } satisfies Post]),
    { post: 'Business Manager', level: 'Support staff', roles: ['Staff'], responsibilities: ['Business manager'] },
    ...classes.map((yearGroups, place) => teacher(yearGroups, place, index)),
  ];
}

function teacher(yearGroups: NonNullable<Person['yearGroups']>, place: number, academy: number): Post {
  const lead =
    place === 1 + (academy % 2) ? 'English lead' : place === 2 - (academy % 2) ? 'Mathematics lead' : undefined;
  const post = `${yearGroups.join(' and ')} teacher`;
  return {
    post: lead === undefined ? post : `${post}, ${lead}`,
    level: lead === undefined ? 'Teacher' : 'Middle leader',
    roles: ['Staff'],
    yearGroups,
    ...(lead === undefined ? {} : { responsibilities: [lead] }),
  };
}

const schoolDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const staffMeetingDays = ['Monday', 'Tuesday', 'Wednesday'] as const;
type Weekly = Pick<Person, 'teaching'>;

/** The day of the week on which an academy's staff meet. */
export function staffMeetingDay(urn: string): (typeof staffMeetingDays)[number] {
  return staffMeetingDays[Number(urn) % staffMeetingDays.length] ?? 'Monday';
}

/** The timetable, which holds also in the terms that nobody's calendar shows yet. */
function teachingOf({ yearGroups = [], responsibilities = [], level }: Post, academy: string | undefined): Weekly {
  if (academy === undefined) return {};
  const staffMeeting = { day: staffMeetingDay(academy), from: '15:30', until: '16:45' } as const;
  if (yearGroups.length > 0)
    return { teaching: [...schoolDays.map((day) => ({ day, from: '08:40', until: '15:20' })), staffMeeting] };
  const mornings = (...days: readonly (typeof schoolDays)[number][]) => ({
    teaching: [...days.map((day) => ({ day, from: '08:40', until: '12:15' })), staffMeeting],
  });
  if (level === 'Senior leader') return mornings('Monday', 'Thursday');
  if (responsibilities.includes('SENCo')) return mornings('Monday', 'Tuesday');
  return { teaching: [staffMeeting] };
}

const centralPosts: readonly Post[] = [
  { post: 'Chief Executive', level: 'Central team', roles: ['Executive'], ...leadership },
  { post: 'Director of Education', level: 'Central team', roles: ['Executive'], ...leadership },
  { post: 'Trust Office Manager', level: 'Central team', roles: ['TrustOffice'] },
  { post: 'Trust Office Coordinator', level: 'Central team', roles: ['TrustOffice'] },
  { post: 'Head of HR', level: 'Central team', roles: ['HR'] },
  { post: 'HR Adviser', level: 'Central team', roles: ['HR'] },
  ...['Chair of Trustees', 'Trustee', 'Trustee', 'Trustee', 'Trustee'].map(
    (post): Post => ({ post, level: 'Trustee', roles: ['Trustee'] }),
  ),
];
