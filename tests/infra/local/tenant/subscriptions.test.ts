import { type Call, ids, type Rig, startRig } from './harness';
import { listen, type Subscriber } from './subscriber';

let rig: Rig;
let graph: Call;
let subscriber: Subscriber;

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.everything);
  subscriber = await listen();
});
afterEach(async () => {
  await rig.stop();
  await subscriber.stop();
});

const mine = `users/${ids.organiser}/events`;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const wish = (more: object = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${subscriber.url}/hook`,
  resource: mine,
  expirationDateTime: inMinutes(1000),
  clientState: 'secret',
  ...more,
});
const subscribe = async (more: object = {}) => graph('POST', '/subscriptions', wish(more));
const at = (time: string) => ({ dateTime: `2026-11-25T${time}`, timeZone: 'Europe/London' });
const makeEvent = async (more: object = {}): Promise<string> =>
  (await graph('POST', `/${mine}`, { subject: 'x', start: at('15:00'), end: at('16:00'), ...more })).body.id;
const notices = () => subscriber.parcels.flatMap((parcel) => parcel.notices);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come to that: ${JSON.stringify(subscriber.parcels)}`);
}

describe('making one', () => {
  test('a subscription is made after the handshake, and read, renewed and deleted by its own app alone', async () => {
    const { status, body } = await subscribe();
    expect(status).toBe(201);
    expect(body).toMatchObject({ resource: mine, clientState: 'secret', applicationId: ids.everything });
    const path = `/subscriptions/${body.id}`;
    expect((await graph('GET', path)).body.id).toBe(body.id);
    expect((await graph('GET', '/subscriptions')).body.value).toHaveLength(1);
    const other = await rig.as(ids.api);
    expect((await other('GET', path)).status).toBe(404);
    expect((await other('GET', '/subscriptions')).body.value).toEqual([]);
    const renewed = await graph('PATCH', path, { expirationDateTime: inMinutes(5000) });
    expect(Date.parse(renewed.body.expirationDateTime)).toBeGreaterThan(Date.parse(body.expirationDateTime));
    expect((await graph('PATCH', path, { lifecycleNotificationUrl: subscriber.url })).status).toBe(400);
    expect((await graph('POST', `${path}/reauthorize`)).status).toBe(204);
    expect((await graph('DELETE', path)).status).toBe(204);
    expect((await graph('GET', path)).status).toBe(404);
  });

  test.each([
    ['another token', { status: 200, type: 'text/plain', body: 'x' }],
    ['another status', { status: 202, type: 'text/plain', body: '' }],
    ['HTML', { status: 200, type: 'text/html', body: '' }],
  ])('who answers the handshake with %s is not subscribed', async (_name, answer) => {
    subscriber.handshake = (token) => ({ ...answer, body: answer.body === '' ? token : answer.body });
    const { status, body } = await subscribe();
    expect([status, body.error.code]).toEqual([400, 'ValidationError']);
    expect((await graph('GET', '/subscriptions')).body.value).toEqual([]);
  });

  test('the address for lifecycle notices is met too, and so is an address that is put in later', async () => {
    const met: string[] = [];
    subscriber.handshake = (body) => {
      met.push(body);
      return { status: 200, type: 'text/plain', body };
    };
    const { body } = await subscribe({ lifecycleNotificationUrl: `${subscriber.url}/life` });
    expect(met).toHaveLength(2);
    await graph('PATCH', `/subscriptions/${body.id}`, { notificationUrl: `${subscriber.url}/other` });
    expect(met).toHaveLength(3);
  });

  test.each([
    ['no clientState of 129 characters', { clientState: 'x'.repeat(129) }, 'InvalidRequest'],
    ['nothing that has run out', { expirationDateTime: inMinutes(-1) }, 'InvalidRequest'],
    ['nothing beyond seven days for events', { expirationDateTime: inMinutes(10_090) }, 'ExtensionError'],
    ['no change that is not one', { changeType: 'renamed' }, 'InvalidRequest'],
    ['no address elsewhere', { notificationUrl: 'https://example.org/hook' }, 'InvalidRequest'],
    ['no address that is none', { notificationUrl: 'hook' }, 'InvalidRequest'],
    ['no lifecycle address elsewhere', { lifecycleNotificationUrl: 'http://10.0.0.1/' }, 'InvalidRequest'],
    ['no resource that is not known', { resource: 'users' }, 'notImplemented'],
    ['no resource data', { includeResourceData: true }, 'notImplemented'],
  ])('it takes %s', async (_name, more, code) => {
    expect((await subscribe(more)).body.error.code).toBe(code);
  });

  test('the same subscription twice is refused, a shorter one is raised to 45 minutes', async () => {
    const { body } = await subscribe({ expirationDateTime: inMinutes(1) });
    expect(Date.parse(body.expirationDateTime)).toBeGreaterThan(Date.now() + 44 * 60_000);
    const twice = await subscribe();
    expect(twice.status).toBe(409);
    expect(twice.body.error.message).toContain(body.id);
    expect((await subscribe({ changeType: 'deleted' })).status).toBe(201);
  });

  test('who may not read the calendar or write the site may not subscribe to it', async () => {
    const api = await rig.as(ids.api);
    expect((await api('POST', '/subscriptions', wish())).status).toBe(201);
    const { status } = await api('POST', '/subscriptions', wish({ resource: `users/${ids.ash}/events` }));
    expect(status).toBe(403);
    const list = `sites/${ids.otherSite}/lists/${ids.group}`;
    expect((await api('POST', '/subscriptions', wish({ resource: list, changeType: 'updated' }))).status).toBe(403);
  });
});

