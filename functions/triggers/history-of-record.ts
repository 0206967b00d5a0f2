import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { kindAsked, readable } from './records';

export const historyOfRecord = trigger(requests.historyOfRecord, {
  permit: 'everyone signed in',
  async act({ kind: name, key }, asked) {
    const kind = kindAsked(name, asked);
    if (!kind.ok) return kind;
    const present = await readable(kind.value, key, asked);
    if (!present.ok) return present;
    const versions = await asked.records.history(kind.value, key);
    return ok({ versions: versions.filter(({ record }) => kind.value.may('read', asked.caller, record)) });
  },
});
