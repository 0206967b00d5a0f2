import { cancel } from '../../shared/meetings/publishing';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { changeMeeting } from './change-meeting';

export const cancelMeeting = trigger(requests.cancelMeeting, {
  permit: 'everyone signed in',
  act: async (at, asked) => changeMeeting(at, (record) => ok(cancel(record)), asked),
});
