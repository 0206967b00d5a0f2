import { halfTermChoices, nextHalfTerm } from '../../../../addin/screens/plan/half-terms';
import { measureOf, notPlaced, planRows } from '../../../../addin/screens/plan/plan-rows';
import { nothingAsked, planReducer } from '../../../../addin/screens/plan/plan-state';
import type { MeetingPlan } from '../../../../shared/meetings/plan-schema';
import { refuse } from '../../../../shared/result';
import { problem, schoolYears } from '../trust-records';

const plan: MeetingPlan = {
  meetings: [
    {
      network: 'network-year-2',
      number: 2,
      date: '2027-02-02',
      from: '15:45',
      until: '16:45',
      host: '900002',
      present: ['900002'],
      absent: [{ academy: '900001', because: 'nobody is free' }],
    },
    {
      network: 'network-year-2',
      number: 1,
      date: '2027-01-12',
      from: '15:45',
      until: '16:45',
      present: ['900001'],
      absent: [],
    },
  ],
  represented: 2,
  places: 3,
  bound: 3,
  explanation: [],
};

test('half-terms of several authorities are joined by name, over the widest span', () => {
  expect(halfTermChoices(schoolYears.map(({ record }) => record))).toEqual([
    { name: 'Spring 1', from: '2027-01-04', until: '2027-02-19', scopes: 2 },
  ]);
});

test('the half-term that has not begun is offered first, the last one in summer', () => {
  const choices = ['2026-09-01', '2026-11-02', '2027-01-04'].map((from) => ({
    name: from,
    from,
    until: from,
    scopes: 1,
  }));
  expect(nextHalfTerm(choices, '2026-10-20')?.name).toBe('2026-11-02');
  expect(nextHalfTerm(choices, '2027-07-01')?.name).toBe('2027-01-04');
  expect(nextHalfTerm([], '2027-07-01')).toBeUndefined();
});

test('rows come in date order with names for keys', () => {
  expect(
    planRows(plan, problem).map(({ network, number, where, represented, of, missing }) => ({
      network,
      number,
      where,
      represented,
      of,
      missing,
    })),
  ).toEqual([
    { network: 'Year 2', number: 1, where: 'Place to be agreed', represented: 1, of: 1, missing: [] },
    {
      network: 'Year 2',
      number: 2,
      where: 'Ashdown Primary Academy',
      represented: 1,
      of: 2,
      missing: [{ academy: 'Millbrook Primary Academy', because: 'nobody is free' }],
    },
  ]);
});

test('a network that got fewer meetings than it wants is named', () => {
  expect(notPlaced({ ...plan, meetings: [] }, problem)).toEqual([{ network: 'Year 2', wanted: 1, planned: 0 }]);
  expect(notPlaced(plan, problem)).toEqual([]);
});

test('the measure says whether more can be reached', () => {
  expect(measureOf({ represented: 150, places: 150, bound: 150 })).toBe(
    'Every academy is represented, every time: 150 of 150 places.',
  );
  expect(measureOf({ represented: 148, places: 150, bound: 148 })).toBe(
    'Academies represented at 148 of 150 places. No plan can reach more.',
  );
  expect(measureOf({ represented: 147, places: 150, bound: 149 })).toBe(
    'Academies represented at 147 of 150 places. No plan can reach more than 149.',
  );
});

describe('the way from question to drafts', () => {
  const question = { year: '2026/27', from: '2027-01-04', until: '2027-02-19', networks: ['network-year-2'] };
  const fetched = { type: 'fetched', problem, withoutMailbox: [] } as const;

  test('goes forward alone: a plan that comes after cancelling is dropped', () => {
    const cancelled = planReducer(planReducer(nothingAsked, { type: 'ask', question }), { type: 'go back' });
    expect(planReducer(cancelled, fetched)).toEqual(nothingAsked);
    expect(planReducer(cancelled, { type: 'planned', plan })).toEqual(nothingAsked);
  });

  test('keeps the plan when keeping it is refused', () => {
    const { problem: refused } = refuse('busy', 'Try again.');
    const looked = [{ type: 'ask', question } as const, fetched, { type: 'planned', plan } as const].reduce(
      planReducer,
      nothingAsked,
    );
    const saving = planReducer(looked, { type: 'save' });
    expect(planReducer(saving, { type: 'refused', problem: refused })).toEqual({ ...looked, refused });
  });
});
