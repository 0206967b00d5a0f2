import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { kindAsked, readableFor, withReadableCurrent } from './records';

export const removeRecord = trigger(requests.removeRecord, {
  permit: 'everyone signed in',
  async act({ kind: name, key, version }, asked) {
    const kind = kindAsked(name, asked);
    if (!kind.ok) return kind;
    const before = await readableFor('remove', kind.value, key, asked);
    if (!before.ok) return before;
    const removed = await asked.records.remove(kind.value, { key, version });
    return removed.ok ? ok({}) : withReadableCurrent(removed, kind.value, asked.caller);
  },
});
