import { cancel } from '../../shared/meetings/publishing';
import { withdrawable } from '../../shared/meetings/withdraw';
import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { today } from '../today';

/** Asked again after a clash: the reconciler writes to the same records. */
const mostTries = 3;

export const withdrawNetwork = trigger(requests.withdrawNetwork, {
  permit: ['TrustOffice'],
  async act({ network, year }, { records, caller, clock, hints, organiserMailbox }) {
    let withdrawn = 0;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const all = await allOf(records.each(meeting, { by: 'year', is: year }));
      const open = withdrawable(all, network, today(clock));
      if (open.length === 0) {
        hints.reconcile(organiserMailbox);
        return ok({ withdrawn });
      }
      const changes = open.map((at) => ({ at, record: cancel(at.record) }));
      const changed = await records.changeMany(meeting, changes, caller);
      withdrawn += changed.filter((one) => one.ok).length;
      const refused = changed.find((one) => !one.ok && one.problem.code !== 'changed-meanwhile');
      if (refused !== undefined && !refused.ok) return refused;
      if (changed.every((one) => one.ok)) {
        hints.reconcile(organiserMailbox);
        return ok({ withdrawn });
      }
    }
    hints.reconcile(organiserMailbox);
    return refuse(
      'busy',
      'Some of these meetings are being changed just now. Nothing is lost: withdraw the rest again.',
      {
        retryAfterSeconds: 10,
      },
    );
  },
});
