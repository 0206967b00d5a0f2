import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { importing } from './import-file';

export const importPeople = trigger(requests.importPeople, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const given = importing(input, asked);
    if (!given.ok) return given;
    const imports = await import('../imports/import-records');
    return imports.importPeople(given.value);
  },
});
