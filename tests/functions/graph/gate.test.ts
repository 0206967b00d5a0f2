import { openGate } from '../../../functions/graph/gate';
import { Busy } from '../../../functions/ports';
import { steppedClock } from './stepped-clock';

test('a wait that one call was given holds for the next call to the same place', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  await gate.pass(['mailbox:a'], clock.now().getTime() + 60_000, async () => undefined);
  expect(clock.waited()).toBe(5000);
});

test('another place is not held', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  await gate.pass(['site:b'], clock.now().getTime(), async () => undefined);
  expect(clock.waited()).toBe(0);
});

test('a shorter wait does not shorten a longer one', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  gate.hold('mailbox:a', 1000);
  await gate.pass(['mailbox:a'], clock.now().getTime() + 60_000, async () => undefined);
  expect(clock.waited()).toBe(5000);
});

test('a wait that is longer than our patience is Busy at once, with the seconds that are left', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  gate.hold('mailbox:a', 240_000);
  const passed = gate.pass(['mailbox:a'], clock.now().getTime() + 45_000, async () => undefined);
  await expect(passed).rejects.toEqual(new Busy(240));
  expect(clock.waited()).toBe(0);
});

test('a timer that fires early does not open the gate early', async () => {
  const clock = steppedClock({ early: 3 });
  const gate = openGate(clock);
  gate.hold('mailbox:a', 5000);
  const opened = clock.now().getTime() + 5000;
  await gate.pass(['mailbox:a'], opened, async () => undefined);
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
  await Promise.all(Array.from({ length: 12 }, () => gate.pass(['mailbox:a'], Number.MAX_SAFE_INTEGER, task)));
  expect(most).toBe(3);
});

test('a call that reaches two places waits for both, also where one closes while it waits for the other', async () => {
  const clock = steppedClock();
  const opened = clock.now().getTime() + 9000;
  const gate = openGate({
    now: clock.now,
    async wait(milliseconds) {
      await clock.wait(milliseconds);
      if (clock.waited() === 5000) gate.hold('mailbox:a', 4000);
    },
  });
  gate.hold('site:b', 5000);
  await gate.pass(['mailbox:a', 'site:b'], opened, async () => undefined);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(opened);
});

test('calls that reach the same two places in another order do not wait for each other for ever', async () => {
  const gate = openGate(steppedClock());
  let done = 0;
  const task = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done += 1;
  };
  const orders = [
    ['mailbox:a', 'site:b'],
    ['site:b', 'mailbox:a'],
  ];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => gate.pass(orders[index % 2] ?? [], Number.MAX_SAFE_INTEGER, task)),
  );
  expect(done).toBe(20);
});

test('who stood in line for longer than its patience is not sent any more', async () => {
  const clock = steppedClock();
  const gate = openGate(clock);
  const slow = () => clock.wait(60_000);
  const giveUpAt = clock.now().getTime() + 45_000;
  let sent = false;
  const inFront = Array.from({ length: 3 }, () => gate.pass(['mailbox:a'], giveUpAt, slow));
  const last = gate.pass(['mailbox:a'], giveUpAt, async () => {
    sent = true;
  });
  await expect(last).rejects.toBeInstanceOf(Busy);
  await Promise.allSettled(inFront);
  expect(sent).toBe(false);
});
