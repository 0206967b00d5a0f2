import type { Stored } from '../../shared/record';
import type { Draft } from '../../shared/records/draft';
import { ok, type Problem, type Result } from '../../shared/result';
import { same } from '../../shared/same';
import type { DraftStore } from './draft-store';

/** How what is being written stands to what the tenant keeps of it. */
export type DraftState =
  | { readonly state: 'nothing' }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  /** Not saved, and tried again by itself: the network is away or the service is busy. */
  | { readonly state: 'waiting'; readonly problem: Problem }
  | { readonly state: 'refused'; readonly problem: Problem }
  /** Another pane saved something else meanwhile: somebody must choose. */
  | { readonly state: 'conflict'; readonly theirs: unknown; readonly at: string };

export interface DraftKeeper {
  /** What was written before, if anything. */
  open(): Promise<Result<{ readonly body: unknown; readonly at: string } | undefined>>;
  /** What is in the pane now; saved within ten seconds. */
  write(body: unknown): void;
  /** Saves now: at a step, on leaving a field, when the network is back. */
  save(): Promise<void>;
  /** In a conflict: what this pane holds wins. */
  keepMine(): Promise<void>;
  /** In a conflict: what the other pane saved wins; the screen shows it. */
  takeTheirs(): void;
  /** It was sent or given up. */
  forget(): Promise<Result<undefined>>;
  /** Stops; what is not saved yet is saved. */
  close(): void;
}

interface Needs {
  readonly store: DraftStore;
  readonly onState: (state: DraftState) => void;
  /** Calls after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

interface Keeping extends Needs {
  held: Stored<Draft> | undefined;
  written: unknown;
  changed: boolean;
  stopped: boolean;
  conflict: Stored<Draft> | undefined;
  running: Promise<void> | undefined;
  /** Somebody asked to save while a save was running. */
  again: boolean;
  callOff: (() => void) | undefined;
}

const tenSeconds = 10_000;
const fiveSeconds = 5_000;

/**
 * Keeps a draft in the tenant, never in the browser. Every save is a version of a list item, so it saves at steps, on
 * leaving a field and every ten seconds, not at each key stroke; one save runs at a time.
 */
export function createDraftKeeper(needs: Needs): DraftKeeper {
  const keeping: Keeping = {
    ...needs,
    held: undefined,
    written: undefined,
    changed: false,
    stopped: false,
    conflict: undefined,
    running: undefined,
    again: false,
    callOff: undefined,
  };
  return {
    open: () => open(keeping),
    write: (body) => write(keeping, body),
    save: () => save(keeping),
    keepMine() {
      keeping.conflict = undefined;
      keeping.changed = true;
      return save(keeping);
    },
    takeTheirs: () => takeTheirs(keeping),
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
  const { record, at } = found.value;
  keeping.written = record.body;
  tell(keeping, { state: 'saved', at });
  return ok({ body: record.body, at });
}

function write(keeping: Keeping, body: unknown): void {
  if (same(body, keeping.written)) return;
  keeping.written = body;
  keeping.changed = true;
  if (keeping.conflict !== undefined) return;
  if (keeping.callOff !== undefined) return;
  if (keeping.running === undefined) tell(keeping, { state: 'unsaved' });
  saveLater(keeping, tenSeconds);
}

async function save(keeping: Keeping): Promise<void> {
  callOff(keeping);
  if (keeping.running !== undefined) {
    keeping.again = true;
    return keeping.running;
  }
  if (!keeping.changed || keeping.conflict !== undefined) return;
  keeping.running = saveAll(keeping).finally(() => {
    keeping.running = undefined;
  });
  await keeping.running;
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
  keeping.changed = false;
  tell(keeping, { state: 'saving' });
  const kept = await keeping.store.put(keeping.held, body);
  if (!kept.ok) {
    keeping.changed = true;
    await notKept(keeping, kept.problem, body);
    return false;
  }
  keeping.held = kept.value;
  tell(keeping, keeping.changed ? { state: 'unsaved' } : { state: 'saved', at: kept.value.at });
  if (keeping.changed) saveLater(keeping, tenSeconds);
  return true;
}

async function notKept(keeping: Keeping, problem: Problem, body: unknown): Promise<void> {
  const { code } = problem;
  if (code === 'changed-meanwhile' || code === 'not-now' || code === 'not-found') return compare(keeping, body);
  if (code !== 'busy' && code !== 'not-signed-in') return tell(keeping, { state: 'refused', problem });
  tell(keeping, { state: 'waiting', problem });
  saveLater(keeping, Math.max(fiveSeconds, (problem.retryAfterSeconds ?? 0) * 1000));
}

/** What is kept is not what we read last: our own save whose answer was lost, or another pane's. */
async function compare(keeping: Keeping, body: unknown): Promise<void> {
  const found = await keeping.store.read();
  if (!found.ok) {
    tell(keeping, { state: 'waiting', problem: found.problem });
    return saveLater(keeping, fiveSeconds);
  }
  keeping.held = found.value;
  // Sent or thrown away in another pane, or thirty days old: what stands here is kept anew.
  if (found.value === undefined) return saveLater(keeping, 0);
  const { record, at } = found.value;
  if (!same(record.body, body)) {
    keeping.conflict = found.value;
    return tell(keeping, { state: 'conflict', theirs: record.body, at });
  }
  keeping.changed = !same(keeping.written, body);
  tell(keeping, { state: 'saved', at });
  if (keeping.changed) saveLater(keeping, tenSeconds);
}

function takeTheirs(keeping: Keeping): void {
  if (keeping.conflict === undefined) return;
  const { record, at } = keeping.conflict;
  keeping.conflict = undefined;
  keeping.written = record.body;
  keeping.changed = false;
  tell(keeping, { state: 'saved', at });
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
