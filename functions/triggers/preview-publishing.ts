import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { laterToPublish, readAgreed } from './agreed-calendar';
import { named } from './publish-meetings';

export const previewPublishing = trigger(requests.previewPublishing, {
  permit: ['TrustOffice'],
  async act({ keys }, asked) {
    const agreed = await readAgreed(asked);
    if (agreed === undefined) return ok({ later: [] });
    const later = await laterToPublish(await named(meeting, new Set(keys), asked.records), agreed, asked);
    return ok({ agreedOn: agreed.on, later: [...later].map(([key, why]) => ({ key, why })) });
  },
});
