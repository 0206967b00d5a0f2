import { academy } from '../../../shared/records/academy';
import { network } from '../../../shared/records/network';
import { person } from '../../../shared/records/person';
import { head, host, lead, office, reviewer, staff } from '../service';
import { network1, opened, wholeYear } from './a-year';

test('what the calendars of schools leave for meetings is part of the problem, pro rata, and nobody counts leadership', async () => {
  const rig = opened();
  const place = { localAuthority: 'Northshire', dayUntil: '15:30', directedHours: 7.5 };
  rig.ports.put(academy, 'academy-900001', { urn: host, name: 'Millbrook Primary', ...place });
  rig.ports.put(academy, 'academy-900002', { urn: '900002', name: 'Fernhill Primary', ...place });
  rig.ports.put(academy, 'academy-900003', { urn: '900003', name: 'Elmbank Primary', ...place });
  const teacher = { leadershipPay: false };
  rig.ports.put(person, `person-${head.id}`, staff(head, host, { ...teacher, fullTimePercent: 60 }));
  rig.ports.put(person, `person-${reviewer.id}`, staff(reviewer, '900003', teacher));
  const { body } = await rig.call('planningProblem', office, wholeYear);
  expect(body.problem.academies.map((one: { directedMinutes: number }) => one.directedMinutes)).toEqual([
    450, 450, 450,
  ]);
  const limits = body.problem.networks[0].members.map(
    ({ who, directedMinutes }: { who: { name: string }; directedMinutes?: number }) => [who.name, directedMinutes],
  );
  expect(limits.slice(0, 3)).toEqual([
    [lead.name, 76_000],
    [head.name, 270],
    [reviewer.name, undefined],
  ]);
});

test('the days and times that a network would rather have are wishes within those on which it can meet', async () => {
  const rig = opened();
  const windows = [
    { from: '13:00', until: '15:00' },
    { from: '15:45', until: '17:15', preferred: true },
  ];
  rig.ports.put(network, 'principals', { ...network1, preferredDays: ['Thursday'], windows });
  const { body } = await rig.call('planningProblem', office, wholeYear);
  expect(body.problem.networks).toMatchObject([
    { days: ['Tuesday', 'Thursday'], preferredDays: ['Thursday'], windows },
  ]);
  const elsewhere = network.parse({ ...network1, preferredDays: ['Monday'] });
  expect(elsewhere.ok ? [] : elsewhere.problem.fields?.map(({ path }) => path)).toEqual(['preferredDays']);
  expect(network.parse({ ...network1, days: [], preferredDays: ['Monday'] }).ok).toBe(true);
});
