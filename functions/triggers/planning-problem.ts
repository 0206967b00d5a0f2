import { packBusy } from '../../shared/meetings/compact-busy';
import { addressesOf } from '../../shared/meetings/invited';
import { meetingProblem } from '../../shared/meetings/planning';
import { visitsOf } from '../../shared/meetings/review-visits';
import type { Stored } from '../../shared/record';
import { closure } from '../../shared/records/closure';
import { meeting } from '../../shared/records/meeting';
import { type Network, network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { review } from '../../shared/records/review';
import { schoolYear } from '../../shared/records/school-year';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { daysBetween, isCalendarDate } from '../../shared/time/calendar-date';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';

const mostDays = 400;

/** Free/busy is read for the answer alone: titles are dropped at the door of the calendar, and nothing is kept. */
export const planningProblem = trigger(requests.planningProblem, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const span = checkSpan(input);
    if (!span.ok) return span;
    const { from, until } = input;
    const networks = await chosenNetworks(input.networks, asked);
    if (!networks.ok) return networks;
    const facts = await readFacts(input, asked);
    const visits = visitsOf({ ...facts, year: input.year, from, until }).filter(({ on }) => on === undefined);
    const addresses = new Set([
      ...addressesOf(
        networks.value.map(({ record }) => record),
        facts.people,
      ),
      ...visits.flatMap(({ people }) => people),
    ]);
    const { busy, withoutMailbox } = await asked.calendar.busy([...addresses], from, until);
    const problem = meetingProblem({
      ...facts,
      year: input.year,
      from,
      until,
      replan: input.replan === 'yes',
      networks: networks.value,
      busy: busy.map((one) => ({ ...one, email: one.email.toLowerCase() })),
    });
    return ok({
      problem: { ...problem, busy: [] },
      busy: packBusy(problem.busy, from, until),
      withoutMailbox: [...withoutMailbox],
    });
  },
});

async function readFacts({ year }: InputOf<typeof requests.planningProblem>, { records, directory }: Asked) {
  const ofYear = { by: 'year', is: year };
  const [academies, trust, triads, closures, schoolYears, people, meetings, reviews] = await Promise.all([
    directory.academies(),
    directory.trust(),
    directory.triads(),
    allOf(records.each(closure, ofYear)),
    allOf(records.each(schoolYear, ofYear)),
    allOf(records.each(person)),
    allOf(records.each(meeting, ofYear)),
    allOf(records.each(review, ofYear)),
  ]);
  return {
    trust: trust?.record,
    academies: [...academies.values()],
    closures: closures.map(({ record }) => record),
    schoolYears: schoolYears.map(({ record }) => record),
    people: people.map(({ record }) => record),
    meetings,
    reviews,
    triads: triads.filter(({ record }) => record.year === year),
  };
}

function checkSpan({ year, from, until }: InputOf<typeof requests.planningProblem>): Result<undefined> {
  if (!isSchoolYear(year)) return wrong('year', 'Give a school year, e.g. 2026/27.');
  if (!isCalendarDate(from)) return wrong('from', 'Give the first day as year-month-day.');
  if (!isCalendarDate(until)) return wrong('until', 'Give the last day as year-month-day.');
  if (until < from) return wrong('until', 'The last day cannot be before the first.');
  if (daysBetween(from, until) > mostDays) return wrong('until', `Plan at most ${mostDays} days at once.`);
  return ok(undefined);
}

async function chosenNetworks(
  keys: string | undefined,
  { records }: Asked,
): Promise<Result<readonly Stored<Network>[]>> {
  const all = await allOf(records.each(network));
  if (keys === undefined) return ok(all.filter(({ record }) => record.active));
  const wanted = new Set(keys.split(',').filter((key) => key !== ''));
  const found = all.filter(({ key }) => wanted.has(key));
  if (wanted.size > 0 && found.length === wanted.size) return ok(found);
  return wrong('networks', 'One of these networks is not here any more. Choose again.');
}

function wrong(path: string, sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] });
}
