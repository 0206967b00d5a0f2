import { type Role, roles } from '../../shared/caller';
import type { PersonReference } from '../../shared/field';
import { action } from '../../shared/records/action';
import { finding } from '../../shared/records/finding';
import { person } from '../../shared/records/person';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { workingCopy } from '../../shared/records/working-copy';
import { type RequestName, requests } from '../../shared/requests';
import { validAction, validFinding, validReview } from '../make';
import { head, hr, lead, reviewer, service, staff, tokenOf } from './service';

/** Words that stand in findings alone. */
const secret = 'Quiet corners for reading aloud';

/** Somebody of HR who is the lead reviewer too, or the host head, and holds every other role beside it. */
async function behindTheWall(as: 'lead' | 'host' | 'owner' | 'nobody') {
  const api = service();
  const { ports } = api;
  const place = as === 'host' || as === 'owner' ? '900001' : '900002';
  ports.put(person, `person-${hr.id}`, staff(hr, place));
  const people = {
    hostHead: as === 'host' ? hr : head,
    lead: as === 'lead' ? hr : lead,
    reviewers: [as === 'lead' ? hr : lead, reviewer],
  };
  ports.put(review, 'review-1', { ...validReview, ...people, sharing: 'trust', stage: 'confirmed by host' });
  ports.put(review, 'review-2', { ...validReview, ...people });
  ports.put(finding, 'finding-1', {
    ...validFinding,
    ...people,
    agreement: 'accurate',
    sharing: 'trust',
    boardSummary: true,
    focus: secret,
    strengths: [secret],
    goodPractice: secret,
    impact: secret,
  });
  const owner = as === 'owner' ? hr : people.hostHead;
  const supporters = people.reviewers;
  ports.put(action, 'action-1', { ...validAction, owner, supporters, state: 'agreed', what: secret, support: secret });
  const { lead: leads, reviewers } = people;
  ports.put(workingCopy, 'review-2', { review: 'review-2', lead: leads, reviewers, body: { focus: secret } });
  ports.put(stage, 'review-1.impact-review', {
    year: '2026/27',
    review: 'review-1',
    host: '900001',
    step: 'impact review',
    owner: people.hostHead,
    people: people.reviewers,
    on: '2026-11-20',
    state: 'open',
    wanted: 'nothing',
    generation: 0,
    outlook: 'draft',
  });
  const ask = (
    name: RequestName,
    who: PersonReference,
    held: readonly Role[],
    input: Readonly<Record<string, string>>,
  ) => {
    const { method, path } = requests[name];
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one as string);
    const { version, ...rest } = input;
    const others = Object.entries(rest).filter(([one]) => !inPath.includes(one));
    const isQuery = method === 'GET' || method === 'DELETE';
    return api.send(name, who, {
      method,
      params: Object.fromEntries(inPath.map((one) => [one, rest[one] ?? ''])),
      ...(isQuery ? { query: Object.fromEntries(others) } : { body: Object.fromEntries(others) }),
      headers: {
        authorization: `Bearer ${tokenOf(who, ports, held)}`,
        ...(version === undefined ? {} : { 'if-match': version }),
      },
    });
  };
  return { ...api, ask };
}

const everything: readonly Role[] = roles;
const walled = ['finding', 'action', 'workingCopy'] as const;
const keyOf = { finding: 'finding-1', action: 'action-1', workingCopy: 'review-2' } as const;
const routes: readonly (readonly [RequestName, (kind: (typeof walled)[number]) => Readonly<Record<string, string>>])[] =
  [
    ['listRecords', (kind) => ({ kind })],
    ['listRecords', (kind) => ({ kind, by: 'review', is: 'review-1' })],
    ['getRecord', (kind) => ({ kind, key: keyOf[kind] })],
    ['getRecord', (kind) => ({ kind, key: 'never-there' })],
    ['historyOfRecord', (kind) => ({ kind, key: keyOf[kind] })],
    ['createRecord', (kind) => ({ kind, key: 'made-1', record: '{}' })],
    ['changeRecord', (kind) => ({ kind, key: keyOf[kind], version: '"v,1"', record: '{}' })],
    ['removeRecord', (kind) => ({ kind, key: keyOf[kind], version: '"v,1"' })],
  ];

describe.each(['lead', 'host', 'owner', 'nobody'] as const)(
  'whoever works for HR, though also %s of the review',
  (as) => {
    test.each([['HR alone', ['HR'] as const], ['every role', everything] as const])(
      'meets 403 on every route to what peers said, there or not: %s',
      async (_says, held) => {
        const { ask } = await behindTheWall(as);
        for (const kind of walled)
          for (const [name, input] of routes) {
            const answered = await ask(name, hr, held as readonly Role[], input(kind));
            expect([kind, name, answered.status]).toEqual([kind, name, 403]);
          }
        const more: readonly (readonly [RequestName, Readonly<Record<string, string>>])[] = [
          ['sharedPractice', {}],
          ['boardSummaries', {}],
          ['open', { key: 'action-1', kind: 'action' }],
        ];
        for (const [name, input] of more)
          expect([name, (await ask(name, hr, held as readonly Role[], input)).status]).toEqual([name, 403]);
      },
    );

    test('finds no word of it in any answer, of any call, in any header, problem, letter or line of the log', async () => {
      const api = await behindTheWall(as);
      const values = {
        key: 'review-1',
        kind: 'finding',
        findingKey: 'finding-1',
        statement: 'Read',
        step: 'impact review',
      };
      for (const name of Object.keys(requests) as RequestName[])
        for (const key of ['review-1', 'review-2', 'finding-1', 'action-1']) {
          const answered = await api.ask(name, hr, everything, { ...values, version: '"v,1"', key });
          expect(JSON.stringify(answered.body ?? '') + [...answered.headers].join()).not.toContain(secret);
        }
      expect(api.lines.join('\n') + JSON.stringify(api.ports.letters)).not.toContain(secret);
    });
  },
);

test('the same questions are answered to those who wrote it: the test would find the words', async () => {
  const { ask } = await behindTheWall('nobody');
  const found = await ask('getRecord', lead, ['Principal'], { kind: 'finding', key: 'finding-1' });
  expect(JSON.stringify(found.body)).toContain(secret);
  const copy = await ask('getRecord', lead, ['Principal'], { kind: 'workingCopy', key: 'review-2' });
  expect(JSON.stringify(copy.body)).toContain(secret);
});
