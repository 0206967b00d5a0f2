import { move, type Route } from '../../addin/router';

const home: Route = { screen: 'home', given: {} };
const review: Route = { screen: 'review', given: { key: 'review-1' } };
const log: Route = { screen: 'logOutcome', given: { key: 'review-1' } };

test('going and coming back leads where one was', () => {
  const there = move(move([home], { type: 'go', route: review }), { type: 'go', route: log });
  expect(there).toEqual([home, review, log]);
  expect(move(there, { type: 'back' })).toEqual([home, review]);
});

test('what was sent is no place to come back to', () => {
  expect(move([home, review, log], { type: 'replace', route: review })).toEqual([home, review, review]);
});

test('there is always a way to be on', () => {
  expect(move([home], { type: 'back' })).toEqual([home]);
  expect(move([home, review], { type: 'home' })).toEqual([home]);
});
