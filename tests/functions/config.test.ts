import { isOnAzure, readConfig } from '../../functions/config';

const guid = '99999999-9999-4999-8999-999999999999';
const valid = {
  TENANT_ID: guid,
  API_CLIENT_ID: guid,
  PANEL_CLIENT_ID: guid,
  MANAGED_IDENTITY_CLIENT_ID: guid,
  AUTHORITY: `https://login.microsoftonline.com/${guid}`,
  ISSUER: `https://login.microsoftonline.com/${guid}/v2.0`,
  JWKS_URI: `https://login.microsoftonline.com/${guid}/discovery/v2.0/keys`,
  GRAPH_ORIGIN: 'https://graph.microsoft.com',
  TRUST_SITE_ID: 'site',
  CONFIDENTIAL_SITE_ID: 'site-2',
  LIBRARY_DRIVE_ID: 'drive',
  ORGANISER_MAILBOX: 'Meetings@trust.example',
  PUBLIC_ORIGIN: 'https://our-academies.example',
  OFFICE_JS_URL: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
};
const metadata = JSON.stringify({
  issuer: 'http://localhost:4001/x',
  jwks_uri: 'http://localhost:4001/k',
  token_endpoint: 'http://localhost:4001/t',
});

test('a whole environment becomes a config', () => {
  expect(readConfig(valid)).toMatchObject({
    credential: { by: 'managed identity', clientId: guid },
    organiserMailbox: 'meetings@trust.example',
    frameAncestors: [],
  });
});

test('a secret serves where there is no managed identity', () => {
  const { MANAGED_IDENTITY_CLIENT_ID: _none, ...rest } = valid;
  expect(readConfig({ ...rest, CLIENT_SECRET: 's' })).toMatchObject({ credential: { by: 'secret', secret: 's' } });
  expect(() => readConfig(rest)).toThrow(/MANAGED_IDENTITY_CLIENT_ID/);
});

test.each(Object.keys(valid).filter((name) => name !== 'MANAGED_IDENTITY_CLIENT_ID'))(
  'without %s the start stops with one sentence that names it',
  (name) => {
    const message = new RegExp(`^The setting ${name} [^.]*\\.$`);
    expect(() => readConfig({ ...valid, [name]: undefined })).toThrow(message);
    expect(() => readConfig({ ...valid, [name]: '  ' })).toThrow(message);
  },
);

test.each([
  ['TENANT_ID', 'common'],
  ['AUTHORITY', 'http://login.microsoftonline.com/x'],
  ['GRAPH_ORIGIN', 'https://graph.microsoft.com/v1.0'],
  ['PUBLIC_ORIGIN', 'our-academies.example'],
  ['ORGANISER_MAILBOX', 'meetings'],
  ['FRAME_ANCESTORS', "https://a.example; script-src 'unsafe-inline'"],
  ['AUTHORITY_METADATA', '{'],
])('%s = %s is refused by name', (name, value) => {
  expect(() => readConfig({ ...valid, [name]: value })).toThrow(new RegExp(`^The setting ${name} `));
});

const onAzure = { ...valid, WEBSITE_INSTANCE_ID: 'instance' };

test('on Azure the real settings are taken', () => {
  expect(readConfig(onAzure)).toMatchObject({ tenantId: guid });
});

// The Functions host itself tells Flex Consumption, where there is no WEBSITE_INSTANCE_ID, by the pod.
test.each(['WEBSITE_POD_NAME', 'WEBSITE_SITE_NAME'])('Azure is known by %s too', (name) => {
  const elsewhere = { ...valid, [name]: 'one', GRAPH_ORIGIN: 'http://localhost:4001' };
  expect(isOnAzure(elsewhere)).toBe(true);
  expect(() => readConfig(elsewhere)).toThrow(/GRAPH_ORIGIN .* Azure/);
});

test.each([
  ['AUTHORITY', `https://localhost:4001/${guid}`],
  ['AUTHORITY_METADATA', metadata],
  ['ISSUER', `http://login.example/${guid}`],
  ['JWKS_URI', 'https://127.0.0.1/keys'],
  ['GRAPH_ORIGIN', 'http://localhost:4001'],
  ['PUBLIC_ORIGIN', 'https://[::1]:4002'],
  ['OFFICE_JS_URL', 'http://localhost:4000/office.js'],
  ['FRAME_ANCESTORS', 'https://a.example http://localhost:4000'],
  ['JWKS_URI', 'https://anybody@localhost/keys'],
  ['GRAPH_ORIGIN', 'https://0.0.0.0:4001'],
  ['PUBLIC_ORIGIN', 'https://[::ffff:127.0.0.1]:4002'],
  ['ISSUER', 'https://LOCALHOST./x'],
  ['AUTHORITY_METADATA', metadata.replaceAll('http:', '\\u0068ttp:').replaceAll('localhost:4001', 'login.example')],
])('on Azure a local address in %s stops the start', (name, value) => {
  expect(() => readConfig({ ...onAzure, [name]: value })).toThrow(new RegExp(`^The setting ${name} .* Azure\\.$`));
  if (!['AUTHORITY', 'AUTHORITY_METADATA'].includes(name))
    expect(readConfig({ ...valid, [name]: value })).toBeDefined();
});

test('Graph is asked to tell of changes where it can reach us, or where a setting says so', () => {
  const local = { ...valid, PUBLIC_ORIGIN: 'http://localhost:4002' };
  expect([readConfig(valid).notices, readConfig(local).notices]).toEqual([true, false]);
  expect(readConfig({ ...valid, OUTLOOK_NOTICES: 'off' }).notices).toBe(false);
  expect(readConfig({ ...local, OUTLOOK_NOTICES: 'on' }).notices).toBe(true);
  expect(() => readConfig({ ...valid, OUTLOOK_NOTICES: 'perhaps' })).toThrow(/OUTLOOK_NOTICES/);
});
