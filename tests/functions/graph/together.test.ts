import { portsOver } from '../../../functions/graph/open';
import type { CalendarStep } from '../../../functions/ports';
import { product } from '../../../functions/ports';
import { meeting } from '../../../shared/records/meeting';
import { ok } from '../../../shared/result';
import { waitingMeeting } from '../reconcile/published-records';
import { organiser, portSettings, type Rig, realClock, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(() => rig.control('POST', 'counters/reset'));
afterEach(() => rig.control('DELETE', 'faults'));

function make(key: string): CalendarStep {
  return {
    does: 'make',
    stamp: `meeting:${key}:1`,
    digest: 'digest-1',
    event: {
      subject: 'SENCo network',
      paragraphs: [],
      link: `https://our.example/open/meeting/${key}`,
      date: '2027-03-01',
      from: '15:45',
      until: '16:45',
      place: 'Beech Academy',
      invited: [],
      confidential: false,
    },
  };
}

async function kept(key: string) {
  const made = await rig.ports.records.create(meeting, key, waitingMeeting(), product);
  if (!made.ok) throw new Error(made.problem.sentence);
  return made.value;
}

const made = async () =>
  (await rig.ports.calendar.eventsBetween(organiser, '2027-03-01', '2027-03-01')).map(({ stamp }) => stamp);

test('a change, steps and further changes go in one request', async () => {
  const [guard, other] = [await kept('one-guard'), await kept('one-other')];
  await rig.control('POST', 'counters/reset');
  const { first, rest } = await rig.ports.together(
    ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
    ({ calendar, records }) =>
      Promise.all([
        calendar.apply(organiser, [make('one-a'), make('one-b')]),
        records.changeMany(meeting, [{ at: other, record: waitingMeeting({ number: 3 }) }], product),
      ]),
  );
  expect((await rig.counters()).requests).toBe(1);
  expect(first).toMatchObject({ ok: true });
  expect(rest).toMatchObject([[{ ok: true }, { ok: true }], [{ ok: true }]]);
  expect((await rig.ports.records.get(meeting, 'one-other'))?.record.number).toBe(3);
});

test('nothing of the rest happens where somebody changed what it depends on', async () => {
  const [guard, other] = [await kept('lost-guard'), await kept('lost-other')];
  await rig.ports.records.change(meeting, guard, waitingMeeting({ number: 2 }), product);
  const { first, rest } = await rig.ports.together(
    ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 4 }), product),
    ({ calendar, records }) =>
      Promise.all([
        calendar.apply(organiser, [make('lost')]),
        records.changeMany(meeting, [{ at: other, record: waitingMeeting({ number: 3 }) }], product),
      ]),
  );
  expect(first).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile' } });
  expect(rest).toBeUndefined();
  expect(await made()).not.toContain('meeting:lost:1');
  expect((await rig.ports.records.get(meeting, 'lost-other'))?.record.number).toBe(1);
});

test('reads of several lists, the calendar and more than twenty calls need no more than their batches', async () => {
  const keys = Array.from({ length: 25 }, (_, index) => `none-${index}`);
  await rig.ports.records.get(meeting, 'none');
  await rig.control('POST', 'counters/reset');
  const { rest } = await rig.ports.together(
    async ({ records }) => ok(await records.get(meeting, 'none')),
    ({ records, calendar }) =>
      Promise.all([calendar.eventsBetween(organiser, '2027-03-01', '2027-03-01'), records.getMany(meeting, keys)]),
  );
  expect(rest?.[1]).toEqual([]);
  expect((await rig.counters()).requests).toBe(2);
});

test('where the whole answer is lost, steps are looked for and found, each once', async () => {
  const guard = await kept('reset-guard');
  await rig.control('POST', 'faults', { seed: 1, rate: 1, kinds: ['reset-after'], only: '/$batch', limit: 1 });
  const { first, rest } = await rig.ports.together(
    ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
    ({ calendar }) => calendar.apply(organiser, [make('reset-a'), make('reset-b')]),
  );
  expect(first).toMatchObject({ ok: true });
  expect(rest).toMatchObject([{ ok: true }, { ok: true }]);
  const stamps = (await made()).filter((stamp) => stamp.includes('reset'));
  expect(stamps.sort()).toEqual(['meeting:reset-a:1', 'meeting:reset-b:1']);
});

test('where the whole answer is lost, nobody knows whether reads came after the first: they are not given', async () => {
  const guard = await kept('unsure-guard');
  await rig.control('POST', 'faults', { seed: 1, rate: 1, kinds: ['reset-after'], only: '/$batch', limit: 1 });
  const { first, rest } = await rig.ports.together(
    ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
    ({ calendar }) => calendar.eventsBetween(organiser, '2027-03-01', '2027-03-01'),
  );
  expect([first.ok, rest]).toEqual([true, undefined]);
});

test('a step is not sent again by itself, not even where it was refused', async () => {
  const guard = await kept('once-guard');
  await rig.control('POST', 'faults', { seed: 1, rate: 1, kinds: ['429-seconds'], only: '/users', limit: 1 });
  const { rest } = await rig.ports.together(
    ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
    ({ calendar }) => calendar.apply(organiser, [make('once')]),
  );
  expect(rest).toMatchObject([{ ok: 'later' }]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await made()).not.toContain('meeting:once:1');
});

test('twenty steps beside the first are a mistake, and none of them is sent', async () => {
  const guard = await kept('many-guard');
  const steps = Array.from({ length: 20 }, (_, index) => make(`many-${index}`));
  await expect(
    rig.ports.together(
      ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
      ({ calendar }) => calendar.apply(organiser, steps),
    ),
  ).rejects.toThrow('19');
  expect((await made()).filter((stamp) => stamp.includes('many'))).toEqual([]);
});

test('where the first must be looked for before it can be written, nothing goes before it', async () => {
  const guard = await kept('unknown-guard');
  // Another process has never seen the item.
  const fresh = portsOver(rig.graph, portSettings, realClock, rig.log);
  const send = () =>
    fresh.together(
      ({ records }) => records.change(meeting, guard, waitingMeeting({ number: 2 }), product),
      ({ calendar }) => calendar.apply(organiser, [make('unknown')]),
    );
  expect(await send()).toMatchObject({ first: { ok: true }, rest: undefined });
  expect(await made()).not.toContain('meeting:unknown:1');

  const other = await kept('unknown-other');
  const read = await portsOver(rig.graph, portSettings, realClock, rig.log).together(
    ({ records }) => records.change(meeting, other, waitingMeeting({ number: 2 }), product),
    ({ calendar }) => calendar.eventsBetween(organiser, '2027-03-01', '2027-03-01'),
  );
  expect(read).toMatchObject({ first: { ok: true }, rest: undefined });
});
