import { leftInOutlook, overworked } from '../../../../addin/screens/plan/plan-exceptions';
import {
  byMonth,
  byNetwork,
  measureOf,
  notPlaced,
  planRows,
  unreadPeople,
} from '../../../../addin/screens/plan/plan-rows';
import { nothingAsked, type PlanEvent, type PlanState, planReducer } from '../../../../addin/screens/plan/plan-state';
import { yearParts } from '../../../../addin/screens/plan/year-parts';
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

test('the year comes first, then its half-terms over the widest span, then what is left of it', () => {
  const calendars = schoolYears.map(({ record }) => record);
  expect(yearParts(calendars, '2026-11-23')).toEqual([
    { key: 'year', name: 'The whole year', from: '2027-01-04', until: '2027-02-19', replan: false },
    { key: 'Spring 1', name: 'Spring 1', from: '2027-01-04', until: '2027-02-19', replan: false },
    { key: 'from', name: 'From a day on, with few changes', from: '2027-01-04', until: '2027-02-19', replan: true },
  ]);
  expect(yearParts(calendars, '2027-02-03').map(({ name, from }) => [name, from])).toEqual([
    ['The rest of the year', '2027-02-04'],
    ['Spring 1', '2027-02-04'],
    ['From a day on, with few changes', '2027-02-04'],
  ]);
  expect(yearParts([], '2027-02-03')).toEqual([]);
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

test('months and networks add up what their meetings reach', () => {
  const rows = planRows(plan, problem);
  expect(byMonth(rows).map(({ name, represented, of }) => [name, represented, of])).toEqual([
    ['January 2027', 1, 1],
    ['February 2027', 1, 2],
  ]);
  expect(byNetwork(rows).map(({ name, rows: all }) => [name, all.length])).toEqual([['Year 2', 2]]);
});

test('a meeting that moved says where it was, and for whom a deputy comes', () => {
  const [first] = plan.meetings;
  if (first === undefined) throw new Error('the fixture lost its meetings');
  const moved = {
    ...first,
    moved: { date: '2027-01-26', from: '15:45', until: '16:45' },
    representatives: [{ academy: '900002', email: 'teacher2@trust.example', part: 'deputy' as const }],
  };
  expect(planRows({ ...plan, meetings: [moved] }, problem)[0]).toMatchObject({
    was: 'Tuesday 26 January 2027, 15:45',
    deputies: ['Ashdown Primary Academy: Wren Whitlock 2'],
  });
});

test('people without a mailbox are named with their networks', () => {
  expect(unreadPeople(problem, ['teacher4@trust.example', 'head@trust.example'])).toEqual([
    'Wren Whitlock 4 (teacher4@trust.example): Year 2',
    'head@trust.example',
  ]);
});

test('a published meeting without a date, and who is asked for too much after school, are told in words', () => {
  const [later] = plan.meetings;
  if (later === undefined) throw new Error('the fixture lost its meetings');
  const standing = { network: later.network, number: 3, from: later.from, until: later.until, published: true };
  const stay = { meetings: [{ ...standing, date: '2027-02-16' }] };
  const academies = problem.academies.map((one) => ({ ...one, dayUntil: '15:15', directedMinutes: 45 }));
  const representatives = [{ academy: '900002', email: 'teacher2@trust.example', part: 'member' as const }];
  const tight = { ...problem, academies, stay };
  const counted = { ...plan, meetings: [{ ...later, representatives }] };
  expect(leftInOutlook(counted, tight)).toEqual(['Year 2, meeting 3: Tuesday 16 February 2027, 15:45 to 16:45']);
  expect(overworked(counted, tight)).toEqual([
    'Wren Whitlock 2, Ashdown Primary Academy: 1 h after school in the year, of 0 h 45 that the calendar leaves',
  ]);
  expect([leftInOutlook(plan, problem), overworked(plan, problem)]).toEqual([[], []]);
});

describe('the way from question to drafts', () => {
  const question = {
    year: '2026/27',
    from: '2027-01-04',
    until: '2027-02-19',
    networks: ['network-year-2'],
    replan: false,
  };
  const fetched: PlanEvent = { type: 'fetched', problem, busy: [], withoutMailbox: [] };
  const reached = (...events: readonly PlanEvent[]): PlanState => events.reduce(planReducer, nothingAsked);
  const looked = reached({ type: 'ask', question }, fetched, { type: 'better', plan, share: 0.2 });

  test('goes forward alone: a plan that comes after cancelling is dropped', () => {
    const cancelled = reached({ type: 'ask', question }, { type: 'go back' });
    expect(planReducer(cancelled, fetched)).toEqual(nothingAsked);
    expect(planReducer(cancelled, { type: 'done', plan })).toEqual(nothingAsked);
  });

  test('stops where something stands in the way, and goes on when that is wanted', () => {
    const concerned = reached({ type: 'ask', question }, fetched, {
      type: 'concerned',
      concerns: ['Nobody belongs to it.'],
    });
    expect(concerned.step).toBe('concerned');
    expect(planReducer(concerned, { type: 'all the same' }).step).toBe('planning');
  });

  test('keeps the plan when keeping it is refused', () => {
    const { problem: refused } = refuse('busy', 'Try again.');
    const saving = planReducer(planReducer(looked, { type: 'done', plan }), { type: 'save' });
    expect(planReducer(saving, { type: 'refused', problem: refused })).toMatchObject({ step: 'look', plan, refused });
  });

  test('a meeting that is moved by hand is locked at its new date, and counts what it loses', () => {
    const id = 'network-year-2 2027-02-02';
    const to = {
      date: '2027-02-09',
      from: '15:45',
      until: '16:45',
      present: [],
      absent: [{ academy: '900002', because: 'It is closed.' }],
      representatives: [],
      touches: [],
    };
    const moved = planReducer(planReducer(looked, { type: 'move', id }), { type: 'moved', id, to });
    expect(moved).toMatchObject({
      moving: undefined,
      plan: {
        represented: 1,
        meetings: [{ date: '2027-01-12' }, { date: '2027-02-09', moved: { date: '2027-02-02' } }],
      },
    });
    expect(moved.step === 'look' ? [...moved.locked] : []).toEqual(['network-year-2 2027-02-09']);
  });

  test('other dates that come after their panel was closed are dropped', () => {
    const id = 'network-year-2 2027-02-02';
    const closed = planReducer(planReducer(looked, { type: 'move', id }), { type: 'move', id: undefined });
    expect(planReducer(closed, { type: 'moves found', id, moves: [] })).toEqual(closed);
  });

  test('a lock is set and taken away, and the search can be stopped', () => {
    const id = 'network-year-2 2027-02-02';
    const locked = planReducer(looked, { type: 'lock', id, locked: true });
    expect(locked.step === 'look' ? [...locked.locked] : []).toEqual([id]);
    const unlocked = planReducer(locked, { type: 'lock', id, locked: false });
    expect(unlocked.step === 'look' ? unlocked.locked.size : -1).toBe(0);
    expect(planReducer(looked, { type: 'stop' })).toMatchObject({ share: undefined });
  });
});
