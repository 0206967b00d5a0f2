import { openInstance } from '../../shared/meetings/instance/instance';
import { openPlanning } from '../../shared/meetings/open-planning';
import { Placing } from '../../shared/meetings/search/placing';
import { Search } from '../../shared/meetings/search/search';
import { type TravelBeside, travelBeside } from './meeting-hosts';
import { meetingInstance } from './meeting-instances';
import { finder, firstSlot, withDeputies } from './meeting-yardsticks';

/** What one way of planning reached on one instance. */
export interface Run {
  /** Of the processor: what neighbours on the machine do is not counted. */
  readonly seconds: number;
  readonly represented: number;
  readonly places: number;
  readonly bound?: number;
  /** Until there was a correct plan. */
  readonly firstSeconds?: number;
  /** Planning one meeting again: opening with the plan at hand and asking for its next best dates, the slowest of some. */
  readonly replanMilliseconds?: number;
  /** Explaining the plan: its words, and for every meeting with somebody absent the next best slot; and what would help. */
  readonly explainSeconds?: number;
  readonly suggestSeconds?: number;
  readonly travel?: TravelBeside;
  readonly megabytes: number;
}

type Problem = ReturnType<typeof meetingInstance>;

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function memory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1000);
}

/** Ours, for so many seconds of the processor. */
function ours(problem: Problem, seconds: number) {
  const began = spent();
  const planning = openPlanning(problem, { seed: 1 });
  planning.glance();
  const firstSeconds = spent() - began;
  // The plan has to be written down and explained at the end of the time as well.
  const end = began + 0.9 * seconds;
  while (spent() < end && !planning.isComplete()) planning.improve(10);
  const found = spent();
  const { represented, places, bound, meetings } = planning.plan();
  const [searched, explainSeconds] = [spent() - began, spent() - found];
  const replanned = meetings.slice(0, 5).map(({ network, number }) => {
    const before = spent();
    planning.bestSlots(network, number);
    return 1000 * (spent() - before);
  });
  const replanMilliseconds = Math.max(...replanned);
  const megabytes = memory();
  const asked = spent();
  planning.suggestions();
  const suggestSeconds = spent() - asked;
  const travel = travelBeside(problem, { meetings });
  const times = { firstSeconds, explainSeconds, suggestSeconds, replanMilliseconds, seconds: searched };
  return { represented, places, bound, ...times, travel, megabytes };
}

/** Every meeting once, where it brings most beside those before it. */
function greedy(problem: Problem) {
  const instance = openInstance(problem);
  return { represented: new Search(instance, 1).best.represented, places: instance.places };
}

const seconds: Readonly<Record<string, number>> = { '15 15': 5, '40 60': 15 };

function main([way = '', networks = '', schools = '', seed = '']: readonly string[]): void {
  const problem = meetingInstance(Number(networks), Number(schools), Number(seed));
  const began = spent();
  const { places } = new Placing(openInstance(problem)).instance;
  const opened = spent();
  const ways: Readonly<Record<string, () => Partial<Run>>> = {
    ours: () => ours(problem, seconds[`${networks} ${schools}`] ?? 10),
    greedy: () => greedy(problem),
    first: () => ({ represented: firstSlot(problem) }),
    finder: () => ({ represented: finder(problem) }),
    deputies: () => ({ represented: withDeputies(problem) }),
  };
  const chosen = ways[way];
  if (chosen === undefined) throw new Error(`There is no way "${way}".`);
  const measured = chosen();
  const run = {
    places,
    seconds: spent() - Math.max(began, opened),
    megabytes: memory(),
    ...measured,
  };
  process.stdout.write(JSON.stringify(run));
}

main(process.argv.slice(2));
