import type { Caller } from '../../shared/caller';
import type { Kind, Stored } from '../../shared/record';
import { requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import type { Page, Question } from '../ports';
import { trigger } from '../request';
import { kindAsked } from './records';

/** As many as Graph gives in one answer. */
const mostAtOnce = 999;

export const listRecords = trigger(requests.listRecords, {
  permit: 'everyone signed in',
  async act({ kind: name, by, is, top, cursor }, asked) {
    const { records, caller } = asked;
    const kind = kindAsked(name, asked);
    if (!kind.ok) return kind;
    const question = questionOf(kind.value, by, is);
    if (!question.ok) return question;
    if (top !== undefined && !(Number.isInteger(top) && top >= 1 && top <= mostAtOnce))
      return wrong('top', `Ask for 1 to ${mostAtOnce} records at once.`);
    const more = { ...(top === undefined ? {} : { top }), cursor };
    return readablePage(kind.value, more, async (at) => records.page(kind.value, question.value, at), caller);
  },
});

interface More {
  readonly top?: number;
  readonly cursor?: string | undefined;
}

/**
 * The next page with something on it that the caller may read. An empty page that goes on would tell, page by page, how
 * many findings or objectives there are of somebody; so what may not be read is passed over in large pages.
 */
async function readablePage(
  kind: Kind,
  first: More,
  read: (more: More) => Promise<Result<Page<unknown>>>,
  caller: Caller,
): Promise<Result<{ records: Stored[]; next?: string | undefined }>> {
  for (let more = first; ; ) {
    const page = await read(more);
    if (!page.ok) return page;
    const found = page.value.records.filter(({ record }) => kind.may('read', caller, record));
    const { next } = page.value;
    if (found.length > 0 || next === undefined) return ok({ records: found, next });
    more = { top: mostAtOnce, cursor: next };
  }
}

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
