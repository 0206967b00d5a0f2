import { counted } from './counted';
import type { Instance } from './instance/instance';
import type { NetworkProblem } from './problem';
import type { Room } from './room';
import { daysOf, timesFor } from './rules/days-and-windows';

/** What stands in the way of a network's meetings in a span, and what to do: the first rule that leaves too little. */
export function whyNoRoom({ problem, days, closed, leastDays }: Instance, room: Room): string {
  const network = problem.networks[room.group.number] as NetworkProblem;
  if (network.members.length === 0)
    return 'Nobody belongs to it. Say who does: a year group, a responsibility, a level, or people by name.';
  if (timesFor(network).length === 0)
    return `Its windows are shorter than ${counted(network.minutes, 'minute')}. Widen a window or shorten the meetings.`;
  const { from, until } = network.spans[room.span] ?? problem;
  const wanted: readonly string[] = daysOf(network);
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const possible = [...days.dates.keys()].filter((day) => {
    const date = days.dates[day] as string;
    return from <= date && date <= until && wanted.includes(names[days.weekday[day] as number] ?? '');
  });
  if (possible.length === 0) return 'None of its days lies between these dates. Choose more days or a longer span.';
  if (!possible.some((day) => closed.isTrustOpen(day)))
    return 'The whole trust is closed on all of its days. Choose more days or a longer span.';
  const apart = counted(leastDays, 'day');
  const stands = problem.standing.some((one) => one.network === network.key);
  if (room.days === 0 && stands)
    return `Its meetings that stand leave no room, ${apart} apart. Move one of them or choose more days.`;
  if (room.days === 0)
    return 'On none of its days could anybody of any academy come: all are closed or have other appointments. Choose more days or wider windows.';
  return `Its days leave no room for ${counted(room.wanted, 'meeting')} ${apart} apart: ${room.fits} of ${room.wanted} fit on the ${counted(room.days, 'day')} on which somebody can come${stands ? ', beside those that stand' : ''}. Choose more days, a longer span or less distance, or ask for fewer meetings.`;
}
