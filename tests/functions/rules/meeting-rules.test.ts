import { meeting } from '../../../shared/records/meeting';
import { head, host, lead, office, reviewer, service } from '../service';

const sent = {
  year: '2026/27',
  network: 'reception',
  number: 1,
  name: 'Reception',
  lead,
  date: '2027-01-12',
  from: '15:45',
  until: '16:45',
  place: 'Teams',
  members: [{ academy: host, who: head, email: 'ben.beech@trust.example' }],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
} as const;

function opened() {
  const rig = service();
  const { version } = rig.ports.put(meeting, 'meeting-1', sent);
  const invite = (who: typeof lead, ...members: readonly object[]) =>
    rig.call('changeRecord', who, {
      kind: 'meeting',
      key: 'meeting-1',
      version,
      record: { ...sent, members: [...sent.members, ...members] },
    });
  return { ...rig, invite };
}

test('who leads a meeting invites our own people at their own addresses, and nobody else from our mailbox', async () => {
  const stranger = { id: '77777777-7777-4777-8777-777777777777', name: 'Sam Stranger' };
  const wrong = { status: 400, body: { fields: [{ path: 'members.1' }] } };
  const { invite, hints } = opened();
  expect(await invite(lead, { who: stranger, email: 'victim@elsewhere.example' })).toMatchObject(wrong);
  expect(await invite(lead, { who: reviewer, email: 'victim@elsewhere.example' })).toMatchObject(wrong);
  expect(hints).toEqual([]);
  expect((await invite(lead, { who: reviewer, email: 'cleo.cedar@trust.example' })).status).toBe(200);
});

test('the trust office may invite guests', async () => {
  const guest = {
    who: { id: '77777777-7777-4777-8777-777777777777', name: 'Gus Guest' },
    email: 'gus@partner.example',
  };
  expect((await opened().invite(office, guest)).status).toBe(200);
});
