import { objective } from '../../../shared/records/objective';
import { hr, lead, outsider, reviewer, service } from '../service';

const agreed = {
  year: '2026/27',
  appraiser: outsider,
  text: 'Lead two of our peer reviews.',
  contribution: 'Six days.',
  measure: 'Both return by July.',
  evidenceSource: 'The review records.',
  ownAcademyBenefit: 'Ideas for our own Year 4 writing.',
  realistic: true,
  agreedOn: '2026-11-20',
  state: 'agreed',
} as const;

function opened() {
  const rig = service();
  for (const number of [1, 2, 3, 4, 5])
    rig.ports.put(objective, `objective-${number}`, { ...agreed, who: number === 4 ? reviewer : lead });
  return rig;
}

test('pages tell nobody how many records there are that they may not read', async () => {
  const { call } = opened();
  const ask = { kind: 'objective', by: 'who', is: lead.id, top: '1' };
  expect((await call('listRecords', reviewer, ask)).body).toEqual({ records: [] });
  expect((await call('listRecords', hr, ask)).body).toMatchObject({ records: [{ key: 'objective-1' }], next: '1' });
});

test('what somebody may read is found behind what they may not', async () => {
  const { call } = opened();
  const { body } = await call('listRecords', reviewer, { kind: 'objective', top: '1' });
  expect(body.records).toMatchObject([{ key: 'objective-4' }]);
});
