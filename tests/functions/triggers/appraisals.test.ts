import { objective } from '../../../shared/records/objective';
import { ok, refuse } from '../../../shared/result';
import { head, hr, lead, office, outsider, reviewer, service } from '../service';
import { appraisalTemplate } from '../word/appraisal-template';
import { textsOf } from '../word/make-docx';

const agreed = {
  year: '2026/27',
  who: lead,
  appraiser: outsider,
  text: 'Lead two of our peer reviews.',
  contribution: 'Six days.',
  measure: 'Both hosts mark the record accurate.\nBoth return by July.',
  evidenceSource: 'The review records.',
  ownAcademyBenefit: 'Ideas for our own Year 4 writing.',
  realistic: true,
  agreedOn: '2026-11-20',
  state: 'agreed',
} as const;

function opened() {
  const rig = service();
  const saved = new Map<string, { name: string; about: string; content: Uint8Array }>();
  rig.ports.put(objective, 'objective-1', agreed);
  Object.assign(rig.ports.files, {
    templates: async () => [{ id: 't', name: 'Appraisal.docx', changedAt: '2026-11-01T08:00:00Z', bytes: 9 }],
    readTemplate: async (id: string) =>
      id === 't'
        ? ok({ name: 'Appraisal.docx', content: appraisalTemplate() })
        : refuse('not-found', 'Not there. Choose another.'),
    saveDocument: async (about: string, name: string, content: Uint8Array) => {
      saved.set('d', { about, name, content });
      return { id: 'd', name };
    },
    readDocument: async (id: string) => {
      const found = saved.get(id);
      return found === undefined ? refuse('not-found', 'Not there. Choose another.') : ok(found);
    },
  });
  return { ...rig, saved };
}

test('HR sees principals with their objectives of a year, and nobody else does', async () => {
  const { call } = opened();
  const { body } = await call('appraisals', hr, { year: '2026/27' });
  expect(
    body.people.map((one: { person: { name: string }; objectives: unknown[] }) => [
      one.person.name,
      one.objectives.length,
    ]),
  ).toEqual([
    ['Ada Alder', 1],
    ['Ben Beech', 0],
    ['Cleo Cedar', 0],
  ]);
  for (const who of [lead, office, outsider])
    expect((await call('appraisals', who, { year: '2026/27' })).status).toBe(403);
});

test('an objective is filled into a copy of a template, which whoever may read the objective can fetch', async () => {
  const { call, saved } = opened();
  const { status, body } = await call('fillTemplate', hr, { id: 't', objective: 'objective-1' });
  expect([status, body.document]).toEqual([200, { id: 'd', name: 'Appraisal - Ada Alder - 2026-27.docx' }]);
  expect(body.filled).toEqual(expect.arrayContaining(['principal.name', 'objective.text']));
  expect(saved.get('d')?.about).toBe('objective-1');
  const read = await call('readDocument', lead, { id: 'd' });
  expect(textsOf(Buffer.from(read.body.file, 'base64')).join('\n')).toContain('Lead two of our peer reviews.');
  for (const who of [head, reviewer, office]) expect((await call('readDocument', who, { id: 'd' })).status).toBe(404);
});

test('the values of an objective are told to those who may read it', async () => {
  const { call } = opened();
  expect((await call('objectiveValues', outsider, { key: 'objective-1' })).body.values).toMatchObject({
    'principal.name': 'Ada Alder',
    'objective.agreedOn': '20 November 2026',
    'academy.name': 'Fernhill Primary',
    'trust.name': 'Larkrise Trust',
  });
  expect((await call('objectiveValues', reviewer, { key: 'objective-1' })).status).toBe(404);
});

test('a template that is gone, or an objective that is not there, is said so', async () => {
  const { call } = opened();
  expect((await call('fillTemplate', hr, { id: 'x', objective: 'objective-1' })).body.code).toBe('not-found');
  expect((await call('fillTemplate', hr, { id: 't', objective: 'objective-9' })).body.code).toBe('not-found');
  expect((await call('templates', hr, {})).body.templates).toHaveLength(1);
});
