import { keyInBody } from '../../../addin/item/key-in-body';

const origin = 'https://our-academies.example';

test.each([
  ['an attendee’s copy', `Dear all,\n\nOpen in Our Academies <${origin}/open/review/review-7>\n`, 'review', 'review-7'],
  ['a sentence that ends with the link', `See ${origin}/open/action/action-12.`, 'action', 'action-12'],
  [
    'a link that a mail gateway rewrote',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Four-academies.example%2Fopen%2Fmeeting%2Fm-3&data=05',
    'meeting',
    'm-3',
  ],
  ['the first of two links', `${origin}/open/review/one ${origin}/open/review/two`, 'review', 'one'],
])('%s tells its key', (_what, text, kind, key) => {
  expect(keyInBody(text)).toEqual({ kind, key });
});

test.each([
  ['an ordinary meeting', 'Staff meeting in the hall'],
  ['a link to something else', `${origin}/open/person/person-1`],
  ['a link without a key', `${origin}/open/review/`],
  ['an empty body', ''],
])('%s belongs to nothing', (_what, text) => {
  expect(keyInBody(text)).toBeUndefined();
});
