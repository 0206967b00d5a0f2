import { Busy, type CalendarOutcome, type Ports } from '../ports';
import type { MailboxLease } from './mailbox-lease';
import { afterSending, type OpenWork, openSteps, openWork } from './open-work';
import { roundSize, type Share, shareOut } from './share-out';
import type { Work } from './work';
import { type NewState, writeStates } from './write-states';

type RoundPorts = Pick<Ports, 'calendar' | 'together' | 'clock'>;

export interface Run {
  readonly mailbox: string;
  readonly lease: MailboxLease;
  readonly ports: RoundPorts;
  /** Epoch milliseconds: no round begins later. */
  readonly stopAt: number;
}

export interface Progress {
  /** Steps that Outlook took. */
  readonly done: number;
  readonly againAfterSeconds?: number | undefined;
}

/** A Retry-After that is longer is written into the lease at once: it may outlast the lease of a host that is killed. */
const longestPutOffSeconds = 15;
/** Where the lease itself could not be written, this is how often and how soon it is tried again. */
const mostMisses = 8;
const pauseAfterMiss = 1000;
/** When somebody else has the lease, or something was left over. */
const otherHolderSeconds = 5;
const leftOverSeconds = 2;

interface State {
  open: readonly OpenWork[];
  told: readonly NewState[];
  done: number;
  misses: number;
  resumeAt: number;
  /** Steps are for the next run; what is known is still written down. */
  stopped: boolean;
  againAfterSeconds: number | undefined;
  notBefore: Date | undefined;
}

/**
 * Round after round of one request each: the lease, and only if it is still ours some steps, beside the states of
 * records whose steps were taken in the round before. The last one gives the lease back.
 */
export async function goRounds(work: readonly Work[], run: Run): Promise<Progress> {
  const { open, told } = openWork(work);
  const state: State = {
    open,
    told,
    done: 0,
    misses: 0,
    resumeAt: 0,
    stopped: false,
    againAfterSeconds: undefined,
    notBefore: undefined,
  };
  for (;;) {
    const share = await nextShare(state, run);
    if (share === undefined) continue;
    const isLast = share.steps === 0 && share.states === state.told.length && (state.stopped || !anySteps(state));
    if ((await goRound(share, isLast, state, run)) === 'over') break;
  }
  return { done: state.done, againAfterSeconds: state.againAfterSeconds };
}

function anySteps({ open }: State): boolean {
  return openSteps(open).length > 0;
}

/** What goes next; undefined after a wait, or when the run has just come to its end. */
async function nextShare(state: State, { lease, ports, stopAt }: Run): Promise<Share | undefined> {
  if (state.stopped) return { steps: 0, states: Math.min(roundSize, state.told.length) };
  const now = ports.clock.now().getTime();
  const share = shareOut(openSteps(state.open).length, state.told.length, lease.pace.allowed());
  const wait = Math.max(state.resumeAt - now, 'roomFor' in share ? lease.pace.waitFor(share.roomFor) : 0);
  if (now + Math.max(0, wait) > stopAt) stop(state, Math.ceil(Math.max(1000, wait) / 1000));
  else if (wait > 0) await ports.clock.wait(wait);
  else if (!('roomFor' in share)) return share;
  return undefined;
}

function stop(state: State, againAfterSeconds: number): void {
  state.stopped = true;
  state.againAfterSeconds = againAfterSeconds;
}

async function goRound(share: Share, isLast: boolean, state: State, run: Run): Promise<'over' | 'on'> {
  const { mailbox, lease, ports } = run;
  const sent = openSteps(state.open).slice(0, share.steps);
  const states = state.told.slice(0, share.states);
  const steps =
    sent.length === 0
      ? []
      : await ports.calendar.prepare(
          mailbox,
          sent.map(({ step }) => step),
        );
  const { first, rest } = await ports
    .together(
      ({ records }) => (isLast ? lease.giveBack(records, state.notBefore) : lease.hold(records, steps.length)),
      (asked) =>
        Promise.all([steps.length === 0 ? [] : asked.calendar.apply(mailbox, steps), writeStates(states, asked)]),
    )
    .catch((error: unknown) => {
      lease.pace.sent(steps.length);
      throw error;
    });
  if (!first.ok) {
    state.againAfterSeconds = otherHolderSeconds;
    return 'over';
  }
  if (rest === undefined) {
    await missed(state, ports);
    return 'on';
  }
  state.misses = 0;
  const [outcomes, left] = rest;
  lease.pace.sent(steps.length);
  state.told = state.told.slice(share.states);
  if (left > 0) state.againAfterSeconds ??= leftOverSeconds;
  take(outcomes, afterSending(state.open, sent, outcomes), state, ports);
  return isLast ? 'over' : 'on';
}

async function missed(state: State, { clock }: RoundPorts): Promise<void> {
  state.misses += 1;
  if (state.misses > mostMisses) throw new Busy(30);
  await clock.wait(pauseAfterMiss);
}

/** What came of the steps of a round. */
function take(
  outcomes: readonly CalendarOutcome[],
  { told, open, left }: ReturnType<typeof afterSending>,
  state: State,
  { clock }: RoundPorts,
): void {
  state.done += outcomes.filter(({ ok }) => ok === true).length;
  state.told = [...state.told, ...told];
  state.open = open;
  if (left > 0) state.againAfterSeconds ??= leftOverSeconds;
  const later = Math.max(0, ...outcomes.map((outcome) => (outcome.ok === 'later' ? outcome.retryAfterSeconds : 0)));
  state.resumeAt = clock.now().getTime() + later * 1000;
  if (later <= longestPutOffSeconds) return;
  stop(state, later);
  state.notBefore = new Date(state.resumeAt);
}
