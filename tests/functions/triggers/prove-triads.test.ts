import { planTriads } from '../../../shared/triads/plan';
import { triadPlanSchema } from '../../../shared/triads/plan-schema';
import { hr, lead, office, service } from '../service';
import { lineOfAcademies, urnAt } from '../triads/make-problem';

const problem = lineOfAcademies(9);

test('the trust office learns that a plan is the best, or gets a better one', async () => {
  const { call } = service();
  const planned = planTriads(problem, 1000);
  const triads = planned.ok ? planned.value.rounds[0]?.triads.map(({ academies }) => academies) : undefined;
  const told = await call('proveTriads', office, { problem, triads });
  expect(told).toMatchObject({ status: 200, body: { bound: 12, proved: true } });
  expect(told.body.better).toBeUndefined();

  const worse = [[0, 3, 6].map(urnAt), [1, 4, 7].map(urnAt), [2, 5, 8].map(urnAt)];
  const { body } = await call('proveTriads', office, { problem, triads: worse });
  expect(body).toMatchObject({ bound: 12, proved: true, better: { total: { cost: 12, bound: 12 } } });
  expect(triadPlanSchema.parse(body.better)).toEqual(body.better);
});

test('triads that break a rule, and academies that cannot be planned, are refused with a sentence', async () => {
  const { call } = service();
  const half = await call('proveTriads', office, { problem, triads: [[0, 1, 2].map(urnAt)] });
  expect(half).toMatchObject({ status: 400, body: { detail: expect.stringContaining('Plan them again.') } });
  const three = await call('proveTriads', office, {
    problem: lineOfAcademies(3),
    triads: [[0, 1, 2].map(urnAt)],
  });
  expect(three.status).toBe(400);
});

test.each([
  ['principals', lead],
  ['HR', hr],
])('%s may not ask', async (_who, person) => {
  const told = await service().call('proveTriads', person, { problem, triads: [] });
  expect(told.status).toBe(403);
});
