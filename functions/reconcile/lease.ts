import type { Stored } from '../../shared/record';
import { type Ports, product } from '../ports';
import { type Lease, leaseKind } from './lease-kind';

type LeasePorts = Pick<Ports, 'records' | 'clock' | 'ids'>;

/** How long a lease is held without being renewed, and how much of it must be left before something is sent. */
const heldSeconds = 150;
const leftSeconds = 75;

export interface HeldLease {
  /** Makes sure that enough is left; false when somebody else holds it now. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

export type Taken =
  | { readonly ok: true; readonly lease: HeldLease }
  | { readonly ok: false; readonly againAfterSeconds: number };

/**
 * Takes the lease of this name, by ETag: of two who try at once, one is told to come back. The mailbox that is reconciled
 * has more to its lease: mailbox-lease.ts.
 */
export async function takeLease(name: string, ports: LeasePorts): Promise<Taken> {
  const key = keyOf(name);
  const holder = ports.ids.next();
  const present = await ports.records.get(leaseKind, key);
  const wait = present === undefined ? 0 : secondsUntilFree(present.record, ports.clock.now());
  if (wait > 0) return { ok: false, againAfterSeconds: wait };
  const record = { ...following(present?.record), holder, until: later(ports, heldSeconds) };
  const taken =
    present === undefined
      ? await ports.records.create(leaseKind, key, record, product)
      : await ports.records.change(leaseKind, present, record, product);
  return taken.ok ? { ok: true, lease: held(taken.value, ports) } : { ok: false, againAfterSeconds: heldSeconds };
}

function held(first: Stored<Lease>, ports: LeasePorts): HeldLease {
  let current = first;
  const write = async (record: Lease): Promise<boolean> => {
    const changed = await ports.records.change(leaseKind, current, record, product);
    if (changed.ok) current = changed.value;
    return changed.ok;
  };
  return {
    async renew() {
      const left = Date.parse(current.record.until) - ports.clock.now().getTime();
      if (left >= leftSeconds * 1000) return true;
      return write({ ...current.record, until: later(ports, heldSeconds) });
    },
    async release() {
      const { holder } = current.record;
      await write({ ...following(current.record), holder, until: ports.clock.now().toISOString() });
    },
  };
}

/** Where the changes of the calendar are followed from outlasts every lease. */
export function following(lease: Lease | undefined): Pick<Lease, 'deltaLink' | 'followedFrom'> {
  const { deltaLink, followedFrom } = lease ?? {};
  return { deltaLink, followedFrom };
}

/** How long nobody else may call the mailbox. */
export function secondsUntilFree({ until, notBefore }: Lease, now: Date): number {
  const free = Math.max(Date.parse(until), notBefore === undefined ? 0 : Date.parse(notBefore));
  return Math.max(0, Math.ceil((free - now.getTime()) / 1000));
}

function later({ clock }: LeasePorts, seconds: number): string {
  return new Date(clock.now().getTime() + seconds * 1000).toISOString();
}

/** Keys have no @. */
export function keyOf(mailbox: string): string {
  return `lease-${mailbox.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '_')}`.slice(0, 100);
}
