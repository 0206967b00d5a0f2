import type { Look } from '../../../functions/ports';
import { takeLease } from '../../../functions/reconcile/lease';
import { reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';
import { lookNightly } from '../../../functions/triggers/look-nightly';
import { looker } from '../../../functions/triggers/on-look';
import { meeting } from '../../../shared/records/meeting';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import { portsByHand, togetherOver } from '../ports-by-hand';
import { calendarByHand } from '../reconcile/calendar-by-hand';
import { waitingMeeting } from '../reconcile/published-records';

const settings = { organiserMailbox: 'meetings@trust.example', publicOrigin: 'https://our.example' } as const;

/** A meeting is in Outlook, and somebody has accepted since; the mailbox is free. */
async function published() {
  const hand = portsByHand();
  const calendar = calendarByHand();
  const hinted: string[] = [];
  const hints = { reconcile: (mailbox: string) => void hinted.push(mailbox) };
  const together = togetherOver({ ...hand, calendar });
  const ports = { ...hand, calendar, together, hints, clock: steppedClock(), log: keptLog() };
  hand.put(meeting, 'a', waitingMeeting());
  await reconcileMailbox(settings.organiserMailbox, ports, settings);
  await ports.clock.wait(300_000);
  const [event] = calendar.events;
  if (event === undefined) throw new Error('The meeting is not in Outlook.');
  calendar.events[0] = { ...event, invited: event.invited.map((one) => ({ ...one, answer: 'accepted' as const })) };
  const answers = () => hand.all(meeting)[0]?.record.answers?.map(({ answer }) => answer) ?? [];
  return { ports, answers, hinted };
}

test('the nightly look sees what people did, and asks for nothing more', async () => {
  const { ports, answers, hinted } = await published();
  const queue: Look[] = [];
  await lookNightly(ports, settings, (look) => queue.push(look));
  expect(new Set(answers())).toEqual(new Set(['accepted']));
  expect([queue, hinted]).toEqual([[], []]);
});

test('while another instance holds the mailbox at night, the look waits on the queue until it has been done', async () => {
  const { ports, answers } = await published();
  const other = await takeLease(settings.organiserMailbox, ports);
  if (!other.ok) throw new Error('The mailbox was free.');
  const queue: Look[] = [];
  await lookNightly(ports, settings, (look) => queue.push(look));
  expect(queue).toHaveLength(1);
  expect(answers()).toEqual([]);

  // A third instance takes the hint while the first goes on reconciling, and later when it is done.
  const look = looker();
  const take = async () => {
    const next = queue.shift();
    if (next !== undefined) await look(next, ports, settings, (again) => queue.push(again));
  };
  await take();
  expect(queue).toHaveLength(1);
  expect(answers()).toEqual([]);
  await other.lease.release();
  for (let looks = 0; queue.length > 0 && looks < 10; looks += 1) await take();
  expect(queue).toEqual([]);
  expect(new Set(answers())).toEqual(new Set(['accepted']));
});

test('where the instance that held the mailbox died, the look is done when its lease has run out', async () => {
  const { ports, answers } = await published();
  await takeLease(settings.organiserMailbox, ports);
  const queue: Look[] = [];
  await lookNightly(ports, settings, (look) => queue.push(look));
  const look = looker();
  for (let looks = 0; queue.length > 0 && looks < 10; looks += 1) {
    const next = queue.shift();
    if (next !== undefined) await look(next, ports, settings, (again) => queue.push(again));
  }
  expect(queue).toEqual([]);
  expect(new Set(answers())).toEqual(new Set(['accepted']));
});
