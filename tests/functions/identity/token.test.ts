import { generateKeyPairSync } from 'node:crypto';
import { signingKeys } from '../../../functions/identity/keys';
import { tokenCheck } from '../../../functions/identity/token';
import * as make from './sign';

const key = make.makeKey('key-1');
const stranger = make.makeKey('key-1');
const other = make.makeKey('key-2');
const clock = { now: () => make.now };
const config = {
  tenantId: make.tenantId,
  apiClientId: make.apiClientId,
  panelClientId: make.panelClientId,
  issuer: make.issuer,
};
const check = tokenCheck(
  config,
  signingKeys(async () => make.publicSet(key), clock),
  clock,
);

const claims = make.validClaims;
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
const signed = (more: Readonly<Record<string, unknown>>) => make.sign(key, { ...claims, ...more });
const headed = (more: Readonly<Record<string, unknown>>) =>
  make.sign(key, claims, { ...make.validHeader('key-1'), ...more });
const publicPem = key.publicKey.export({ type: 'spki', format: 'pem' });
const ownJwk = { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'key-1' };
const valid = make.sign(key, claims);
const [head = '', body = '', signature = ''] = valid.split('.');
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreign = '66666666-6666-4666-8666-666666666666';

/** Each of these must be turned away: reliability.md F14. */
const refused: readonly (readonly [string, string | null])[] = [
  ['no header', null],
  ['an empty header', ''],
  ['a header of the word Bearer alone', 'Bearer '],
  ['basic credentials', 'Basic YWRhOnNlY3JldA=='],
  ['a token without the word Bearer', valid],
  ['two spaces before the token', `Bearer  ${valid}`],
  ['two authorisation headers', `Bearer ${valid}, Bearer ${valid}`],
  ['a second, other token', `Bearer ${valid}, ${signed({ oid: foreign })}`],
  ['words after the token', `Bearer ${valid} and more`],
  ['a line feed in the header', `Bearer ${valid}\nX: 1`],
  ['a token of a megabyte', `Bearer ${signed({ filler: 'x'.repeat(1_000_000) })}`],
  ['two parts only', `Bearer ${head}.${body}`],
  ['four parts', `Bearer ${valid}.more`],
  ['five parts, as encrypted tokens have', `Bearer ${head}.${body}.${signature}.a.b`],
  ['no signature', `Bearer ${head}.${body}.`],
  ['a cut signature', `Bearer ${valid.slice(0, -20)}`],
  ['a changed signature', `Bearer ${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`],
  [
    'changed claims',
    `Bearer ${head}.${Buffer.from(JSON.stringify({ ...claims, oid: foreign })).toString('base64url')}.${signature}`,
  ],
  ['claims that are no JSON', `Bearer ${make.sign(key, 'not json')}`],
  ['claims that are a list', `Bearer ${make.sign(key, [claims])}`],
  ['claims that are null', `Bearer ${make.sign(key, 'null')}`],
  ['algorithm none', `Bearer ${make.unsigned(claims, { alg: 'none', typ: 'JWT', kid: 'key-1' })}`],
  ['algorithm none with a signature', `Bearer ${make.sign(key, claims, { alg: 'none', kid: 'key-1' })}`],
  ['algorithm nOnE', `Bearer ${make.unsigned(claims, { alg: 'nOnE', kid: 'key-1' })}`],
  [
    'HS256 with the public key as secret',
    `Bearer ${make.signWithSecret(publicPem, claims, { alg: 'HS256', kid: 'key-1' })}`,
  ],
  ['HS256 with an empty secret', `Bearer ${make.signWithSecret('', claims, { alg: 'HS256', kid: 'key-1' })}`],
  ['RS384', `Bearer ${make.sign(key, claims, { alg: 'RS384', kid: 'key-1' }, 'RSA-SHA384')}`],
  ['RS512', `Bearer ${make.sign(key, claims, { alg: 'RS512', kid: 'key-1' }, 'RSA-SHA512')}`],
  ['ES256', `Bearer ${make.sign({ kid: 'key-1', ...elliptic }, claims, { alg: 'ES256', kid: 'key-1' }, 'SHA256')}`],
  ['PS256 in the header', `Bearer ${headed({ alg: 'PS256' })}`],
  ['no algorithm', `Bearer ${make.sign(key, claims, { kid: 'key-1' })}`],
  ['an algorithm that is a list', `Bearer ${headed({ alg: ['RS256'] })}`],
  ['a stranger with the right key id', `Bearer ${make.sign(stranger, claims)}`],
  ['an unknown key id', `Bearer ${make.sign(other, claims)}`],
  ['no key id', `Bearer ${make.sign(key, claims, { alg: 'RS256', typ: 'JWT' })}`],
  ['an empty key id', `Bearer ${headed({ kid: '' })}`],
  ['a key id that is a path', `Bearer ${headed({ kid: '../../../../dev/null' })}`],
  ['a key id that is SQL', `Bearer ${headed({ kid: "key-1' OR '1'='1" })}`],
  ['a key id that is a list', `Bearer ${headed({ kid: ['key-1'] })}`],
  ['a key id that is a number', `Bearer ${headed({ kid: 1 })}`],
  ['a key id named __proto__', `Bearer ${headed({ kid: '__proto__' })}`],
  ['its own key in the header', `Bearer ${make.sign(stranger, claims, { alg: 'RS256', jwk: ownJwk })}`],
  [
    'its own key beside our key id',
    `Bearer ${make.sign(stranger, claims, { ...make.validHeader('key-1'), jwk: ownJwk })}`,
  ],
  [
    'its own key address',
    `Bearer ${make.sign(stranger, claims, { ...make.validHeader('key-1'), jku: 'https://evil.example/keys' })}`,
  ],
  [
    'its own certificate address',
    `Bearer ${make.sign(stranger, claims, { ...make.validHeader('key-1'), x5u: 'https://evil.example/c' })}`,
  ],
  ['an extension that must be understood', `Bearer ${headed({ crit: ['exp'], exp: 1 })}`],
  ['an unencoded payload', `Bearer ${headed({ b64: false, crit: ['b64'] })}`],
  ['no audience', `Bearer ${make.sign(key, without('aud'))}`],
  ['the audience of another API', `Bearer ${signed({ aud: foreign })}`],
  ['the audience as an address', `Bearer ${signed({ aud: `api://${make.apiClientId}` })}`],
  ['the audience as a list', `Bearer ${signed({ aud: [make.apiClientId] })}`],
  ['our audience among others', `Bearer ${signed({ aud: [make.apiClientId, foreign] })}`],
  ['a Graph token', `Bearer ${signed({ aud: '00000003-0000-0000-c000-000000000000', scp: 'User.Read' })}`],
  ['a Graph token by address', `Bearer ${signed({ aud: 'https://graph.microsoft.com' })}`],
  [
    'an ID token of the panel',
    `Bearer ${make.sign(key, { ...without('scp', 'azp'), aud: make.panelClientId, nonce: 'n' })}`,
  ],
  ['an ID token for the API', `Bearer ${make.sign(key, { ...without('scp', 'azp'), nonce: 'n' })}`],
  ['no issuer', `Bearer ${make.sign(key, without('iss'))}`],
  [
    'the issuer of another tenant',
    `Bearer ${signed({ iss: `https://login.microsoftonline.com/${foreign}/v2.0`, tid: foreign })}`,
  ],
  ['an issuer with a slash more', `Bearer ${signed({ iss: `${make.issuer}/` })}`],
  ['an issuer of version 1', `Bearer ${signed({ iss: `https://sts.windows.net/${make.tenantId}/`, ver: '1.0' })}`],
  ['an issuer for everybody', `Bearer ${signed({ iss: 'https://login.microsoftonline.com/common/v2.0' })}`],
  ['no tenant', `Bearer ${make.sign(key, without('tid'))}`],
  ['another tenant than the issuer', `Bearer ${signed({ tid: foreign })}`],
  ['a list of tenants', `Bearer ${signed({ tid: [make.tenantId] })}`],
  ['no version', `Bearer ${make.sign(key, without('ver'))}`],
  ['version 1.0', `Bearer ${signed({ ver: '1.0' })}`],
  ['a version that is a number', `Bearer ${signed({ ver: 2 })}`],
  ['no scope', `Bearer ${make.sign(key, without('scp'))}`],
  ['an empty scope', `Bearer ${signed({ scp: '' })}`],
  ['another scope', `Bearer ${signed({ scp: 'User.Read openid' })}`],
  ['a scope that only begins like ours', `Bearer ${signed({ scp: 'access_as_user.all' })}`],
  ['scopes as a list', `Bearer ${signed({ scp: ['access_as_user'] })}`],
  ['an app by itself', `Bearer ${make.sign(key, { ...without('scp'), idtyp: 'app', roles: ['TrustOffice'] })}`],
  ['an app that adds a scope', `Bearer ${signed({ idtyp: 'app' })}`],
  ['no client', `Bearer ${make.sign(key, without('azp'))}`],
  ['another client', `Bearer ${signed({ azp: foreign })}`],
  ['no object id', `Bearer ${make.sign(key, without('oid'))}`],
  ['an address as object id', `Bearer ${signed({ oid: 'ada.alder@trust.example' })}`],
  ['a list of object ids', `Bearer ${signed({ oid: [make.oid] })}`],
  ['no end', `Bearer ${make.sign(key, without('exp'))}`],
  ['no beginning', `Bearer ${make.sign(key, without('nbf'))}`],
  ['no moment of issue', `Bearer ${make.sign(key, without('iat'))}`],
  ['an end six minutes ago', `Bearer ${signed({ exp: make.second - 360 })}`],
  ['a beginning in six minutes', `Bearer ${signed({ nbf: make.second + 360 })}`],
  ['issued in six minutes', `Bearer ${signed({ iat: make.second + 360 })}`],
  ['an end that is a text', `Bearer ${signed({ exp: String(make.second + 3600) })}`],
  ['an end that is no number', `Bearer ${make.sign(key, JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999'))}`],
  ['roles that are a text', `Bearer ${signed({ roles: 'TrustOffice' })}`],
  [
    'a second audience that wins',
    `Bearer ${make.sign(key, JSON.stringify(claims).replace(/}$/, `,"aud":"${foreign}"}`))}`,
  ],
  [
    'a second tenant that wins',
    `Bearer ${make.sign(key, JSON.stringify(claims).replace(/}$/, `,"tid":"${foreign}"}`))}`,
  ],
];

