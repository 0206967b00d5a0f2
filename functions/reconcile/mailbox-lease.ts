import type { Stored } from '../../shared/record';
import type { Result } from '../../shared/result';
import { type Ports, product } from '../ports';
import { following, keyOf } from './lease';
import { type Lease, leaseKind } from './lease-kind';
import { openPace, type Pace } from './pace';

/**
 * How long a mailbox is held without another round. `Calendar.apply` promises that nothing leaves later than 75 seconds
 * after it was asked to, and the rest is for clocks that differ.
 */
const heldSeconds = 90;

type Writes = Pick<Ports['records'], 'create' | 'change'>;

/** The lease of a mailbox together with the minute of its mails: whoever has the one goes on from the other. */
export interface MailboxLease {
  readonly pace: Pace;
  /** Takes it, or keeps it for a round in which so many mails may leave. Refused when somebody else was quicker. */
  hold(records: Writes, mails: number): Promise<Result<unknown>>;
  /** Nobody calls the mailbox before `notBefore`. */
  giveBack(records: Writes, notBefore: Date | undefined): Promise<Result<unknown>>;
}

/**
 * What a round may send is written down before it is sent, in the same request, as sent when the lease ends: a successor
 * cannot begin sooner, and a host that was killed may have sent it at any time until then.
 *
 * @param present the lease as it was read, and free
 */
export function openMailboxLease(
  mailbox: string,
  present: Stored<Lease> | undefined,
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
): MailboxLease {
  const pace = openPace(clock, present?.record.sendings ?? []);
  const holder = ids.next();
  let current = present;
  const write = async (records: Writes, lease: Omit<Lease, 'holder'>): Promise<Result<unknown>> => {
    const record = { ...following(current?.record), holder, ...lease };
    const written =
      current === undefined
        ? await records.create(leaseKind, keyOf(mailbox), record, product)
        : await records.change(leaseKind, current, record, product);
    if (written.ok) current = written.value;
    return written;
  };
  return {
    pace,
    hold(records, mails) {
      const until = new Date(clock.now().getTime() + heldSeconds * 1000).toISOString();
      const mayLeave = mails === 0 ? [] : [{ at: until, count: mails }];
      return write(records, { until, sendings: [...pace.sendings(), ...mayLeave] });
    },
    giveBack(records, notBefore) {
      const until = clock.now().toISOString();
      const closed = notBefore === undefined ? {} : { notBefore: notBefore.toISOString() };
      return write(records, { until, sendings: pace.sendings(), ...closed });
    },
  };
}
