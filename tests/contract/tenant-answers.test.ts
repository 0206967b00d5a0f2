import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Call, ids, type Rig, startRig } from '../infra/local/tenant/harness';
import { type Contract, contractFile, hasContract, readContract } from './contract';

const described = hasContract ? describe : describe.skip;
if (!hasContract) console.warn(`Skipped: Microsoft's description of Graph is not at ${contractFile}.`);

described('what the embedded tenant answers is what Microsoft describes', () => {
  let rig: Rig;
  let graph: Call;
  let contract: Contract;

  beforeAll(async () => {
    contract = readContract();
    rig = await startRig();
    graph = await rig.as(ids.everything);
  });
  afterAll(() => rig.stop());

  /** Calls and compares; answers the body. */
  const check = async (template: string, method: string, path: string, body?: unknown, status = 200) => {
    const answer = await graph(method, path, body);
    expect([answer.status, answer.body?.error]).toEqual([status, answer.body?.error]);
    expect(contract.faults(template, method, answer.status, answer.body)).toEqual([]);
    return answer.body;
  };

  test('sites, lists, columns, items and versions', async () => {
    const site = `/sites/${ids.site}`;
    await check('/sites/{site-id}', 'GET', site);
    await check('/sites', 'GET', '/sites?search=academies');
    const columns = [
      { name: 'Key', text: {}, indexed: true },
      { name: 'Several', choice: { choices: ['a'], displayAs: 'checkBoxes' } },
      { name: 'Number', number: {} },
      { name: 'Yes', boolean: {} },
      { name: 'When', dateTime: {} },
    ];
    const made = { displayName: 'Reviews', list: { template: 'genericList' }, columns };
    const { id } = await check('/sites/{site-id}/lists', 'POST', `${site}/lists`, made, 201);
    await check('/sites/{site-id}/lists', 'GET', `${site}/lists?$expand=columns`);
    const list = `${site}/lists/${id}`;
    const template = '/sites/{site-id}/lists/{list-id}';
    await check(template, 'GET', list);
    await check(`${template}/columns`, 'GET', `${list}/columns`);
    await check(`${template}/columns`, 'POST', `${list}/columns`, { name: 'More', text: { maxLength: 20 } }, 201);
    const fields = { Key: 'a', 'Several@odata.type': 'Collection(Edm.String)', Several: ['a'], Number: 1, Yes: true };
    await check(`${template}/items`, 'POST', `${list}/items`, { fields }, 201);
    await check(`${template}/items`, 'GET', `${list}/items?$expand=fields&$top=1`);
    await check(`${template}/items/{listItem-id}`, 'GET', `${list}/items/1?$expand=fields`);
    await check(`${template}/items/{listItem-id}`, 'PATCH', `${list}/items/1`, { fields: { Key: 'b' } });
    await check(`${template}/items/{listItem-id}/fields`, 'GET', `${list}/items/1/fields`);
    await check(`${template}/items/{listItem-id}/fields`, 'PATCH', `${list}/items/1/fields`, { Key: 'c' });
    await check(`${template}/items/{listItem-id}/versions`, 'GET', `${list}/items/1/versions?$expand=fields`);
    const delta = await check(`${template}/items/delta()`, 'GET', `${list}/items/delta?$expand=fields`);
    await check(`${template}/items/{listItem-id}`, 'GET', `${list}/items/9`, undefined, 404);
    await check(`${template}/items`, 'GET', `${list}/items?$filter=fields/Number eq 1`, undefined, 400);
    await check(`${template}/items/{listItem-id}`, 'DELETE', `${list}/items/1`, undefined, 204);
    const changes = delta['@odata.deltaLink'].replace('https://graph.microsoft.com/v1.0', '');
    await check(`${template}/items/delta()`, 'GET', changes);
  });

  test('site permissions', async () => {
    const application = { id: ids.api, displayName: 'API' };
    const grant = { roles: ['write'], grantedToIdentities: [{ application }] };
    await check('/sites/{site-id}/permissions', 'POST', `/sites/${ids.site}/permissions`, grant, 201);
    await check('/sites/{site-id}/permissions', 'GET', `/sites/${ids.site}/permissions`);
  });

  test('people and groups', async () => {
    await check('/users', 'GET', '/users?$top=1');
    await check('/users/{user-id}', 'GET', `/users/${ids.ash}`);
    await check('/users/{user-id}/memberOf', 'GET', `/users/${ids.ash}/memberOf`);
    await check('/groups', 'GET', '/groups');
    await check('/groups/{group-id}', 'GET', `/groups/${ids.group}`);
    await check('/groups/{group-id}/members', 'GET', `/groups/${ids.group}/members`);
    await check('/users/{user-id}', 'GET', '/users/nobody@beacon.example', undefined, 404);
  });

  test('drives and files', async () => {
    await check('/sites/{site-id}/drive', 'GET', `/sites/${ids.site}/drive`);
    await check('/sites/{site-id}/drives', 'GET', `/sites/${ids.site}/drives`);
    const drive = `/drives/${ids.drive}`;
    await check('/drives/{drive-id}', 'GET', drive);
    await check('/drives/{drive-id}/root', 'GET', `${drive}/root`);
    const put = await graph('PUT', `${drive}/root:/a/b.docx:/content`, Buffer.from('x'));
    const item = '/drives/{drive-id}/items/{driveItem-id}';
    expect(contract.faults(item, 'GET', 200, put.body)).toEqual([]);
    await check(item, 'GET', `${drive}/items/${put.body.id}`);
    const root = await check('/drives/{drive-id}/root', 'GET', `${drive}/root`);
    await check(`${item}/children`, 'GET', `${drive}/items/${root.id}/children`);
    await check(`${item}/children`, 'POST', `${drive}/items/${root.id}/children`, { name: 'New', folder: {} }, 201);
  });

  test('calendars, events, schedules and batches', async () => {
    const user = `/users/${ids.organiser}`;
    await check('/users/{user-id}/calendar', 'GET', `${user}/calendar`);
    await check('/users/{user-id}/calendars', 'GET', `${user}/calendars`);
    const event = {
      subject: 'Network',
      body: { contentType: 'text', content: 'Agenda' },
      start: { dateTime: '2026-11-25T15:45:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-11-25T17:00:00', timeZone: 'GMT Standard Time' },
      location: { displayName: 'Hall' },
      attendees: [{ type: 'required', emailAddress: { address: 'ash.ridley@beacon.example' } }],
      singleValueExtendedProperties: [{ id: 'String {6f1d1c5e-3b53-4c55-9a43-0a7d1c0e5a11} Name X', value: 'y' }],
    };
    const template = '/users/{user-id}/events';
    const { id } = await check(template, 'POST', `${user}/events`, event, 201);
    const expand = encodeURIComponent(
      "singleValueExtendedProperties($filter=id eq 'String {6f1d1c5e-3b53-4c55-9a43-0a7d1c0e5a11} Name X')",
    );
    await check(template, 'GET', `${user}/events?$expand=${expand}`);
    await check(`${template}/{event-id}`, 'GET', `${user}/events/${id}`);
    await check(`${template}/{event-id}`, 'PATCH', `${user}/events/${id}`, { subject: 'Other', isOnlineMeeting: true });
    const view = `/users/${ids.ash}/calendarView?startDateTime=2026-11-25T00:00:00Z&endDateTime=2026-11-26T00:00:00Z`;
    const [copy] = (await check('/users/{user-id}/calendarView', 'GET', view)).value;
    const delta = view.replace('calendarView', 'calendarView/delta');
    await check('/users/{user-id}/calendarView/delta()', 'GET', delta);
    await check(`${template}/{event-id}/accept`, 'POST', `/users/${ids.ash}/events/${copy.id}/accept`, {}, 202);
    await check('/users/{user-id}/calendar/getSchedule', 'POST', `${user}/calendar/getSchedule`, {
      schedules: ['ash.ridley@beacon.example', 'nobody@beacon.example'],
      startTime: event.start,
      endTime: event.end,
    });
    await check('/$batch', 'POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: `${user}/events/${id}` }] });
    await check(`${template}/{event-id}/cancel`, 'POST', `${user}/events/${id}/cancel`, {}, 202);
    await check(`${template}/{event-id}`, 'GET', `${user}/events/${id}`, undefined, 404);
  });

  test('subscriptions', async () => {
    const server = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
    const wish = {
      changeType: 'updated',
      notificationUrl: `http://localhost:${(server.address() as AddressInfo).port}`,
      resource: `users/${ids.organiser}/events`,
      expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const { id } = await check('/subscriptions', 'POST', '/subscriptions', wish, 201);
    await check('/subscriptions', 'GET', '/subscriptions');
    const one = '/subscriptions/{subscription-id}';
    await check(one, 'GET', `/subscriptions/${id}`);
    const { expirationDateTime } = wish;
    await check(one, 'PATCH', `/subscriptions/${id}`, { expirationDateTime });
    await check(`${one}/reauthorize`, 'POST', `/subscriptions/${id}/reauthorize`, undefined, 204);
    await check(one, 'DELETE', `/subscriptions/${id}`, undefined, 204);
    server.close();
  });
});
