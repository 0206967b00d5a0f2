import { academy } from '../../../shared/records/academy';
import { hub } from '../../../shared/records/hub';
import { triad } from '../../../shared/records/triad';
import { trust } from '../../../shared/records/trust';
import { triadProblemSchema } from '../../../shared/triads/problem';
import { host, lead, office, service } from '../service';

const place = { localAuthority: 'Northshire' };

function opened() {
  const rig = service();
  const { ports } = rig;
  ports.put(hub, 'hub-north', { name: 'North' });
  ports.put(academy, 'academy-900004', {
    urn: '900004',
    name: 'Ashdown Primary',
    ...place,
    hub: 'hub-north',
    easting: 500_000,
    northing: 160_000,
    joinedOn: '2026-09-01',
    strengths: ['Reading'],
    needs: ['SEND', 'Attendance'],
  });
  ports.put(academy, 'academy-900005', { urn: '900005', name: 'Gone Primary', ...place, leftOn: '2026-08-31' });
  ports.put(triad, 'triad-2', { year: '2027/28', round: 2, name: 'South', academies: ['900002', '900005'] });
  return rig;
}

test('the triad problem holds the academies that are here, their places and hubs, and earlier rounds with those that left', async () => {
  const { status, body } = await opened().call('triadProblem', office, {});
  expect(status).toBe(200);
  expect(triadProblemSchema.parse(body.problem)).toEqual(body.problem);
  expect(body.problem.academies).toEqual([
    { urn: host, name: 'Millbrook Primary' },
    { urn: '900002', name: 'Fernhill Primary' },
    { urn: '900003', name: 'Elmbank Primary' },
    {
      urn: '900004',
      name: 'Ashdown Primary',
      hub: 'hub-north',
      easting: 500_000,
      northing: 160_000,
      isNew: true,
      strengths: ['Reading'],
      needs: ['SEND', 'Attendance'],
    },
  ]);
  expect(body.problem.history).toEqual([
    { round: 1, triads: [[host, '900002', '900003']] },
    { round: 2, triads: [['900002', '900005']] },
  ]);
  expect(body.hubs).toEqual([{ key: 'hub-north', name: 'North' }]);
  expect(body.earlier).toEqual([
    { round: 1, year: '2026/27' },
    { round: 2, year: '2027/28' },
  ]);
});

test("the trust's settings are in it: pairs, and who never reviews each other; who left needs no rule", async () => {
  const { call } = opened();
  expect((await call('triadProblem', office, {})).body.problem).toMatchObject({ apart: [], pairsAllowed: false });
  const again = opened();
  again.ports.put(trust, 'trust', {
    name: 'Larkrise Trust',
    organiserMailbox: 'meetings@trust.example',
    pairsAllowed: true,
    neverTogether: [
      { one: host, other: '900002', because: 'one site' },
      { one: host, other: '900005' },
    ],
  });
  expect((await again.call('triadProblem', office, {})).body.problem).toMatchObject({
    apart: [[host, '900002']],
    pairsAllowed: true,
  });
});

test('the triad problem is for the trust office alone', async () => {
  expect((await opened().call('triadProblem', lead, {})).status).toBe(403);
});
