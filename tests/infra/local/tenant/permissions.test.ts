import { call, ids, type Rig, startRig } from './harness';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const body = { displayName: 'X', list: { template: 'genericList' } };

test('Sites.Selected reaches the granted site and no other', async () => {
  const graph = await rig.as(ids.api);
  expect((await graph('GET', `/sites/${ids.site}`)).status).toBe(200);
  const other = await graph('GET', `/sites/${ids.otherSite}/lists`);
  expect([other.status, other.body.error.code]).toEqual([403, 'accessDenied']);
  expect((await graph('GET', '/sites?search=academies')).status).toBe(403);
});

test('write on a site does not make lists or columns', async () => {
  const graph = await rig.as(ids.api);
  expect((await graph('POST', `/sites/${ids.site}/lists`, body)).status).toBe(403);
});

test('a grant by an administrator opens a site', async () => {
  const admin = await rig.as(ids.everything);
  const graph = await rig.as(ids.api);
  const grant = await admin('POST', `/sites/${ids.otherSite}/permissions`, {
    roles: ['fullcontrol'],
    grantedToIdentities: [{ application: { id: ids.api, displayName: 'Our Academies API' } }],
  });
  expect(grant.status).toBe(201);
  expect((await graph('POST', `/sites/${ids.otherSite}/lists`, body)).status).toBe(201);
  expect((await admin('DELETE', `/sites/${ids.otherSite}/permissions/${grant.body.id}`)).status).toBe(204);
  expect((await graph('GET', `/sites/${ids.otherSite}/lists`)).status).toBe(403);
  const provisioner = await rig.as(ids.provisioner);
  expect((await provisioner('GET', `/sites/${ids.site}/permissions`)).status).toBe(403);
});

test('RBAC for Applications reaches the named mailbox and no other', async () => {
  const graph = await rig.as(ids.api);
  expect((await graph('GET', `/users/${ids.organiser}/events`)).status).toBe(200);
  const other = await graph('GET', `/users/${ids.ash}/events`);
  expect([other.status, other.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
});

test('User.ReadBasic.All shows names and addresses alone', async () => {
  const basic = await (await rig.as(ids.api))('GET', `/users/${ids.ash}?$select=id,mail,jobTitle`);
  expect(basic.body).toEqual({
    '@odata.context': expect.any(String),
    id: ids.ash,
    mail: 'ash.ridley@beacon.example',
  });
  const full = await (await rig.as(ids.everything))('GET', `/users/ASH.ridley@beacon.example?$select=jobTitle`);
  expect(full.body.jobTitle).toBe('Principal');
  expect((await (await rig.as(ids.provisioner))('GET', '/users')).status).toBe(403);
});

test.each([
  ['no token', {}],
  ['a token that is none', { Authorization: 'Bearer nonsense' }],
])('%s is answered 401 with Graph’s error', async (_what, headers) => {
  const { status, body } = await call(`${rig.url}/v1.0/users`, 'GET', undefined, headers);
  expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  expect(body.error.innerError).toEqual({
    date: expect.any(String),
    'request-id': expect.any(String),
    'client-request-id': expect.any(String),
  });
});

test('a token for the API is not one for Graph', async () => {
  const { body } = await rig.control('POST', '/token', {
    clientId: ids.panel,
    user: ids.ash,
    scope: `api://${ids.api}/access_as_user`,
  });
  const answer = await call(`${rig.url}/v1.0/users`, 'GET', undefined, {
    Authorization: `Bearer ${body.access_token}`,
  });
  expect(answer.status).toBe(401);
});

test('a person’s own token reaches the person’s own mailbox, also as /me', async () => {
  const { body } = await rig.control('POST', '/token', {
    clientId: ids.api,
    user: ids.ash,
    scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
  });
  const as = { Authorization: `Bearer ${body.access_token}` };
  expect((await call(`${rig.url}/v1.0/me/events`, 'GET', undefined, as)).status).toBe(200);
  expect((await call(`${rig.url}/v1.0/users/${ids.birch}/events`, 'GET', undefined, as)).status).toBe(403);
});
