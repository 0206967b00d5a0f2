import type { CalendarStep, WantedEvent } from '../../../functions/ports';
import { organiser, type Rig, startRig } from './rig';

let rig: Rig;
const people = ['ada.alder', 'ben.beech', 'cleo.cedar'].map((name, index) => ({
  id: `bbbbbbbb-0000-4000-8000-00000000000${index}`,
  displayName: name,
  userPrincipalName: `${name}@birch.example`,
}));
const london = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });

beforeAll(async () => {
  rig = await startRig({
    lists: false,
    seed: {
      users: people,
      busy: [
        {
          mailbox: 'ada.alder@birch.example',
          start: london('2027-01-12T09:00:00'),
          end: london('2027-01-12T10:30:00'),
          subject: 'Private matter',
          location: 'Surgery',
        },
        {
          mailbox: 'ada.alder@birch.example',
          start: london('2027-06-29T23:30:00'),
          end: london('2027-06-30T00:30:00'),
        },
        {
          mailbox: 'ben.beech@birch.example',
          start: london('2027-01-12T11:00:00'),
          end: london('2027-01-12T12:00:00'),
          showAs: 'free',
        },
        {
          mailbox: 'cleo.cedar@birch.example',
          start: london('2027-01-13T00:00:00'),
          end: london('2027-01-14T00:00:00'),
          showAs: 'oof',
        },
      ],
    },
  });
});
afterAll(() => rig.stop());
beforeEach(() => rig.control('POST', 'counters/reset'));

const event: WantedEvent = {
  subject: 'SENCo <network>\r\nBcc: x',
  paragraphs: ['Bring & share: "phonics"', 'Line one\nline two'],
  link: 'https://our.example/open/meeting/meeting-1',
  date: '2027-06-30',
  from: '15:45',
  until: '16:45',
  place: 'Beech Academy',
  invited: [
    { name: 'Ada Alder', email: 'ada.alder@birch.example' },
    { name: 'Ben Beech', email: 'ben.beech@birch.example' },
  ],
  confidential: false,
};

function make(stamp: string, more: Partial<WantedEvent> = {}, digest = 'digest-1'): CalendarStep {
  return { does: 'make', stamp, digest, event: { ...event, ...more } };
}

