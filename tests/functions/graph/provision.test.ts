import { provision, provisionedKinds, tellProvision } from '../../../functions/graph/provision';
import { type Rig, sites, startRig } from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ lists: false });
});
afterEach(() => rig.stop());

test('all lists are made in two requests, and the second run finds nothing to do in one', async () => {
  await rig.control('POST', 'counters/reset');
  const first = await provision(rig.provisioner, sites, { whatIf: false });
  expect(first.steps.map(({ does }) => does)).toEqual(provisionedKinds.map(() => 'make list'));
  expect((await rig.counters()).requests).toBe(2);
  const second = await provision(rig.provisioner, sites, { whatIf: false });
  expect(second).toEqual({ steps: [], drift: [], applied: true, lists: provisionedKinds.length });
  expect((await rig.counters()).requests).toBe(3);
});

test('looking only changes nothing, and tells what would be done', async () => {
  const looked = await provision(rig.provisioner, sites, { whatIf: true });
  expect(tellProvision(looked)).toContain(`${provisionedKinds.length} steps to take.`);
  expect(await provision(rig.provisioner, sites, { whatIf: true })).toEqual(looked);
});

test('a column that is missing comes back, an index too, and a column of another type is only told', async () => {
  await provision(rig.provisioner, sites, { whatIf: false });
  const lists = `/sites/${sites.trust}/lists/Meetings/columns`;
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
    rig.provisioner.ask({ method, path, body, needs: 'provision lists', place: 'site' });
  await call('DELETE', `${lists}/Place`);
  await call('DELETE', `${lists}/Agenda`);
  await call('POST', lists, { name: 'Agenda', displayName: 'Agenda', number: {} });
  await call('PATCH', `${lists}/Network`, { indexed: false });
  await call('PATCH', `${lists}/Outlook`, { choice: { choices: ['draft', 'waiting'], displayAs: 'dropDownMenu' } });
  const report = await provision(rig.provisioner, sites, { whatIf: false });
  expect(tellProvision(report)).toEqual([
    'change the column "Network" of the list "Meetings": it has no index',
    'add the column "Place" to the list "Meetings"',
    'change the column "Outlook" of the list "Meetings": it lacks the choices sent, changed in Outlook, failed, cancelled',
    'The column "Agenda" of the list "Meetings" holds a number and should hold lines of text. Move its content, remove it by hand and run this again.',
    '3 steps taken.',
  ]);
  expect((await provision(rig.provisioner, sites, { whatIf: false })).steps).toEqual([]);
});

test('the running product may not make lists', async () => {
  await expect(provision(rig.graph, sites, { whatIf: false })).rejects.toMatchObject({ status: 403 });
});

test('under faults everything is made once', async () => {
  await rig.control('POST', 'faults', {
    seed: 4,
    rate: 0.3,
    kinds: ['429', '500', '503', 'reset-before', 'reset-after'],
  });
  await provision(rig.provisioner, sites, { whatIf: false });
  await rig.control('DELETE', 'faults');
  expect((await provision(rig.provisioner, sites, { whatIf: false })).steps).toEqual([]);
  expect((await rig.counters()).early).toBe(0);
});
