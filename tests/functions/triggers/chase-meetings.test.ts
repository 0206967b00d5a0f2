import { Busy, type Log } from '../../../functions/ports';
import { chaseMorning } from '../../../functions/triggers/chase-morning';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { trust } from '../../../shared/records/trust';
import { head, host, lead, office, outsider, reviewer, service } from '../service';

const settings = { organiserMailbox: 'meetings@trust.example', publicOrigin: 'https://our-academies.example' };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const members = [
  { academy: '900002', who: lead, email: 'ada.alder@trust.example' },
  { academy: host, who: head, email: 'ben.beech@trust.example' },
  { academy: '900003', who: outsider, email: 'per.pine@trust.example' },
];
/** The tenth school day before Friday 22 January 2027 is 8 January, by the usual holidays. */
const coming: Meeting = {
  year: '2026/27',
  network: 'principals',
  number: 1,
  name: 'Principals',
  lead: office,
  date: '2027-01-22',
  from: '15:45',
  until: '16:45',
  place: 'Fernhill Primary',
  members,
  answers: [{ email: 'ada.alder@trust.example', answer: 'accepted' }],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  eventId: 'event-1',
};

function rig(meetings: readonly Partial<Meeting>[] = [{}]) {
  const api = service();
  meetings.forEach((more, index) => void api.ports.put(meeting, `meeting-${index + 1}`, { ...coming, ...more }));
  const ports = { ...api.ports, log: silent };
  const at = (day: string, time = '07:30:00') => api.ports.setNow(`${day}T${time}Z`);
  const morning = async (day: string, time?: string) => {
    const before = api.ports.letters.length;
    at(day, time);
    await chaseMorning(ports, settings);
    return api.ports.letters.slice(before).map(({ to, subject }) => `${to[0]?.email}: ${subject}`);
  };
  const chased = () => api.ports.all(meeting).map(({ record }) => record.chased);
  return { api, ports, at, morning, chased };
}

test('each academy that nobody accepted for is asked in turn, politely and with the link', async () => {
  const { morning, api, chased } = rig();
  expect(await morning('2027-01-07')).toEqual([]);
  expect(await morning('2027-01-08')).toEqual([
    'ben.beech@trust.example: Who comes from Millbrook Primary on 22 January 2027?',
    'per.pine@trust.example: Who comes from Elmbank Primary on 22 January 2027?',
  ]);
  expect(api.ports.letters[0]).toMatchObject({
    link: 'https://our-academies.example/open/meeting/meeting-1',
    paragraphs: [
      'Dear Ben Beech,',
      'You are invited to this meeting, and nobody from your academy has accepted yet:',
      'Millbrook Primary: Principals, Friday 22 January 2027, 15:45 to 16:45, Fernhill Primary',
      expect.stringMatching(/decline it and name a colleague/),
      'Thank you for what you do for all our pupils.',
    ],
  });
  expect(await morning('2027-01-08', '08:30:00')).toEqual([]);
  expect(await morning('2027-01-09')).toEqual([]);
  // Ben leads his academy: who is next is the trust office. At Elmbank it is the principal.
  expect(await morning('2027-01-12')).toEqual([
    'meetings@trust.example: Who comes from Millbrook Primary on 22 January 2027?',
    'cleo.cedar@trust.example: Who comes from Elmbank Primary on 22 January 2027?',
  ]);
  expect(await morning('2027-01-14')).toEqual([
    'meetings@trust.example: Who comes from Elmbank Primary on 22 January 2027?',
  ]);
  expect(await morning('2027-01-19')).toEqual([]);
  expect(chased()[0]).toHaveLength(5);
});

test('somebody who is asked about several meetings gets one letter a morning', async () => {
  const { morning, api } = rig([
    { members: [members[1]] as Meeting['members'] },
    { members: [members[1]] as Meeting['members'], name: 'Heads' },
  ]);
  expect(await morning('2027-01-08')).toEqual(['ben.beech@trust.example: Who comes? 2 places at coming meetings']);
  expect(api.ports.letters[0]?.paragraphs.filter((one) => one.startsWith('Millbrook'))).toEqual([
    'Millbrook Primary: Principals, Friday 22 January 2027, 15:45 to 16:45, Fernhill Primary',
    'Millbrook Primary: Heads, Friday 22 January 2027, 15:45 to 16:45, Fernhill Primary\nhttps://our-academies.example/open/meeting/meeting-2',
  ]);
});

test('ten instances at once ask once', async () => {
  const { at, ports, api, chased } = rig([{}, { date: '2027-01-21' }]);
  at('2027-01-08');
  await Promise.all(Array.from({ length: 10 }, () => chaseMorning(ports, settings)));
  expect(api.ports.letters.map(({ to }) => to[0]?.email).sort()).toEqual([
    'ben.beech@trust.example',
    'per.pine@trust.example',
  ]);
  expect(chased().map((one) => one?.length)).toEqual([2, 2]);
});

test('a crash after the asking was kept asks nobody twice, and the next in turn follows', async () => {
  const { at, ports, morning } = rig();
  at('2027-01-08');
  const dies = async () => {
    throw new Error('The process ended.');
  };
  await expect(chaseMorning({ ...ports, clock: { ...ports.clock, wait: dies } }, settings)).rejects.toThrow('ended');
  expect(await morning('2027-01-08', '07:40:00')).toEqual([]);
  expect(await morning('2027-01-12')).toHaveLength(2);
});

test('a mail that Exchange does not take is tried again the next school morning, and the others are sent', async () => {
  const { at, ports, api, morning } = rig();
  at('2027-01-08');
  const send: typeof ports.mail.send = async (letter) => {
    if (letter.to[0]?.email.startsWith('ben')) throw new Busy(30);
    await ports.mail.send(letter);
  };
  await chaseMorning({ ...ports, mail: { send } }, settings);
  expect(api.ports.letters.map(({ to }) => to[0]?.email)).toEqual(['per.pine@trust.example']);
  expect(await morning('2027-01-11')).toEqual([
    'ben.beech@trust.example: Who comes from Millbrook Primary on 22 January 2027?',
  ]);
});

test('a mail of which nobody knows whether it was sent is not sent again', async () => {
  const { at, ports, morning } = rig();
  at('2027-01-08');
  const send = async () => {
    throw new Error('The connection broke off.');
  };
  await chaseMorning({ ...ports, mail: { send } }, settings);
  expect(await morning('2027-01-11')).toEqual([]);
});

test('the trust sets how early, and the trust office sees which academies still have nobody', async () => {
  const { api, morning } = rig();
  api.ports.put(network, 'principals', {
    name: 'Principals',
    also: [lead, head, outsider],
    lead: office,
    minutes: 60,
    rhythm: 'every term',
    times: 1,
    days: [],
    windows: [],
    where: 'in Teams',
    active: true,
  });
  api.ports.put(trust, 'trust', { name: 'T', organiserMailbox: 'meetings@trust.example', askSchoolDaysBefore: 3 });
  expect(await morning('2027-01-18')).toEqual([]);
  const items = async (who: typeof office) => (await api.call('waiting', who, {})).body.items;
  expect(await items(office)).toEqual([]);
  expect(await morning('2027-01-19')).toHaveLength(2);
  expect(await items(office)).toEqual([
    {
      what: 'nobody accepted',
      kind: 'meeting',
      key: 'meeting-1',
      title: 'Principals, 22 January 2027: nobody yet from Elmbank Primary and Millbrook Primary',
      on: '2027-01-22',
    },
  ]);
  for (const who of [head, reviewer, outsider]) expect(await items(who)).toEqual([]);
});
