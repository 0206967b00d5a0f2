import { createDraftKeeper, type DraftState, type MergedText } from '../../../addin/draft/draft-keeper';
import type { DraftStore, KeptText } from '../../../addin/draft/draft-store';
import { mergeWriting, type Writing } from '../../../shared/merge-writing';
import { ok, refuse } from '../../../shared/result';
import { cleo } from '../../make';

/** A tenant's list by hand: one text, versions, and a network that can be away before or after the effect. */
function tenant() {
  let held: KeptText | undefined;
  let version = 0;
  const world = {
    network: 'there' as 'there' | 'away' | 'answer lost',
    saves: 0,
    stored: () => held?.body,
    /** Another pane saves. */
    elsewhere(body: unknown) {
      version += 1;
      held = { body, version: `"${version}"`, by: cleo, at: '2026-11-23T09:00:00Z' };
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

function keeping(shared = false) {
  const { world, store } = tenant();
  const timers = clock();
  const states: DraftState[] = [];
  const arrivals: MergedText[] = [];
  const keeper = createDraftKeeper({
    store,
    shared,
    later: timers.later,
    onState: (state) => states.push(state),
    merge: (base, mine, theirs) => mergeWriting(base as Writing, mine as Writing, theirs.body as Writing).merged,
    onMerged: (one) => arrivals.push(one),
  });
  return { world, store, timers, keeper, arrivals, last: () => states.at(-1)?.state };
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
  expect(await keeper.open()).toMatchObject({ ok: true, value: { body: { text: 'of yesterday' }, by: cleo } });
});

describe('when somebody else saved meanwhile', () => {
  async function both() {
    const all = keeping(true);
    all.world.elsewhere({ text: 'common', other: '' });
    await all.keeper.open();
    return all;
  }

  test('what both wrote comes together and is saved, and the pane is told', async () => {
    const { world, keeper, timers, arrivals, last } = await both();
    world.elsewhere({ text: 'common', other: 'theirs' });
    keeper.write({ text: 'mine', other: '' });
    await keeper.save();
    await timers.ring();
    expect({ state: last(), stored: world.stored() }).toEqual({
      state: 'saved',
      stored: { text: 'mine', other: 'theirs' },
    });
    expect(arrivals).toEqual([
      { from: { text: 'mine', other: '' }, merged: { text: 'mine', other: 'theirs' }, by: cleo },
    ]);
  });

  test('a look brings it in without a save', async () => {
    const { world, keeper, arrivals, last } = await both();
    await keeper.look();
    expect(arrivals).toEqual([]);
    world.elsewhere({ text: 'common', other: 'theirs' });
    await keeper.look();
    expect({ state: last(), saves: world.saves, arrivals: arrivals.length }).toEqual({
      state: 'saved',
      saves: 0,
      arrivals: 1,
    });
  });

  test('what was sent by a colleague is not made again, unless somebody wants it', async () => {
    const { world, keeper, timers, last } = await both();
    world.gone();
    keeper.write({ text: 'mine', other: '' });
    await keeper.save();
    await timers.ring();
    expect({ state: last(), stored: world.stored() }).toEqual({ state: 'gone', stored: undefined });
    await keeper.keepAnew();
    expect({ state: last(), stored: world.stored() }).toEqual({ state: 'saved', stored: { text: 'mine', other: '' } });
  });

  test('its own save whose answer was lost is not taken for a colleague’s, though it was gone on with', async () => {
    const { world, keeper, timers, arrivals } = await both();
    world.network = 'answer lost';
    keeper.write({ text: 'mine', other: '' });
    await keeper.save();
    world.network = 'there';
    keeper.write({ text: 'mine, and more', other: '' });
    await timers.ring();
    await timers.ring();
    expect(world.stored()).toEqual({ text: 'mine, and more', other: '' });
    expect(arrivals).toEqual([]);
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
