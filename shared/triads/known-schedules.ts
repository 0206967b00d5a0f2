import { pairsOf } from './pairs';
import { smallSchedules, triadStarters } from './starters';

/** Rounds of groups of the places 0 … n - 1. */
export type Schedule = readonly (readonly (readonly number[])[])[];

/**
 * The longest known schedule for so many academies in which nobody meets anybody twice, or `undefined` where none is
 * known with the groups allowed. With pairs, a number that is no multiple of three takes the system of the next
 * multiple without a point, or without two.
 *
 * @example knownSchedule(15, false)?.length // 7: Kirkman's schoolgirls
 */
export function knownSchedule(n: number, pairsAllowed: boolean): Schedule | undefined {
  if (!pairsAllowed && n % 3 !== 0 && n !== 5) return undefined;
  const small = smallSchedules.get(n);
  if (small !== undefined) return readSchedule(small);
  const over = n % 3;
  const whole = developed(over === 0 ? n : n + 3 - over);
  if (whole === undefined || over === 0) return whole;
  return over === 2 ? without(whole, [n]) : without(whole, strangers(whole, n + 2));
}

function readSchedule(text: string): Schedule {
  return text
    .split(' | ')
    .map((round) => round.split(', ').map((group) => group.split(' ').map((place) => Number(place))));
}

/** The starter for `n`, turned round. */
function developed(n: number): Schedule | undefined {
  const starter = triadStarters.get(n);
  if (starter === undefined) return undefined;
  const [developing = '', standing = ''] = starter.split('; ');
  const classes = developing.split(' | ').map(groupsOf);
  const orbits = new Set(starter.match(/[a-z]/g)).size;
  const still = new Set(starter.match(/[IJ]/g)).size;
  const length = (n - still) / orbits;
  const turn = (group: readonly string[], by: number) => group.map((point) => placeOf(point, by, length, orbits));
  const turns = Array.from({ length }, (_, by) => by);
  return [
    ...classes.flatMap((base) => turns.map((by) => base.map((group) => turn(group, by)))),
    ...groupsOf(standing).map((group) => turns.map((by) => turn(group, by))),
  ];
}

function groupsOf(text: string): readonly (readonly string[])[] {
  return text === '' ? [] : text.split(', ').map((group) => group.split(' '));
}

function placeOf(point: string, by: number, length: number, orbits: number): number {
  if (point === 'I' || point === 'J') return orbits * length + (point === 'I' ? 0 : 1);
  return 'abcd'.indexOf(point.slice(0, 1)) * length + ((Number(point.slice(1)) + by) % length);
}

/** Two places that never meet, so that nobody is alone when both are left out; the last two where all meet. */
function strangers(schedule: Schedule, n: number): readonly number[] {
  const met = new Set(schedule.flatMap((groups) => groups.flatMap(pairsOf)).map((pair) => keyOf(...pair)));
  const all = Array.from({ length: n }, (_, place) => place);
  return pairsOf(all).find((pair) => !met.has(keyOf(...pair))) ?? [n - 2, n - 1];
}

function keyOf(one: number, other: number): string {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}

/** The schedule without these places, and without rounds in which somebody would be left alone. */
function without(schedule: Schedule, gone: readonly number[]): Schedule {
  const closeUp = (place: number) => place - gone.filter((one) => one < place).length;
  return schedule
    .map((groups) =>
      groups
        .map((group) => group.filter((place) => !gone.includes(place)).map(closeUp))
        .filter((group) => group.length > 0),
    )
    .filter((groups) => groups.every((group) => group.length > 1));
}
