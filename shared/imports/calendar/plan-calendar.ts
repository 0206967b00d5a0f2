import type { Stored } from '../../record';
import type { Academy } from '../../records/academy';
import { type Closure, closure } from '../../records/closure';
import type { SchoolYear } from '../../records/school-year';
import { keyOfClosure } from '../closure-key';
import {
  type Counted,
  daysOf,
  isFarOff,
  warningsOfBankHolidays,
  warningsOfDays,
  warningsOfEntries,
  warningsOfHalfTerms,
} from './check-calendar';
import type { CalendarEntry } from './entry';
import { halfTermsOf } from './half-terms';

/** What is kept already of the school year. */
export interface KeptCalendars {
  readonly academies: readonly Academy[];
  readonly closures: readonly Stored<Closure>[];
  readonly schoolYears: readonly Stored<SchoolYear>[];
}

interface Found<R> {
  readonly line: number;
  readonly key: string;
  readonly record: R;
}

export interface CalendarPlan {
  readonly closures: readonly Found<Closure>[];
  readonly schoolYears: readonly Found<SchoolYear>[];
  /** Kept before, and named by this calendar no more. */
  readonly dropped: readonly Stored<Closure>[];
  readonly warnings: readonly string[];
  /** Those of the warnings after which nobody should go on without a second look. */
  readonly farOff: readonly string[];
}

/** The records that a calendar comes to for one scope, and what is unusual about them. */
export function planCalendar(
  entries: readonly CalendarEntry[],
  { year, scope, remove }: { readonly year: string; readonly scope: string; readonly remove: boolean },
  kept: KeptCalendars,
): CalendarPlan {
  const halfTerms = halfTermsOf(entries, year);
  const closures = closuresOfEntries(entries, year, scope, kept);
  const schoolYears = schoolYearOfScope(halfTerms, year, scope, kept);
  const named = new Set(closures.map(({ key }) => key));
  const dropped =
    halfTerms.length === 0 ? [] : kept.closures.filter((one) => one.record.scope === scope && !named.has(one.key));
  const after = {
    closures: [
      ...kept.closures.filter((one) => !named.has(one.key) && !(remove && dropped.includes(one))),
      ...closures,
    ].map(({ record }) => record),
    schoolYears: [
      ...kept.schoolYears.filter((one) => !schoolYears.some(({ key }) => key === one.key)),
      ...schoolYears,
    ].map(({ record }) => record),
  };
  const place = countedFor(scope, kept);
  const isDated = after.schoolYears.some((one) => [place.urn, place.localAuthority, 'trust'].includes(one.scope));
  const days = daysOf(place, year, after);
  const farOff = isFarOff(days) ? warningsOfDays(days) : [];
  return {
    closures,
    schoolYears,
    dropped,
    farOff,
    warnings: [
      ...farOff,
      ...schoolYears.flatMap(({ record }) => warningsOfHalfTerms(record)),
      ...warningsOfEntries(entries, year),
      ...(isDated && farOff.length === 0 ? warningsOfDays(days) : []),
      ...warningsOfBankHolidays(year, after),
    ],
  };
}

function closuresOfEntries(
  entries: readonly CalendarEntry[],
  year: string,
  scope: string,
  kept: KeptCalendars,
): readonly Found<Closure>[] {
  const byKey = new Map<string, Found<Closure>>();
  for (const { line, from, until, label, what } of entries) {
    const kind = (closure.fields.what.of ?? []).find((one) => one === what) as Closure['what'] | undefined;
    if (kind === undefined) continue;
    const record: Closure = { year, scope, from, until, what: kind, label };
    const same = kept.closures.find(
      (one) => one.record.scope === scope && one.record.what === kind && one.record.from === from,
    );
    const key = same?.key ?? keyOfClosure(record);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? { line, key, record } : { ...before, record: both(before.record, record) });
  }
  return [...byKey.values()];
}

/** Two lines about one thing on one day. */
function both(one: Closure, other: Closure): Closure {
  const label = one.label.includes(other.label) ? one.label : `${one.label}; ${other.label}`.slice(0, 120);
  return { ...one, until: [one.until, other.until].sort()[1] ?? one.until, label };
}

function schoolYearOfScope(
  halfTerms: SchoolYear['halfTerms'],
  year: string,
  scope: string,
  kept: KeptCalendars,
): readonly Found<SchoolYear>[] {
  if (halfTerms.length === 0) return [];
  const before = kept.schoolYears.find(({ record }) => record.scope === scope);
  const slug = `${year}-${scope}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const key = before?.key ?? `school-year-${slug}`.slice(0, 100).replace(/-+$/, '');
  return [{ line: 0, key, record: { year, scope, halfTerms } }];
}

/** An academy itself, or one that stands for all that follow their authority. */
function countedFor(scope: string, { academies }: KeptCalendars): Counted {
  const own = academies.find(({ urn }) => urn === scope);
  if (own !== undefined) return own;
  return { urn: '', localAuthority: scope === 'trust' ? '' : scope };
}
