import { counted } from './counted';
import { goals } from './plan-schema';

export type Goal = (typeof goals)[number];

/**
 * What one of each costs, in points. The goals are ranked: in whatever one meeting's change of date does to its places,
 * an earlier goal outweighs all later ones.
 */
export const pointsOf: Readonly<Record<Exclude<Goal, 'meetings and visits moved'>, number>> = {
  'visits without a date': 100_000_000,
  'places not represented': 10_000_000,
  'meetings without a date': 1_000_000,
  'meetings without their lead': 50_000,
  'deputies instead of members': 20_000,
  'minutes above directed time': 100,
  'unfair turns of hosting': 10_000,
  'days and windows not preferred': 300,
  'days off an even spread': 10,
  'minutes of travel': 1,
  'minutes of travel above the average': 1,
};

/** Goals name many; so is one of each. */
const oneOf: Readonly<Record<Goal, string>> = {
  'places not represented': 'place not represented',
  'visits without a date': 'visit without a date',
  'meetings and visits moved': 'meeting or visit moved',
  'meetings without a date': 'meeting without a date',
  'deputies instead of members': 'deputy instead of a member',
  'meetings without their lead': 'meeting without its lead',
  'minutes above directed time': 'minute above directed time',
  'unfair turns of hosting': 'unfair turn of hosting',
  'minutes of travel': 'minute of travel',
  'minutes of travel above the average': 'minute of travel above the average',
  'days and windows not preferred': 'day or window not preferred',
  'days off an even spread': 'day off an even spread',
};

/**
 * @example goalCounted(1, 'meetings without a date') // '1 meeting without a date'
 */
export function goalCounted(amount: number, goal: Goal): string {
  return counted(amount, oneOf[goal], goal);
}

/** Moving a meeting of a plan that should stay has to bring so many places, where the problem does not say. */
export const usualPlacesForAMove = 2;

/** How a cost is made up: the points add up to the total. */
export class Costs {
  private readonly amounts = new Map<Goal, number>();
  private readonly movePoints: number;

  constructor(placesForAMove: number) {
    this.movePoints = placesForAMove * pointsOf['places not represented'];
  }

  add(goal: Goal, amount: number): void {
    this.amounts.set(goal, (this.amounts.get(goal) ?? 0) + amount);
  }

  told() {
    const parts = goals.flatMap((goal) => {
      const amount = this.amounts.get(goal) ?? 0;
      const each = goal === 'meetings and visits moved' ? this.movePoints : pointsOf[goal];
      return amount === 0 ? [] : [{ goal, amount, points: amount * each }];
    });
    return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
  }
}
