import type * as z from 'zod/mini';
import { readAcademies } from '../../../functions/imports/read-imports';
import type { FoundAcademies } from '../../../shared/imports/academies';
import { parseWith } from '../../../shared/parse';
import { ok, type Result, refuse } from '../../../shared/result';
import {
  historyFrom,
  someTriadWeightsSchema,
  triadHistorySchema,
  triadHubsSchema,
  triadsApartSchema,
  weightsFrom,
} from '../../../shared/triads/input-files';
import type { TriadPlan } from '../../../shared/triads/plan-schema';
import type { TriadAcademy, TriadProblem } from '../../../shared/triads/problem';
import type { Command, Report, Surroundings, Typed } from '../command';
import { readBytes, readJsonFile } from '../files';

const text = { type: 'string' } as const;

export const triads: Command = {
  name: 'triads',
  takes:
    '--academies FILE [--trust NAME] [--rounds NUMBER] [--history FILE] [--apart FILE] [--weights FILE] [--hubs FILE] [--pairs] [--seed NUMBER] [--seconds NUMBER]',
  says: 'Plans triads for a trust from a GIAS export, and proves how good they are. Sends nothing, needs no tenant.',
  options: {
    academies: text,
    trust: text,
    rounds: text,
    history: text,
    apart: text,
    weights: text,
    hubs: text,
    pairs: { type: 'boolean' },
    seed: text,
    seconds: text,
  },
  async run(typed, surroundings) {
    const found = foundAcademies(typed, surroundings);
    if (!found.ok) return found;
    const problem = problemFrom(typed, found.value, surroundings);
    if (!problem.ok) return problem;
    const seconds = wholeNumber(typed, 'seconds', 0);
    if (!seconds.ok) return seconds;
    for (const { line, sentence } of found.value.refused) surroundings.progress(`line ${line} left out: ${sentence}`);
    const task = { problem: problem.value, ...(seconds.value === 0 ? {} : { seconds: seconds.value }) };
    const answer = await surroundings.planTriads(task, surroundings.progress);
    return answer.ok ? ok(tell(found.value, answer.value.plan)) : answer;
  },
};

function foundAcademies(typed: Typed, surroundings: Surroundings): Result<FoundAcademies> {
  const file = typed.text('academies');
  if (file === undefined) return refuse('invalid', 'Name the GIAS export: --academies FILE.');
  return readAcademies(readBytes(file, surroundings), { trust: typed.text('trust') });
}

function wholeNumber(typed: Typed, option: string, otherwise: number): Result<number> {
  const given = typed.text(option) ?? String(otherwise);
  return /^\d{1,9}$/.test(given)
    ? ok(Number(given))
    : refuse('invalid', `--${option} takes a whole number, not "${given}".`);
}

function problemFrom(typed: Typed, { found }: FoundAcademies, surroundings: Surroundings): Result<TriadProblem> {
  const rounds = wholeNumber(typed, 'rounds', 1);
  if (!rounds.ok) return rounds;
  if (rounds.value < 1 || rounds.value > 50) return refuse('invalid', '--rounds takes a number from 1 to 50.');
  const seed = wholeNumber(typed, 'seed', 1);
  if (!seed.ok) return seed;
  const read = <T>(option: string, schema: z.ZodMiniType<T>, otherwise: T): Result<T> => {
    const file = typed.text(option);
    if (file === undefined) return ok(otherwise);
    const sentence = `"${file}" is no file for --${option} (shared/reference shows one).`;
    return parseWith(schema, readJsonFile(file, surroundings), sentence);
  };
  const history = read('history', triadHistorySchema, []);
  if (!history.ok) return history;
  const apart = read('apart', triadsApartSchema, []);
  if (!apart.ok) return apart;
  const weights = read('weights', someTriadWeightsSchema, {});
  if (!weights.ok) return weights;
  const hubs = read('hubs', triadHubsSchema, {});
  if (!hubs.ok) return hubs;
  const academies = found.map(({ record }) => record);
  const strangers = strangersIn(
    [...apart.value.flat(), ...Object.values(hubs.value).flat()],
    academies.map(({ urn }) => urn),
  );
  if (strangers !== undefined) return strangers;
  return ok({
    academies: academies.map((one) => academyOf(one, hubs.value)),
    rounds: rounds.value,
    history: [...historyFrom(history.value)],
    apart: apart.value,
    withinHubs: typed.text('hubs') !== undefined,
    pairsAllowed: typed.flag('pairs'),
    weights: weightsFrom(weights.value),
    seed: seed.value,
  });
}

/** A history may name academies that have left; a wish for somebody unknown is a slip. */
function strangersIn(named: readonly string[], urns: readonly string[]): ReturnType<typeof refuse> | undefined {
  const stranger = named.find((urn) => !urns.includes(urn));
  return stranger === undefined
    ? undefined
    : refuse('invalid', `${stranger} is the URN of no open academy of this trust. Correct it, or leave it out.`);
}

function academyOf(
  { urn, name, easting, northing, phase, lowAge, highAge }: FoundAcademies['found'][number]['record'],
  hubs: Readonly<Record<string, readonly string[]>>,
): TriadAcademy {
  const hub = Object.entries(hubs).find(([, members]) => members.includes(urn))?.[0];
  return {
    urn,
    name,
    ...(easting === undefined ? {} : { easting }),
    ...(northing === undefined ? {} : { northing }),
    ...(phase === undefined ? {} : { phase }),
    ...(lowAge === undefined ? {} : { lowAge }),
    ...(highAge === undefined ? {} : { highAge }),
    ...(hub === undefined ? {} : { hub }),
  };
}

function tell({ trust, refused }: FoundAcademies, plan: TriadPlan): Report {
  const names = new Map(plan.academies.map(({ urn, name }) => [urn, name]));
  const lines = plan.rounds.flatMap(({ round, kilometres, repeatedPairs, bound, proved, triads: groups }) => [
    `Round ${round}: ${kilometres.toFixed(1)} km${repeatedPairs === 0 ? '' : `, pairs that have met before: ${repeatedPairs}`}; ${proved ? 'proved: no better round after those before it' : `no better than ${bound.toFixed(1)}`}`,
    ...groups.map(
      ({ academies, kilometres: way }) =>
        `  ${way.toFixed(1).padStart(6)} km  ${academies.map((urn) => names.get(urn) ?? urn).join(', ')}`,
    ),
  ]);
  const left = refused.map(({ line, sentence }) => `line ${line} left out: ${sentence}`);
  return { json: { trust, ...plan }, lines: [trust, ...lines, '', ...plan.explanation.says, ...left] };
}
