import { follow } from '../../shared/meetings/publishing';
import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { trigger } from '../request';
import { changeMeeting } from './change-meeting';

export const moveMeeting = trigger(requests.moveMeeting, {
  permit: 'everyone signed in',
  act: async ({ date, from, until, ...at }, asked) =>
    changeMeeting(
      at,
      (record) => {
        if (record.outlook === 'cancelled') return refuse('not-now', 'This meeting was cancelled. Plan another one.');
        const moved = meeting.parse({ ...record, date, from, until });
        return moved.ok ? ok(follow(moved.value)) : moved;
      },
      asked,
    ),
});
