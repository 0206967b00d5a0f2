import type { CalendarEntry } from '../../shared/imports/calendar/entry';
import { type CalendarPlan, type KeptCalendars, planCalendar } from '../../shared/imports/calendar/plan-calendar';
import type { RefusedLine } from '../../shared/imports/table';
import { academy } from '../../shared/records/academy';
import { type Closure, closure } from '../../shared/records/closure';
import { schoolYear } from '../../shared/records/school-year';
import type { OutputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Actor, Ports, Records } from '../ports';
import { bring } from './apply-import';
import { scopeAmong, unknownScope } from './scopes';

export type CalendarOutcome = OutputOf<typeof requests.importCalendar>;

export interface KeepingCalendar {
  readonly year: string;
  /** Whom lines concern that do not say it themselves. */
  readonly scope: string;
  readonly entries: readonly CalendarEntry[];
  /** Whether closed days that this calendar names no more are removed. */
  readonly remove: boolean;
  readonly apply: boolean;
  readonly ports: Pick<Ports, 'records'>;
  readonly actor: Actor;
}

/** Brings half-terms and closed days to what a calendar says, or only tells what would change. */
export async function importCalendar(keeping: KeepingCalendar): Promise<Result<CalendarOutcome>> {
  const { year, entries, apply, ports } = keeping;
  if (!isSchoolYear(year)) return wrong('year', `"${year}" is no school year. Give one such as 2026/27.`);
  const undecided = entries.find(({ what }) => what === undefined);
  if (apply && undecided !== undefined)
    return wrong('entries', `Line ${undecided.line}, ${undecided.label}: say first what it is, or leave it out.`);
  const kept = await readKept(year, ports.records);
  const scoped = bySpelledScope(keeping, kept);
  if (!scoped.ok) return scoped;
  const plans = [...scoped.value.scopes].map(([scope, lines]) => planCalendar(lines, { ...keeping, scope }, kept));
  return carryOut(plans, scoped.value.refused, keeping);
}

async function readKept(year: string, records: Records): Promise<KeptCalendars> {
  const ofYear = { by: 'year', is: year };
  const [academies, closures, schoolYears] = await Promise.all([
    allOf(records.each(academy)),
    allOf(records.each(closure, ofYear)),
    allOf(records.each(schoolYear, ofYear)),
  ]);
  return { academies: academies.map(({ record }) => record), closures, schoolYears };
}

/** Lines by whom they concern, as the academies spell it: planning compares word for word. */
function bySpelledScope({ scope, entries }: KeepingCalendar, { academies }: KeptCalendars) {
  if (scopeAmong(academies, scope) === undefined) return wrong('scope', unknownScope(academies, scope));
  const scopes = new Map<string, CalendarEntry[]>();
  const refused: RefusedLine[] = [];
  for (const entry of entries) {
    const spelled = scopeAmong(academies, entry.scope ?? scope);
    if (spelled === undefined)
      refused.push({ line: entry.line, sentence: unknownScope(academies, entry.scope ?? scope) });
    else scopes.set(spelled, [...(scopes.get(spelled) ?? []), entry]);
  }
  return ok({ scopes, refused });
}

async function carryOut(
  plans: readonly CalendarPlan[],
  refused: readonly RefusedLine[],
  { year, apply, remove, ports: { records }, actor }: KeepingCalendar,
): Promise<Result<CalendarOutcome>> {
  const question = { by: 'year', is: year };
  const schoolYears = plans.flatMap((plan) => plan.schoolYears);
  const closures = plans.flatMap((plan) => plan.closures);
  const years = await bring({ kind: schoolYear, found: schoolYears, refused: [], question, apply }, records, actor);
  const days = await bring({ kind: closure, found: closures, refused, question, apply }, records, actor);
  const dropped = plans.flatMap((plan) => plan.dropped);
  if (apply && remove)
    for (const one of dropped) {
      const removed = await records.remove(closure, one);
      if (!removed.ok) return removed;
    }
  return ok({
    applied: apply,
    added: [...years.added.map(schoolYear.titleOf), ...days.added.map(closure.titleOf)],
    changed: [...years.changed.map(schoolYear.titleOf), ...days.changed.map(closure.titleOf)],
    days: { added: days.added.map(toDay), changed: days.changed.map(toDay) },
    same: years.same + days.same,
    refused: [...years.refused, ...days.refused],
    halfTerms: schoolYears.map(({ record }) => ({ scope: record.scope, halfTerms: [...record.halfTerms] })),
    warnings: plans.flatMap((plan) => plan.warnings),
    farOff: plans.flatMap((plan) => plan.farOff),
    dropped: dropped.map(({ record }) => toDay(record)),
    removed: apply && remove,
  });
}

function toDay({ label, scope, from, until }: Closure): CalendarOutcome['dropped'][number] {
  return { label, scope, from, until };
}

function wrong(path: string, sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] });
}
