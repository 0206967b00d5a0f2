import { objective } from '../../../shared/records/objective';
import { head, hr, lead, outsider, reviewer, service } from '../service';

const drafted = {
  year: '2026/27',
  who: lead,
  appraiser: head,
  text: 'Lead two of our peer reviews.',
  contribution: 'Six days.',
  measure: 'Both return by July.',
  evidenceSource: 'The review records.',
  ownAcademyBenefit: 'Ideas for our own Year 4 writing.',
  realistic: true,
  state: 'draft',
} as const;
const agreed = { ...drafted, agreedOn: '2026-11-20', state: 'agreed' } as const;

function opened(record: object) {
  const rig = service();
  const { version } = rig.ports.put(objective, 'objective-1', record as typeof agreed);
  const change = (who: typeof lead, more: object) =>
    rig.call('changeRecord', who, { kind: 'objective', key: 'objective-1', version, record: { ...record, ...more } });
  return { ...rig, change };
}

test('nobody names themselves the appraiser of somebody whom they do not lead', async () => {
  const { call } = service();
  const forged = { kind: 'objective', key: 'objective-9', record: { ...agreed, appraiser: outsider } };
  expect((await call('createRecord', outsider, forged)).status).toBe(403);
  expect((await call('createRecord', head, { ...forged, record: agreed })).status).toBe(201);
  expect((await call('createRecord', hr, { ...forged, key: 'objective-10' })).status).toBe(201);
});

test('an objective stays with its person, appraiser and year: HR alone changes them', async () => {
  const { change } = opened(drafted);
  for (const more of [{ who: reviewer }, { appraiser: lead }, { year: '2025/26' }])
    for (const who of [lead, head]) expect((await change(who, more)).status).toBe(403);
  expect((await change(hr, { appraiser: reviewer })).status).toBe(200);
});

test('whose objective it is words it until it is agreed, and never says that it was met', async () => {
  expect((await opened(drafted).change(lead, { support: 'Two days of cover' })).status).toBe(200);
  expect((await opened(drafted).change(lead, { state: 'agreed', agreedOn: '2026-11-20' })).status).toBe(403);
  expect((await opened(agreed).change(lead, { measure: 'Anything.' })).status).toBe(403);
  expect((await opened(agreed).change(lead, { state: 'met' })).status).toBe(403);
  expect((await opened(agreed).change(head, { state: 'met' })).status).toBe(200);
  expect((await opened({ ...agreed, appraiser: lead }).change(lead, { state: 'met' })).status).toBe(403);
});