test('the corpus has at least sixty tokens that must not pass', () => {
  expect(refused.length).toBeGreaterThanOrEqual(60);
});

test.each(refused)('%s is not a sign-in', async (_name, authorization) => {
  const result = await check(authorization);
  expect(result).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
});

const accepted: readonly (readonly [string, string])[] = [
  ['the token as Entra writes it', valid],
  ['several scopes', signed({ scp: 'User.Read access_as_user' })],
  ['a user said to be a user', signed({ idtyp: 'user' })],
  ['an end four minutes ago', signed({ exp: make.second - 240 })],
  ['a beginning in four minutes', signed({ nbf: make.second + 240, iat: make.second + 240 })],
];

test.each(accepted)('%s is a sign-in', async (_name, token) => {
  expect(await check(`Bearer ${token}`)).toMatchObject({ ok: true, value: { id: make.oid, tenant: make.tenantId } });
});

test('a guest is known by the object id in our tenant, and roles that we do not know count for nothing', async () => {
  const token = signed({
    oid: foreign,
    idp: 'https://sts.windows.net/elsewhere/',
    roles: ['Principal', 'GlobalAdmin'],
  });
  expect(await check(`bearer ${token}`)).toEqual({
    ok: true,
    value: {
      tenant: make.tenantId,
      id: foreign,
      name: 'Ada Alder',
      email: 'ada.alder@trust.example',
      roles: ['Principal'],
    },
  });
});
