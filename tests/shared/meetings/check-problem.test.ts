import { checkProblem } from '../../../shared/meetings/check-problem';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { meets, member, network, problemWith } from './make-problem';

function sentences(more: Partial<MeetingProblem>): readonly string[] {
  return checkProblem(problemWith(more)).map(({ sentence }) => sentence);
}

test('a problem that can be planned raises no concern', () => {
  expect(sentences({})).toEqual([]);
});

test('a network without an audience is named, with what to do', () => {
  expect(sentences({ networks: [network('a', { members: [] })] })).toEqual([
    'Network a has no audience: nobody belongs to it. Say who does: a year group, a responsibility, a level, or people by name.',
  ]);
});

test('a term without room says how many meetings fit and what stands in the way', () => {
  const [told] = sentences({ networks: [network('a', { spans: meets(4) })], daysBetween: 21 });
  expect(told).toMatch(/^Network a, Autumn 2: 3 of 4 meetings fit\. .*21 days apart.*Choose more days/);
});

test('two networks that one person stands for, on the same only day, can never both be attended', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  expect(sentences({ ...day, networks: [network('a'), network('b')] })).toEqual([
    'Network a and Network b can never both be attended by Academy 1, Academy 2, Academy 3: one person stands for it in both, and their days and times leave no room for two meetings with 1 release a week. Name a deputy, or give one of the networks other days.',
  ]);
});

test('a deputy, or another week, takes that concern away', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const members = [1, 2, 3].flatMap((academy) => [
    member(academy, academy),
    { ...member(academy, academy + 10), part: 'deputy' as const },
  ]);
  expect(sentences({ ...day, networks: [network('a'), network('b', { members })] })).toEqual([]);
  expect(sentences({ networks: [network('a'), network('b')] })).toEqual([]);
});
