import type { Network } from '../../../shared/records/network';
import { holderOf, referenceTo } from './people';
import type { Entry } from './seeded';
import type { Staff } from './staff';

const groups = ['Reception', 'Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5', 'Year 6'] as const;

/** Networks that meet in the half-term: one a year group, and SENCos, business managers and principals. */
export function networksOf(staff: readonly Staff[]): readonly Entry<Network>[] {
  return [...groups.map((group, index) => yearGroupNetwork(staff, group, index)), ...roleNetworks(staff)];
}

function yearGroupNetwork(staff: readonly Staff[], group: (typeof groups)[number], index: number): Entry<Network> {
  const teachers = staff.filter(({ person }) => (person.yearGroups ?? []).includes(group));
  const lead = teachers[(index * 3) % Math.max(1, teachers.length)] ?? holderOf(staff, 'Director of Education');
  return {
    key: `network-${group.toLowerCase().replace(' ', '-')}`,
    record: {
      name: `${group} network`,
      purpose: `Moderate writing and mathematics in ${group} and plan the next half-term together`,
      yearGroup: group,
      lead: referenceTo(lead),
      minutes: 60,
      rhythm: 'every half-term',
      times: 1,
      preferredDays: ['Tuesday', 'Wednesday', 'Thursday'],
      windows: [{ from: '15:45', until: '17:15' }],
      where: 'at a host academy in turn',
      active: true,
    },
  };
}

function roleNetworks(staff: readonly Staff[]): readonly Entry<Network>[] {
  const lead = (post: string) => referenceTo(holderOf(staff, post));
  return [
    {
      key: 'network-senco',
      record: {
        name: 'SENCo network',
        purpose: 'Share what works for pupils with special educational needs',
        responsibility: 'SENCo',
        lead: referenceTo(firstWith(staff, 'SENCo')),
        minutes: 90,
        rhythm: 'every half-term',
        times: 1,
        preferredDays: ['Tuesday', 'Wednesday', 'Thursday'],
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
        responsibility: 'Business manager',
        lead: lead('Trust Office Manager'),
        minutes: 60,
        rhythm: 'every half-term',
        times: 1,
        preferredDays: ['Monday', 'Wednesday', 'Friday'],
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
        level: 'Principal',
        also: [lead('Chief Executive')],
        lead: lead('Director of Education'),
        minutes: 120,
        rhythm: 'every half-term',
        times: 1,
        preferredDays: ['Tuesday', 'Thursday'],
        windows: [{ from: '09:15', until: '12:30' }],
        where: 'at one place',
        place: 'Beck House, the trust office',
        active: true,
      },
    },
  ];
}

function firstWith(staff: readonly Staff[], responsibility: 'SENCo'): Staff {
  const one = staff.find(({ person }) => (person.responsibilities ?? []).includes(responsibility));
  return one ?? holderOf(staff, 'Director of Education');
}
