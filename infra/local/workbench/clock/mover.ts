import { setTimeout as pause } from 'node:timers/promises';
import type { LocalClock } from '../../moved-clock';
import type { ClockState } from '../shapes';
import type { OtherClocks } from './others';

/**
 * How the timers of the skipped span are run. `thinned`: each at its time, those that come hourly or oftener once
 * with every other; `each`: every single one; `once`: nothing until the end, then each that is overdue once.
 */
export const timerWays = ['thinned', 'each', 'once'] as const;
export type TimerWay = (typeof timerWays)[number];

export interface Mover {
  state(): ClockState;
  /** Answers whether it could be begun: one move at a time, and forward. */
  begin(to: number, timers: TimerWay): boolean;
  /** Until the move that is under way has ended. */
  ended(): Promise<void>;
}

const lookAgainMilliseconds = 15;
/** Invitations leave thirty a minute at most, in real minutes: a year's publishing takes its time. */
const patienceMilliseconds = 20 * 60_000;

async function settled(others: OtherClocks): Promise<void> {
  const began = performance.now();
  // Twice in a row: what the tenant has just told the host may become work for the host.
  for (let quiet = 0; quiet < 2; ) {
    quiet = (await others.look()).idle ? quiet + 1 : 0;
    if (quiet < 2) await pause(lookAgainMilliseconds);
    if (performance.now() - began > patienceMilliseconds)
      throw new Error('The functions host has been at work for twenty minutes; the clock waits no longer.');
  }
}

/** Moves all clocks from one thing that is due to the next; what each brings about is worked off before time goes on. */
export function createMover(clock: LocalClock, others: OtherClocks): Mover {
  let moving: { readonly from: number; readonly to: number; steps: number } | undefined;
  let sentence: string | undefined;
  let running: Promise<void> = Promise.resolve();

  async function step(to: number): Promise<void> {
    const at = clock.real();
    await others.move(to, at);
    clock.moveTo(to, at);
    await settled(others);
  }

  async function move(target: number, timers: TimerWay, done: () => void): Promise<void> {
    await settled(others);
    for (;;) {
      const { next, nextOfAll } = await others.look();
      const due = { thinned: next, each: nextOfAll, once: undefined }[timers];
      const to = due === undefined ? target : Math.min(due, target);
      await step(to);
      done();
      if (to === target) return;
    }
  }

  return {
    state: () => ({
      setting: clock.setting() ?? null,
      now: new Date(clock.now()).toISOString(),
      ...(moving === undefined
        ? {}
        : {
            moving: {
              from: new Date(moving.from).toISOString(),
              to: new Date(moving.to).toISOString(),
              steps: moving.steps,
            },
          }),
      ...(sentence === undefined ? {} : { sentence }),
    }),
    begin(to, timers) {
      if (moving !== undefined || to <= clock.now()) return false;
      const current = { from: clock.now(), to, steps: 0 };
      moving = current;
      sentence = undefined;
      running = move(to, timers, () => {
        current.steps += 1;
      })
        .catch((error: unknown) => {
          sentence = error instanceof Error ? error.message : String(error);
        })
        .finally(() => {
          moving = undefined;
        });
      return true;
    },
    ended: () => running,
  };
}
