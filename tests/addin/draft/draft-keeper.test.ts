import { createDraftKeeper, type DraftState } from '../../../addin/draft/draft-keeper';
import type { DraftStore } from '../../../addin/draft/draft-store';
import type { Stored } from '../../../shared/record';
import type { Draft } from '../../../shared/records/draft';
import { ok, refuse } from '../../../shared/result';
import { ada } from '../../make';

const about = 'review-outcome/review-1';

/** A tenant's list of drafts by hand: one draft, versions, and a network that can be away before or after the effect. */
function tenant() {
  let held: Stored<Draft> | undefined;
  let version = 0;
  const world = {
    network: 'there' as 'there' | 'away' | 'answer lost',
    saves: 0,
    stored: () => held?.record.body,
    /** Another pane saves. */
    elsewhere(body: unknown) {
      version += 1;
      held = {
        key: 'draft',
        version: `"${version}"`,
        record: { owner: ada, about, body },
        actor: ada,
        at: '2026-11-23T09:00:00Z',
      };
    },
    gone() {
      held = undefined;
    },
  };
  const noNetwork = refuse('busy', 'There is no connection.');
  const store: DraftStore = {
    read: async () => (world.network === 'away' ? noNetwork : ok(held)),
    async put(before, body) {
      if (world.network === 'away') return noNetwork;
      if (before === undefined && held !== undefined) return refuse('not-now', 'Another draft already has this key.');
      if (before !== undefined && held === undefined) return refuse('not-found', 'It is not here any more.');
      if (before?.version !== held?.version) return refuse('changed-meanwhile', 'Changed meanwhile.');
      world.saves += 1;
      world.elsewhere(body);
      if (world.network === 'answer lost') return noNetwork;
      return held === undefined ? noNetwork : ok(held);
    },
    async remove() {
      if (world.network === 'away') return noNetwork;
      held = undefined;
      return ok(undefined);
    },
  };
  return { world, store };
}

/** Timers by hand. */
function clock() {
  const due: { act: () => void; in: number }[] = [];
  return {
    later(milliseconds: number, act: () => void) {
      const timer = { act, in: milliseconds };
      due.push(timer);
      return () => {
        const at = due.indexOf(timer);
        if (at >= 0) due.splice(at, 1);
      };
    },
    waits: () => due.map((timer) => timer.in),
    async ring() {
      for (const { act } of due.splice(0)) act();
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

function keeping() {
  const { world, store } = tenant();
  const timers = clock();
  const states: DraftState[] = [];
  const keeper = createDraftKeeper({ store, later: timers.later, onState: (state) => states.push(state) });
  return { world, store, timers, keeper, last: () => states.at(-1)?.state };
}

test('what is typed is saved after ten seconds, once, with its latest text', async () => {
  const { world, timers, keeper, last } = keeping();
  for (const text of ['R', 'Re', 'Rea']) keeper.write({ text });
  expect(timers.waits()).toEqual([10_000]);
  expect(last()).toBe('unsaved');
  await timers.ring();
  expect({ stored: world.stored(), saves: world.saves, state: last() }).toEqual({
    stored: { text: 'Rea' },
    saves: 1,
    state: 'saved',
  });
});

test('a step saves at once, and what did not change is not saved again', async () => {
  const { world, keeper } = keeping();
  keeper.write({ text: 'Reading' });
  await keeper.save();
  keeper.write({ text: 'Reading' });
  await keeper.save();
  expect(world.saves).toBe(1);
});

test('asked to save while a save runs, it saves again with what was typed meanwhile', async () => {
  const { world, keeper, last } = keeping();
  keeper.write({ text: 'first' });
  const running = keeper.save();
  keeper.write({ text: 'second' });
  await Promise.all([running, keeper.save()]);
  expect({ stored: world.stored(), state: last() }).toEqual({ stored: { text: 'second' }, state: 'saved' });
});

test('without a network it says so, keeps the text, and saves when the network is back', async () => {
  const { world, timers, keeper, last } = keeping();
  world.network = 'away';
  keeper.write({ text: 'Reading' });
  await keeper.save();
  expect({ state: last(), waits: timers.waits() }).toEqual({ state: 'waiting', waits: [5_000] });
  keeper.write({ text: 'Reading at home' });
  await timers.ring();
  expect(last()).toBe('waiting');
  world.network = 'there';
  await timers.ring();
  expect({ stored: world.stored(), state: last() }).toEqual({ stored: { text: 'Reading at home' }, state: 'saved' });
});

test('its own save whose answer was lost is known again and is no conflict', async () => {
  const { world, timers, keeper, last } = keeping();
  world.network = 'answer lost';
  keeper.write({ text: 'Reading' });
  await keeper.save();
  expect(last()).toBe('waiting');
  world.network = 'there';
  await timers.ring();
  expect({ state: last(), saves: world.saves }).toEqual({ state: 'saved', saves: 1 });
});

test('the draft of an earlier pane is found again', async () => {
  const { world, keeper } = keeping();
  world.elsewhere({ text: 'of yesterday' });
  expect(await keeper.open()).toEqual(ok({ body: { text: 'of yesterday' }, at: '2026-11-23T09:00:00Z' }));
});

describe('when another pane saved something else', () => {
  async function inConflict() {
    const all = keeping();
    all.world.elsewhere({ text: 'common' });
    await all.keeper.open();
    all.world.elsewhere({ text: 'theirs' });
    all.keeper.write({ text: 'mine' });
    await all.keeper.save();
    return all;
  }

  test('nothing is overwritten and both are shown', async () => {
    const { world, last, timers, keeper } = await inConflict();
    keeper.write({ text: 'mine, and more' });
    await timers.ring();
    expect({ state: last(), stored: world.stored() }).toEqual({ state: 'conflict', stored: { text: 'theirs' } });
  });

  test('mine can be kept', async () => {
    const { world, last, keeper } = await inConflict();
    await keeper.keepMine();
    expect({ state: last(), stored: world.stored() }).toEqual({ state: 'saved', stored: { text: 'mine' } });
  });

  test('theirs can be taken, and is gone on with', async () => {
    const { world, last, keeper } = await inConflict();
    keeper.takeTheirs();
    expect(last()).toBe('saved');
    keeper.write({ text: 'theirs, and more' });
    await keeper.save();
    expect(world.stored()).toEqual({ text: 'theirs, and more' });
  });
});

test('a draft that was removed elsewhere is kept anew, with the text of this pane', async () => {
  const { world, timers, keeper, last } = keeping();
  world.elsewhere({ text: 'common' });
  await keeper.open();
  world.gone();
  keeper.write({ text: 'still writing' });
  await keeper.save();
  await timers.ring();
  expect({ stored: world.stored(), state: last() }).toEqual({ stored: { text: 'still writing' }, state: 'saved' });
});

test('after it was sent nothing is saved any more', async () => {
  const { world, timers, keeper } = keeping();
  keeper.write({ text: 'Reading' });
  await keeper.save();
  keeper.write({ text: 'Reading, sent' });
  expect(await keeper.forget()).toEqual(ok(undefined));
  await timers.ring();
  keeper.close();
  await settled();
  expect(world.stored()).toBeUndefined();
});

test('a pane that closes saves what it holds', async () => {
  const { world, timers, keeper } = keeping();
  keeper.write({ text: 'last words' });
  keeper.close();
  await settled();
  expect({ stored: world.stored(), waits: timers.waits() }).toEqual({ stored: { text: 'last words' }, waits: [] });
});
