import { britishDay } from '../time/british-date';
import { counted } from './counted';
import { explainTurns } from './explain-turns';
import { goalCounted } from './goals';
import type { Instance } from './instance/instance';
import type { PlanWithoutWords } from './plan-of';
import type { MeetingPlan, PlanCost, PlanSlot } from './plan-schema';
import type { NetworkProblem } from './problem';
import { type Room, roomOf } from './room';
import { slotInWords } from './slot-in-words';
import { whyNoRoom } from './why-no-room';

/** The plan in sentences: how complete it is, what it costs, what is missing and why, and who nobody speaks for. */
export function explain(
  instance: Instance,
  plan: PlanWithoutWords,
  { slots }: { readonly slots: boolean },
): readonly string[] {
  const rooms = roomOf(instance);
  const visits = instance.items.filter(({ group }) => instance.groups[group]?.kind === 'visit');
  return [
    summary(plan, withoutDate(instance, plan)),
    ...told(plan.cost),
    ...explainTurns(instance.problem, plan),
    ...instance.problem.networks.flatMap((network, at) => [
      ...absences(instance, plan, network, slots),
      ...rooms.filter(({ group }) => group.number === at).flatMap((room) => leftOut(instance, plan, room)),
      ...withoutMembers(instance, network),
    ]),
    ...visits.flatMap(({ group }) => visitWithoutDate(instance, plan, group)),
  ];
}

function withoutDate({ items, groups }: Instance, { meetings }: PlanWithoutWords): number {
  return items.filter(({ group }) => groups[group]?.kind === 'network').length - meetings.length;
}

function summary({ meetings, represented, places, bound }: PlanWithoutWords, undated: number): string {
  const missing =
    undated === 0 ? '' : ` ${counted(undated, meetings.length === 0 ? 'meeting' : 'more meeting')} found no date.`;
  const are = represented === 1 || places === 1 ? 'is' : 'are';
  const placed = `${counted(meetings.length, 'meeting')}: ${represented} of ${counted(places, 'place')} ${are} represented.${missing}`;
  if (represented === places) return undated === 0 ? `${placed} Every academy is represented every time.` : placed;
  return represented === bound
    ? `${placed} No plan within these days, windows and diaries can reach more.`
    : `${placed} No plan within these days, windows and diaries can reach more than ${bound}.`;
}

/** What counts against the plan, goal after goal, and the sum. */
function told(cost: PlanCost | undefined): readonly string[] {
  if (cost === undefined || cost.parts.length === 0) return [];
  const parts = cost.parts.map(
    ({ goal, amount, points }) => `${goalCounted(amount, goal)} (${counted(points, 'point')})`,
  );
  return [`What counts against it: ${parts.join(', ')}; together ${counted(cost.total, 'point')}.`];
}

function absences(
  { problem }: Instance,
  plan: PlanWithoutWords,
  network: NetworkProblem,
  slots: boolean,
): readonly string[] {
  const names = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const nameOf = (urn: string) => names.get(urn) ?? urn;
  const meetings = plan.meetings.filter((meeting) => meeting.network === network.key);
  if (meetings.length === 0) return [];
  if (meetings.every(({ absent }) => absent.length === 0))
    return [`${network.name}: ${counted(meetings.length, 'meeting')}, every academy represented every time.`];
  return meetings.flatMap(({ date, absent, next }) => [
    ...absent.map(
      ({ academy, because }) =>
        `${network.name}, ${britishDay(date)}: ${nameOf(academy)} is not represented. ${because}`,
    ),
    ...(slots && absent.length > 0 ? [`${network.name}, ${britishDay(date)}: ${nextBest(next, nameOf)}`] : []),
  ]);
}

function nextBest(next: PlanSlot | undefined, nameOf: (urn: string) => string): string {
  return next === undefined
    ? 'no other date or time keeps to the rules while all else stays.'
    : `the next best slot is ${slotInWords(next, nameOf)}`;
}

/** Why meetings of a network could not be placed in a span: its own days, or those who belong to others as well. */
function leftOut(instance: Instance, { meetings }: PlanWithoutWords, room: Room): readonly string[] {
  const { from, until } = instance.problem.networks[room.group.number]?.spans[room.span] ?? instance.problem;
  const placed = meetings.filter(
    ({ network, date }) => network === room.group.key && from <= date && date <= until,
  ).length;
  if (placed >= room.wanted) return [];
  const what = `${room.group.name}: ${counted(room.wanted - placed, 'meeting')} of ${room.wanted} could not be placed`;
  const where = (instance.problem.networks[room.group.number]?.spans.length ?? 0) > 1 ? ` in ${room.name}` : '';
  const why = room.fits < room.wanted ? whyNoRoom(instance, room) : becauseOfOthers(instance, room, meetings);
  return [`${what}${where}. ${why}`];
}

function becauseOfOthers(instance: Instance, { group }: Room, meetings: MeetingPlan['meetings']): string {
  const people = new Set([...group.candidates, ...group.duties]);
  const held = new Set([
    ...meetings.map(({ network }) => network),
    ...instance.problem.standing.map((one) => one.network),
  ]);
  const named = instance.groups
    .filter((other) => other !== group && (held.has(other.key) || other.kind === 'visit'))
    .filter((other) => [...other.candidates, ...other.duties].some((person) => people.has(person)))
    .map(({ name }) => name);
  const times = counted(Math.floor(instance.problem.releasesInWeek), 'release');
  return named.length === 0
    ? `Nobody who belongs to it could come: each may be asked for ${times} a week. Choose more days.`
    : `Some of its people also belong to ${named.join(', ')}, and nobody is asked for two places at once or for more than ${times} a week. Choose more days for one of these networks.`;
}

function withoutMembers({ problem }: Instance, network: NetworkProblem): readonly string[] {
  if (network.spans.every(({ times }) => times === 0)) return [];
  const known = new Set(network.members.map(({ academy }) => academy));
  const missing = problem.academies.filter(({ urn }) => !known.has(urn)).map(({ name }) => name);
  return missing.length === 0 ? [] : [`${network.name}: nobody belongs to it from ${missing.join(', ')}.`];
}

function visitWithoutDate(instance: Instance, { visits = [] }: PlanWithoutWords, at: number): readonly string[] {
  const group = instance.groups[at];
  if (group === undefined || visits.some(({ key }) => key === group.key)) return [];
  return [
    group.options.count === 0
      ? `${group.name}: there is no day on which its host is open and all its people are free. Give it more days or other people.`
      : `${group.name}: all of its people are never free of other meetings on one day. Give it more days or other people.`,
  ];
}
