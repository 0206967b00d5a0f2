import { counted } from './counted';
import type { Group } from './instance/group';
import { type Instance, withNetworks } from './instance/instance';
import type { Suggestion } from './plan-schema';
import type { MeetingProblem, NetworkProblem } from './problem';
import { daysOf, timesFor, workingDay, workingDays } from './rules/days-and-windows';
import { bestDates } from './search/best-dates';
import { optionsOfHeld } from './search/items-of-plan';
import { Placing } from './search/placing';

type Window = NetworkProblem['windows'][number];

/** One weekday or window more for a network. */
interface Wider {
  readonly what: string;
  readonly day?: NetworkProblem['days'][number];
  readonly window?: Pick<Window, 'from' | 'until'>;
}

/**
 * What each weekday that a network does not have, and each window of the problem that it does not have, would bring:
 * its own meetings are dated anew, as well as can be, while all other meetings keep their dates and their people. So
 * each number is a lower bound; planned anew, the others could give way too.
 */
export function widerTimes(placing: Placing, networks: ReadonlySet<string>): readonly Suggestion[] {
  const { instance } = placing;
  const all = instance.problem.networks;
  const wide = withNetworks(
    instance,
    all.map((network) => (networks.has(network.key) ? widened(network, instance.problem) : network)),
  );
  const placed = new Placing(wide);
  for (const [item, option] of optionsOfHeld(placing, wide)) placed.put(item, option);
  return all.flatMap((network, number) =>
    networks.has(network.key) ? suggestionsFor(placed, network, wide.groups[number] as Group) : [],
  );
}

function widened(network: NetworkProblem, problem: MeetingProblem): NetworkProblem {
  return { ...network, days: [...workingDays], windows: [...windowsOf(network), ...otherWindows(network, problem)] };
}

function windowsOf({ windows }: NetworkProblem): readonly Window[] {
  return windows.length > 0 ? windows : [workingDay];
}

/** Windows of the problem in which this network would fit and that lie in none of its own. */
function otherWindows(network: NetworkProblem, { networks }: MeetingProblem): readonly Window[] {
  const known = new Set(timesFor(network).map(({ from }) => from));
  const found = new Map<string, Window>();
  for (const { from, until } of networks.flatMap(({ windows }) => windows)) {
    const times = timesFor({ ...network, windows: [{ from, until }] });
    if (times.some((time) => !known.has(time.from))) found.set(`${from} ${until}`, { from, until });
  }
  return [...found.values()].sort((one, other) => (`${one.from}${one.until}` < `${other.from}${other.until}` ? -1 : 1));
}

function suggestionsFor(placed: Placing, network: NetworkProblem, group: Group): readonly Suggestion[] {
  const { instance, table } = placed;
  const items = instance.items.filter((item) => item.group === group.number);
  const before = table.seated;
  const were = items.map(({ number }) => ({
    number,
    option: table.optionOf(number),
    seats: [...group.academies.keys()].map((at) => table.unseat(number, at)),
  }));
  for (const { number, option } of were) if (option >= 0) table.take(number);
  const places = Float64Array.from({ length: group.options.count }, (_, option) => placesAt(placed, group, option));
  const seatedWith = (isAllowed: (option: number) => boolean): number => {
    const worth = places.map((value, option) => (isAllowed(option) ? value : 0));
    return table.seated + seatAll(placed, group, bestDates(items, group, worth, instance.leastDays).options);
  };
  const own = allowedFor(instance, group, network);
  const now = Math.max(before, seatedWith(own));
  const found = widerOf(network, instance.problem).flatMap((wider) => {
    const more = allowedFor(instance, group, network, wider);
    const brings = seatedWith((option) => own(option) || more(option)) - now;
    return brings <= 0 ? [] : [suggestionOf(network, wider, brings)];
  });
  for (const { number, option, seats } of were) {
    if (option >= 0) table.put(number, option);
    for (const [at, candidate] of seats.entries()) table.seat(number, at, candidate);
  }
  return found;
}

