import { withKept } from '../../shared/kept-fields';
import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { rulesOf } from '../rules/registry';
import { kindAsked, notYours } from './records';

export const createRecord = trigger(requests.createRecord, {
  permit: 'everyone signed in',
  async act({ kind: name, key, record: typed }, asked) {
    const kind = kindAsked(name, asked);
    if (!kind.ok) return kind;
    const rules = rulesOf(name);
    const start = await rules.start(typeof typed === 'object' && typed !== null ? { ...typed } : {}, asked);
    if (!start.ok) return start;
    const whole = withKept(kind.value, typed, start.value);
    if (!whole.ok) return whole;
    const parsed = kind.value.parse(whole.value);
    if (!parsed.ok) return parsed;
    if (!kind.value.may('create', asked.caller, parsed.value)) return notYours(kind.value, 'create');
    const checked = await rules.check(undefined, parsed.value, key, asked);
    if (!checked.ok) return checked;
    const created = await asked.records.create(kind.value, key, checked.value, asked.caller);
    if (created.ok) await rules.written(undefined, created.value, asked);
    return created;
  },
});
