import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { importing } from './import-file';

export const importClosures = trigger(requests.importClosures, {
  permit: ['TrustOffice'],
  async act({ year, ...input }, asked) {
    const given = importing(input, asked);
    if (!given.ok) return given;
    const imports = await import('../imports/import-records');
    return imports.importClosures(given.value, year);
  },
});
