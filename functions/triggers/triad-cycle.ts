import type { PersonReference } from '../../shared/field';
import type { Stored } from '../../shared/record';
import type { Academy } from '../../shared/records/academy';
import { closure } from '../../shared/records/closure';
import { type Person, person } from '../../shared/records/person';
import { type Review, review } from '../../shared/records/review';
import { schoolYear } from '../../shared/records/school-year';
import type { InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { byName, headOf } from '../../shared/reviews/heads';
import type { CycleProblem } from '../../shared/reviews/schedule';
import { type SchoolCalendar, schoolCalendar } from '../../shared/reviews/school-calendar';
import { addDays } from '../../shared/time/calendar-date';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';

export type TriadInput = InputOf<typeof requests.publishTriad>;

/** All that dating a triad's reviews needs, as it was read. */
export interface TriadFacts {
  readonly academies: readonly Academy[];
  readonly heads: readonly Person[];
  /** By the URN of the host. */
  readonly champions: ReadonlyMap<string, Person>;
  readonly calendarOf: (academy: Academy) => SchoolCalendar;
  /** Reviews of this triad that were made before, by host. */
  readonly standing: ReadonlyMap<string, Stored<Review>>;
}

/** The calendars of the year that a date lies in and of the next two: a cycle reaches into the following year. */
export async function readCalendars(
  from: string,
  { records }: Pick<Asked, 'records'>,
): Promise<(academy: Academy) => SchoolCalendar> {
  const first = Number(schoolYearOf(from).slice(0, 4));
  const years = [0, 1, 2].map((more) => schoolYearOf(`${first + more}-09-01`));
  const read = async (year: string) => ({
    schoolYears: await allOf(records.each(schoolYear, { by: 'year', is: year })),
    closures: await allOf(records.each(closure, { by: 'year', is: year })),
  });
  const known = await Promise.all(years.map(read));
  const schoolYears = known.flatMap((one) => one.schoolYears.map(({ record }) => record));
  const closures = known.flatMap((one) => one.closures.map(({ record }) => record));
  return (academy) => schoolCalendar({ academy, years, schoolYears, closures });
}

export async function readTriadFacts(input: TriadInput, triad: string, asked: Asked): Promise<Result<TriadFacts>> {
  const { records, directory } = asked;
  const [academies, people, reviews, calendarOf] = await Promise.all([
    directory.academies(),
    allOf(records.each(person)),
    allOf(records.each(review, { by: 'year', is: input.year })),
    readCalendars(input.startOn, asked),
  ]);
  const places = input.academies.flatMap((urn) => academies.get(urn) ?? []);
  if (places.length < input.academies.length)
    return wrong('academies', 'One of these academies is not here. Import it first.');
  const staff = people.map(({ record }) => record).filter(({ active }) => active);
  const heads = places.flatMap(({ urn }) => headOf(urn, staff) ?? []);
  const headless = places.find(({ urn }) => headOf(urn, staff) === undefined);
  if (headless !== undefined)
    return wrong('academies', `${headless.name} has no principal here. Import the principal first.`);
  const standing = new Map(reviews.filter(({ record }) => record.triad === triad).map((one) => [one.record.host, one]));
  const champions = championsOf(input, staff, reviews, standing);
  return champions.ok ? ok({ academies: places, heads, champions: champions.value, calendarOf, standing }) : champions;
}

/** As given; for the other hosts whoever has led the fewest workshops this year, from outside the triad. */
function championsOf(
  input: TriadInput,
  staff: readonly Person[],
  reviews: readonly Stored<Review>[],
  standing: TriadFacts['standing'],
): Result<ReadonlyMap<string, Person>> {
  const found = new Map<string, Person>();
  const load = workshopsLed(reviews);
  const able = staff
    .filter(({ responsibilities }) => responsibilities?.includes('Improvement Champion'))
    .filter(({ academy }) => academy === undefined || !input.academies.includes(academy))
    .sort(byName);
  for (const host of input.academies) {
    const stands = standing.get(host)?.record;
    const wanted = stands === undefined ? input.champions?.find((one) => one.host === host)?.champion : stands.champion;
    if (stands !== undefined && wanted === undefined) continue;
    const chosen = wanted === undefined ? leastUsed(able, load) : staff.find(({ who }) => sameId(who, wanted));
    if (wanted !== undefined && (chosen === undefined || chosen.academy === host))
      return wrong('champions', 'An Improvement Champion works for us, at another academy than the host.');
    if (chosen !== undefined) {
      found.set(host, chosen);
      load.set(chosen.who.id, (load.get(chosen.who.id) ?? 0) + 1);
    }
  }
  return ok(found);
}

function workshopsLed(reviews: readonly Stored<Review>[]): Map<string, number> {
  const load = new Map<string, number>();
  for (const { champion } of reviews.map(({ record }) => record))
    if (champion !== undefined) load.set(champion.id, (load.get(champion.id) ?? 0) + 1);
  return load;
}

function sameId(one: PersonReference, other: PersonReference): boolean {
  return one.id.toLowerCase() === other.id.toLowerCase();
}

function leastUsed(able: readonly Person[], load: ReadonlyMap<string, number>): Person | undefined {
  const used = ({ who }: Person) => load.get(who.id) ?? 0;
  return [...able].sort((one, other) => used(one) - used(other))[0];
}

/** Longer than any cycle of three or four reviews. */
const daysOfCycle = 330;

/** The facts as the pure planner wants them, with free/busy of those who must come. */
export async function cycleProblem(
  { startOn, visits = [] }: TriadInput,
  facts: TriadFacts,
  { directory, calendar }: Asked,
): Promise<CycleProblem> {
  const [trust, all] = await Promise.all([directory.trust(), directory.academies()]);
  const emails = [...facts.heads, ...facts.champions.values()].map(({ email }) => email.toLowerCase());
  const { busy } = await calendar.busy([...new Set(emails)], startOn, addDays(startOn, daysOfCycle));
  return {
    startOn,
    academies: facts.academies.flatMap((place, index) => {
      const head = facts.heads[index];
      const { urn, name } = place;
      return head === undefined
        ? []
        : [{ urn, name, email: head.email.toLowerCase(), calendar: facts.calendarOf(place) }];
    }),
    champions: new Map(
      [...facts.champions].map(([host, { email, academy }]) => {
        const place = academy === undefined ? undefined : all.get(academy);
        const dates = place === undefined ? undefined : facts.calendarOf(place);
        return [host, { email: email.toLowerCase(), calendar: dates }];
      }),
    ),
    followUpSchoolWeeks: trust?.record.followUpSchoolWeeks ?? 6,
    secondFollowUpSchoolWeeks: trust?.record.secondFollowUpSchoolWeeks,
    busy: busy.map((one) => ({ ...one, email: one.email.toLowerCase() })),
    wished: new Map(visits.map(({ host, on }) => [host, on])),
    standing: new Map([...facts.standing].map(([host, { record }]) => [host, record.visitOn])),
  };
}

export function wrong(path: string, sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] });
}
