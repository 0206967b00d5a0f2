import { minutesOf } from '../../time/time-of-day';
import type { MeetingProblem } from '../problem';
import type { Days } from './days';
import type { Group } from './group';

/** Gives each item of a network, in order, the option that it had in the plan that should stay: each only once. */
export function stayingOptions(
  { stay }: MeetingProblem,
  days: Days,
  { key, options }: Group,
): (item: { readonly first: number; readonly end: number }) => number {
  const earlier = (stay?.meetings ?? [])
    .filter(({ network }) => network === key)
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .flatMap(({ date, from }) => {
      const day = days.at.get(date);
      const start = minutesOf(from);
      const found = options.day.findIndex((one, option) => one === day && options.from[option] === start);
      return found < 0 ? [] : [found];
    });
  return ({ first, end }) => {
    const at = earlier.findIndex((option) => first <= option && option < end);
    return at < 0 ? -1 : (earlier.splice(at, 1)[0] ?? -1);
  };
}
