import { type CalendarOutcome, importCalendar as keep } from '../../../functions/imports/import-calendar';
import { readCalendar } from '../../../functions/imports/read-calendar';
import type { CalendarAnswers, CalendarEntry } from '../../../shared/imports/calendar/entry';
import type { RefusedLine } from '../../../shared/imports/table';
import { ok, type Result, refuse } from '../../../shared/result';
import { britishDate, britishSpan } from '../../../shared/time/british-date';
import type { Command, Report, Surroundings, Typed } from '../command';
import { commandLine, connect } from '../connect';
import { readBytes } from '../files';

type Day = CalendarOutcome['days']['added'][number];

/** So many days of one name are shown one by one. */
const mostAlike = 5;

export const importCalendar: Command = {
  name: 'import calendar',
  takes:
    'FILE --scope trust|AUTHORITY|URN --year 2026/27 [--order day/month] [--zone NAME=UTC] [--remove] [--what-if] [--all-the-same]',
  says: 'Half-terms, INSET and closed days from ICS, or from CSV (start, end, kind, label, scope). What is doubtful is asked; a year with fewer than 150 days for pupils is imported with --all-the-same only.',
  options: {
    scope: { type: 'string' },
    year: { type: 'string' },
    order: { type: 'string' },
    zone: { type: 'string' },
    remove: { type: 'boolean' },
    'what-if': { type: 'boolean' },
    'all-the-same': { type: 'boolean' },
  },
  run: importing,
};

async function importing(typed: Typed, surroundings: Surroundings): Promise<Result<Report>> {
  const [file] = typed.words;
  const scope = typed.text('scope');
  const year = typed.text('year');
  if (file === undefined) return refuse('invalid', 'Name the FILE to import.');
  if (scope === undefined) return refuse('invalid', 'Say whose calendar it is: --scope trust, an authority or a URN.');
  if (year === undefined) return refuse('invalid', 'Say which school year: --year 2026/27.');
  const read = readCalendar(readBytes(file, surroundings), { year, answers: answersOf(typed) });
  if (!read.ok) return read;
  const [question] = read.value.questions;
  if (question !== undefined) return refuse('invalid', `${question.sentence} ${howToAnswer(question.about)}`);
  const entries = read.value.entries.filter(({ what }) => what !== undefined);
  const { ports } = await connect(surroundings);
  const given = { year, scope, entries, remove: typed.flag('remove'), ports, actor: commandLine };
  const apply = !typed.flag('what-if');
  if (apply && !typed.flag('all-the-same')) {
    const looked = await keep({ ...given, apply: false });
    if (!looked.ok) return looked;
    const [farOff] = looked.value.farOff;
    if (farOff !== undefined)
      return refuse(
        'invalid',
        `${farOff} Nothing was imported: correct the file, or add --all-the-same to import it as it is.`,
      );
  }
  const outcome = await keep({ ...given, apply });
  if (!outcome.ok) return outcome;
  return ok(
    tell({
      ...outcome.value,
      refused: [...read.value.refused, ...doubtful(read.value.entries), ...outcome.value.refused],
    }),
  );
}

function answersOf(typed: Typed): CalendarAnswers {
  const order = typed.text('order');
  const [zone, meant] = typed.text('zone')?.split('=') ?? [];
  return {
    ...(order === undefined ? {} : { order }),
    ...(zone === undefined || meant === undefined ? {} : { [`zone ${zone}`]: meant }),
  };
}

function howToAnswer(about: string): string {
  return about === 'order'
    ? 'Answer with --order day/month or --order month/day.'
    : `Answer with --zone "${about.replace(/^zone /, '')}=Europe/London" or "=UTC".`;
}

function doubtful(entries: readonly CalendarEntry[]): readonly RefusedLine[] {
  return entries.flatMap(({ line, ask }) =>
    ask === undefined ? [] : [{ line, sentence: `${ask} The Import screen takes the answer.` }],
  );
}

function tell(outcome: CalendarOutcome): Report {
  const { applied, added, changed, same, refused, halfTerms, warnings, farOff, days, dropped, removed } = outcome;
  const others = warnings.filter((sentence) => !farOff.includes(sentence));
  return {
    json: { ...outcome },
    lines: [
      ...farOff.map((sentence) => `LOOK FIRST: ${sentence}`),
      ...linesOf(added, days.added).map((line) => `${applied ? 'added' : 'would add'}: ${line}`),
      ...linesOf(changed, days.changed).map((line) => `${applied ? 'changed' : 'would change'}: ${line}`),
      ...halfTerms.flatMap((one) =>
        one.halfTerms.map(({ name, from, until }) => `${one.scope}, ${name}: ${britishSpan(from, until)}`),
      ),
      ...dropped.map(
        ({ label, from, until }) =>
          `${removed ? 'removed' : 'kept, though not in this calendar (--remove takes it away)'}: ${label}, ${britishSpan(from, until)}`,
      ),
      ...refused.map(({ line, sentence }) => `line ${line} left out: ${sentence}`),
      ...others.map((sentence) => `look: ${sentence}`),
      `calendar: ${added.length} added, ${changed.length} changed, ${same} as before, ${refused.length} left out${applied ? '' : ' (only looked at)'}.`,
    ],
  };
}

/** School years by their title, closed days with their dates; of many that are alike the first few. */
function linesOf(titles: readonly string[], days: readonly Day[]): readonly string[] {
  const ofDays = new Set(days.map(titleOf));
  const alike = new Map<string, Day[]>();
  for (const day of days) alike.set(titleOf(day), [...(alike.get(titleOf(day)) ?? []), day]);
  return [...titles.filter((title) => !ofDays.has(title)), ...[...alike.values()].flatMap(linesOfAlike)];
}

function linesOfAlike(days: readonly Day[]): readonly string[] {
  const shown = days.length > mostAlike ? days.slice(0, mostAlike) : days;
  const more = days.length - shown.length;
  const lines = shown.map(({ label, scope, from, until }) => `${label}, ${britishSpan(from, until)} (${scope})`);
  const last = days.at(-1);
  return more === 0 || last === undefined
    ? lines
    : [...lines, `${last.label}, and ${more} more until ${britishDate(last.until)} (${last.scope})`];
}

function titleOf({ label, scope }: Day): string {
  return `${label} (${scope})`;
}
