import type { Kind, Stored } from '../../shared/record';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { type Triad, triad as triadKind } from '../../shared/records/triad';
import { type OutputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { type ReviewDates, scheduleCycle } from '../../shared/reviews/schedule';
import { titleOfReview } from '../../shared/reviews/title';
import { castOf, reviewKey, reviewOf, stagesOf, triadKey } from '../../shared/reviews/triad-publishing';
import { britishDay } from '../../shared/time/british-date';
import { isSchoolYear, schoolYearOf } from '../../shared/time/school-year';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { academyNames } from './review-parts';
import { cycleProblem, readTriadFacts, type TriadFacts, type TriadInput, wrong } from './triad-cycle';

type Published = OutputOf<typeof requests.publishTriad>;

/** Every record has the key that follows from what it is: a publishing that was cut off is completed by another. */
export const publishTriad = trigger(requests.publishTriad, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const wanted = await checkTriad(input, asked);
    if (!wanted.ok) return wanted;
    const { key, record: made } = wanted.value;
    const facts = await readTriadFacts(input, key, asked);
    if (!facts.ok) return facts;
    const problem = await cycleProblem({ ...input, startOn: made.startOn ?? input.startOn }, facts.value, asked);
    const dates = scheduleCycle(problem);
    if (!dates.ok) return dates;
    const planned = dates.value.flatMap((one, index) => plannedReview(made, key, facts.value, one, index));
    if (input.apply) {
      const kept = await keepAll(made, key, planned, asked);
      if (!kept.ok) return kept;
      asked.directory.forget();
      asked.hints.reconcile(asked.organiserMailbox);
    }
    const assumed = [...new Set(problem.academies.flatMap((one) => one.calendar.assumed))];
    const used = new Set(dates.value.flatMap(({ stages }) => stages.map(({ on }) => schoolYearOf(on))));
    const names = await academyNames(asked);
    return ok({
      triad: key,
      applied: input.apply,
      reviews: planned.map((one) => shown(one, facts.value, names)),
      assumed: assumed.filter((year) => used.has(year)),
    });
  },
});

async function checkTriad(
  input: TriadInput,
  { records, directory, clock }: Asked,
): Promise<Result<{ readonly key: string; readonly record: Triad }>> {
  if (!isSchoolYear(input.year)) return wrong('year', 'Give a school year, e.g. 2026/27.');
  const { year, round, name, academies, startOn, lead, visits = [] } = input;
  const visit = visits.find(({ host, on }) => !academies.includes(host) || on < today(clock));
  if (visit !== undefined)
    return academies.includes(visit.host)
      ? wrong('visits', `Choose a day from today on; ${britishDay(visit.on)} is over.`)
      : wrong('visits', 'A visit is to an academy of the triad.');
  const parsed = triadKind.parse({ year, round, name, academies, startOn, ...(lead === undefined ? {} : { lead }) });
  if (!parsed.ok) return parsed;
  const key = triadKey(parsed.value);
  const before = await records.get(triadKind, key);
  if (before !== undefined) return ok({ key, record: before.record });
  if (startOn < today(clock)) return wrong('startOn', 'Choose a first day from today on.');
  const others = (await directory.triads()).filter(
    ({ record }) =>
      record.year === year && record.round === round && record.academies.some((urn) => academies.includes(urn)),
  );
  if (others.length > 0)
    return refuse('not-now', 'One of these academies is in another triad of this round already. Choose another round.');
  return ok({ key, record: parsed.value });
}

type Planned = NonNullable<ReturnType<typeof plannedOne>>;

function plannedReview(
  triad: Triad,
  triadKeyed: string,
  facts: TriadFacts,
  dates: ReviewDates,
  host: number,
): readonly Planned[] {
  const planned = plannedOne(triad, triadKeyed, facts, dates, host);
  return planned === undefined ? [] : [planned];
}

function plannedOne(triad: Triad, triadKeyed: string, facts: TriadFacts, dates: ReviewDates, host: number) {
  const heads = facts.heads.map(({ who }) => who);
  const cast = castOf(heads, host, facts.champions.get(dates.host)?.who);
  if (cast === undefined) return undefined;
  const lead = triad.lead ?? heads[0];
  const whole = {
    triad: { ...triad, ...(lead === undefined ? {} : { lead }) },
    triadKey: triadKeyed,
    dates,
    cast,
  };
  const standing = facts.standing.get(dates.host);
  const record = standing?.record ?? reviewOf(whole);
  const key = standing?.key ?? reviewKey(triad, dates.host);
  return record === undefined ? undefined : { key, record, dates, stages: stagesOf(whole, key) };
}

async function keepAll(
  made: Triad,
  key: string,
  planned: readonly Planned[],
  asked: Asked,
): Promise<Result<undefined>> {
  const triads = await keep(triadKind, [{ key, record: made }], asked);
  if (!triads.ok) return triads;
  const reviews = await keep(review, planned, asked);
  if (!reviews.ok) return reviews;
  return keep(
    stage,
    planned.flatMap(({ stages }) => stages),
    asked,
  );
}

/** What is there already under its key stays as it is. */
async function keep<R>(
  kind: Kind<R>,
  wanted: readonly { readonly key: string; readonly record: R }[],
  { records, caller }: Asked,
): Promise<Result<undefined>> {
  const kept = await records.createMany(
    kind,
    wanted.map(({ key, record }) => ({ key, record })),
    caller,
  );
  for (const [index, one] of kept.entries()) {
    if (one.ok) continue;
    const there: Stored<R> | undefined = await records.get(kind, wanted[index]?.key ?? '');
    if (there === undefined) return one;
  }
  return ok(undefined);
}

function shown(
  { key, record, dates }: Planned,
  { heads, champions }: TriadFacts,
  names: ReadonlyMap<string, string>,
): Published['reviews'][number] {
  const people = new Map([...heads, ...champions.values()].map(({ email, who }) => [email.toLowerCase(), who.name]));
  const { hostHead, lead, champion } = record;
  return {
    key,
    host: record.host,
    title: titleOfReview(record, names),
    hostHead,
    lead,
    ...(champion === undefined ? {} : { champion }),
    stages: dates.stages.map(({ busy, ...one }) => ({ ...one, busy: busy.map((email) => people.get(email) ?? email) })),
  };
}
