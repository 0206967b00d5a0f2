import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { readTexts } from './objective-facts';

export const objectiveValues = trigger(requests.objectiveValues, {
  permit: 'everyone signed in',
  async act({ key }, asked) {
    const texts = await readTexts(key, asked);
    return texts.ok ? ok({ values: texts.value.values }) : texts;
  },
});
