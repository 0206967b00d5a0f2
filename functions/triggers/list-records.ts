import type { Kind } from '../../shared/record';
import { requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import type { Question } from '../ports';
import { trigger } from '../request';
import { kindAsked } from './records';

export const listRecords = trigger(requests.listRecords, {
  permit: 'everyone signed in',
  async act({ kind: name, by, is, top, cursor }, { records, caller }) {
    const kind = kindAsked(name);
    if (!kind.ok) return kind;
    const question = questionOf(kind.value, by, is);
    if (!question.ok) return question;
    if (top !== undefined && !(Number.isInteger(top) && top >= 1 && top <= 999))
      return wrong('top', 'Ask for 1 to 999 records at once.');
    const page = await records.page(kind.value, question.value, { ...(top === undefined ? {} : { top }), cursor });
    if (!page.ok) return page;
    const { records: found, next } = page.value;
    return ok({ records: found.filter(({ record }) => kind.value.may('read', caller, record)), next });
  },
});

/** One indexed field at most: Graph's rule for lists. */
function questionOf(kind: Kind, by: string | undefined, is: string | undefined): Result<Question | undefined> {
  if (by === undefined && is === undefined) return ok(undefined);
  if (by === undefined || is === undefined) return wrong(by === undefined ? 'by' : 'is', 'Send both "by" and "is".');
  if (Object.hasOwn(kind.fields, by) && kind.fields[by]?.indexed) return ok({ by, is });
  const names = Object.keys(kind.fields).filter((name) => kind.fields[name]?.indexed);
  return wrong(
    'by',
    names.length === 0 ? `${kind.many} are listed as a whole.` : `Ask by one of: ${names.join(', ')}.`,
  );
}

function wrong(path: string, sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] });
}
