import { HttpRequest } from '@azure/functions';
import fc from 'fast-check';
import type { Look } from '../../../functions/ports';
import { keyOf } from '../../../functions/reconcile/lease';
import { keepSubscribed } from '../../../functions/reconcile/subscription';
import { subscriptionKind } from '../../../functions/reconcile/subscription-kind';
import { looker } from '../../../functions/triggers/on-look';
import { lookIn } from '../../../functions/triggers/on-reconcile';
import { outlookHook, rememberedSecret } from '../../../functions/triggers/outlook-hook';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import { portsByHand } from '../ports-by-hand';
import '../../seed';

const mailbox = 'meetings@trust.example';
const clientState = 'the-secret-of-our-subscription';
const settings = { organiserMailbox: mailbox, publicOrigin: 'https://our.example' } as const;

function rig() {
  const hand = portsByHand();
  const clock = steppedClock();
  const log = keptLog();
  hand.put(subscriptionKind, keyOf(mailbox), { mailbox, clientState, subscription: 'subscription-1' });
  const looks: Look[] = [];
  const secret = rememberedSecret(mailbox, { ...hand, clock });
  const hear = (body: unknown, query: Readonly<Record<string, string>> = {}) =>
    outlookHook(
      new HttpRequest({
        method: 'POST',
        url: 'https://our.example/api/hooks/outlook',
        query: { ...query },
        ...(body === undefined ? {} : { body: { string: typeof body === 'string' ? body : JSON.stringify(body) } }),
      }),
      { mailbox, clock, log, secret, look: (look) => void looks.push(look) },
    );
  return { hand, clock, log, looks, hear };
}

const notice = (more: object = {}) => ({
  value: [{ subscriptionId: 's', clientState, changeType: 'updated', ...more }],
});

test('the validation token comes back as it was, as plain text that no browser takes for a page', async () => {
  const { hear, looks } = rig();
  const token = '<script>alert(1)</script> & more';
  const answer = await hear(undefined, { validationToken: token });
  expect(answer).toMatchObject({
    status: 200,
    body: token,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  });
  expect((await hear(undefined, { validationToken: 'x'.repeat(3000) })).status).toBe(400);
  expect(looks).toEqual([]);
});

test('a notice with our secret puts one hint on the queue, however many changes it tells', async () => {
  const { hear, looks } = rig();
  expect((await hear({ value: [...notice().value, ...notice().value] })).status).toBe(202);
  expect(looks).toEqual([{ mailbox, at: '2026-11-23T12:00:00.000Z' }]);
  expect(lookIn(looks[0], mailbox)).toEqual(looks[0]);
  expect(lookIn({ mailbox }, mailbox)).toBeUndefined();
  expect(lookIn({ ...looks[0], mailbox: 'other@trust.example' }, mailbox)).toBeUndefined();
});

test.each(['', 'guessed', clientState.toUpperCase(), `${clientState} `, clientState.slice(1)])(
  'whoever does not bear the secret is answered and not heard: "%s"',
  async (given) => {
    const { hear, looks, log } = rig();
    expect((await hear(notice({ clientState: given }))).status).toBe(202);
    expect(looks).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain(clientState);
  },
);

test('forgers do not make us ask the list again and again, and a new secret is heard soon', async () => {
  const { hear, hand, clock, looks } = rig();
  await hear(notice());
  hand.asked = 0;
  for (let time = 0; time < 50; time += 1) await hear(notice({ clientState: 'guessed' }));
  expect(hand.asked).toBe(0);
  hand.put(subscriptionKind, keyOf(mailbox), { mailbox, clientState: 'another', subscription: 'subscription-2' });
  await clock.wait(31_000);
  await hear(notice({ clientState: 'another' }));
  expect([looks.length, hand.asked]).toEqual([2, 1]);
});

test('without a subscription nothing is heard', async () => {
  const { hear, hand, looks } = rig();
  const [kept] = hand.all(subscriptionKind);
  if (kept !== undefined) await hand.records.remove(subscriptionKind, kept);
  await hear(notice({ clientState: '' }));
  await hear(notice());
  expect(looks).toEqual([]);
});

test('whatever else is sent is refused, and never breaks it', async () => {
  const { hear, looks } = rig();
  expect((await hear('x'.repeat(300_000))).status).toBe(413);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.string()), async (body) => {
      expect([202, 400]).toContain((await hear(body)).status);
    }),
    { numRuns: 200 },
  );
  expect(looks).toEqual([]);
});

test.each([
  ['missed', undefined],
  ['subscriptionRemoved', true],
  ['reauthorizationRequired', true],
])('%s means to look, and to renew where the subscription asks for it', async (lifecycleEvent, renew) => {
  const { hear, looks } = rig();
  await hear(notice({ lifecycleEvent }));
  expect(looks.map((look) => look.renew)).toEqual([renew]);
});

test('a swarm of hints is one look; a hint after it is another', async () => {
  const { hand, clock, log } = rig();
  let looked = 0;
  const calendar = {
    ...hand.calendar,
    follow: async () => {
      looked += 1;
      return 'place';
    },
    changesSince: async (_mailbox: string, link: string) => {
      looked += 1;
      return { events: [], gone: [], link };
    },
  };
  const ports = { ...hand, calendar, clock, log, hints: { reconcile: () => undefined } };
  const look = looker();
  const at = clock.now().toISOString();
  for (let time = 0; time < 100; time += 1) await look({ mailbox, at }, ports, settings, () => undefined);
  expect(looked).toBe(1);
  await clock.wait(10_000);
  await look({ mailbox, at: clock.now().toISOString() }, ports, settings, () => undefined);
  expect(looked).toBe(2);
});

test('nobody subscribes twice: it is renewed before its end, made again where it is gone, and the secret stays', async () => {
  const hand = portsByHand();
  const clock = steppedClock();
  const calls: string[] = [];
  let gone = false;
  const calendar = {
    ...hand.calendar,
    subscribe: async (_mailbox: string, listener: { readonly clientState: string }, until: Date) => {
      // The first notice may come before the answer.
      expect(hand.all(subscriptionKind)[0]?.record.clientState).toBe(listener.clientState);
      calls.push('subscribe');
      return { id: `subscription-${calls.length}`, until: until.toISOString() };
    },
    renew: async (id: string, until: Date) => {
      calls.push('renew');
      return gone ? undefined : { id, until: until.toISOString() };
    },
  };
  const ports = { ...hand, calendar, clock, log: keptLog() };
  const keep = (atOnce?: boolean) => keepSubscribed(mailbox, ports, settings, atOnce);
  await keep();
  await keep();
  expect(calls).toEqual(['subscribe']);
  const secret = hand.all(subscriptionKind)[0]?.record.clientState;
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  await clock.wait(4 * 86_400_000);
  await keep();
  await keep(true);
  expect(calls).toEqual(['subscribe', 'renew', 'renew']);
  gone = true;
  await keep(true);
  expect(calls.slice(3)).toEqual(['renew', 'subscribe']);
  expect(hand.all(subscriptionKind)[0]?.record.clientState).toBe(secret);
});
