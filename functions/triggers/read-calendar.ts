import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { importing } from './import-file';

export const readCalendar = trigger(requests.readCalendar, {
  permit: ['TrustOffice'],
  async act({ file, year, answers }, asked) {
    const given = importing({ file, apply: false }, asked);
    if (!given.ok) return given;
    const imports = await import('../imports/read-calendar');
    const read = imports.readCalendar(given.value.bytes, { year, answers });
    if (!read.ok) return read;
    const { entries, refused, questions } = read.value;
    return ok({ entries: [...entries], refused: [...refused], questions: [...questions] });
  },
});
