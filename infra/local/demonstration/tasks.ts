import { britishDate } from '../../../shared/time/british-date';
import type { DemonstrationTrust } from './trust';

/** Whom to be to see the three jobs, and what to do there, by id. */
export function tasksOf({ reviewing, meeting, staff }: DemonstrationTrust): ReadonlyMap<string, string> {
  const visited = reviewing.reviews.find(({ record }) => record.stage === 'visited')?.record;
  const withRole = (role: 'TrustOffice' | 'HR') => staff.find(({ roles }) => roles.includes(role))?.id;
  const tasks: readonly (readonly [string | undefined, string])[] = [
    [visited?.lead.id, `logs the outcome of the visit of ${visited === undefined ? '' : britishDate(visited.visitOn)}`],
    [visited?.hostHead.id, 'says whether that outcome is accurate'],
    [withRole('TrustOffice'), 'plans and publishes network meetings'],
    [
      meeting.last?.record.lead.id,
      `says who came to the meeting of ${meeting.last === undefined ? '' : britishDate(meeting.last.record.date)}`,
    ],
    [withRole('HR'), 'fills an appraisal template in Word'],
  ];
  return new Map(tasks.flatMap(([id, task]) => (id === undefined ? [] : [[id, task] as const])));
}
