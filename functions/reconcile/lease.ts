import type { Stored } from '../../shared/record';
import { type Ports, product } from '../ports';
import { type Lease, leaseKind } from './lease-kind';

type LeasePorts = Pick<Ports, 'records' | 'clock' | 'ids'>;

/**
 * How long a lease is held without being renewed, and how much of it must be left before a step is sent. What is left
 * outlasts the minute that sending is counted in and every shorter Retry-After: whoever takes over after a crash must
 * wait for the lease, and so keeps both without knowing them.
 */
const heldSeconds = 150;
const leftSeconds = 75;

export interface HeldLease {
  /** Makes sure that enough is left; false when somebody else holds it now. */
  renew(): Promise<boolean>;
  /** Gives it back; nobody calls the mailbox before `notBefore`. */
  release(notBefore: Date | undefined): Promise<void>;
}

export type Taken =
  | { readonly ok: true; readonly lease: HeldLease }
  | { readonly ok: false; readonly againAfterSeconds: number };

/** Looking at Outlook writes its place beside the lease, and takes none: whoever is crossed by that tries again. */
const mostTries = 3;

/** Takes the lease of a mailbox, by ETag: of two who try at once, one is told to come back. */
export async function takeLease(mailbox: string, ports: LeasePorts): Promise<Taken> {
  const key = keyOf(mailbox);
  const holder = ports.ids.next();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const present = await ports.records.get(leaseKind, key);
    const wait = present === undefined ? 0 : secondsUntilFree(present.record, ports.clock.now());
    if (wait > 0) return { ok: false, againAfterSeconds: wait };
    const record = { ...following(present?.record), holder, until: later(ports, heldSeconds) };
    const taken =
      present === undefined
        ? await ports.records.create(leaseKind, key, record, product)
        : await ports.records.change(leaseKind, present, record, product);
    if (taken.ok) return { ok: true, lease: held(taken.value, ports) };
  }
  return { ok: false, againAfterSeconds: heldSeconds };
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
    async release(notBefore) {
      const { holder } = current.record;
      const given = { ...following(current.record), holder, until: ports.clock.now().toISOString() };
      await write(notBefore === undefined ? given : { ...given, notBefore: notBefore.toISOString() });
    },
  };
}

/** Where the changes of the calendar are followed from outlasts every lease. */
function following(lease: Lease | undefined): Pick<Lease, 'deltaLink' | 'followedFrom'> {
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
