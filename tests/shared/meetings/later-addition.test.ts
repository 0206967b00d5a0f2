import { addedToAgreed, hasDirectedTime, isAgreedYear, laterAddition } from '../../../shared/meetings/later-addition';
import { movedTo, noMeetingOn } from '../../../shared/meetings/move';
import { waitingMeeting } from '../../functions/reconcile/published-records';
import { ada, ben } from '../../make';

const agreedOn = '2026-07-10';
const meeting = { ...waitingMeeting(), year: '2026/27' };
const then = { date: meeting.date, from: meeting.from, until: meeting.until };
const directed = new Set([ben.id]);

test('a calendar that was agreed in summer is that of the next year, and in autumn that of this one', () => {
  expect([isAgreedYear('2026-07-10', '2026/27'), isAgreedYear('2026-07-10', '2027/28')]).toEqual([true, false]);
  expect([isAgreedYear('2026-10-01', '2026/27'), isAgreedYear('2026-10-01', '2027/28')]).toEqual([true, false]);
  expect(isAgreedYear('2027-04-30', '2027/28')).toBe(false);
  expect(isAgreedYear('2027-05-01', '2027/28')).toBe(true);
});

test.each([
  ['as agreed', {}, [then], undefined],
  ['shorter on that day', { from: '16:00', until: '16:30' }, [then], undefined],
  ['a minute earlier', { from: '15:44' }, [then], 'longer'],
  ['a minute longer', { until: '16:46' }, [then], 'longer'],
  ['the day before', { date: '2027-01-13' }, [then], 'moved'],
  ['a later day', { date: '2027-02-03' }, [then], 'moved'],
  ['a later day that was agreed since', { date: '2027-02-03' }, [then, { ...then, date: '2027-02-03' }], undefined],
  ['not in the calendar', {}, [], 'added'],
] as const)('%s: %p', (_what, change, agreed, why) => {
  expect(laterAddition({ ...meeting, ...change }, agreed, agreedOn, directed)).toBe(why);
});

test('without an agreed calendar, or for people whose time is not directed, nothing is a later addition', () => {
  expect(laterAddition(meeting, [], undefined, directed)).toBeUndefined();
  expect(laterAddition(meeting, [], agreedOn, new Set([ada.id]))).toBeUndefined();
  expect(laterAddition({ ...meeting, year: '2027/28' }, [], agreedOn, directed)).toBeUndefined();
});

test('leadership pay and the central team have no directed time', () => {
  const at = { academy: '900001', level: 'Teacher' } as const;
  expect([
    hasDirectedTime(at),
    hasDirectedTime({ ...at, leadershipPay: true }),
    hasDirectedTime({ ...at, level: 'Principal' }),
    hasDirectedTime({ ...at, level: 'Head of Academy', leadershipPay: false }),
    hasDirectedTime({ level: 'Central team' }),
  ]).toEqual([true, false, false, true, false]);
});

test('somebody who is added is later, somebody who goes this once is not', () => {
  const [first] = meeting.members;
  const before = { members: [] };
  const after = { ...meeting, members: first === undefined ? [] : [first] };
  expect(addedToAgreed(before, after, agreedOn, directed)).toHaveLength(1);
  expect(addedToAgreed(after, after, agreedOn, directed)).toEqual([]);
  const substitute = { ...after, members: after.members.map((one) => ({ ...one, part: 'substitute' as const })) };
  expect(addedToAgreed(before, substitute, agreedOn, directed)).toEqual([]);
});

test('a moved meeting is answered and asked about anew', () => {
  const answered = { ...meeting, answers: [], chased: [], agreement: 'Asked on 1 May' };
  const moved = movedTo(answered, { ...then, date: '2027-01-15' }, undefined);
  expect(moved).toMatchObject({ date: '2027-01-15', outlook: 'waiting' });
  expect([moved.answers, moved.chased, moved.agreement]).toEqual([undefined, undefined, undefined]);
  expect(movedTo(answered, then, undefined)).toMatchObject({ answers: [], agreement: 'Asked on 1 May' });
});

test('nobody meets on a weekend or when the trust is closed', () => {
  expect(noMeetingOn('2027-01-16', undefined)).toMatch(/Saturday/);
  expect(noMeetingOn('2027-01-15', 'Trust conference')).toMatch(/Trust conference/);
  expect(noMeetingOn('2027-01-15', undefined)).toBeUndefined();
});
