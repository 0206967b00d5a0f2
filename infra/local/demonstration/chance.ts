import { createHash } from 'node:crypto';

/** Seeded chance: the same words give the same choices, so that the demonstration trust is the same on every machine. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  below(limit: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function chanceOf(...words: readonly (string | number)[]): Chance {
  let state = createHash('sha1').update(words.join('\u0000')).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (from) => from[below(from.length)] ?? from[0] };
}

/** A GUID that follows from words: accounts keep their ids when the trust is seeded again. */
export function guidOf(...words: readonly string[]): string {
  const bytes = createHash('sha1').update(words.join('\u0000')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
