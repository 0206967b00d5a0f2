import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { overviewOf, readParts } from './review-parts';

export const reviewOverview = trigger(requests.reviewOverview, {
  permit: 'everyone signed in',
  async act({ key }, asked) {
    const parts = await readParts(key, asked);
    return parts.ok ? ok(await overviewOf(parts.value, asked)) : parts;
  },
});
