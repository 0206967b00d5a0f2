import { createHash, randomBytes } from 'node:crypto';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { call, ids, type Rig, redirectUri, startRig } from './harness';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const scope = `api://${ids.api}/access_as_user openid profile offline_access`;
const oauth = () => `${rig.url}/${ids.tenant}/oauth2/v2.0`;
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const authorizeUrl = (more: Record<string, string> = {}) =>
  `${oauth()}/authorize?${new URLSearchParams({
    client_id: ids.panel,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'query',
    scope,
    state: 's-1',
    nonce: 'n-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })}`;

/** Picks a person on the page, as the browser would; answers where it goes and the cookie. */
async function pick(person: string, more: Record<string, string> = {}, cookie = '') {
  const response = await fetch(authorizeUrl(more), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams({ person }),
  });
  return {
    target: new URL(response.headers.get('location') ?? 'about:blank'),
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  };
}

async function redeem(
  form: Record<string, string>,
  headers: Record<string, string> = { Origin: 'http://localhost:4002' },
) {
  const response = await fetch(`${oauth()}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ client_id: ids.panel, ...form }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const byCode = (code: string, more: Record<string, string> = {}) =>
  redeem({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope,
    ...more,
  });

test('picking a person gives a code, the code gives the tokens that msal expects', async () => {
  const { target } = await pick(ids.ash);
  expect(target.origin + target.pathname).toBe(redirectUri);
  expect(target.searchParams.get('state')).toBe('s-1');
  const { status, body, headers } = await byCode(target.searchParams.get('code') ?? '');
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(body).toMatchObject({ token_type: 'Bearer', scope, expires_in: 3600 });
  expect(JSON.parse(Buffer.from(body.client_info, 'base64url').toString())).toEqual({ uid: ids.ash, utid: ids.tenant });
  expect(decodeJwt(body.id_token)).toMatchObject({
    aud: ids.panel,
    nonce: 'n-1',
    oid: ids.ash,
    tid: ids.tenant,
    ver: '2.0',
  });
  const keys = createRemoteJWKSet(new URL(`${rig.url}/${ids.tenant}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(body.access_token, keys, {
    issuer: `${rig.url}/${ids.tenant}/v2.0`,
    audience: ids.api,
  });
  expect(payload).toMatchObject({
    azp: ids.panel,
    scp: 'access_as_user',
    roles: ['Principal'],
    oid: ids.ash,
    tid: ids.tenant,
    name: 'Ash Ridley',
    preferred_username: 'ash.ridley@beacon.example',
  });
});

test('a code is good once, for its own verifier and reply address', async () => {
  const code = async () => (await pick(ids.ash)).target.searchParams.get('code') ?? '';
  const once = await code();
  expect((await byCode(once)).status).toBe(200);
  expect((await byCode(once)).body.error).toBe('invalid_grant');
  expect((await byCode(await code(), { code_verifier: 'another' })).body.error_codes).toEqual([501481]);
  expect((await byCode(await code(), { redirect_uri: 'http://localhost:1/' })).body.error).toBe('invalid_grant');
});

test('a refresh token gives new tokens, for its own app alone', async () => {
  const { body } = await byCode((await pick(ids.ash)).target.searchParams.get('code') ?? '');
  const again = await redeem({ grant_type: 'refresh_token', refresh_token: body.refresh_token, scope });
  expect(again.status).toBe(200);
  expect(decodeJwt(again.body.access_token)['oid']).toBe(ids.ash);
  const other = await redeem(
    { client_id: ids.api, client_secret: 'api-secret', grant_type: 'refresh_token', refresh_token: body.refresh_token },
    {},
  );
  expect(other.body.error).toBe('invalid_grant');
});

test('a panel redeems across origins or not at all, and shows no secret', async () => {
  const code = (await pick(ids.ash)).target.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  expect((await redeem(form, {})).body.error_codes).toEqual([9002327]);
  expect((await redeem({ ...form, client_secret: 'x' })).status).toBe(401);
});

test('prompt=none goes on for who is signed in, and asks for a sign-in otherwise', async () => {
  const silently = async (cookie: string, more: Record<string, string> = {}) => {
    const response = await fetch(authorizeUrl({ prompt: 'none', ...more }), {
      redirect: 'manual',
      headers: { cookie },
    });
    return new URL(response.headers.get('location') ?? 'about:blank').searchParams;
  };
  expect((await silently('')).get('error')).toBe('login_required');
  const { cookie } = await pick(ids.ash);
  expect((await silently(cookie)).get('code')).not.toBeNull();
  expect((await silently(cookie, { login_hint: 'birch.okafor@beacon.example' })).get('error')).toBe('login_required');
  await pick(ids.birch, {}, cookie);
  expect((await silently(cookie)).get('error')).toBe('interaction_required');
  expect((await silently(cookie, { login_hint: 'birch.okafor@beacon.example' })).get('code')).not.toBeNull();
});

test('select_account shows the page although somebody is signed in; a disabled account is not on it', async () => {
  const { cookie } = await pick(ids.ash);
  const page = await fetch(authorizeUrl({ prompt: 'select_account' }), { headers: { cookie } });
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain('Ash Ridley');
  expect(text).not.toContain('meetings@beacon.example');
  expect((await pick(ids.organiser)).target.searchParams.get('error')).toBe('invalid_grant');
});

