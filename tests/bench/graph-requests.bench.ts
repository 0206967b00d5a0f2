import { columnsOf } from '../../functions/graph/columns';
import { portsOver } from '../../functions/graph/open';
import { provision, provisionedKinds } from '../../functions/graph/provision';
import { toFields, withoutEmpty } from '../../functions/graph/to-fields';
import type { Clock } from '../../functions/ports';
import { followOutlook } from '../../functions/reconcile/follow-outlook';
import { reconcileMailbox } from '../../functions/reconcile/reconcile-mailbox';
import { closure } from '../../shared/records/closure';
import { meeting } from '../../shared/records/meeting';
import { addDays } from '../../shared/time/calendar-date';
import { organiser, portSettings, type Rig, sites, startRig } from '../functions/graph/rig';
import { waitingMeeting } from '../functions/reconcile/published-records';
import { ada } from '../make';

/** Requests beside the least possible number and beside one call for each thing, on the same tenant. */

interface Measured {
  readonly job: string;
  readonly least: number;
  readonly ours: number;
  readonly naive: number;
}

const measured: Measured[] = [];
afterAll(() => {
  const lines = measured.map(
    ({ job, least, ours, naive }) =>
      `  ${job}: ${ours} requests; least possible ${least} (${(ours / least).toFixed(2)} times), one call a thing ${naive} (${(naive / ours).toFixed(1)} times ours)`,
  );
  console.info(['Graph requests', ...lines].join('\n'));
});

async function counted(rig: Rig, job: () => Promise<unknown>): Promise<number> {
  await rig.control('POST', 'counters/reset');
  await job();
  return (await rig.counters()).requests;
}

test('provisioning all lists', async () => {
  const rig = await startRig({ lists: false });
  try {
    const least = 1 + Math.ceil(provisionedKinds.length / 20);
    const ours = await counted(rig, () => provision(rig.provisioner, sites, { whatIf: false }));
    const again = await counted(rig, () => provision(rig.provisioner, sites, { whatIf: false }));
    const naive = await naiveProvisioning();
    measured.push({ job: `provision ${provisionedKinds.length} lists`, least, ours, naive });
    measured.push({ job: 'provision again: nothing to do', least: 1, ours: again, naive: provisionedKinds.length });
    expect(ours / least).toBeLessThanOrEqual(1.1);
    expect(again).toBe(1);
  } finally {
    await rig.stop();
  }
});

/** A list, then its columns one after the other, as a script would. */
async function naiveProvisioning(): Promise<number> {
  const rig = await startRig({ lists: false });
  try {
    return await counted(rig, async () => {
      for (const kind of provisionedKinds) {
        const path = `/sites/${sites[kind.site]}/lists`;
        const post = (address: string, body: unknown) =>
          rig.provisioner.ask({ method: 'POST', path: address, body, needs: 'provision lists', place: 'site' });
        await post(path, { displayName: kind.list, list: { template: 'genericList' } });
        for (const column of columnsOf(kind)) await post(`${path}/${kind.list}/columns`, column);
      }
    });
  } finally {
    await rig.stop();
  }
}

const closedDay = {
  year: '2026/27',
  scope: 'trust',
  from: '2026-12-21',
  until: '2027-01-01',
  what: 'holiday',
  label: 'Christmas',
} as const;

test('reading 5,000 items', async () => {
  const rig = await startRig();
  try {
    const records = Array.from({ length: 5000 }, (_, index) => ({ key: `closure-${index}`, record: closedDay }));
    await rig.ports.records.createMany(closure, records, ada);
    let read = 0;
    const ours = await counted(rig, async () => {
      for await (const _record of rig.ports.records.each(closure)) read += 1;
    });
    expect(read).toBe(5000);
    const naive = await counted(rig, async () => {
      // Graph's own page size, when nobody asks for another.
      const pages = rig.graph.pages({
        method: 'GET',
        path: `/sites/${sites.trust}/lists/${closure.list}/items?$expand=fields`,
        needs: 'read lists',
        place: 'site',
      });
      for await (const _page of pages);
    });
    const least = Math.ceil(5000 / 999);
    measured.push({ job: 'read 5,000 items', least, ours, naive });
    expect(ours / least).toBeLessThanOrEqual(1.1);
  } finally {
    await rig.stop();
  }
}, 300_000);

/** The paces of mail are kept by the clock; nobody waits for them here. */
function hurriedClock(): Clock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    async wait(milliseconds) {
      ahead += milliseconds;
    },
  };
}

