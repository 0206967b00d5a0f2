import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { readable } from './records';
import { readSaid, shownRegister } from './register-parts';

export const meetingRegister = trigger(requests.meetingRegister, {
  permit: 'everyone signed in',
  async act({ key }, asked) {
    const [held, said] = await Promise.all([readable(meeting, key, asked), readSaid(key, asked)]);
    return held.ok ? ok(await shownRegister(held.value, said, asked)) : held;
  },
});
