import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** At the real instant `realBase` it is `base`, and from there time runs `rate` times as fast. Milliseconds. */
const movedClock = z.object({ base: z.number(), realBase: z.number(), rate: z.number().check(z.positive()) });
export type MovedClock = z.infer<typeof movedClock>;

/**
 * Moves this process's Date and timers by the text of LOCAL_CLOCK, so that a term passes in a minute.
 * Only the local processes call it, before anything else; the product knows nothing of it.
 */
export function moveClock(text: string | undefined): void {
  if (text === undefined || text === '') return;
  const clock = z.parse(movedClock, JSON.parse(text));
  moveDate(clock);
  if (clock.rate !== 1) speedTimers(clock.rate);
}

/**
 * @example movedNow({ base: 0, realBase: 1000, rate: 60 }, 2000) // 60000
 */
export function movedNow({ base, realBase, rate }: MovedClock, realNow: number): number {
  return Math.floor(base + (realNow - realBase) * rate);
}

function moveDate(clock: MovedClock): void {
  const RealDate = globalThis.Date;
  const now = (): number => movedNow(clock, RealDate.now());
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

function speedTimers(rate: number): void {
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  const { setTimeout: realWait } = timersPromises;
  const wait = <T>(milliseconds = 0, value?: T, options?: Parameters<typeof realWait>[2]): Promise<T | undefined> =>
    realWait(milliseconds / rate, value, options);
  globalThis.setTimeout = new Proxy(realTimeout, {
    apply: (target, self, parameters) => Reflect.apply(target, self, sped(parameters, rate)),
    get: (target, name) => (name === promisify.custom ? wait : Reflect.get(target, name)),
  });
  globalThis.setInterval = new Proxy(realInterval, {
    apply: (target, self, parameters) => Reflect.apply(target, self, sped(parameters, rate)),
  });
  Object.assign(timersPromises, { setTimeout: wait });
}

function sped([callback, milliseconds, ...rest]: unknown[], rate: number): unknown[] {
  return [callback, Number(milliseconds ?? 0) / rate, ...rest];
}
