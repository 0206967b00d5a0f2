import { type HasEvent, isWaiting, publish } from '../../shared/meetings/publishing';
import type { Kind, Stored } from '../../shared/record';
import { meeting } from '../../shared/records/meeting';
import { review } from '../../shared/records/review';
import { requests } from '../../shared/requests';
import { ok, type Problem, type Result, refuse } from '../../shared/result';
import { allOf } from '../identity/directory';
import type { Records } from '../ports';
import { type Asked, trigger } from '../request';

/** Review visits are published in the same way as network meetings: a key is looked for among both. */
export const publishMeetings = trigger(requests.publishMeetings, {
  permit: ['TrustOffice'],
  async act({ keys }, asked) {
    const wanted = new Set(keys);
    const meetings = await named(meeting, wanted, asked.records);
    const rest = new Set(keys.filter((key) => !meetings.some((one) => one.key === key)));
    const reviews = rest.size === 0 ? [] : await named(review, rest, asked.records);
    if (meetings.length + reviews.length < wanted.size)
      return refuse('not-found', 'Some of these meetings are not here any more. Look at the list again.');
    const results = [await publishAll(meeting, meetings, asked), await publishAll(review, reviews, asked)];
    const refused = results.find((one) => !one.ok);
    if (refused !== undefined && !refused.ok) return refused;
    asked.hints.reconcile(asked.organiserMailbox);
    return ok({ waiting: results.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0) });
  },
});

/** A few are asked for by key; many cost less as a whole list, 999 in a request. */
const few = 5;

async function named<R>(kind: Kind<R>, keys: ReadonlySet<string>, records: Records): Promise<readonly Stored<R>[]> {
  if (keys.size > few) return (await allOf(records.each(kind))).filter(({ key }) => keys.has(key));
  const found = await Promise.all([...keys].map((key) => records.get(kind, key)));
  return found.filter((one) => one !== undefined);
}

/** How many wait now. The reconciler writes to the same records, so a clash is looked at again. */
async function publishAll<R extends HasEvent>(
  kind: Kind<R>,
  stored: readonly Stored<R>[],
  { records, caller }: Asked,
): Promise<Result<number>> {
  let pending = stored;
  let waiting = 0;
  let clash: Problem | undefined;
  for (let tries = 0; tries < 3 && pending.length > 0; tries += 1) {
    const steps = pending.map((at) => ({ at, record: publish(at.record) }));
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
