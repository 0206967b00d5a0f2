import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { importing } from './import-file';

export const importBankHolidays = trigger(requests.importBankHolidays, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const given = importing(input, asked);
    if (!given.ok) return given;
    const imports = await import('../imports/import-bank-holidays');
    return imports.importBankHolidays(given.value);
  },
});
