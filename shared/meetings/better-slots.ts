import { timeOf } from '../time/time-of-day';
import { heldIn } from './plan-of';
import type { Placing } from './search/placing';

/** Another date for a meeting, and what it would change while everything else stays. */
export interface BetterSlot {
  readonly date: string;
  readonly from: string;
  readonly until: string;
  /** Places represented in the whole plan: more or fewer than now. */
  readonly places: number;
  /** Points more than now; what is below nought is better. Hosts are not chosen anew. */
  readonly price: number;
  readonly isNow: boolean;
}

/** Every date that the rules allow for one meeting, the cheapest first. The timetable is as before when it returns. */
export function betterSlots(placing: Placing, network: string, number: number, most: number): readonly BetterSlot[] {
  const { instance, table } = placing;
  const item = itemOf(placing, network, number);
  if (item === undefined) return [];
  const now = table.optionOf(item.number);
  const { options } = table.groupOf(item.number);
  const [costNow, seatsNow] = [placing.cost, table.seated];
  placing.take(item.number);
  const slots: BetterSlot[] = [];
  for (let option = item.first; option < item.end; option += 1) {
    if (option !== now && !table.mayPut(item.number, option)) continue;
    placing.put(item.number, option);
    slots.push({
      date: instance.days.dates[options.day[option] as number] as string,
      from: timeOf(options.from[option] as number),
      until: timeOf(options.until[option] as number),
      places: table.seated - seatsNow,
      price: option === now ? 0 : Math.round(placing.cost - costNow),
      isNow: option === now,
    });
    placing.take(item.number);
  }
  placing.put(item.number, now);
  return slots.sort((one, other) => one.price - other.price || (one.date < other.date ? -1 : 1)).slice(0, most);
}

function itemOf({ instance, table }: Placing, network: string, number: number) {
  const group = instance.groups.find(({ key }) => key === network);
  const held = heldIn(instance, table).filter(({ item }) => item.group === group?.number);
  const last = Math.max(0, ...instance.problem.standing.map((one) => (one.network === network ? one.number : 0)));
  return held[group?.kind === 'visit' ? 0 : number - last - 1]?.item;
}
