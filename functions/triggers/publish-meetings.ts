import { type HasEvent, isWaiting, publish } from '../../shared/meetings/publishing';
import type { Kind, Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { review } from '../../shared/records/review';
import { requests } from '../../shared/requests';
import { ok, type Problem, type Result, refuse } from '../../shared/result';
import { britishDate } from '../../shared/time/british-date';
import { allOf } from '../identity/directory';
import type { Records } from '../ports';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { laterToPublish, readAgreed } from './agreed-calendar';

/** Review visits are published in the same way as network meetings: a key is looked for among both. */
export const publishMeetings = trigger(requests.publishMeetings, {
  permit: ['TrustOffice'],
  async act({ keys, agreement }, asked) {
    const wanted = new Set(keys);
    const meetings = await named(meeting, wanted, asked.records);
    const agreed = await readAgreed(asked);
    const later = await laterToPublish(meetings, agreed, asked);
    if (later.size > 0 && agreed !== undefined && agreement === undefined)
      return wrongField('agreement', needsAgreement(later.size, agreed.on));
    const rest = new Set(keys.filter((key) => !meetings.some((one) => one.key === key)));
    const reviews = rest.size === 0 ? [] : await named(review, rest, asked.records);
    if (meetings.length + reviews.length < wanted.size)
      return refuse('not-found', 'Some of these meetings are not here any more. Look at the list again.');
    const asAgreed = ({ key, record }: Stored<Meeting>) => (later.has(key) ? { ...record, agreement } : record);
    const results = [
      await publishAll(meeting, meetings, asked, asAgreed),
      await publishAll(review, reviews, asked, ({ record }) => record),
    ];
    const refused = results.find((one) => !one.ok);
    if (refused !== undefined && !refused.ok) return refused;
    asked.hints.reconcile(asked.organiserMailbox);
    return ok({ waiting: results.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0) });
  },
});

function needsAgreement(count: number, on: string): string {
  const those = count === 1 ? 'One of these meetings is' : `${count} of these meetings are`;
  return `${those} not in the calendar that was agreed on ${britishDate(on)}. Say with whom and when they were agreed, or leave them out.`;
}

/** A few are asked for by key; many cost less as a whole list, 999 in a request. */
const few = 5;

export async function named<R>(
  kind: Kind<R>,
  keys: ReadonlySet<string>,
  records: Records,
): Promise<readonly Stored<R>[]> {
  if (keys.size > few) return (await allOf(records.each(kind))).filter(({ key }) => keys.has(key));
  const found = await Promise.all([...keys].map((key) => records.get(kind, key)));
  return found.filter((one) => one !== undefined);
}

/** How many wait now. The reconciler writes to the same records, so a clash is looked at again. */
async function publishAll<R extends HasEvent>(
  kind: Kind<R>,
  stored: readonly Stored<R>[],
  { records, caller }: Asked,
  prepared: (stored: Stored<R>) => R,
): Promise<Result<number>> {
  let pending = stored;
  let waiting = 0;
  let clash: Problem | undefined;
  for (let tries = 0; tries < 3 && pending.length > 0; tries += 1) {
    const steps = pending.map((at) => ({ at, record: publish(prepared(at)) }));
    waiting += steps.filter(({ at, record }) => record === at.record && isWaiting(record)).length;
    const changes = steps.filter(({ at, record }) => record !== at.record);
    const changed = changes.length === 0 ? [] : await records.changeMany(kind, changes, caller);
    waiting += changed.filter((one) => one.ok).length;
    const again = changes.filter((_change, index) => changed[index]?.ok !== true).map(({ at }) => at.key);
    clash = changed.flatMap((one) => (one.ok ? [] : [one.problem]))[0];
    if (clash !== undefined && clash.code !== 'changed-meanwhile') return { ok: false, problem: clash };
    pending = again.length === 0 ? [] : await named(kind, new Set(again), records);
  }
  return pending.length === 0 || clash === undefined ? ok(waiting) : { ok: false, problem: clash };
}
