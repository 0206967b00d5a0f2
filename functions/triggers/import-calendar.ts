import { requests } from '../../shared/requests';
import { trigger } from '../request';

export const importCalendar = trigger(requests.importCalendar, {
  permit: ['TrustOffice'],
  async act(input, { records, caller }) {
    const imports = await import('../imports/import-calendar');
    return imports.importCalendar({
      ...input,
      ports: { records },
      actor: { id: caller.id, name: caller.name },
    });
  },
});
