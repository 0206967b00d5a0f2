import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { importing } from './import-file';

export const importAcademies = trigger(requests.importAcademies, {
  permit: ['TrustOffice'],
  async act({ trust, ...input }, asked) {
    const given = importing(input, asked);
    if (!given.ok) return given;
    const imports = await import('../imports/import-records');
    const outcome = await imports.importAcademies(given.value, trust);
    asked.directory.forget();
    return outcome;
  },
});
