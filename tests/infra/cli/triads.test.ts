import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exampleApart, exampleHistory, exampleHubs, exampleWeights } from '../../../infra/reference/example-triads';
import { triadPlanSchema } from '../../../shared/triads/plan-schema';
import { type Desk, openDesk } from './command-line';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const header =
  'URN,EstablishmentName,EstablishmentStatus (name),Trusts (name),LA (name),PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Postcode,Easting,Northing';

/** Invented academies: 900001 to 900006 along a road, a kilometre apart unless places are given. */
function putAcademies(places: readonly number[] = [0, 1, 2, 3, 4, 5]): void {
  const rows = places.map(
    (place, at) =>
      `90000${at + 1},Milestone ${at + 1} Academy,Open,Invented Trust,Downshire,Primary,4,11,ZZ1 1ZZ,${400_000 + 1000 * place},300000`,
  );
  writeFileSync(desk.file('gias.csv'), [header, ...rows].join('\n'));
}

function put(name: string, value: unknown): void {
  writeFileSync(desk.file(name), JSON.stringify(value));
}

const command = ['triads', '--academies', 'gias.csv', '--trust', 'INVENTED TRUST'] as const;

test('one round is proved, and with the usual weights its cost is its kilometres', async () => {
  putAcademies();
  const { code, json } = await desk.run(...command, '--json');
  expect(code).toBe(0);
  const { version, trust, ...plan } = json;
  expect({ version, trust }).toEqual({ version: 1, trust: 'Invented Trust' });
  expect(triadPlanSchema.parse(plan)).toEqual(plan);
  expect(plan).toMatchObject({
    total: { kilometres: 8, cost: 8, bound: 8, repeatedPairs: 0 },
    rounds: [
      {
        round: 1,
        kilometres: 8,
        cost: 8,
        bound: 8,
        proved: true,
        triads: [
          { academies: ['900001', '900002', '900003'], kilometres: 4 },
          { academies: ['900004', '900005', '900006'], kilometres: 4 },
        ],
      },
    ],
  });
  expect(plan['academies']).toContainEqual({ urn: '900002', name: 'Milestone 2 Academy' });
});

test('people read round by round who is with whom', async () => {
  putAcademies();
  const { out } = await desk.run(...command);
  expect(out).toContain('Round 1: 8.0 km; proved');
  expect(out).toContain('4.0 km  Milestone 1 Academy, Milestone 2 Academy, Milestone 3 Academy');
});

test('a plan goes in again as history, and the next round counts on', async () => {
  putAcademies();
  const first = await desk.run(...command, '--json');
  put('first.json', first.json);
  const { json } = await desk.run(...command, '--history', 'first.json', '--rounds', '2', '--json');
  expect(json).toMatchObject({ rounds: [{ round: 2, repeatedPairs: 2 }, { round: 3 }] });
});

test('the examples of shared/reference are taken: history, apart, weights and hubs', async () => {
  putAcademies();
  put('history.json', exampleHistory);
  put('apart.json', exampleApart);
  put('weights.json', exampleWeights);
  put('hubs.json', exampleHubs);
  const apart = await desk.run(...command, '--history', 'history.json', '--apart', 'apart.json', '--json');
  expect(apart.code).toBe(0);
  const rounds = apart.json['rounds'] as { triads: { academies: string[] }[] }[];
  for (const { academies } of rounds.flatMap(({ triads }) => triads))
    for (const pair of exampleApart) expect(pair.every((urn) => academies.includes(urn))).toBe(false);
  const hubs = await desk.run(...command, '--hubs', 'hubs.json', '--weights', 'weights.json', '--json');
  expect(hubs.json).toMatchObject({ total: { kilometres: 8, cost: 68, bound: 68 } });
});

test('the same seed gives the same plan', async () => {
  putAcademies([0, 7, 3, 9, 20, 21, 22, 40]);
  const words = [...command, '--rounds', '2', '--seed', '5', '--json'];
  expect((await desk.run(...words)).out).toBe((await desk.run(...words)).out);
});

test.each<[string, readonly string[], string]>([
  ['no file of academies', ['triads'], 'Name the GIAS export'],
  ['a trust that is not there', [...command.slice(0, 3), '--trust', 'Other'], 'holds no academy of "Other"'],
  ['a round number that is none', [...command, '--rounds', 'x'], '--rounds takes a whole number'],
  ['no rounds', [...command, '--rounds', '0'], '--rounds takes a number from 1 to 50.'],
  ['apart pairs of one', [...command, '--apart', 'one.json'], '"one.json" is no file for --apart'],
  ['an unknown URN', [...command, '--apart', 'stranger.json'], '899999 is the URN of no open academy of this trust.'],
])('it refuses %s in one sentence', async (_what, words, sentence) => {
  putAcademies();
  put('one.json', [['900001']]);
  put('stranger.json', [['900001', '899999']]);
  const told = await desk.run(...words, '--json');
  expect(told.code).toBe(2);
  expect(told.json['problem']).toMatchObject({ sentence: expect.stringContaining(sentence) });
});

test('three academies make no plan, and everybody apart says what stands against what', async () => {
  putAcademies([0, 1, 2]);
  expect(await desk.run(...command)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('at least 4') });
  putAcademies();
  const others = [2, 3, 4, 5, 6].map((at) => ['900001', `90000${at}`]);
  put('apart.json', others);
  const told = await desk.run(...command, '--apart', 'apart.json');
  expect(told).toMatchObject({ code: 2, err: expect.stringContaining('stay apart') });
});

test('the built command plans and proves on a thread of its own', () => {
  putAcademies();
  const built = resolve('dist/cli/our-academies.js');
  expect(existsSync(built)).toBe(true);
  const words = [built, 'triads', '--academies', desk.file('gias.csv'), '--json'];
  const { stdout, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect({ status, plan: JSON.parse(stdout) }).toMatchObject({ status: 0, plan: { total: { cost: 8, bound: 8 } } });
});

/** Real academies stay outside the project; where the file lies beside it, what is known of it must come out. */
const realTrust = resolve('../shared/data/gias-good-shepherd.csv');
const testReal = existsSync(realTrust) ? test : test.skip;

testReal('the optimum of a real trust of fifteen is proved, and four rounds together beat year by year', async () => {
  writeFileSync(desk.file('gias.csv'), readFileSync(realTrust));
  const words = ['triads', '--academies', 'gias.csv', '--trust', 'THE GOOD SHEPHERD TRUST', '--json'];
  const one = await desk.run(...words);
  expect(one.json).toMatchObject({ total: { kilometres: 122.13, bound: 122.13 }, rounds: [{ proved: true }] });
  const four = await desk.run(...words, '--rounds', '4');
  const { kilometres, repeatedPairs } = four.json['total'] as { kilometres: number; repeatedPairs: number };
  expect(repeatedPairs).toBe(0);
  expect(kilometres).toBeLessThan(122.1 + 266.8 + 285.7 + 300.7);
});
