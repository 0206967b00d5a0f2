import { ok, type Problem, type Result } from '../../shared/result';
import { same } from '../../shared/same';
import type { DraftStore, KeptText } from './draft-store';

/** How what is being written stands to what the tenant keeps of it. */
export type DraftState =
  | { readonly state: 'nothing' }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  /** Not saved, and tried again by itself: the network is away or the service is busy. */
  | { readonly state: 'waiting'; readonly problem: Problem }
  | { readonly state: 'refused'; readonly problem: Problem }
  /** Sent or removed elsewhere: nothing is saved any more unless somebody wants it. */
  | { readonly state: 'gone' };

/** What was saved elsewhere has come together with what is in this pane. */
export interface MergedText {
  /** What the pane held when it was merged; it may have gone on since. */
  readonly from: unknown;
  readonly merged: unknown;
  readonly by: KeptText['by'];
}

export interface DraftKeeper {
  /** What was written before, if anything. */
  open(): Promise<Result<KeptText | undefined>>;
  /** What is in the pane now; saved within ten seconds. */
  write(body: unknown): void;
  /** Saves now: at a step, on leaving a field, when the network is back. */
  save(): Promise<void>;
  /** Brings in what was saved elsewhere, without waiting for the next save. */
  look(): Promise<void>;
  /** It was removed elsewhere, and what is in this pane is to be kept anew. */
  keepAnew(): Promise<void>;
  /** It was sent or given up. */
  forget(): Promise<Result<undefined>>;
  /** Stops; what is not saved yet is saved. */
  close(): void;
}

interface Needs {
  readonly store: DraftStore;
  readonly onState: (state: DraftState) => void;
  /** What both wrote, by field; `base` is what both began from, absent where nothing had been saved. */
  readonly merge: (base: unknown, mine: unknown, theirs: KeptText) => unknown;
  readonly onMerged: (merged: MergedText) => void;
  /** Several people write it: when it is gone, a colleague has sent it. */
  readonly shared: boolean;
  /** Calls after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

interface Keeping extends Needs {
  held: KeptText | undefined;
  written: unknown;
  /** What was sent since the last answer: found in the tenant, it is ours though its answer was lost. */
  sent: readonly unknown[];
  changed: boolean;
  stopped: boolean;
  gone: boolean;
  running: Promise<void> | undefined;
  /** Somebody asked to save while a save was running. */
  again: boolean;
  callOff: (() => void) | undefined;
}

const tenSeconds = 10_000;
const fiveSeconds = 5_000;

/**
 * Keeps what is written in the tenant, never in the browser. Every save is a version of a list item, so it saves at
 * steps, on leaving a field and every ten seconds, not at each key stroke; one save runs at a time. What somebody else
 * saved meanwhile is merged by field and saved again.
 */
export function createDraftKeeper(needs: Needs): DraftKeeper {
  const keeping: Keeping = {
    ...needs,
    held: undefined,
    written: undefined,
    sent: [],
    changed: false,
    stopped: false,
    gone: false,
    running: undefined,
    again: false,
    callOff: undefined,
  };
  return {
    open: () => open(keeping),
    write: (body) => write(keeping, body),
    save: () => save(keeping),
    look: () => look(keeping),
    keepAnew() {
      keeping.gone = false;
      keeping.changed = true;
      return save(keeping);
    },
    forget: () => forget(keeping),
    close() {
      void save(keeping);
      callOff(keeping);
      keeping.stopped = true;
    },
  };
}

function tell(keeping: Keeping, state: DraftState): void {
  if (!keeping.stopped) keeping.onState(state);
}

function callOff(keeping: Keeping): void {
  keeping.callOff?.();
  keeping.callOff = undefined;
}

function saveLater(keeping: Keeping, milliseconds: number): void {
  if (keeping.stopped) return;
  callOff(keeping);
  keeping.callOff = keeping.later(milliseconds, () => void save(keeping));
}

async function open(keeping: Keeping): ReturnType<DraftKeeper['open']> {
  const found = await keeping.store.read();
  if (!found.ok) return found;
  keeping.held = found.value;
  if (found.value === undefined) return ok(undefined);
  keeping.written = found.value.body;
  tell(keeping, { state: 'saved', at: found.value.at });
  return found;
}

function write(keeping: Keeping, body: unknown): void {
  if (same(body, keeping.written)) return;
  keeping.written = body;
  keeping.changed = true;
  if (keeping.gone || keeping.callOff !== undefined) return;
  if (keeping.running === undefined) tell(keeping, { state: 'unsaved' });
  saveLater(keeping, tenSeconds);
}

