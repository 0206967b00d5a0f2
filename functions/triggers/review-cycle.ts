import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { cycleNow } from './cycle-parts';

export const reviewCycle = trigger(requests.reviewCycle, {
  permit: 'everyone signed in',
  act: ({ key }, asked) => cycleNow(key, asked),
});
