import { type Attempt, nextAttempt, retryPolicy } from '../../../functions/graph/retry-policy';

const create: Attempt['call'] = { method: 'POST' };
const read: Attempt['call'] = { method: 'GET' };

function next(attempt: Partial<Attempt>, chance = 1): number | undefined {
  return nextAttempt(
    retryPolicy,
    { call: read, status: 429, sent: 1, retryAfterMilliseconds: undefined, ...attempt },
    chance,
  );
}

test('a refused create may be sent again: the server did not act', () => {
  expect(next({ call: create, status: 429, retryAfterMilliseconds: 3000 })).toBe(3000);
});

test.each([-1, 500, 502, 503, 504])('a create of which nobody knows the outcome (%s) is never sent again', (status) => {
  expect(next({ call: create, status, retryAfterMilliseconds: 1000 })).toBeUndefined();
});

test.each([-1, 500, 502, 503, 504])('a read without an answer (%s) is sent again', (status) => {
  expect(next({ status })).toBe(500);
});

test('a change that says it may be repeated is', () => {
  expect(next({ call: { method: 'PATCH', repeatable: true }, status: 504 })).toBe(500);
  expect(next({ call: { method: 'PATCH' }, status: 504 })).toBeUndefined();
});

test.each([400, 401, 403, 404, 409, 412])('a refusal that will not change (%s) stands', (status) => {
  expect(next({ status })).toBeUndefined();
});

test('a wait that the server gives is kept as it is, also above three minutes, whatever chance says', () => {
  expect(next({ retryAfterMilliseconds: 600_000 }, 0)).toBe(600_000);
  expect(next({ retryAfterMilliseconds: 600_000 }, 1)).toBe(600_000);
});

test('our own wait doubles, is spread by chance and has an end', () => {
  expect([1, 2, 3, 4].map((sent) => next({ status: 500, sent }))).toEqual([500, 1000, 2000, 4000]);
  expect(next({ status: 500, sent: 3 }, 0)).toBe(1000);
  expect(next({ status: 429, sent: 9 })).toBe(20_000);
});

test('nothing is sent for ever', () => {
  expect(next({ sent: 11 })).toBeUndefined();
  expect(next({ status: 500, sent: 7 })).toBeUndefined();
});
