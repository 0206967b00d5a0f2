import { addressesOf, meetingProblem } from '../../shared/meetings/planning';
import type { Stored } from '../../shared/record';
import { closure } from '../../shared/records/closure';
import { meeting } from '../../shared/records/meeting';
import { type Network, network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { schoolYear } from '../../shared/records/school-year';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { daysBetween, isCalendarDate } from '../../shared/time/calendar-date';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';

const mostDays = 200;

export const planningProblem = trigger(requests.planningProblem, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const span = checkSpan(input);
    if (!span.ok) return span;
    const { year, from, until } = input;
    const { records, calendar, directory } = asked;
    const networks = await chosenNetworks(input.networks, asked);
    if (!networks.ok) return networks;
    const ofYear = { by: 'year', is: year };
    const [academies, closures, schoolYears, people, meetings] = await Promise.all([
      directory.academies(),
      allOf(records.each(closure, ofYear)),
      allOf(records.each(schoolYear, ofYear)),
      allOf(records.each(person)),
      allOf(records.each(meeting, ofYear)),
    ]);
    const staff = people.map(({ record }) => record);
    const { busy, withoutMailbox } = await calendar.busy(
      addressesOf(
        networks.value.map(({ record }) => record),
        staff,
      ),
      from,
      until,
    );
    const problem = meetingProblem({
      year,
      from,
      until,
      academies: [...academies.values()],
      closures: closures.map(({ record }) => record),
      schoolYears: schoolYears.map(({ record }) => record),
      networks: networks.value,
      people: staff,
      meetings,
      busy: busy.map((one) => ({ ...one, email: one.email.toLowerCase() })),
    });
    return ok({ problem, withoutMailbox: [...withoutMailbox] });
  },
});

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
