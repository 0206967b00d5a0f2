import { keptAssertion } from '../../../functions/graph/tokens';
import { steppedClock } from './stepped-clock';

test('the assertion of the managed identity is asked for once until it is about to run out', async () => {
  const clock = steppedClock();
  let asked = 0;
  const identity = {
    async acquireToken() {
      asked += 1;
      const expiresOn = new Date(clock.now().getTime() + 60 * 60_000);
      return { accessToken: `assertion-${asked}`, expiresOn } as never;
    },
  };
  const assertion = keptAssertion(identity, clock);
  expect([await assertion(), await assertion()]).toEqual(['assertion-1', 'assertion-1']);
  await clock.wait(54 * 60_000);
  expect(await assertion()).toBe('assertion-1');
  await clock.wait(2 * 60_000);
  expect(await assertion()).toBe('assertion-2');
});
