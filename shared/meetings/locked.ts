import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem } from './problem';

type Planned = MeetingPlan['meetings'][number];

/** No network meets twice on one day: which meeting of a plan is meant. */
export function idOf({ network, date }: Pick<Planned, 'network' | 'date'>): string {
  return `${network} ${date}`;
}

/** The problem of the rest, around meetings that stay where they are. */
export function around(problem: MeetingProblem, locked: readonly Planned[]): MeetingProblem {
  const standing = locked.map(({ network, number, date, from, until, host, representatives = [] }) => ({
    network,
    number,
    date,
    from,
    until,
    host,
    ...(representatives.length === 0
      ? {}
      : { representatives: representatives.map(({ academy, email }) => ({ academy, email })) }),
  }));
  const { stay } = problem;
  return {
    ...problem,
    standing: [...problem.standing, ...standing],
    ...(stay === undefined
      ? {}
      : { stay: { ...stay, meetings: stay.meetings.filter((one) => !isOneOf(locked, one)) } }),
  };
}

/** Whether a meeting of an earlier plan is one of these, moved or not. */
function isOneOf(meetings: readonly Planned[], { network, date }: Pick<Planned, 'network' | 'date'>): boolean {
  return meetings.some((one) => one.network === network && (one.moved?.date ?? one.date) === date);
}

/** Published meetings of the earlier plan that no meeting of this one takes the place of. */
export function publishedWithoutDate(
  { stay }: Pick<MeetingProblem, 'stay'>,
  { meetings }: Pick<MeetingPlan, 'meetings'>,
): NonNullable<MeetingProblem['stay']>['meetings'] {
  return (stay?.meetings ?? []).filter((one) => one.published === true && !isOneOf(meetings, one));
}

/** A plan of the rest, and the meetings it was planned around, as one plan numbered by date. */
export function joinedWith(plan: MeetingPlan, locked: readonly Planned[], problem: MeetingProblem): MeetingPlan {
  const all = [...plan.meetings, ...locked].sort((one, other) =>
    `${one.date} ${one.from}` < `${other.date} ${other.from}` ? -1 : 1,
  );
  const last = new Map<string, number>();
  for (const { network, number } of problem.standing) last.set(network, Math.max(number, last.get(network) ?? 0));
  const meetings = all.map((one) => {
    const number = (last.get(one.network) ?? 0) + 1;
    last.set(one.network, number);
    return { ...one, number };
  });
  const present = locked.reduce((sum, one) => sum + one.present.length, 0);
  const places = locked.reduce((sum, one) => sum + one.present.length + one.absent.length, 0);
  return {
    ...plan,
    meetings,
    represented: plan.represented + present,
    places: plan.places + places,
    bound: plan.bound + present,
  };
}
