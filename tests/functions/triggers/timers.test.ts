import type { Log } from '../../../functions/ports';
import { reconciler } from '../../../functions/triggers/on-reconcile';
import { purgeExpired } from '../../../functions/triggers/purge-expired';
import { sweep } from '../../../functions/triggers/sweep';
import { draft } from '../../../shared/records/draft';
import { notPublished } from '../../../shared/records/outlook-event';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { trust } from '../../../shared/records/trust';
import { portsByHand } from '../ports-by-hand';
import { head, host, lead, staff } from '../service';

const settings = {
  organiserMailbox: 'meetings@trust.example',
  publicOrigin: 'https://our-academies.example',
  notices: false,
};

function rig() {
  const hinted: string[] = [];
  const lines: string[] = [];
  const note = (sentence: string) => void lines.push(sentence);
  const log: Log = { info: note, warn: note, error: note };
  return {
    ports: { ...portsByHand(), log, hints: { reconcile: (mailbox: string) => void hinted.push(mailbox) } },
    hinted,
    lines,
  };
}

const visit = {
  year: '2026/27',
  host,
  hostHead: head,
  lead,
  reviewers: [],
  stage: 'planned',
  visitOn: '2026-12-01',
  visitFrom: '09:00',
  visitUntil: '15:00',
  sharing: 'none',
  ...notPublished,
} as const;

test('the sweeper finds what still waits for Outlook, and asks each list once', async () => {
  const { ports, hinted } = rig();
  ports.put(review, 'review-1', visit);
  await sweep(ports, settings.organiserMailbox);
  expect(hinted).toEqual([]);
  ports.put(review, 'review-2', { ...visit, wanted: 'event', outlook: 'waiting' });
  await sweep(ports, settings.organiserMailbox);
  expect(hinted).toEqual(['meetings@trust.example']);
});

test('records are removed when their time is over and not before, and never while they are in use', async () => {
  const { ports } = rig();
  const body = { owner: lead, about: 'a', body: {} };
  ports.put(draft, 'old', body, '2026-10-23T12:00:00Z');
  ports.put(draft, 'young', body, '2026-10-24T12:00:00Z');
  ports.put(person, 'here', staff(lead, host), '2010-01-01T12:00:00Z');
  ports.put(person, 'left', staff(head, host, { active: false }), '2020-11-22T12:00:00Z');
  ports.put(person, 'left-lately', staff(head, host, { active: false }), '2020-11-23T12:00:00Z');
  ports.put(trust, 'trust', { name: 'Larkrise', organiserMailbox: 'm@trust.example' }, '2001-01-01T12:00:00Z');
  await purgeExpired(ports);
  expect(ports.all(draft).map(({ key }) => key)).toEqual(['young']);
  expect(ports.all(person).map(({ key }) => key)).toEqual(['here', 'left-lately']);
  expect(ports.all(trust)).toHaveLength(1);
});

test('a hint brings our mailbox to what is wanted, and any other hint does nothing', async () => {
  const { ports, hinted, lines } = rig();
  const seen: string[] = [];
  const reconcile = async (mailbox: string) => {
    seen.push(mailbox);
    return { done: 1 };
  };
  await reconciler()({ mailbox: 'Meetings@trust.example' }, ports, settings, reconcile);
  for (const hint of [undefined, 'text', {}, { mailbox: 7 }, { mailbox: 'head@trust.example' }])
    await reconciler()(hint, ports, settings, reconcile);
  expect(seen).toEqual(['meetings@trust.example']);
  expect(hinted).toEqual([]);
  expect(lines.join()).not.toContain('head@');
});

test.each([
  ['somebody was quicker', 5],
  ['somebody else has just taken the lease', 90],
])('work that is left is asked for again by a hint: %s', async (_why, againAfterSeconds) => {
  const { ports, hinted } = rig();
  const reconcile = async () => ({ done: 0, againAfterSeconds });
  await reconciler()({ mailbox: settings.organiserMailbox }, ports, settings, reconcile);
  expect(hinted).toEqual(['meetings@trust.example']);
});

test('work that must wait long is left to the sweeper', async () => {
  const { ports, hinted } = rig();
  await reconciler()({ mailbox: settings.organiserMailbox }, ports, settings, async () => ({
    done: 0,
    againAfterSeconds: 600,
  }));
  expect(hinted).toEqual([]);
});

test('before the first invitation leaves, Graph is asked to tell of answers: once, and never in the way', async () => {
  const { ports, lines } = rig();
  const done: string[] = [];
  let works = false;
  const calendar: typeof ports.calendar = {
    ...ports.calendar,
    async subscribe(_mailbox, _listener, until) {
      if (!works) throw new Error('The listener did not answer.');
      done.push('subscribed');
      return { id: 'subscription-1', until: until.toISOString() };
    },
  };
  const reconcile = async () => {
    done.push('reconciled');
    return { done: 1 };
  };
  const bringUpToDate = reconciler();
  const hint = () =>
    bringUpToDate(
      { mailbox: settings.organiserMailbox },
      { ...ports, calendar },
      { ...settings, notices: true },
      reconcile,
    );
  await hint();
  expect(lines).toEqual([expect.stringContaining('The timer asks again.')]);
  works = true;
  await hint();
  await hint();
  expect(done).toEqual(['reconciled', 'subscribed', 'reconciled', 'reconciled']);
  await bringUpToDate({ mailbox: settings.organiserMailbox }, ports, settings, reconcile);
  expect(done.filter((one) => one === 'subscribed')).toHaveLength(1);
});
