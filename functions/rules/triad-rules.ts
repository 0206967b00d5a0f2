import type { Stored } from '../../shared/record';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { type Triad, triad } from '../../shared/records/triad';
import { same } from '../../shared/same';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { rules } from './kind-rules';

/** Whoever keeps a triad's dates now is asked about what is late from now on. */
export const triadRules = rules<Triad>({
  written: async (before, after, asked) => {
    asked.directory.forget();
    if (before !== undefined && !same(before.record.lead, after.record.lead)) await followLead(after, asked);
  },
});

async function followLead({ key, record: { lead } }: Stored<Triad>, { records, caller }: Asked): Promise<void> {
  const reviews = await allOf(records.each(review, { by: 'triad', is: key }));
  const stages = await Promise.all(reviews.map((one) => allOf(records.each(stage, { by: 'review', is: one.key }))));
  const changes = stages
    .flat()
    .filter(({ record }) => record.state === 'open' && !same(record.lead, lead))
    .map((at) => ({ at, record: { ...at.record, lead } }));
  const changed = changes.length === 0 ? [] : await records.changeMany(stage, changes, caller);
  if (changed.some(({ ok }) => !ok)) throw new Error(`The stages of a ${triad.one} did not follow its change.`);
}
