import * as fc from 'fast-check';
import { finding } from '../../shared/records/finding';
import { meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { notPublished } from '../../shared/records/outlook-event';
import { review } from '../../shared/records/review';
import { type Request, type RequestName, requests } from '../../shared/requests';
import { validFinding } from '../make';
import { head, host, hr, lead, office, reviewer, service } from './service';

/**
 * Valid calls with one thing broken: deeper than plain nonsense, since everything else lets them through. Whatever is
 * broken, the answer is a value or a problem with a sentence, never a fault.
 */
const visit = {
  year: '2026/27',
  triad: 'triad-1',
  host,
  hostHead: head,
  lead,
  reviewers: [reviewer],
  stage: 'visited',
  visitOn: '2026-11-20',
  visitFrom: '09:00',
  visitUntil: '15:00',
  sharing: 'none',
} as const;
const principals = {
  name: 'Principals',
  level: 'Principal',
  lead,
  minutes: 60,
  rhythm: 'every half-term',
  times: 1,
  days: ['Tuesday'],
  windows: [{ from: '15:45', until: '17:15' }],
  where: 'in Teams',
  active: true,
} as const;
const planned = {
  year: '2026/27',
  network: 'principals',
  number: 1,
  name: 'Principals',
  lead,
  date: '2027-01-12',
  from: '15:45',
  until: '16:45',
  place: 'Teams',
  members: [{ academy: host, who: head, email: 'ben.beech@trust.example' }],
  ...notPublished,
} as const;

const { call, lines, ports } = service();
ports.put(network, 'principals', principals);
const versions = {
  review: ports.put(review, 'review-1', { ...visit, ...notPublished }).version,
  meeting: ports.put(meeting, 'meeting-1', planned).version,
  finding: ports.put(finding, 'finding-9', {
    ...validFinding,
    review: 'review-9',
    lead,
    hostHead: head,
    reviewers: [lead],
    host,
  }).version,
};
const { focus, activities, strengths, considerations } = validFinding;
const plan = {
  meetings: [
    {
      network: 'principals',
      number: 1,
      date: '2027-01-12',
      from: '15:45',
      until: '16:45',
      present: [host],
      absent: [],
    },
  ],
  represented: 1,
  places: 1,
  bound: 1,
  explanation: [],
};
const csv = Buffer.from(`name,email,urn,post,level\nAda,ada@trust.example,${host},Head,Principal\n`).toString('base64');

const valid: readonly (readonly [RequestName, typeof lead, Readonly<Record<string, unknown>>])[] = [
  ['createRecord', office, { kind: 'network', key: 'reception', record: principals }],
  ['createRecord', office, { kind: 'review', key: 'review-2', record: visit }],
  [
    'createRecord',
    lead,
    {
      kind: 'action',
      key: 'action-2',
      record: { review: 'review-1', what: 'Read', owner: head, dueOn: '2027-01-01', state: 'proposed' },
    },
  ],
  [
    'createRecord',
    lead,
    {
      kind: 'draft',
      key: `draft-${lead.id}-2`,
      record: { owner: lead, about: 'a', body: { deep: [1, { more: true }] } },
    },
  ],
  [
    'createRecord',
    office,
    {
      kind: 'attendance',
      key: `attendance-meeting-1-${host}`,
      record: { meeting: 'meeting-1', academy: host, lead, represented: 'yes' },
    },
  ],
  [
    'createRecord',
    office,
    {
      kind: 'schoolYear',
      key: 'year-1',
      record: { year: '2026/27', scope: 'trust', halfTerms: [{ name: 'A', from: '2026-09-01', until: '2026-10-20' }] },
    },
  ],
  [
    'changeRecord',
    lead,
    { kind: 'review', key: 'review-1', version: versions.review, record: { ...visit, stage: 'planned' } },
  ],
  ['changeRecord', office, { kind: 'meeting', key: 'meeting-1', version: versions.meeting, record: planned }],
  ['removeRecord', office, { kind: 'network', key: 'principals-gone', version: '"1"' }],
  ['listRecords', lead, { kind: 'review', by: 'host', is: host, top: 20 }],
  [
    'sendOutcome',
    lead,
    {
      key: 'review-1',
      findingKey: 'finding-1',
      finding: { focus, activities, strengths, considerations, safeguardingRaised: false },
      actions: [{ key: 'action-1', action: { what: 'Read', owner: head, dueOn: '2027-01-01' } }],
    },
  ],
  ['answerOutcome', head, { key: 'finding-9', version: versions.finding, accurate: false, comment: 'No' }],
  ['planningProblem', office, { year: '2026/27', from: '2027-01-04', until: '2027-02-12', networks: 'principals' }],
  ['savePlan', office, { year: '2026/27', plan }],
  ['previewPlan', office, { year: '2026/27', plan }],
  ['publishMeetings', office, { keys: ['meeting-1'] }],
  [
    'moveMeeting',
    office,
    { key: 'meeting-1', version: versions.meeting, date: '2027-01-13', from: '15:45', until: '16:45' },
  ],
  ['previewPublishing', office, { keys: ['meeting-1'] }],
  ['previewMove', office, { key: 'meeting-1', date: '2027-01-13', from: '15:45', until: '16:45' }],
  ['cancelMeeting', office, { key: 'meeting-1', version: versions.meeting }],
  ['applyMembershipChanges', office, { changes: [{ meeting: 'meeting-1', who: 'x', does: 'add' }] }],
  ['withdrawNetwork', office, { network: 'principals', year: '2026/27' }],
  ['takeOver', office, { kind: 'meeting', key: 'meeting-1', version: versions.meeting }],
  ['putBack', office, { kind: 'meeting', key: 'meeting-1', version: versions.meeting }],
  ['importPeople', office, { file: csv, apply: false }],
  ['importAcademies', office, { file: csv, apply: false, trust: 'Larkrise' }],
  ['appraisals', hr, { year: '2026/27' }],
  ['fillTemplate', hr, { id: 'template', objective: 'objective-1' }],
];

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    'a\nb',
    '__proto__',
    'constructor',
    "'; drop",
    '2026-02-30',
    '99:99',
    -1,
    1.5,
    1e308,
    null,
    true,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    ['x'.repeat(70_000)],
    'x'.repeat(70_000),
    '\ud800',
    { toString: 'x' },
    { length: 9 },
  ),
  fc.jsonValue(),
);

