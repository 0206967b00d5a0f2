import { suggestedDeputies } from '../../../shared/meetings/audience';
import type { Academy } from '../../../shared/records/academy';
import type { Network } from '../../../shared/records/network';
import { holderOf, referenceTo } from './people';
import type { Entry } from './seeded';
import type { Staff } from './staff';

const groups = ['Reception', 'Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5', 'Year 6'] as const;
const afterSchool = {
  days: ['Tuesday', 'Wednesday', 'Thursday'],
  windows: [{ from: '15:45', until: '17:15' }],
  where: 'at a host academy in turn',
  active: true,
} as const;

/**
 * Networks of a year: one a year group, one for each of the leads, SENCos, business managers and principals. Two
 * academies of three name a deputy for each, so that a plan of the year has its exceptions.
 */
export function networksOf(staff: readonly Staff[], academies: readonly Academy[]): readonly Entry<Network>[] {
  const all = [
    ...groups.map((group, index) => yearGroupNetwork(staff, group, index)),
    ...roleNetworks(staff),
    ...leadNetworks(staff),
  ];
  const people = staff.map(({ person }) => person);
  return all.map(({ key, record }) => {
    const naming = academies.filter((_, index) => (index + key.length) % 3 !== 0);
    const deputies = suggestedDeputies(record, people, naming);
    return {
      key,
      record: { ...record, deputies: deputies.map(({ academy, person }) => ({ academy, who: person.who })) },
    };
  });
}

function yearGroupNetwork(staff: readonly Staff[], group: (typeof groups)[number], index: number): Entry<Network> {
  const teachers = staff.filter(({ person }) => (person.yearGroups ?? []).includes(group));
  const lead = teachers[(index * 3) % Math.max(1, teachers.length)] ?? holderOf(staff, 'Director of Education');
  return {
    key: `network-${group.toLowerCase().replace(' ', '-')}`,
    record: {
      name: `${group} network`,
      purpose: `Moderate writing and mathematics in ${group} and plan the next half-term together`,
      kind: 'moderation',
      yearGroup: group,
      lead: referenceTo(lead),
      minutes: 60,
      rhythm: 'every half-term',
      times: 1,
      bring: 'Three pieces of writing that you are unsure about',
      ...afterSchool,
    },
  };
}

function leadNetworks(staff: readonly Staff[]): readonly Entry<Network>[] {
  const of = (
    key: string,
    responsibility: 'English lead' | 'Mathematics lead' | 'Designated safeguarding lead',
    more: Pick<Network, 'name' | 'purpose' | 'kind'> & Partial<Network>,
  ): Entry<Network> => ({
    key,
    record: {
      responsibility,
      lead: referenceTo(firstWith(staff, responsibility)),
      minutes: 75,
      rhythm: 'every term',
      times: 1,
      ...afterSchool,
      ...more,
    },
  });
  return [
    of('network-english', 'English lead', {
      name: 'English leads’ network',
      purpose: 'One way of teaching early reading',
      kind: 'sharing',
    }),
    of('network-mathematics', 'Mathematics lead', {
      name: 'Mathematics leads’ network',
      purpose: 'Fluency with number in every class',
      kind: 'sharing',
    }),
    of('network-safeguarding', 'Designated safeguarding lead', {
      name: 'Safeguarding leads’ network',
      purpose: 'What has changed, and what we have learned',
      kind: 'briefing',
      confidential: true,
      where: 'in Teams',
    }),
  ];
}

function roleNetworks(staff: readonly Staff[]): readonly Entry<Network>[] {
  const lead = (post: string) => referenceTo(holderOf(staff, post));
  return [
    {
      key: 'network-senco',
      record: {
        name: 'SENCo network',
        purpose: 'Share what works for pupils with special educational needs',
        kind: 'sharing',
        responsibility: 'SENCo',
        lead: referenceTo(firstWith(staff, 'SENCo')),
        minutes: 90,
        rhythm: 'every half-term',
        times: 1,
        days: ['Tuesday', 'Wednesday', 'Thursday'],
        windows: [{ from: '13:15', until: '15:30' }],
        where: 'at a host academy in turn',
        active: true,
      },
    },
    {
      key: 'network-business-managers',
      record: {
        name: 'Business managers’ network',
        purpose: 'One way of buying, budgeting and reporting for our academies',
        kind: 'briefing',
        responsibility: 'Business manager',
        lead: lead('Trust Office Manager'),
        minutes: 60,
        rhythm: 'every term',
        times: 1,
        days: ['Monday', 'Wednesday', 'Friday'],
        windows: [{ from: '10:00', until: '12:30' }],
        where: 'in Teams',
        active: true,
      },
    },
    {
      key: 'network-principals',
      record: {
        name: 'Principals’ network',
        purpose: 'Answer together for all our pupils',
        kind: 'briefing',
        level: 'Principal',
        also: [lead('Chief Executive')],
        lead: lead('Director of Education'),
        minutes: 120,
        rhythm: 'every year',
        times: 6,
        days: ['Tuesday', 'Thursday'],
        windows: [{ from: '09:15', until: '12:30' }],
        where: 'at one place',
        place: 'Beck House, the trust office',
        active: true,
      },
    },
  ];
}

type Responsibility = NonNullable<Staff['person']['responsibilities']>[number];

function firstWith(staff: readonly Staff[], responsibility: Responsibility): Staff {
  const one = staff.find(({ person }) => (person.responsibilities ?? []).includes(responsibility));
  return one ?? holderOf(staff, 'Director of Education');
}
