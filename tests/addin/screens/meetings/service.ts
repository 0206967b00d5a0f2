import type { Stored } from '../../../../shared/record';
import type { Meeting } from '../../../../shared/records/meeting';
import { ok } from '../../../../shared/result';
import { type Answers, academies } from '../trust-records';

/** A list of meetings that changes as the API and the reconciler would change it. */
export function meetingsService(first: readonly Stored<Meeting>[]) {
  let meetings = [...first];
  const asked: { request: string; input: unknown }[] = [];
  const change = (key: unknown, more: Partial<Meeting>): void => {
    meetings = meetings.map((one) =>
      one.key === key ? { ...one, version: `${one.version}+`, record: { ...one.record, ...more } } : one,
    );
  };
  const answers: Answers = {
    listRecords: (input) => {
      if (input['kind'] === 'academy') return ok({ records: academies });
      return ok({
        records: meetings.filter(({ record }) => input['by'] !== 'outlook' || record.outlook === input['is']),
      });
    },
    meetingRegister: () => ok({ open: false, rows: [], may: { addAcademy: false, writeNotes: true } }),
    getRecord: (input) => ok(meetings.find(({ key }) => key === input['key'])),
    previewPublishing: () => ok({ later: [] }),
    previewMove: () => ok({ closed: [], cannotCome: [], nobodyFrom: [] }),
    publishMeetings: (input) => {
      asked.push({ request: 'publishMeetings', input });
      const keys = input['keys'] as readonly string[];
      for (const key of keys) change(key, { wanted: 'event', outlook: 'waiting' });
      return ok({ waiting: keys.length });
    },
    moveMeeting: (input) => {
      asked.push({ request: 'moveMeeting', input });
      const { date, from, until } = input as { date: string; from: string; until: string };
      change(input['key'], { date, from, until, outlook: 'waiting' });
      return ok(meetings[0]);
    },
    cancelMeeting: (input) => {
      asked.push({ request: 'cancelMeeting', input });
      change(input['key'], { wanted: 'nothing', outlook: 'waiting' });
      return ok(meetings[0]);
    },
    takeOver: (input) => settle('takeOver', input),
    putBack: (input) => settle('putBack', input),
  };
  function settle(request: string, input: Readonly<Record<string, unknown>>) {
    asked.push({ request, input });
    change(input['key'], { outlook: 'waiting', seen: undefined, seenGuests: undefined });
    return ok(meetings[0]);
  }
  return { answers, asked, change };
}