async function made(stamp: string, more: Partial<WantedEvent> = {}): Promise<string> {
  const [outcome] = await rig.ports.calendar.apply(organiser, [make(stamp, more)]);
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

async function as(user: string, path: string): Promise<{ readonly value: readonly Record<string, unknown>[] }> {
  const { access_token: token } = (await rig.control('POST', 'token', {
    clientId: '7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0002',
    scope: 'https://graph.microsoft.com/.default',
  })) as { access_token: string };
  const answer = await fetch(`${rig.url}/v1.0/users/${user}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as { value: Record<string, unknown>[] };
}

test('an event is made, read back in London time in summer, and found by its stamp', async () => {
  const id = await made('meeting:meeting-1:1');
  const expected = {
    id,
    stamp: 'meeting:meeting-1:1',
    digest: 'digest-1',
    subject: 'SENCo <network> Bcc: x',
    date: '2027-06-30',
    from: '15:45',
    until: '16:45',
    place: 'Beech Academy',
    cancelled: false,
    invited: event.invited.map((one) => ({ ...one, answer: 'none' })),
  };
  expect(await rig.ports.calendar.eventsBetween(organiser, '2027-06-30', '2027-06-30')).toEqual([expected]);
  expect(await rig.ports.calendar.eventsBetween(organiser, '2027-07-01', '2027-07-31')).toEqual([]);
  expect(await rig.ports.calendar.eventStamped(organiser, 'meeting:meeting-1:1')).toEqual(expected);
  expect(await rig.ports.calendar.eventStamped(organiser, 'meeting:meeting-1:2')).toBeUndefined();
});

test('text goes into the body as text, with the link that the panel finds', async () => {
  await made('meeting:body:1', { date: '2027-02-01' });
  const { value } = await as(organiser, "events?$filter=startswith(subject,'SENCo')&$top=50");
  const bodies = value.map(({ body }) => (body as { content: string }).content);
  expect(bodies.some((body) => body.includes('Bring &amp; share: &quot;phonics&quot;'))).toBe(true);
  expect(bodies.every((body) => /\/open\/(review|meeting|action)\/([A-Za-z0-9._-]+)/.test(body))).toBe(true);
});

test('the same step again makes nothing again, and a change and a cancellation are safe to repeat', async () => {
  const id = await made('meeting:again:1', { date: '2027-02-02' });
  expect(await made('meeting:again:1', { date: '2027-02-02' })).toBe(id);
  const change: CalendarStep = {
    does: 'change',
    id,
    stamp: 'meeting:again:1',
    digest: 'digest-2',
    event: { ...event, date: '2027-02-03', from: '09:00' },
  };
  for (const _time of [1, 2])
    expect(await rig.ports.calendar.apply(organiser, [change])).toMatchObject([{ ok: true, id }]);
  expect(await rig.ports.calendar.eventsBetween(organiser, '2027-02-02', '2027-02-03')).toMatchObject([
    { id, date: '2027-02-03', from: '09:00', digest: 'digest-2' },
  ]);
  const cancel: CalendarStep = { does: 'cancel', id, stamp: 'meeting:again:1', comment: 'This no longer takes place.' };
  for (const _time of [1, 2]) expect(await rig.ports.calendar.apply(organiser, [cancel])).toMatchObject([{ ok: true }]);
  const left = await rig.ports.calendar.eventsBetween(organiser, '2027-02-01', '2027-02-28');
  expect(left.filter(({ stamp, cancelled }) => stamp === 'meeting:again:1' && !cancelled)).toEqual([]);
});

test('a cancelled meeting published again as the next generation is another event', async () => {
  const first = await made('meeting:anew:1', { date: '2027-02-09' });
  await rig.ports.calendar.apply(organiser, [{ does: 'cancel', id: first, stamp: 'meeting:anew:1', comment: 'No.' }]);
  expect(await made('meeting:anew:2', { date: '2027-02-09' })).not.toBe(first);
});

test('ninety steps take five requests', async () => {
  const steps = Array.from({ length: 90 }, (_, index) =>
    make(`meeting:batch-${index}:1`, { date: '2027-03-01', invited: [] }),
  );
  const outcomes = await rig.ports.calendar.apply(organiser, steps);
  expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(90);
  expect((await rig.counters()).requests).toBe(5);
});

test('under thirty per cent faults twelve events are made once each', async () => {
  await rig.control('POST', 'faults', {
    seed: 5,
    rate: 0.3,
    kinds: ['429', '500', '502', '503', '504', '504-after', 'reset-before', 'reset-after'],
  });
  const steps = Array.from({ length: 12 }, (_, index) =>
    make(`meeting:storm-${index}:1`, { date: '2027-04-01', invited: [] }),
  );
  let open = steps;
  for (let times = 0; open.length > 0 && times < 12; times += 1) {
    const outcomes = await rig.ports.calendar.apply(organiser, open);
    expect(outcomes.filter(({ ok }) => ok === false)).toEqual([]);
    open = open.filter((_step, index) => outcomes[index]?.ok !== true);
    await new Promise((resolve) => setTimeout(resolve, open.length === 0 ? 0 : 1100));
  }
  await rig.control('DELETE', 'faults');
  expect(open).toEqual([]);
  const events = await rig.ports.calendar.eventsBetween(organiser, '2027-04-01', '2027-04-01');
  expect(events.map(({ stamp }) => stamp).sort()).toEqual(steps.map(({ stamp }) => stamp).sort());
  expect((await rig.counters()).early).toBe(0);
}, 120_000);

test('what Outlook refuses is told in a sentence, and the others of the batch are made', async () => {
  const outcomes = await rig.ports.calendar.apply(organiser, [
    make('meeting:wrong:1', { from: '16:00', until: '15:00', date: '2027-05-03' }),
    make('meeting:right:1', { date: '2027-05-03' }),
  ]);
  expect(outcomes).toMatchObject([{ ok: false, because: expect.stringContaining('refused') }, { ok: true }]);
});

test('another mailbox is none of our business', async () => {
  const [outcome] = await rig.ports.calendar.apply('ada.alder@birch.example', [make('meeting:elsewhere:1')]);
  expect(outcome).toMatchObject({ ok: false, because: expect.stringContaining('administrator') });
});

test('free/busy tells when, in London time and without titles, and who has no mailbox', async () => {
  const emails = [...people.map(({ userPrincipalName }) => userPrincipalName), 'Nobody@birch.example'];
  const found = await rig.ports.calendar.busy(emails, '2026-09-01', '2027-07-31');
  expect((await rig.counters()).requests).toBe(1);
  expect(found.withoutMailbox).toEqual(['nobody@birch.example']);
  const busy = found.busy.filter(({ from }) => ['2027-01-12', '2027-01-13', '2027-06-29'].includes(from.slice(0, 10)));
  expect(busy).toEqual([
    { email: 'ada.alder@birch.example', from: '2027-01-12T09:00', until: '2027-01-12T10:30' },
    { email: 'cleo.cedar@birch.example', from: '2027-01-13T00:00', until: '2027-01-14T00:00' },
    { email: 'ada.alder@birch.example', from: '2027-06-29T23:30', until: '2027-06-30T00:30' },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/Private|Surgery/);
});

test('people are found by any address in few requests', async () => {
  const found = await rig.ports.people.byEmail([
    'Ada.Alder@Birch.example',
    "o'nobody@birch.example",
    ...people.map(({ userPrincipalName }) => userPrincipalName),
  ]);
  expect([...found.keys()].sort()).toEqual(people.map(({ userPrincipalName }) => userPrincipalName));
  expect(found.get('ada.alder@birch.example')).toEqual({
    id: people[0]?.id,
    name: 'ada.alder',
    email: 'ada.alder@birch.example',
  });
  expect((await rig.counters()).requests).toBe(2);
  expect((await rig.ports.people.byId([people[1]?.id ?? '', '00000000-0000-4000-8000-000000000009'])).size).toBe(1);
});

test('a mail comes from the trust, as text and with the link', async () => {
  await rig.ports.mail.send({
    to: event.invited.slice(0, 1),
    subject: 'Something\r\nwaits',
    paragraphs: ['<b>'],
    link: event.link,
  });
  const { messages } = (await rig.counters()) as unknown as { messages: number };
  expect(messages).toBe(1);
});

test('a Teams link is made with the event, and stays when the event is changed', async () => {
  const id = await made('meeting:teams:1', { teams: true, link: 'https://our.example/open/meeting/teams' });
  const held = async () => {
    const [found] = (
      await as(organiser, `events?$filter=${encodeURIComponent("subject eq 'SENCo <network> Bcc: x'")}`)
    ).value.filter((one) => one['id'] === id || String(JSON.stringify(one['body'])).includes('meeting/teams'));
    return found as unknown as { body: { content: string }; onlineMeeting: { joinUrl: string } | null };
  };
  const before = await held();
  const url = before.onlineMeeting?.joinUrl ?? '';
  expect(before.body.content).toContain(url);
  const more = { teams: true, link: 'https://our.example/open/meeting/teams', paragraphs: ['A new agenda'] } as const;
  for (const digest of ['digest-2', 'digest-3']) {
    const step: CalendarStep = { does: 'change', id, stamp: 'meeting:teams:1', digest, event: { ...event, ...more } };
    const prepared = await rig.ports.calendar.prepare(organiser, [step]);
    expect(await rig.ports.calendar.apply(organiser, prepared)).toEqual([{ stamp: 'meeting:teams:1', ok: true, id }]);
  }
  const after = await held();
  expect(after.onlineMeeting?.joinUrl).toBe(url);
  expect(after.body.content.split(url)).toHaveLength(2);
  expect(after.body.content).toContain('A new agenda');
  expect(after.body.content).not.toContain('Bring &amp; share');
});
