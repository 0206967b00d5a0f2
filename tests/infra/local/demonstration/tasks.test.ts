import { tasksOf } from '../../../../infra/local/demonstration/tasks';
import { demonstrationTrust } from '../../../../infra/local/demonstration/trust';

const trust = demonstrationTrust({ today: '2026-11-23', organiserMailbox: 'meetings@beacon.example' });
const tasks = tasksOf(trust);

test('five people are worth being first, each with something to do', () => {
  const visited = trust.reviewing.reviews.find(({ record }) => record.stage === 'visited')?.record;
  expect(tasks.get(visited?.lead.id ?? '')).toBe('logs the outcome of the visit of 18 November 2026');
  expect(tasks.get(visited?.hostHead.id ?? '')).toBe('says whether that outcome is accurate');
  const rolesOf = (id: string) => trust.staff.find((one) => one.id === id)?.roles ?? [];
  expect(tasks.get(trust.meeting.last?.record.lead.id ?? '')).toBe('says who came to the meeting of 19 November 2026');
  expect([...tasks.keys()].map((id) => rolesOf(id)[0])).toEqual([
    'Principal',
    'Principal',
    'TrustOffice',
    'Staff',
    'HR',
  ]);
});