describe('being notified', () => {
  test('of events by id and etag, in the order in which they changed', async () => {
    const { body } = await subscribe();
    const id = await makeEvent();
    await until(() => notices().length === 1);
    await graph('PATCH', `/${mine}/${id}`, { subject: 'y' });
    await graph('DELETE', `/${mine}/${id}`);
    await until(() => notices().length === 3);
    expect(notices().map(({ changeType }) => changeType)).toEqual(['created', 'updated', 'deleted']);
    expect(notices()[0]).toEqual({
      subscriptionId: body.id,
      subscriptionExpirationDateTime: body.expirationDateTime,
      clientState: 'secret',
      tenantId: ids.tenant,
      changeType: 'created',
      resource: `Users/${ids.organiser}/Events/${id}`,
      resourceData: {
        '@odata.type': '#Microsoft.Graph.Event',
        '@odata.id': `Users/${ids.organiser}/Events/${id}`,
        '@odata.etag': expect.stringMatching(/^W\//),
        id,
      },
    });
    expect(JSON.stringify(notices())).not.toContain('subject');
  });

  test('with immutable ids where the subscription was made so, and of no change that was not asked for', async () => {
    await graph('POST', '/subscriptions', wish({ changeType: 'updated' }), { Prefer: 'IdType="ImmutableId"' });
    const id = await makeEvent();
    await graph('PATCH', `/${mine}/${id}`, { subject: 'y' });
    await until(() => notices().length === 1);
    const [notice] = notices() as [{ changeType: string; resourceData: { id: string } }];
    expect(notice.changeType).toBe('updated');
    const found = await graph('GET', `/${mine}/${id}`, undefined, { Prefer: 'IdType="ImmutableId"' });
    expect(notice.resourceData.id).toBe(found.body.id);
  });

  test('an answer of somebody who was asked is an update of the organiser’s event', async () => {
    await subscribe({ changeType: 'updated' });
    await makeEvent({ attendees: [{ emailAddress: { address: 'ash.ridley@beacon.example' } }] });
    const [copy] = (await graph('GET', `/users/${ids.ash}/events`)).body.value;
    await graph('POST', `/users/${ids.ash}/events/${copy.id}/accept`, {});
    await until(() => notices().length === 1);
  });

  test('of a list without any item, also when something in it was deleted', async () => {
    const columns = [{ name: 'Key', text: {} }];
    const made = { displayName: 'Meetings', list: { template: 'genericList' }, columns };
    const list = `sites/${ids.site}/lists/${(await graph('POST', `/sites/${ids.site}/lists`, made)).body.id}`;
    expect((await subscribe({ resource: list })).body.error.code).toBe('InvalidRequest');
    const long = { resource: list, changeType: 'updated', expirationDateTime: inMinutes(42_000) };
    expect((await subscribe(long)).status).toBe(201);
    await graph('POST', `/${list}/items`, { fields: { Key: 'a' } });
    await until(() => notices().length === 1);
    await graph('DELETE', `/${list}/items/1`);
    await until(() => notices().length === 2);
    expect(notices()[1]).toMatchObject({ resource: list, changeType: 'updated', clientState: 'secret' });
    expect(notices()[1]?.['resourceData']).toEqual({ '@odata.type': '#Microsoft.Graph.ListItem' });
  });

  test('again and again until it is accepted', async () => {
    await rig.control('POST', '/notifications', { retryMilliseconds: 10 });
    await subscribe();
    subscriber.answers.push(500, 404, 503);
    await makeEvent();
    await until(() => notices().length === 1);
    await until(async () => (await rig.control('GET', '/notifications')).body.waiting === 0);
    expect((await rig.control('GET', '/notifications')).body).toMatchObject({ delivered: 1, refused: 3 });
  });

  test('twice, never, late and in any order on demand, the same by the same seed', async () => {
    await subscribe();
    await rig.control('POST', '/notifications', { duplicate: 1, disorder: true, delayMilliseconds: 300, seed: 3 });
    for (let made = 0; made < 5; made += 1) await makeEvent();
    expect(notices()).toEqual([]);
    await until(() => notices().length === 10);
    const idsInOrder = notices().map(({ resource }) => resource);
    expect(new Set(idsInOrder).size).toBe(5);
    expect(subscriber.parcels.every((parcel) => parcel.notices.length === 1)).toBe(true);
    await rig.control('POST', '/notifications', { lose: 1 });
    await makeEvent();
    await until(async () => (await rig.control('GET', '/notifications')).body.lost === 1);
    await rig.control('DELETE', '/notifications');
    await makeEvent();
    await until(() => notices().length === 11);
  });

  test('by somebody else on demand', async () => {
    const { body } = await subscribe();
    const forged = { subscription: body.id, with: { clientState: 'guessed' } };
    expect((await rig.control('POST', '/notifications/forge', forged)).body).toEqual({ status: 202 });
    expect(notices()).toMatchObject([{ subscriptionId: body.id, clientState: 'guessed' }]);
  });

  test('of the subscription’s own life, at the other address', async () => {
    const { body } = await subscribe({ lifecycleNotificationUrl: `${subscriber.url}/life` });
    const tell = (event: string) => rig.control('POST', '/notifications/lifecycle', { subscription: body.id, event });
    await tell('reauthorizationRequired');
    await until(() => notices().length === 1);
    expect(subscriber.parcels[0]).toMatchObject({
      path: '/life',
      notices: [{ lifecycleEvent: 'reauthorizationRequired' }],
    });
    await makeEvent();
    await until(async () => (await rig.control('GET', '/notifications')).body.waiting === 0);
    await graph('POST', `/subscriptions/${body.id}/reauthorize`);
    const heard = await makeEvent();
    await until(() => notices().length === 2);
    expect(notices()[1]?.['resource']).toContain(heard);
    await tell('missed');
    await tell('subscriptionRemoved');
    await until(() => notices().length === 4);
    expect((await graph('GET', `/subscriptions/${body.id}`)).status).toBe(404);
    expect((await tell('missed')).status).toBe(404);
  });
});