/** Every place in a value, as the way that leads there. */
function places(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...way, name]))];
}

function broken(
  value: unknown,
  [name, ...rest]: readonly string[],
  by: unknown,
  how: 'replace' | 'remove' | 'add',
): unknown {
  if (name === undefined) return how === 'add' && typeof value === 'object' ? { ...value, extra: by } : by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (how === 'remove' && rest.length === 0) delete copy[name];
  else copy[name] = broken(copy[name], rest, by, how);
  return copy;
}

test.each(valid)('%s with one thing broken is never our fault', async (name, who, input) => {
  const request: Request = requests[name];
  const ways = places(input).filter((way) => way.length > 0);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ways),
      hostile,
      fc.constantFrom('replace', 'remove', 'add'),
      async (way, by, how) => {
        const sent = broken(input, way, by, how) as Record<string, unknown>;
        if (typeof sent['version'] === 'string' && !/^[\x21-\x7e]+$/.test(sent['version'])) return;
        const { status, body } = await call(name, who, sent);
        expect([status < 500, lines]).toEqual([true, []]);
        if (status >= 400)
          expect(body).toMatchObject({ status, detail: expect.stringMatching(/[.?]$/), reference: 'ref-1' });
        else expect(request.output).toBeDefined();
      },
    ),
    { numRuns: 250 },
  );
});
