import { britishDay } from '../time/british-date';
import { type NetworkToPlace, placeNetwork, type Rules } from './place-network';
import type { Placed } from './placed';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem } from './problem';
import { closureOfTrust } from './rules/closed-academies-count-out';
import { datesFor, timesFor } from './rules/days-and-windows';
import { shareSomebody } from './rules/nobody-in-two-places';
import { membersByAcademy } from './slots';

export interface ToExplain {
  readonly problem: MeetingProblem;
  readonly networks: readonly NetworkToPlace[];
  readonly standing: readonly Placed[];
  readonly rules: Rules;
  readonly plan: Omit<MeetingPlan, 'explanation'>;
}

/** The plan in sentences: how complete it is, what is missing and why, and who nobody speaks for. */
export function explain(told: ToExplain): readonly string[] {
  return [
    summary(told.plan),
    ...told.networks.flatMap((network) => [
      ...ofNetwork(told, network),
      ...leftOut(told, network),
      ...withoutMembers(told.problem, network),
    ]),
  ];
}

function summary({ meetings, represented, places, bound }: ToExplain['plan']): string {
  const placed = `${count(meetings.length, 'meeting')}: ${represented} of ${places} places are represented.`;
  if (represented === places) return `${placed} Every academy is represented every time.`;
  return represented === bound
    ? `${placed} No plan within these days, windows and diaries can reach more.`
    : `${placed} No plan within these days, windows and diaries can reach more than ${bound}.`;
}

function ofNetwork({ problem, plan }: ToExplain, { network }: NetworkToPlace): readonly string[] {
  const names = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const meetings = plan.meetings.filter((meeting) => meeting.network === network.key);
  if (meetings.length === 0) return [];
  const absences = meetings.flatMap(({ date, absent }) =>
    absent.map(
      ({ academy, because }) =>
        `${network.name}, ${britishDay(date)}: ${names.get(academy) ?? academy} is not represented. ${because}`,
    ),
  );
  if (absences.length > 0) return absences;
  return [`${network.name}: ${count(meetings.length, 'meeting')}, every academy represented every time.`];
}

/** Why meetings of a network could not be placed: the first of the rules that leaves too few days. */
function leftOut(told: ToExplain, toPlace: NetworkToPlace): readonly string[] {
  const { network, times } = toPlace;
  const placed = told.plan.meetings.filter((meeting) => meeting.network === network.key).length;
  if (placed >= times) return [];
  const what = `${network.name}: ${count(times - placed, 'meeting')} of ${times} could not be placed.`;
  return [`${what} ${whyLeftOut(told, toPlace)}`];
}

function whyLeftOut({ problem, networks, standing, rules, plan }: ToExplain, toPlace: NetworkToPlace): string {
  const { network, people, slots, times } = toPlace;
  if (timesFor(network).length === 0)
    return `Its windows are shorter than ${network.minutes} minutes. Widen a window or shorten the meetings.`;
  const days = datesFor(network, problem);
  if (days.length === 0) return 'None of its days lies between these dates. Choose more days or a longer span.';
  if (days.every((date) => closureOfTrust(problem, date) !== undefined))
    return 'The whole trust is closed on all of its days. Choose more days or a longer span.';
  if (slots.length === 0)
    return 'On none of its days could anybody of any academy come: all are closed or have other appointments. Choose more days or wider windows.';
  if (placeNetwork(toPlace, [], rules).length < times)
    return `Its days leave no room for ${times} meetings ${Math.max(1, rules.daysBetween)} days apart and ${count(rules.releasesInWeek, 'release')} a week. Choose more days or a longer span, or ask for fewer meetings.`;
  const others = networks.filter((other) => other !== toPlace && shareSomebody(other.people, people));
  const placed = others.filter(({ network: { key } }) =>
    [...plan.meetings, ...standing].some((m) => m.network === key),
  );
  const named = placed.map((other) => other.network.name);
  return named.length === 0
    ? 'Its meetings that stand leave no room. Move one of them or choose more days.'
    : `Some of its people also belong to ${named.join(', ')}, and nobody is asked for two places at once or for more than ${count(rules.releasesInWeek, 'release')} a week. Choose more days for one of these networks.`;
}

function withoutMembers(problem: MeetingProblem, { network, times }: NetworkToPlace): readonly string[] {
  const known = membersByAcademy(network);
  const missing = problem.academies.filter(({ urn }) => !known.has(urn)).map(({ name }) => name);
  if (missing.length === 0 || times === 0) return [];
  return [`${network.name}: nobody belongs to it from ${missing.join(', ')}.`];
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
