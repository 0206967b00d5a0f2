import { usualPlacesForAMove } from '../goals';
import type { MeetingProblem, NetworkProblem } from '../problem';
import { leastDaysBetween } from '../rules/meetings-keep-their-distance';
import { type Standing, standingOf, takenByStanding, timesLeft } from '../rules/standing-meetings-stay';
import { weekAt } from './days';
import type { Group, Item } from './group';
import { networkGroup } from './network-group';
import { type Reading, readProblem } from './reading';
import { stayingOptions } from './staying';
import { travelMinutes } from './travel';
import { visitGroup } from './visit-group';

/** The problem in plain arrays, with all that never changes while it is searched. */
export interface Instance extends Reading {
  readonly standing: readonly Standing[];
  readonly groups: readonly Group[];
  readonly items: readonly Item[];
  /** Places of all items together. */
  readonly places: number;
  readonly leastDays: number;
  /** By person and week: how many releases are left beside what stands. */
  readonly releases: Int16Array;
  /** Whether anybody can come twice in a week, so that the time of the day counts. */
  readonly oftenReleased: boolean;
  readonly travel: Uint16Array;
  /** The longest way between two academies. */
  readonly longestWay: number;
  /** By circle and group: the places of the group that people of the circle take. */
  readonly placesOfCircle: readonly (readonly number[])[];
  readonly placesForAMove: number;
}

/** Whoever has no academy to be released from. */
const anyNumber = 999;

export function openInstance(problem: MeetingProblem): Instance {
  const bare = readProblem(problem);
  const travel = travelMinutes(problem, bare.academyAt);
  const longestWay = travel.reduce((most, minutes) => Math.max(most, minutes), 0);
  const standing = standingOf(problem);
  const reading =
    standing.length === 0
      ? bare
      : readProblem(problem, {
          inTeams: takenByStanding(standing, false, longestWay),
          inPerson: takenByStanding(standing, true, longestWay),
        });
  return withItems({
    ...reading,
    standing,
    leastDays: leastDaysBetween(problem),
    releases: releasesOf(reading, standing),
    oftenReleased: problem.releasesInWeek > 1,
    travel,
    longestWay,
    placesForAMove: problem.stay?.placesForAMove ?? usualPlacesForAMove,
  });
}

/** The same people and diaries, with other days and windows for networks: read again is nothing but these. */
export function withNetworks(instance: Instance, networks: readonly NetworkProblem[]): Instance {
  return withItems({ ...instance, problem: { ...instance.problem, networks: [...networks] } });
}

type WithoutItems = Omit<Instance, 'groups' | 'items' | 'places' | 'placesOfCircle'>;

function withItems(known: WithoutItems): Instance {
  const { problem } = known;
  const networks = problem.networks.map((network, number) => networkGroup(known, network, number));
  const visits = (problem.visits ?? []).filter(({ on }) => on === undefined);
  const groups = [...networks, ...visits.map((visit, at) => visitGroup(known, visit, networks.length + at))];
  const items = itemsOf(known, groups);
  return {
    ...known,
    groups,
    items,
    places: items.reduce((sum, { group }) => sum + (groups[group]?.academies.length ?? 0), 0),
    placesOfCircle: placesOfCircles(known.people.circles, groups),
  };
}

function releasesOf({ problem, people, days }: Reading, standing: readonly Standing[]): Int16Array {
  const releases = new Int16Array(people.emails.length * days.weeks);
  const usual = Math.max(0, Math.floor(problem.releasesInWeek));
  for (let person = 0; person < people.emails.length; person += 1) {
    const most = people.isReleased[person] === 1 ? usual : anyNumber;
    releases.fill(most, person * days.weeks, (person + 1) * days.weeks);
  }
  for (const { date, people: emails } of standing) {
    const week = weekAt(days, date);
    if (week < 0 || week >= days.weeks) continue;
    for (const email of emails) {
      const person = people.at.get(email);
      if (person === undefined) continue;
      const cell = person * days.weeks + week;
      releases[cell] = Math.max(0, (releases[cell] as number) - 1);
    }
  }
  return releases;
}

function itemsOf(reading: Reading, groups: readonly Group[]): readonly Item[] {
  const { problem } = reading;
  const items: Item[] = [];
  let places = 0;
  const add = (group: Group, one: Omit<Item, 'number' | 'group' | 'places'>) => {
    items.push({ ...one, number: items.length, group: group.number, places });
    places += group.academies.length;
  };
  for (const [at, network] of problem.networks.entries()) {
    const group = groups[at];
    if (group === undefined) continue;
    const stays = stayingOptions(problem, reading.days, group);
    for (const [span, left] of timesLeft(problem, network).entries())
      for (const one of meetingsOfSpan(reading, network, group, span, left)) add(group, { ...one, stays: stays(one) });
  }
  const was = new Map((problem.visits ?? []).map((visit) => [visit.key, visit.was]));
  for (const group of groups.slice(problem.networks.length)) {
    const day = reading.days.at.get(was.get(group.key) ?? '') ?? -1;
    const stays = group.options.day.indexOf(day);
    add(group, { span: 0, first: 0, end: group.options.count, evenly: -1, stays });
  }
  return items;
}

/** The meetings of a span that are still to be placed, each with the day that would spread them evenly. */
function meetingsOfSpan(
  { days }: Reading,
  { spans }: NetworkProblem,
  { options }: Group,
  span: number,
  left: number,
): Omit<Item, 'number' | 'group' | 'places' | 'stays'>[] {
  const { from, until } = spans[span] ?? { from: '', until: '' };
  const within = [...options.day.keys()].filter((option) => {
    const date = days.dates[options.day[option] as number] as string;
    return from <= date && date <= until;
  });
  const first = within[0] ?? 0;
  const end = (within.at(-1) ?? -1) + 1;
  const firstDay = days.dates.findIndex((date) => date >= from);
  const lastDay = days.dates.findLastIndex((date) => date <= until);
  return Array.from({ length: left }, (_, at) => {
    const evenly = Math.round(firstDay + ((at + 0.5) * (lastDay - firstDay + 1)) / left - 0.5);
    return { span, first, end: Math.max(first, end), evenly };
  });
}

function placesOfCircles(circles: number, groups: readonly Group[]): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: circles * groups.length }, () => []);
  for (const { number, circles: ofPlaces } of groups)
    for (const [place, circle] of ofPlaces.entries()) found[circle * groups.length + number]?.push(place);
  return found;
}
