import { moveClock, moveClockByEnvironment } from '../../../infra/local/moved-clock';

/** A world of its own, so that the test's clock stays. */
const world = () => ({ Date, setTimeout, setInterval });

test('the clock stands where it was moved to and runs as fast as it was told', async () => {
  const moved = world();
  const base = Date.parse('2027-03-28T00:59:58Z');
  moveClock({ base, realBase: Date.now(), rate: 100 }, moved);
  expect(moved.Date.now() - base).toBeLessThan(1000 * 100);
  const before = moved.Date.now();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const passed = moved.Date.now() - before;
  expect(passed).toBeGreaterThanOrEqual(4500);
  expect(new moved.Date().toISOString().slice(0, 10)).toBe('2027-03-28');
});

test('given dates are not moved', () => {
  const moved = world();
  moveClock({ base: 0, realBase: Date.now(), rate: 1 }, moved);
  expect(new moved.Date('2026-11-23T09:00:00Z').toISOString()).toBe('2026-11-23T09:00:00.000Z');
  expect(new moved.Date(0) instanceof Date).toBe(true);
  expect(moved.Date.UTC(2026, 0)).toBe(Date.UTC(2026, 0));
});

test('timers wait by the moved clock', async () => {
  const moved = world();
  moveClock({ base: 0, realBase: Date.now(), rate: 60 }, moved);
  const start = performance.now();
  await new Promise<void>((resolve) => moved.setTimeout(() => resolve(), 6000));
  expect(performance.now() - start).toBeLessThan(1000);
  expect(performance.now() - start).toBeGreaterThanOrEqual(95);
});

test('without LOCAL_CLOCK nothing is moved, and a broken one is refused', () => {
  const before = globalThis.Date;
  moveClockByEnvironment({});
  expect(globalThis.Date).toBe(before);
  expect(() => moveClockByEnvironment({ LOCAL_CLOCK: '{"base":1}' })).toThrow();
});