function widerOf(network: NetworkProblem, problem: MeetingProblem): readonly Wider[] {
  const days = workingDays.filter((day) => !daysOf(network).includes(day));
  return [
    ...days.map((day) => ({ what: `${day}s`, day })),
    ...otherWindows(network, problem).map((window) => ({ what: `${window.from} to ${window.until}`, window })),
  ];
}

function suggestionOf({ key, name }: NetworkProblem, { what, day, window }: Wider, places: number): Suggestion {
  return {
    sentence: `${name} with ${what} as well would bring at least ${counted(places, 'place')}, its meetings dated anew and all others as they are.`,
    network: key,
    ...(day === undefined ? {} : { day }),
    ...(window === undefined ? {} : { window: { from: window.from, until: window.until } }),
    places,
    how: 'this network dated anew',
  };
}

/** Which options a network has with its own days and windows; or only with the one more. */
function allowedFor(
  { days }: Instance,
  { options }: Group,
  network: NetworkProblem,
  { day, window }: Partial<Wider> = {},
): (option: number) => boolean {
  const names: readonly string[] = day === undefined ? daysOf(network) : [day];
  const windows = window === undefined ? network.windows : [window];
  const starts = new Set(timesFor({ ...network, windows }).map(({ from }) => from));
  return (option) =>
    starts.has(options.from[option] as number) &&
    names.includes(workingDays[days.weekday[options.day[option] as number] as number] ?? '');
}

/** Places at which somebody is free while all other networks stay; 0 where the rules stand against it. */
function placesAt({ instance, table }: Placing, group: Group, option: number): number {
  const item = instance.items.find((one) => one.group === group.number && one.first <= option && option < one.end);
  if (item === undefined || !isOpen({ instance, table }, group, item.number, option)) return 0;
  const week = table.weekOf(item.number, option);
  let count = 0;
  for (let at = 0; at < group.academies.length; at += 1)
    if (firstFree({ table }, group, [item.number, at, option], week) >= 0) count += 1;
  return count;
}

function isOpen(
  { table }: Pick<Placing, 'instance' | 'table'>,
  { options, duties }: Group,
  item: number,
  option: number,
) {
  if (!table.mayPut(item, option)) return false;
  const week = table.weekOf(item, option);
  return options.dutyFree[option] === 0 || duties.every((person) => table.canJoin(person, item, option, week));
}

function firstFree(
  { table }: Pick<Placing, 'table'>,
  { options, academies, start, candidates }: Group,
  [item, at, option]: readonly [item: number, at: number, option: number],
  week: number,
): number {
  for (let mask = options.able[option * academies.length + at] as number; mask !== 0; mask &= mask - 1) {
    const candidate = 31 - Math.clz32(mask & -mask);
    if (table.isFreeAt(candidates[(start[at] as number) + candidate] as number, item, option, week)) return candidate;
  }
  return -1;
}

/** Puts meetings on these dates, counts the places that are taken, and takes them away again. */
function seatAll(placed: Placing, group: Group, options: readonly number[]): number {
  const { instance, table } = placed;
  const before = table.seated;
  const used: number[] = [];
  for (const option of options) {
    const item = instance.items.find(
      ({ number, group: of, first, end }) =>
        of === group.number && !used.includes(number) && first <= option && option < end,
    );
    if (item === undefined || !isOpen(placed, group, item.number, option)) continue;
    used.push(item.number);
    table.put(item.number, option);
    const week = table.weekOf(item.number, option);
    for (let at = 0; at < group.academies.length; at += 1)
      table.seat(item.number, at, firstFree(placed, group, [item.number, at, option], week));
  }
  const seated = table.seated - before;
  for (const number of used) {
    for (const at of group.academies.keys()) table.unseat(number, at);
    table.take(number);
  }
  return seated;
}
