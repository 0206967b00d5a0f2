import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';

export const templates = trigger(requests.templates, {
  permit: ['HR', 'Executive'],
  async act(_input, { files }) {
    const found = await files.templates();
    return ok({ templates: found.map((one) => ({ ...one })) });
  },
});
