import { openGate } from '../../../functions/graph/gate';
import { Busy } from '../../../functions/ports';
import { steppedClock } from './stepped-clock';

test('a wait that one call was given holds for the next call to the same place', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  await gate.pass('mailbox:a', clock.now().getTime() + 60_000, async () => undefined);
  expect(clock.waited()).toBe(5000);
});

test('another place is not held', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  await gate.pass('site:b', clock.now().getTime(), async () => undefined);
  expect(clock.waited()).toBe(0);
});

test('a shorter wait does not shorten a longer one', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  gate.hold('mailbox:a', 1000);
  await gate.pass('mailbox:a', clock.now().getTime() + 60_000, async () => undefined);
  expect(clock.waited()).toBe(5000);
});

test('a wait that is longer than our patience is Busy at once, with the seconds that are left', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 240_000);
  const passed = gate.pass('mailbox:a', clock.now().getTime() + 45_000, async () => undefined);
  await expect(passed).rejects.toEqual(new Busy(240));
  expect(clock.waited()).toBe(0);
});

test('a timer that fires early does not open the gate early', async () => {
  const clock = steppedClock({ early: 3 });
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  const opened = clock.now().getTime() + 5000;
  await gate.pass('mailbox:a', opened, async () => undefined);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(opened);
});

test('three calls to one mailbox are in flight at most', async () => {
  const gate = openGate(steppedClock());
  let inFlight = 0;
  let most = 0;
  const task = async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    inFlight -= 1;
  };
  await Promise.all(Array.from({ length: 12 }, () => gate.pass('mailbox:a', Number.MAX_SAFE_INTEGER, task)));
  expect(most).toBe(3);
});
