import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { kindAsked, readable } from './records';

export const getRecord = trigger(requests.getRecord, {
  permit: 'everyone signed in',
  async act({ kind: name, key }, asked) {
    const kind = kindAsked(name, asked);
    return kind.ok ? readable(kind.value, key, asked) : kind;
  },
});
