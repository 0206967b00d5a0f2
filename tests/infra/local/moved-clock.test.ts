import { openClock, ownClock } from '../../../infra/local/moved-clock';
import { processClock } from '../../../infra/local/process-clock';

/** A world of its own, so that the test's clock stays. */
const world = () => ({ Date, setTimeout, setInterval });

test('the clock stands where it was moved to and runs as fast as it was told', async () => {
  const moved = world();
  const base = Date.parse('2027-03-28T00:59:58Z');
  openClock({ base, realBase: Date.now(), rate: 100 }, moved);
  expect(moved.Date.now() - base).toBeLessThan(1000 * 100);
  const before = moved.Date.now();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const passed = moved.Date.now() - before;
  expect(passed).toBeGreaterThanOrEqual(4500);
  expect(new moved.Date().toISOString().slice(0, 10)).toBe('2027-03-28');
});

test('given dates are not moved', () => {
  const moved = world();
  openClock({ base: 0, realBase: Date.now(), rate: 1 }, moved);
  expect(new moved.Date('2026-11-23T09:00:00Z').toISOString()).toBe('2026-11-23T09:00:00.000Z');
  expect(new moved.Date(0) instanceof Date).toBe(true);
  expect(moved.Date.UTC(2026, 0)).toBe(Date.UTC(2026, 0));
});

test('timers wait by the moved clock', async () => {
  const moved = world();
  openClock({ base: 0, realBase: Date.now(), rate: 60 }, moved);
  const start = performance.now();
  await new Promise<void>((resolve) => moved.setTimeout(() => resolve(), 6000));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(performance.now() - start).toBeGreaterThanOrEqual(95);
});

test('without LOCAL_CLOCK nothing is moved, and a broken one is refused', () => {
  const before = globalThis.Date;
  processClock({});
  expect(globalThis.Date).toBe(before);
  expect(() => processClock({ LOCAL_CLOCK: '{"base":1}' })).toThrow();
});

test('a running clock is moved forward, never back, and Date follows', () => {
  const moved = world();
  const clock = openClock(undefined, moved);
  expect(moved.Date).toBe(Date);
  clock.moveTo(Date.parse('2030-01-01T00:00:00Z'));
  expect(new moved.Date().getUTCFullYear()).toBe(2030);
  clock.moveTo(Date.parse('2029-01-01T00:00:00Z'));
  expect(new moved.Date().getUTCFullYear()).toBe(2030);
  clock.moveTo(Date.parse('2031-01-01T00:00:00Z'));
  expect(new moved.Date().getUTCFullYear()).toBe(2031);
  expect(Math.abs(clock.real() - Date.now())).toBeLessThan(1000);
});

test('clocks that are told the same real instant agree to the millisecond', async () => {
  const [one, other] = [ownClock(), ownClock()];
  const at = Date.now();
  one.moveTo(Date.parse('2030-01-01T00:00:00Z'), at);
  await new Promise((resolve) => setTimeout(resolve, 20));
  other.moveTo(Date.parse('2030-01-01T00:00:00Z'), at);
  expect(other.setting()).toEqual(one.setting());
  expect(new Date().getUTCFullYear()).toBeLessThan(2030);
});
