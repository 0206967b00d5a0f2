/** At the real instant `realBase` it is `base`, and time runs `rate` times as fast as it does. */
export interface ClockSetting {
  readonly base: number;
  readonly realBase: number;
  readonly rate: number;
}

/** What is moved; in tests not the world's own. */
export interface Clocked {
  Date: DateConstructor;
  setTimeout: typeof setTimeout;
  setInterval: typeof setInterval;
}

export interface LocalClock {
  now(): number;
  /** What the world's own clock says. */
  real(): number;
  /** Forward alone: going back is for a restart. `at` is the real instant at which it is `to`, so that several agree. */
  moveTo(to: number, at?: number): void;
  /** As it stands; undefined while it was never moved. */
  setting(): ClockSetting | undefined;
}

/**
 * The clock of a process or a page. Once it is moved, Date follows, and with another rate than one setTimeout and
 * setInterval too. What the platform keeps to itself stays real: `timers/promises`, `AbortSignal.timeout`,
 * `performance` and sockets' time limits. Who waits for an instant has to look again when the clock was moved.
 */
export function openClock(first: ClockSetting | undefined, world: Clocked = globalThis): LocalClock {
  if (first !== undefined && !(first.rate > 0)) throw new RangeError('The rate of a moved clock is more than nought.');
  const Real = world.Date;
  let setting = first;
  const real = (): number => Real.now();
  const now = (): number =>
    setting === undefined ? real() : Math.floor(setting.base + (real() - setting.realBase) * setting.rate);
  if (first !== undefined) {
    moveDate(Real, now, world);
    if (first.rate !== 1) quicken(first.rate, world);
  }
  return {
    now,
    real,
    setting: () => setting,
    moveTo(to, at = real()) {
      const rate = setting?.rate ?? 1;
      if (to + (real() - at) * rate < now()) return;
      if (setting === undefined) moveDate(Real, now, world);
      setting = { base: to, realBase: at, rate };
    },
  };
}

function moveDate(Real: DateConstructor, now: () => number, world: Clocked): void {
  world.Date = new Proxy(Real, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}

function quicken(rate: number, world: Clocked): void {
  const { setTimeout: after, setInterval: every } = world;
  const shortened = (wait: number | undefined): number => (wait ?? 0) / rate;
  const moved = ((work: () => void, wait?: number, ...given: []) =>
    after(work, shortened(wait), ...given)) as typeof setTimeout;
  const wait = (milliseconds?: number, value?: unknown) =>
    new Promise((resolve) => after(resolve, shortened(milliseconds), value));
  // Node's promisify asks for this, and browsers know nothing of it.
  world.setTimeout = Object.assign(moved, { [Symbol.for('nodejs.util.promisify.custom')]: wait });
  world.setInterval = ((work: () => void, wait?: number, ...given: []) =>
    every(work, shortened(wait), ...given)) as typeof setInterval;
}

/** A clock that moves nothing but itself, for several of them in one process. */
export const ownClock = (): LocalClock => openClock(undefined, { Date, setTimeout, setInterval });
