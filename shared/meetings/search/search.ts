import { chance } from '../chance';
import { pointsOf } from '../goals';
import type { Item } from '../instance/group';
import type { Instance } from '../instance/instance';
import type { MeetingPlan } from '../plan-schema';
import { optionsOfPlan } from './items-of-plan';
import { Placing } from './placing';

const forPlace = pointsOf['places not represented'];
/** How much worse a step may be and still be taken, in places; and after how many steps without gain it begins anew. */
const warmth = 0.35;
const patience = 400;

/** Dates and seats, as they were when they were best. */
export interface Found {
  readonly cost: number;
  readonly represented: number;
  readonly options: Int32Array;
}

/**
 * A correct timetable at once, better ones step by step: a few meetings that get in each other's way are taken up and
 * put down again, each where it brings most. How far it goes is counted in steps, never in seconds.
 */
export class Search {
  readonly placing: Placing;
  best: Found;
  private readonly instance: Instance;
  private readonly random: () => number;
  private readonly orders = new Map<string, Int32Array>();
  private since = 0;

  constructor(instance: Instance, seed: number, plan?: Pick<MeetingPlan, 'meetings' | 'visits'>) {
    this.instance = instance;
    this.random = chance(seed);
    this.placing = new Placing(instance);
    this.begin(plan);
    this.best = this.now();
  }

  /** First the plan given, then what should stay, then the meetings with the fewest dates to choose from, each as well as the others allow. */
  private begin(plan: Pick<MeetingPlan, 'meetings' | 'visits'> | undefined): void {
    const { items } = this.instance;
    const planned = plan === undefined ? [] : optionsOfPlan(this.instance, plan);
    for (const [item, option] of planned) if (this.placing.table.mayPut(item, option)) this.placing.put(item, option);
    for (const { number, stays } of items)
      if (stays >= 0 && this.placing.table.optionOf(number) < 0 && this.placing.table.mayPut(number, stays))
        this.placing.put(number, stays);
    const left = items.filter(({ number }) => this.placing.table.optionOf(number) < 0);
    left.sort((one, other) => this.urgency(one) - this.urgency(other) || one.number - other.number);
    for (const { number } of left) this.insert(number, 0);
  }

  private urgency({ group, first, end }: Item): number {
    const isVisit = this.instance.groups[group]?.kind === 'visit';
    return (isVisit ? -1e6 : 0) + end - first;
  }

  private now(): Found {
    const { table, cost } = this.placing;
    return {
      cost,
      represented: table.seated,
      options: Int32Array.from(this.instance.items, ({ number }) => table.optionOf(number)),
    };
  }

  /** Goes so many steps on; says whether a better timetable was found. */
  improve(steps: number): boolean {
    const before = this.best.cost;
    if (this.instance.items.length === 0) return false;
    for (let step = 0; step < steps; step += 1) this.step();
    return this.best.cost < before;
  }

  /** Puts everything where it was best. */
  toBest(): void {
    const { table } = this.placing;
    const wrong = this.instance.items.filter(({ number }) => table.optionOf(number) !== this.best.options[number]);
    for (const { number } of wrong) this.placing.take(number);
    for (const { number } of wrong) {
      const option = this.best.options[number] as number;
      if (option >= 0) this.placing.put(number, option);
    }
  }

  private step(): void {
    const { placing, random } = this;
    const before = placing.cost;
    const chosen = this.choose();
    const were = chosen.map((item) => placing.table.optionOf(item));
    for (const item of chosen) placing.take(item);
    const noise = random() < 0.5 ? 0 : random() * 2 * forPlace;
    for (const item of chosen) this.insert(item, noise);
    const after = placing.cost;
    if (after > before - warmth * forPlace * Math.log(1 - random())) this.undo(chosen, were);
    if (placing.cost < this.best.cost) {
      this.best = this.now();
      this.since = 0;
      return;
    }
    this.since += 1;
    if (this.since < patience) return;
    this.since = 0;
    this.toBest();
  }

  private undo(chosen: readonly number[], were: readonly number[]): void {
    const { placing } = this;
    for (const item of chosen) placing.take(item);
    for (const [at, item] of chosen.entries()) {
      const option = were[at] as number;
      if (option >= 0) placing.put(item, option);
    }
  }

  /** One meeting, and with it some that lie in its week or could lie there. */
  private choose(): readonly number[] {
    const { items } = this.instance;
    const first = this.any(items.length);
    const chosen = [first];
    const option = this.placing.table.optionOf(first);
    const more = this.random() < 0.3 ? 0 : 1 + this.any(3);
    const near = option < 0 ? [] : this.placing.table.inWeek(this.placing.table.weekOf(first, option));
    for (let at = 0; at < more; at += 1) {
      const other =
        near.length > 1 && this.random() < 0.6 ? (near[this.any(near.length)] as number) : this.any(items.length);
      if (!chosen.includes(other)) chosen.push(other);
    }
    return chosen;
  }

  private any(count: number): number {
    return Math.floor(this.random() * count);
  }

  /** Puts an item where it brings most; nowhere where it may not be put or nobody could come. */
  insert(item: number, noise: number): void {
    const { placing } = this;
    const { options, kind, academies } = placing.table.groupOf(item);
    let best = -1;
    const hasPlaces = kind === 'network' && academies.length > 0;
    let most = Number.NEGATIVE_INFINITY;
    for (const option of this.orderOf(item)) {
      const upper = (options.most[option] as number) * forPlace + noise;
      if (upper < most) break;
      if (!placing.table.mayPut(item, option)) continue;
      const brings = placing.gain(item, option);
      if (hasPlaces && brings <= 0) continue;
      const worth = brings - placing.dateCost(item, option) + noise * this.random();
      if (worth <= most) continue;
      most = worth;
      best = option;
    }
    if (best >= 0) placing.put(item, best);
  }

  /** Options of an item, those first at which most academies can come. */
  private orderOf(item: number): Int32Array {
    const { group, first, end } = this.instance.items[item] as Item;
    const key = `${group} ${first} ${end}`;
    const known = this.orders.get(key);
    if (known !== undefined) return known;
    const { most } = this.placing.table.groupOf(item).options;
    const order = Int32Array.from({ length: end - first }, (_, at) => first + at);
    order.sort((one, other) => (most[other] as number) - (most[one] as number) || one - other);
    this.orders.set(key, order);
    return order;
  }
}
