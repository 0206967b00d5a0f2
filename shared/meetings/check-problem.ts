import { contradictionsIn } from './contradictions';
import { counted } from './counted';
import type { Group } from './instance/group';
import { type Instance, openInstance } from './instance/instance';
import type { MeetingProblem } from './problem';
import { roomOf } from './room';
import { whyNoRoom } from './why-no-room';

/** Something that planning cannot mend, said before it begins; of which networks. */
export interface Concern {
  readonly networks: readonly string[];
  readonly sentence: string;
}

/** So many academies are named in one sentence. */
const mostNamed = 5;

/**
 * What stands in the way before anything is planned: what contradicts itself, networks without an audience, spans
 * without room for their meetings (how many fit, and why not more), and networks that cannot both be attended. Empty
 * when all is well.
 *
 * @example checkProblem(problem).map(({ sentence }) => sentence)
 */
export function checkProblem(problem: MeetingProblem): readonly Concern[] {
  const wrong = contradictionsIn(problem).map(({ networks, sentence }) => ({ networks, sentence }));
  if (problem.until < problem.from) return wrong;
  const instance = openInstance(problem);
  return [...wrong, ...noAudience(problem), ...noRoom(instance), ...neverBoth(instance)];
}

function noAudience({ networks }: MeetingProblem): readonly Concern[] {
  return networks
    .filter(({ members }) => members.length === 0)
    .map(({ key, name }) => ({
      networks: [key],
      sentence: `${name} has no audience: nobody belongs to it. Say who does: a year group, a responsibility, a level, or people by name.`,
    }));
}

function noRoom(instance: Instance): readonly Concern[] {
  return roomOf(instance)
    .filter(({ fits, wanted, group }) => fits < wanted && instance.problem.networks[group.number]?.members.length !== 0)
    .map((room) => ({
      networks: [room.group.key],
      sentence: `${room.group.name}, ${room.name}: ${room.fits} of ${counted(room.wanted, 'meeting')} fit. ${whyNoRoom(instance, room)}`,
    }));
}

/** Pairs of networks that somebody belongs to alone for an academy, and whose times leave him no choice of both. */
function neverBoth(instance: Instance): readonly Concern[] {
  const wanted = instance.groups.filter(
    ({ kind, number, options }) =>
      kind === 'network' && options.count > 0 && instance.items.some(({ group }) => group === number),
  );
  return wanted.flatMap((one, at) => wanted.slice(at + 1).flatMap((other) => bothOf(instance, one, other)));
}

function bothOf(instance: Instance, one: Group, other: Group): readonly Concern[] {
  const names = new Map(instance.problem.academies.map(({ urn, name }) => [urn, name]));
  const urns = [...instance.academyAt.keys()];
  const never = [...one.academies].flatMap((academy, at) => {
    const there = other.academies.indexOf(academy);
    if (there < 0) return [];
    const person = onlyPerson(one, at);
    if (person < 0 || person !== onlyPerson(other, there)) return [];
    if (canComeToBoth(instance, person, [one, at], [other, there])) return [];
    return [names.get(urns[academy] ?? '') ?? urns[academy] ?? ''];
  });
  if (never.length === 0) return [];
  const who = `${never.slice(0, mostNamed).join(', ')}${never.length > mostNamed ? ` and ${never.length - mostNamed} more` : ''}`;
  const times = counted(Math.floor(instance.problem.releasesInWeek), 'release');
  return [
    {
      networks: [one.key, other.key],
      sentence: `${one.name} and ${other.name} can never both be attended by ${who}: one person stands for it in both, and their days and times leave no room for two meetings with ${times} a week. Name a deputy, or give one of the networks other days.`,
    },
  ];
}

function onlyPerson({ start, candidates }: Group, at: number): number {
  const first = start[at] as number;
  return (start[at + 1] as number) - first === 1 ? (candidates[first] as number) : -1;
}

/** Whether there are two times, one of each network, at both of which somebody could stand for the academy. */
function canComeToBoth(
  instance: Instance,
  person: number,
  [one, at]: readonly [Group, number],
  [other, there]: readonly [Group, number],
): boolean {
  const first = timesAble(instance, one, at);
  const second = timesAble(instance, other, there);
  if (first.length === 0 || second.length === 0) return true;
  return first.some((a) => second.some((b) => fitTogether(instance, person, [one, a], [other, b])));
}

function timesAble({ items }: Instance, { number, options, academies }: Group, at: number): readonly number[] {
  const isAsked = (option: number) =>
    items.some(({ group, first, end }) => group === number && first <= option && option < end);
  return [...options.day.keys()].filter(
    (option) => options.able[option * academies.length + at] !== 0 && isAsked(option),
  );
}

function fitTogether(
  { days, releases, longestWay }: Instance,
  person: number,
  [one, a]: readonly [Group, number],
  [other, b]: readonly [Group, number],
): boolean {
  const [dayA, dayB] = [one.options.day[a] as number, other.options.day[b] as number];
  const [weekA, weekB] = [days.week[dayA] as number, days.week[dayB] as number];
  const left = (week: number) => releases[person * days.weeks + week] as number;
  if (weekA !== weekB) return left(weekA) > 0 && left(weekB) > 0;
  if (left(weekA) < 2) return false;
  const way = one.inPerson || other.inPerson ? longestWay : 0;
  const [fromA, untilA] = [one.options.from[a] as number, one.options.until[a] as number];
  const [fromB, untilB] = [other.options.from[b] as number, other.options.until[b] as number];
  return dayA !== dayB || untilA + way <= fromB || untilB + way <= fromA;
}
