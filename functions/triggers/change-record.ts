import { withKept } from '../../shared/kept-fields';
import { requests } from '../../shared/requests';
import { trigger } from '../request';
import type { Values } from '../rules/kind-rules';
import { rulesOf } from '../rules/registry';
import { kindAsked, notYours, readableFor, withReadableCurrent } from './records';

export const changeRecord = trigger(requests.changeRecord, {
  permit: 'everyone signed in',
  async act({ kind: name, key, version, record: typed }, asked) {
    const kind = kindAsked(name, asked);
    if (!kind.ok) return kind;
    const before = await readableFor('update', kind.value, key, asked);
    if (!before.ok) return before;
    const whole = withKept(kind.value, typed, before.value.record as Values);
    if (!whole.ok) return whole;
    const parsed = kind.value.parse(whole.value);
    if (!parsed.ok) return parsed;
    // Nobody gives a record away into hands in which they could not change it themselves.
    if (!kind.value.may('update', asked.caller, parsed.value)) return notYours(kind.value, 'update');
    const rules = rulesOf(name);
    const checked = await rules.check(before.value, parsed.value, key, asked);
    if (!checked.ok) return checked;
    const changed = await asked.records.change(kind.value, { key, version }, checked.value, asked.caller);
    if (changed.ok) await rules.written(before.value, changed.value, asked);
    return withReadableCurrent(changed, kind.value, asked.caller);
  },
});
