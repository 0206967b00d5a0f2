import { signingKeys } from '../../../functions/identity/keys';
import { tokenCheck } from '../../../functions/identity/token';
import { Busy } from '../../../functions/ports';
import * as make from './sign';

const first = make.makeKey('first');
const second = make.makeKey('second');
const config = {
  tenantId: make.tenantId,
  apiClientId: make.apiClientId,
  panelClientId: make.panelClientId,
  issuer: make.issuer,
};

/** Keys, a clock and a counter that a test can turn. */
function rig() {
  const state = { now: make.now.getTime(), fetched: 0, answer: async (): Promise<unknown> => make.publicSet(first) };
  const clock = { now: () => new Date(state.now) };
  const keys = signingKeys(() => {
    state.fetched += 1;
    return state.answer();
  }, clock);
  const check = tokenCheck(config, keys, clock);
  const pass = async (seconds: number) => {
    state.now += seconds * 1000;
  };
  const signIn = (key: make.Key) => {
    const at = Math.floor(state.now / 1000);
    const claims = { ...make.validClaims, iat: at, nbf: at, exp: at + 3600 };
    return check(`Bearer ${make.sign(key, claims)}`);
  };
  return { state, pass, signIn };
}

test('a hundred sign-ins at once ask for the keys once', async () => {
  const { state, signIn } = rig();
  const all = await Promise.all(Array.from({ length: 100 }, () => signIn(first)));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(state.fetched).toBe(1);
});

test('a flood of unknown key ids asks for the keys at most once in thirty seconds', async () => {
  const { state, pass, signIn } = rig();
  await signIn(first);
  for (let round = 0; round < 59; round += 1) {
    await pass(1);
    await signIn(second);
  }
  expect(state.fetched).toBeLessThanOrEqual(3);
});

test('a new key is found when it is first used', async () => {
  const { state, pass, signIn } = rig();
  await signIn(first);
  state.answer = async () => make.publicSet(first, second);
  await pass(31);
  expect(await signIn(second)).toMatchObject({ ok: true });
});

test('a key that was taken back is not accepted once the keys are fresh again', async () => {
  const { state, pass, signIn } = rig();
  await signIn(first);
  state.answer = async () => make.publicSet(second);
  await pass(3700);
  expect(await signIn(first)).toMatchObject({ ok: false });
});

test('an outage of the key address is lived through for a day, and then nobody is let in', async () => {
  const { state, pass, signIn } = rig();
  await signIn(first);
  state.answer = async () => {
    throw new Error('unreachable');
  };
  await pass(20 * 3600);
  expect(await signIn(first)).toMatchObject({ ok: true });
  await pass(5 * 3600);
  await expect(signIn(first)).rejects.toBeInstanceOf(Busy);
});

test('while there are no keys at all, nobody is let in and we look again after three seconds', async () => {
  const { state, pass, signIn } = rig();
  state.answer = async () => ({ keys: 'none' });
  await expect(signIn(first)).rejects.toBeInstanceOf(Busy);
  await expect(signIn(first)).rejects.toBeInstanceOf(Busy);
  expect(state.fetched).toBe(1);
  state.answer = async () => make.publicSet(first);
  await pass(3);
  expect(await signIn(first)).toMatchObject({ ok: true });
});
