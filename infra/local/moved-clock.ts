import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** `LOCAL_CLOCK`: at the real instant `realBase` it is `base`, and time runs `rate` times as fast as it does. */
export const clockSettingSchema = z.strictObject({ base: z.number(), realBase: z.number(), rate: z.number() });
export type ClockSetting = z.infer<typeof clockSettingSchema>;

/** What is moved; in tests not the world's own. */
interface Clocked {
  Date: DateConstructor;
  setTimeout: typeof setTimeout;
  setInterval: typeof setInterval;
}

/**
 * Moves Date, setTimeout and setInterval for this process. What Node keeps to itself stays real:
 * `timers/promises`, `AbortSignal.timeout`, `performance` and sockets' time limits.
 */
export function moveClock({ base, realBase, rate }: ClockSetting, world: Clocked = globalThis): void {
  if (!(rate > 0)) throw new RangeError('The rate of a moved clock is more than nought.');
  const Real = world.Date;
  const now = (): number => Math.floor(base + (Real.now() - realBase) * rate);
  world.Date = new Proxy(Real, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  const { setTimeout: after, setInterval: every } = world;
  const shortened = (wait: number | undefined): number => (wait ?? 0) / rate;
  const moved = ((work: () => void, wait?: number, ...given: []) =>
    after(work, shortened(wait), ...given)) as typeof setTimeout;
  const wait = (milliseconds?: number, value?: unknown) =>
    new Promise((resolve) => after(resolve, shortened(milliseconds), value));
  world.setTimeout = Object.assign(moved, { [promisify.custom]: wait });
  world.setInterval = ((work: () => void, wait?: number, ...given: []) =>
    every(work, shortened(wait), ...given)) as typeof setInterval;
}

/** Called first in every process that may run with its clock moved; does nothing without `LOCAL_CLOCK`. */
export function moveClockByEnvironment(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  const text = environment['LOCAL_CLOCK'];
  if (text === undefined || text === '') return;
  moveClock(z.parse(clockSettingSchema, JSON.parse(text)));
}