/** One thing at a time: a look waits for a save, and a save for a look. */
function alone(keeping: Keeping, act: () => Promise<void>): Promise<void> {
  keeping.running = act().finally(() => {
    keeping.running = undefined;
  });
  return keeping.running;
}

async function save(keeping: Keeping): Promise<void> {
  callOff(keeping);
  if (keeping.running !== undefined) {
    keeping.again = true;
    return keeping.running;
  }
  if (keeping.changed && !keeping.gone) await alone(keeping, () => saveAll(keeping));
}

/** Saves, and once more where somebody asked for it meanwhile. What was not kept has set its own time for that. */
async function saveAll(keeping: Keeping): Promise<void> {
  keeping.again = false;
  const kept = await saveOnce(keeping);
  if (!kept || !keeping.again || !keeping.changed) return;
  callOff(keeping);
  await saveAll(keeping);
}

async function saveOnce(keeping: Keeping): Promise<boolean> {
  const body = keeping.written;
  keeping.sent = [...keeping.sent, body];
  keeping.changed = false;
  tell(keeping, { state: 'saving' });
  const kept = await keeping.store.put(keeping.held, body);
  if (!kept.ok) {
    keeping.changed = true;
    await notKept(keeping, kept.problem);
    return false;
  }
  keeping.held = kept.value;
  keeping.sent = [];
  settled(keeping, kept.value);
  return true;
}

/** What is kept is what was written, or there is more to save. */
function settled(keeping: Keeping, { at }: KeptText): void {
  tell(keeping, keeping.changed ? { state: 'unsaved' } : { state: 'saved', at });
  if (keeping.changed) saveLater(keeping, tenSeconds);
}

async function notKept(keeping: Keeping, problem: Problem): Promise<void> {
  const { code } = problem;
  if (code === 'changed-meanwhile' || code === 'not-now' || code === 'not-found') return compare(keeping, problem);
  if (code !== 'busy' && code !== 'not-signed-in') return tell(keeping, { state: 'refused', problem });
  wait(keeping, problem);
}

function wait(keeping: Keeping, problem: Problem): void {
  tell(keeping, { state: 'waiting', problem });
  saveLater(keeping, Math.max(fiveSeconds, (problem.retryAfterSeconds ?? 0) * 1000));
}

/** What is kept is not what we read last: our own save whose answer was lost, or somebody else's. */
async function compare(keeping: Keeping, problem: Problem): Promise<void> {
  const found = await keeping.store.read();
  if (!found.ok) return wait(keeping, found.problem);
  if (found.value !== undefined) return mergeWith(keeping, found.value);
  const wasThere = keeping.held !== undefined;
  keeping.held = undefined;
  if (!wasThere) return tell(keeping, { state: 'refused', problem });
  // Thrown away in another pane, or thirty days old: what stands here is kept anew. A shared one was sent.
  if (keeping.shared) return goneNow(keeping);
  saveLater(keeping, 0);
}

function goneNow(keeping: Keeping): void {
  keeping.gone = true;
  tell(keeping, { state: 'gone' });
}

function mergeWith(keeping: Keeping, theirs: KeptText): void {
  const from = keeping.written;
  const isOurs = [from, ...keeping.sent].some((text) => same(theirs.body, text));
  const merged = isOurs ? from : keeping.merge(keeping.held?.body, from, theirs);
  keeping.held = theirs;
  keeping.sent = [];
  keeping.written = merged;
  keeping.changed = !same(merged, theirs.body);
  if (!isOurs && !keeping.stopped) keeping.onMerged({ from, merged, by: theirs.by });
  tell(keeping, keeping.changed ? { state: 'unsaved' } : { state: 'saved', at: theirs.at });
  if (keeping.changed) saveLater(keeping, 0);
}

async function look(keeping: Keeping): Promise<void> {
  if (keeping.running !== undefined || keeping.stopped || keeping.gone) return;
  if (keeping.changed) return save(keeping);
  await alone(keeping, async () => {
    const found = await keeping.store.read();
    if (!found.ok || keeping.stopped) return;
    if (found.value === undefined) {
      if (keeping.held !== undefined) goneNow(keeping);
      keeping.held = undefined;
    } else if (found.value.version !== keeping.held?.version) mergeWith(keeping, found.value);
  });
}

async function forget(keeping: Keeping): Promise<Result<undefined>> {
  callOff(keeping);
  keeping.changed = false;
  await keeping.running;
  callOff(keeping);
  keeping.changed = false;
  const gone = await keeping.store.remove();
  if (!gone.ok) return gone;
  keeping.held = undefined;
  keeping.written = undefined;
  tell(keeping, { state: 'nothing' });
  return gone;
}