/** Meetings on every day of two terms, published, on a tenant of their own. */
async function published(rig: Rig, count: number) {
  const records = Array.from({ length: count }, (_, index) => ({
    key: `meeting-${index}`,
    record: waitingMeeting({ date: addDays('2027-01-11', index % 180), members: [] }),
  }));
  await rig.ports.records.createMany(meeting, records, ada);
  const clock = hurriedClock();
  const ports = {
    ...portsOver(rig.graph, portSettings, clock, rig.log),
    clock,
    ids: { next: () => crypto.randomUUID() },
    log: rig.log,
  };
  const settings = { publicOrigin: 'https://our.example' };
  const publish = async () => {
    for (let again: number | undefined = 0; again !== undefined; ) {
      await clock.wait(again * 1000);
      again = (await reconcileMailbox(organiser, ports, settings)).againAfterSeconds;
    }
  };
  /** After the last lease has run out. */
  const look = async () => {
    await clock.wait(300_000);
    return followOutlook(organiser, ports, settings);
  };
  return { ports, publish, look };
}

test.each([90, 240])(
  'publishing %i meetings',
  async (count) => {
    const rig = await startRig();
    try {
      const { ports, publish } = await published(rig, count);
      const ours = await counted(rig, publish);
      const again = await counted(rig, publish);
      const events = await ports.calendar.eventsBetween(organiser, '2027-01-11', '2027-07-31');
      expect(events).toHaveLength(count);
      const naive = await counted(rig, () => naivePublishing(rig, count));
      const batches = Math.ceil(count / 20);
      // Batches of events and of states; one read each of what waits and of what is there.
      const least = 2 * batches + 2;
      measured.push({ job: `publish ${count} meetings`, least, ours, naive });
      measured.push({ job: 'publish again: nothing waits', least: 1, ours: again, naive: count });
      expect(ours / least).toBeLessThanOrEqual(1.1);
      expect(again).toBe(1);
    } finally {
      await rig.stop();
    }
  },
  600_000,
);

test('the nightly pass over 240 published meetings', async () => {
  const rig = await startRig();
  try {
    const { ports, publish, look } = await published(rig, 240);
    await publish();
    const begun = await counted(rig, look);
    const nothing = await counted(rig, look);
    const events = (await ports.calendar.eventsBetween(organiser, '2027-02-01', '2027-04-30')).slice(0, 10);
    for (const { id, date } of events) {
      const at = (time: string) => ({ dateTime: `${date}T${time}:00`, timeZone: 'GMT Standard Time' });
      await rig.graph.ask({
        method: 'PATCH',
        path: `/users/${organiser}/events/${id}`,
        body: { start: at('09:00'), end: at('10:00') },
        headers: { Prefer: 'IdType="ImmutableId"' },
        needs: 'write events',
        place: 'mailbox',
      });
    }
    const ten = await counted(rig, async () => expect((await look()).changedInOutlook).toBe(10));
    measured.push({ job: 'nightly pass over 240 meetings: all read anew', least: 5, ours: begun, naive: 240 });
    // Where it goes on, and what changed.
    measured.push({ job: 'nightly pass: nothing changed', least: 2, ours: nothing, naive: 240 });
    // Where it goes on, what changed, its stamps, its records, whom they name, their states, the new place.
    measured.push({ job: 'nightly pass: ten changes', least: 7, ours: ten, naive: 240 });
    expect(nothing).toBe(2);
    expect(ten).toBeLessThanOrEqual(8);
  } finally {
    await rig.stop();
  }
}, 600_000);

/** An event and a state for each meeting, each found by its key first. */
async function naivePublishing(rig: Rig, count: number): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    const key = `meeting-${index}`;
    const items = `/sites/${sites.trust}/lists/${meeting.list}/items`;
    const { body } = await rig.graph.ask({
      method: 'GET',
      path: `${items}?$filter=fields/Key eq '${key}'`,
      needs: 'read lists',
      place: 'site',
    });
    await rig.graph.ask({
      method: 'POST',
      path: `/users/${organiser}/events`,
      body: {
        subject: key,
        start: { dateTime: '2027-06-30T15:45:00', timeZone: 'Europe/London' },
        end: { dateTime: '2027-06-30T16:45:00', timeZone: 'Europe/London' },
      },
      needs: 'write events',
      place: 'mailbox',
    });
    const fields = toFields(meeting, {
      key,
      record: waitingMeeting({ outlook: 'sent' }),
      actor: ada,
      at: new Date().toISOString(),
    });
    const [item] = (body as { value: { id: string }[] }).value;
    await rig.graph.ask({
      method: 'PATCH',
      path: `${items}/${item?.id}`,
      body: { fields: fields.ok ? withoutEmpty(fields.value) : {} },
      needs: 'write lists',
      place: 'site',
    });
  }
  return count;
}
