import { mailsOfCancelling, mailsOfMove } from '../../../../addin/screens/meetings/mail-words';
import {
  filtered,
  inDateOrder,
  invitationsOf,
  inWords,
  mayChange,
  mayPublish,
  mayPublishAgain,
  progressOf,
  stateInWords,
  waitInWords,
} from '../../../../addin/screens/meetings/meeting-list';
import { pauseSeconds } from '../../../../addin/screens/meetings/poll';
import { publish } from '../../../../addin/screens/meetings/publish';
import { meetingsReducer } from '../../../../addin/screens/meetings/use-meetings';
import type { Server } from '../../../../addin/server';
import { ok, refuse } from '../../../../shared/result';
import { meetingOf } from '../trust-records';

const draft = meetingOf(1);
const waiting = meetingOf(2, { outlook: 'waiting', wanted: 'event' });
const sent = meetingOf(3, { outlook: 'sent', wanted: 'event', eventId: 'event-3' });
const failed = meetingOf(4, { outlook: 'failed', wanted: 'event' });
const changed = meetingOf(5, { outlook: 'changed in Outlook', wanted: 'event', eventId: 'event-5' });
const leaving = meetingOf(6, { outlook: 'waiting', wanted: 'nothing', eventId: 'event-6' });
const cancelled = meetingOf(7, { outlook: 'cancelled' });
const all = [draft, waiting, sent, failed, changed, leaving, cancelled];
const keys = (meetings: readonly { readonly key: string }[]) => meetings.map(({ key }) => key);

test('every state has its words, and waiting says for what', () => {
  expect(all.map(({ record }) => stateInWords(record))).toEqual([
    'Draft, nobody invited',
    'Waiting to be sent',
    'Sent',
    'Failed',
    'Changed in Outlook',
    'Waiting to be cancelled',
    'Cancelled',
  ]);
});

test('only what is not in Outlook is published, only what still stands is moved or cancelled', () => {
  expect(keys(all.filter(mayPublish))).toEqual(['meeting-1', 'meeting-4']);
  expect(keys(all.filter(mayPublishAgain))).toEqual(['meeting-7']);
  expect(keys(all.filter(mayChange))).toEqual(['meeting-1', 'meeting-2', 'meeting-3', 'meeting-4', 'meeting-5']);
});

test('a filter shows its states', () => {
  expect(keys(filtered(all, 'need attention'))).toEqual(['meeting-4', 'meeting-5']);
  expect(keys(filtered(all, 'on their way'))).toEqual(['meeting-2', 'meeting-6']);
});

test('meetings stand in the order of their dates and times', () => {
  const early = meetingOf(9, { date: '2027-01-12', from: '09:00' });
  expect(keys(inDateOrder([sent, draft, early]))).toEqual(['meeting-9', 'meeting-1', 'meeting-3']);
});

test('progress counts what is no longer waiting and did not fail', () => {
  expect(progressOf(all, new Set(['meeting-2', 'meeting-3', 'meeting-4', 'meeting-7']))).toEqual({
    of: 4,
    done: 2,
    failed: 1,
  });
});

test.each([
  [{ of: 51, done: 9, failed: 0 }, 'about 2 minutes left'],
  [{ of: 240, done: 0, failed: 0 }, 'about 8 minutes left'],
  [{ of: 51, done: 9, failed: 12 }, 'about a minute left'],
  [{ of: 1, done: 0, failed: 0 }, 'about a minute left'],
])('what waits says why and how long: %j', (progress, left) => {
  expect(waitInWords(progress)).toBe(
    `Exchange sends at most 30 invitations a minute from one mailbox, one for each meeting: ${left}. You can close this pane; they go on.`,
  );
});

test('what waits no more, also where some failed, says nothing of waiting', () => {
  expect(waitInWords({ of: 3, done: 3, failed: 0 })).toBeUndefined();
  expect(waitInWords({ of: 3, done: 1, failed: 2 })).toBeUndefined();
  expect(waitInWords({ of: 0, done: 0, failed: 0 })).toBeUndefined();
});

test('invitations are counted for each meeting, people and academies once, and who leads is invited too', () => {
  expect(invitationsOf([draft, sent])).toEqual({ meetings: 2, invitations: 12, people: 6, academies: 5 });
  expect(inWords({ meetings: 1, invitations: 1, people: 1, academies: 1 })).toBe(
    '1 invitation to 1 person from 1 academy',
  );
});

test('who gets which mail depends on what people have already', () => {
  expect(mailsOfMove(draft)).toContain('nobody was invited');
  expect(mailsOfMove(waiting)).toContain('still on its way');
  expect(mailsOfMove(sent)).toContain('sends each an update');
  expect(mailsOfCancelling(sent)).toContain('sends each a cancellation');
});

test('looking again becomes rarer and never stops', () => {
  expect([0, 1, 12, 500].map(pauseSeconds)).toEqual([3, 4, 15, 15]);
});

test('more than 400 meetings are published in several requests, and a refusal ends the row', async () => {
  const asked: number[] = [];
  const server = (refuseAt: number): Server => ({
    call: (_request, input) => {
      const { keys: sentKeys } = input as { keys: readonly string[] };
      asked.push(sentKeys.length);
      const answer = asked.length === refuseAt ? refuse('busy', 'Try again.') : ok({ waiting: sentKeys.length });
      return Promise.resolve(answer) as ReturnType<Server['call']> as never;
    },
  });
  const many = Array.from({ length: 900 }, (_, index) => `meeting-${index}`);
  expect(await publish(server(0), many)).toEqual(ok(900));
  expect(asked.splice(0)).toEqual([400, 400, 100]);
  expect(await publish(server(2), many)).toMatchObject({ ok: false });
  expect(asked).toEqual([400, 400]);
});

describe('the meetings of a year', () => {
  const empty = { year: '2026/27', followed: new Set<string>() };

  test('stay in sight when they cannot be read again', () => {
    const read = meetingsReducer(empty, { type: 'read', year: '2026/27', result: ok(all) });
    const { problem } = refuse('busy', 'Try again.');
    expect(meetingsReducer(read, { type: 'read', year: '2026/27', result: { ok: false, problem } })).toEqual({
      ...read,
      problem,
    });
    expect([...read.followed].sort()).toEqual(['meeting-2', 'meeting-6']);
  });

  test('of another year that come too late are dropped', () => {
    expect(meetingsReducer(empty, { type: 'read', year: '2027/28', result: ok(all) })).toEqual(empty);
  });
});
