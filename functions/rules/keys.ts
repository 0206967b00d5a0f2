import type { Kind } from '../../shared/record';
import { type Academy, academy } from '../../shared/records/academy';
import { type Attendance, attendance } from '../../shared/records/attendance';
import type { Draft } from '../../shared/records/draft';
import { meeting } from '../../shared/records/meeting';
import { type Person, person } from '../../shared/records/person';
import { ok, type Result, refuse } from '../../shared/result';
import { termOf } from '../../shared/time/school-year';
import { type KindRules, rules } from './kind-rules';

/** A draft is looked for under its owner's id, so nobody else may take a key there. */
export const draftRules: KindRules<Draft> = rules<Draft>({
  check: async (_before, after, key) => {
    const start = `draft-${after.owner.id}-`;
    return key.startsWith(start) ? ok(after) : wrongField('key', `A draft belongs under a key like ${start}1.`);
  },
});

/** Other records find these by their key, so the key follows from what they say. */
export function keyed<R>(kind: Kind<R>, key: string, record: R): Result<R> {
  const wanted = kind.keyFor(record, key);
  if (key === wanted) return ok(record);
  return refuse('invalid', `This record belongs under the key ${wanted}.`, {
    fields: [{ path: 'key', sentence: `Send ${wanted}.` }],
  });
}

export const academyRules: KindRules<Academy> = rules<Academy>({
  check: async (_before, after, key) => keyed(academy, key, after),
  written: async (_before, _after, { directory }) => directory.forget(),
});

export const personRules: KindRules<Person> = rules<Person>({
  check: async (_before, after, key) => keyed(person, key, after),
});

export const attendanceRules: KindRules<Attendance> = rules<Attendance>({
  start: async (typed, { records }) => {
    const key = typed['meeting'];
    const held = typeof key === 'string' ? await records.get(meeting, key) : undefined;
    if (held === undefined) return wrongField('meeting', 'This meeting is not here any more. Choose another.');
    return ok({ term: termOf(held.record.date) });
  },
  check: async (_before, after, key, { records }) => {
    const held = await records.get(meeting, after.meeting);
    if (held === undefined) return wrongField('meeting', 'This meeting is not here any more. Choose another.');
    // Whoever leads the meeting may record who came: the record cannot name somebody else as the lead.
    if (held.record.lead.id !== after.lead.id) return wrongField('lead', 'Name the person who leads the meeting.');
    return keyed(attendance, key, after);
  },
});

export const forgetting: KindRules = rules({
  written: async (_before, _after, { directory }) => directory.forget(),
});

export function wrongField(
  path: string,
  sentence: string,
): { ok: false; problem: ReturnType<typeof refuse>['problem'] } {
  return { ok: false, problem: refuse('invalid', sentence, { fields: [{ path, sentence }] }).problem };
}