test.each([
  ['a foreign reply address', { redirect_uri: 'http://localhost:9/steal' }],
  ['an unknown app', { client_id: ids.tenant }],
])('%s is refused on a page, never redirected to', async (_what, more) => {
  const response = await fetch(authorizeUrl(more), { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('location')).toBeNull();
});

test('without PKCE there is no code for a panel', async () => {
  const response = await fetch(authorizeUrl({ code_challenge: '' }), { redirect: 'manual' });
  expect(new URL(response.headers.get('location') ?? 'about:blank').searchParams.get('error')).toBe('invalid_request');
});

test('the answer can come in the fragment', async () => {
  const { target } = await pick(ids.ash, { response_mode: 'fragment' });
  expect(new URLSearchParams(target.hash.slice(1)).get('code')).not.toBeNull();
});

const msal = (auth: { clientSecret: string } | { clientAssertion: () => Promise<string> }) => {
  const host = new URL(rig.url).host;
  const metadata = {
    issuer: `${rig.url}/${ids.tenant}/v2.0`,
    authorization_endpoint: `${oauth()}/authorize`,
    token_endpoint: `${oauth()}/token`,
    end_session_endpoint: `${oauth()}/logout`,
    jwks_uri: `${rig.url}/${ids.tenant}/discovery/v2.0/keys`,
  };
  return new ConfidentialClientApplication({
    auth: {
      clientId: ids.api,
      authority: `https://${host}/${ids.tenant}`,
      knownAuthorities: [host],
      authorityMetadata: JSON.stringify(metadata),
      ...auth,
    },
  });
};

test('msal-node gets an app’s token by secret, and finds it in its cache the second time', async () => {
  const client = msal({ clientSecret: 'api-secret' });
  const first = await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  expect(decodeJwt(first?.accessToken ?? '')).toMatchObject({
    aud: 'https://graph.microsoft.com',
    idtyp: 'app',
    roles: ['Sites.Selected', 'User.ReadBasic.All'],
  });
  const second = await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  expect(second?.fromCache).toBe(true);
});

test('msal-node gets an app’s token by a managed identity’s assertion', async () => {
  const clientAssertion = async () => {
    const { body } = await call(
      `${rig.url}/msi/token?resource=api://AzureADTokenExchange&client_id=${ids.identity}`,
      'GET',
      undefined,
      { 'X-IDENTITY-HEADER': 'local' },
    );
    return body.access_token;
  };
  const answer = await msal({ clientAssertion }).acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  expect(answer?.accessToken).toBeTruthy();
});

test('msal-node asks on behalf of a person, whose token must be the API’s', async () => {
  const { body } = await rig.control('POST', '/token', { clientId: ids.panel, user: ids.ash, scope });
  const client = msal({ clientSecret: 'api-secret' });
  const scopes = ['https://graph.microsoft.com/User.Read.All'];
  const answer = await client.acquireTokenOnBehalfOf({ oboAssertion: body.access_token, scopes });
  expect(decodeJwt(answer?.accessToken ?? '')).toMatchObject({ oid: ids.ash, scp: 'User.Read.All' });
  await expect(client.acquireTokenOnBehalfOf({ oboAssertion: body.id_token, scopes })).rejects.toThrow('AADSTS500131');
});

test.each([
  ['a wrong secret', { client_id: ids.api, client_secret: 'wrong' }, 7000215],
  ['no secret', { client_id: ids.api }, 7000218],
  ['an unknown app', { client_id: ids.tenant, client_secret: 'x' }, 700016],
  ['a scope that is not .default', { client_id: ids.api, client_secret: 'api-secret', scope: 'User.Read' }, 1002012],
  [
    'an unknown resource',
    { client_id: ids.api, client_secret: 'api-secret', scope: 'https://elsewhere/.default' },
    500011,
  ],
])('%s gets no token', async (_what, form, number) => {
  const { body } = await redeem(
    { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default', ...form },
    {},
  );
  expect(body.error_codes).toEqual([number]);
});

test('after a rotation old tokens hold until the old key is withdrawn', async () => {
  const graph = await rig.as(ids.everything);
  expect((await rig.control('POST', '/keys/rotate', {})).body.keys).toHaveLength(2);
  expect((await graph('GET', '/users')).status).toBe(200);
  await rig.control('POST', '/keys/rotate', { retire: true });
  expect((await graph('GET', '/users')).status).toBe(401);
  const { body } = await call(`${rig.url}/${ids.tenant}/discovery/v2.0/keys`, 'GET');
  expect(body.keys).toHaveLength(1);
});

test('signing in from the workbench keeps to this machine', async () => {
  const away = await fetch(`${rig.url}/control/sign-in?user=${ids.ash}&to=https://example.org/`, {
    redirect: 'manual',
  });
  expect(away.status).toBe(400);
  const here = await fetch(`${rig.url}/control/sign-in?user=${ids.ash}&to=http://localhost:4000/`, {
    redirect: 'manual',
  });
  expect([here.status, here.headers.getSetCookie().length]).toEqual([302, 1]);
});

test('a token that has run out is refused by Graph', async () => {
  await rig.control('POST', '/options', { accessTokenSeconds: -1 });
  const graph = await rig.as(ids.everything);
  await rig.control('POST', '/options', { accessTokenSeconds: 3600 });
  const { status, body } = await graph('GET', '/users');
  expect([status, body.error.message]).toEqual([401, 'Lifetime validation failed, the token is expired.']);
});
