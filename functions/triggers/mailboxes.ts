import { addressesOf } from '../../shared/meetings/invited';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { today } from '../today';

/** Whose calendars cannot be read: found by asking for one day, of which nothing is kept. */
export const mailboxes = trigger(requests.mailboxes, {
  permit: ['TrustOffice'],
  async act(_input, { records, calendar, clock }) {
    const [networks, people] = await Promise.all([allOf(records.each(network)), allOf(records.each(person))]);
    const active = networks.map(({ record }) => record).filter(({ active: meets }) => meets);
    const day = today(clock);
    const addresses = addressesOf(
      active,
      people.map(({ record }) => record),
    );
    const { withoutMailbox } = await calendar.busy(addresses, day, day);
    return ok({ withoutMailbox: [...withoutMailbox] });
  },
});
