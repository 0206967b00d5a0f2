import * as fc from 'fast-check';
import { Busy } from '../../functions/ports';
import { answer, factsOfError, trigger } from '../../functions/request';
import { type RequestName, requests } from '../../shared/requests';
import { callerWith } from '../make';
import { lead, office, service, tokenOf } from './service';

const { call, send, ports, lines } = service();

test('nobody is anybody without a token', async () => {
  for (const name of Object.keys(requests) as RequestName[]) {
    const answered = await send(name, undefined, {
      method: requests[name].method,
      params: { kind: 'academy', key: 'a', id: 'a' },
    });
    expect([name, answered.status, answered.body.code]).toEqual([name, 401, 'not-signed-in']);
  }
});

test('a problem is an RFC 9457 document that is not stored on the way', async () => {
  const { status, headers, body } = await call('getRecord', lead, { kind: 'academy', key: 'nothing' });
  expect(status).toBe(404);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  });
  expect(body).toEqual({
    type: 'urn:our-academies:problem:not-found',
    title: 'Not found',
    status: 404,
    detail: 'This academy is not here, or not for you to see.',
    code: 'not-found',
    reference: 'ref-1',
  });
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send('createRecord', office, { method: 'POST', params: { kind: 'hub' }, body, headers });

test.each([
  ['no JSON', '{', {}, 400],
  ['a list', '[]', {}, 400],
  ['a text', '"text"', {}, 400],
  ['null', 'null', {}, 400],
  ['another content type', '{}', { 'content-type': 'text/plain' }, 400],
  ['no content type', '{}', { 'content-type': '' }, 400],
  ['an unknown field', '{"key":"a","record":{},"more":1}', {}, 400],
  ['a field of the path', '{"key":"a","record":{},"kind":"trust"}', {}, 400],
  ['a prototype', '{"key":"a","record":{},"__proto__":{"admin":true}}', {}, 400],
  ['a prototype further in', '{"key":"a","record":{"__proto__":{"admin":true}}}', {}, 400],
  ['a constructor', '{"key":"a","record":{"name":"a","constructor":{"prototype":{}}}}', {}, 400],
  ['a key with a path', '{"key":"../../secret","record":{"name":"a"}}', {}, 400],
  ['control characters', '{"key":"a","record":{"name":"a\\u0000b"}}', {}, 400],
])('%s in the body is refused with a sentence', async (_name, body, headers, status) => {
  const answered = await post(body, headers);
  expect(answered).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/) } });
});

test('ten megabytes are refused before they are read, and also when the length was not told', async () => {
  const long = JSON.stringify({ key: 'a', record: { name: 'x'.repeat(10 * 1024 * 1024) } });
  expect(await post(long)).toMatchObject({
    status: 413,
    body: { code: 'too-large', detail: 'This is larger than 10 MB. Send less at once.' },
  });
  expect(await post(long, { 'content-length': '0' })).toMatchObject({ status: 413 });
});

test('a change needs the version that was read, and a star is none', async () => {
  const change = (headers: Record<string, string>) =>
    send('changeRecord', office, {
      method: 'PUT',
      params: { kind: 'academy', key: 'academy-900001' },
      body: { record: {} },
      headers,
    });
  expect(await change({})).toMatchObject({ status: 400, body: { fields: [{ path: 'version' }] } });
  expect(await change({ 'if-match': '*' })).toMatchObject({ status: 400, body: { fields: [{ path: 'version' }] } });
});

test('who is not of the trust office is refused before anything is parsed', async () => {
  const answered = await send('publishMeetings', lead, { method: 'POST', body: '{' });
  expect(answered).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

const answering = {
  identify: async () => ({ ok: true, value: callerWith({}) }) as const,
  asked: () => ({}) as never,
  reference: 'ref-2',
};
const http = (name: RequestName) => {
  const headers = new Headers({ authorization: `Bearer ${tokenOf(lead, ports)}` });
  return { method: requests[name].method, params: {}, query: new URLSearchParams(), headers } as never;
};

test('the log takes no line of what was written for a place in our code', () => {
  const facts = factsOfError(new SyntaxError('Unexpected token in "we met\n    at Ada Alder (home:1:1)\n at school"'));
  expect(facts['at']).toMatch(/^at .*request\.test/);
  expect(JSON.stringify(facts)).not.toMatch(/Alder|school/);
});

test.each(['*,*', '"1", *', 'W/"1", "2"', 'abc', '"1'])('If-Match %s is no version that was read', async (match) => {
  const params = { kind: 'academy', key: 'academy-900001' };
  const sent = { method: 'PUT', params, body: { record: {} }, headers: { 'if-match': match } };
  expect(await send('changeRecord', office, sent)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'version' }] },
  });
});

test('a fault is answered with a reference and logged without what was written', async () => {
  const seen: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (...all: unknown[]) => void seen.push(JSON.stringify(all)),
  };
  const broken = trigger(requests.me, {
    permit: 'everyone signed in',
    act: async () => {
      throw new TypeError('cannot read Ada Alder of canary');
    },
  });
  const answered = await answer(broken, http('me'), { ...answering, log });
  expect(answered.status).toBe(500);
  expect(JSON.parse(String(answered.body))).toMatchObject({ code: 'fault', reference: 'ref-2' });
  expect(`${answered.body}${seen}`).not.toMatch(/canary|Ada Alder/);
  expect(seen[0]).toMatch(/"reference":"ref-2".*"error":"TypeError"/);
});

test('when Microsoft 365 asks us to wait, so do we', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const busy = trigger(requests.me, { permit: 'everyone signed in', act: () => Promise.reject(new Busy(6.2)) });
  const answered = await answer(busy, http('me'), { ...answering, log });
  expect(answered).toMatchObject({ status: 503, headers: { 'Retry-After': '7' } });
});

const hostile = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    "' or 1 eq 1",
    '../..',
    '%00',
    '\u0000',
    '#{7*7}',
    '<script>',
    'a'.repeat(5000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const anything = fc.oneof(hostile, fc.jsonValue(), fc.double(), fc.constant(undefined));

test.each(Object.keys(requests) as RequestName[])('nothing that is thrown at %s is our fault', async (name) => {
  const names = [...requests[name].path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one as string);
  const kinds = fc.constantFrom(
    'academy',
    'draft',
    'review',
    'finding',
    'meeting',
    'action',
    'person',
    'network',
    'objective',
  );
  const params = fc.record(
    Object.fromEntries(names.map((one) => [one, one === 'kind' ? fc.oneof(kinds, hostile) : hostile])),
  );
  const fields = fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'key',
        'record',
        'keys',
        'file',
        'apply',
        'year',
        'plan',
        'finding',
        'actions',
        'accurate',
        'by',
        'is',
      ),
      hostile,
    ),
    anything,
    { maxKeys: 6 },
  );
  const texts = fc.dictionary(
    fc.oneof(fc.constantFrom('by', 'is', 'top', 'cursor', 'year', 'from', 'until'), hostile),
    hostile,
    { maxKeys: 4 },
  );
  await fc.assert(
    fc.asyncProperty(params, fields, texts, fc.option(hostile), async (some, body, query, version) => {
      const headers: Record<string, string> = isHeader(version) ? { 'if-match': version } : {};
      const { method } = requests[name];
      const rest = method === 'GET' || method === 'DELETE' ? { query } : { body };
      const answered = await send(name, office, { method, params: some, headers, ...rest });
      expect([answered.status, lines]).toEqual([expect.any(Number), []]);
      expect(answered.status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});

function isHeader(value: string | null): value is string {
  return value !== null && /^[\x21-\x7e]*$/.test(value);
}
