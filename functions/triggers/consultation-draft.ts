import { fileName } from '../../shared/documents/file-name';
import { calendarFile } from '../../shared/documents/ics';
import { calendarDocument, eventsOf } from '../../shared/meetings/calendar-document';
import { sentenceOf } from '../../shared/meetings/directed-time';
import { type CalendarOwner, type DraftCalendar, draftCalendar } from '../../shared/meetings/draft-calendar';
import { gatheringsOfReviews } from '../../shared/meetings/gathering';
import { isAgreedYear } from '../../shared/meetings/later-addition';
import { meeting } from '../../shared/records/meeting';
import { type Person, person } from '../../shared/records/person';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { type InputOf, type OutputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { laterToPublish, readAgreed } from './agreed-calendar';

type Input = InputOf<typeof requests.consultationDraft>;
type File = NonNullable<OutputOf<typeof requests.consultationDraft>['file']>;

export const consultationDraft = trigger(requests.consultationDraft, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const { records, directory } = asked;
    if (!isSchoolYear(input.year)) return wrong('year', 'Give a school year, e.g. 2026/27.');
    const ofYear = { by: 'year', is: input.year };
    const refused = notTheirs(input, asked);
    if (refused !== undefined) return refused;
    const [academies, people, meetings, reviews, stages, trust] = await Promise.all([
      directory.academies(),
      allOf(records.each(person)),
      allOf(records.each(meeting, ofYear)),
      allOf(records.each(review, ofYear)),
      allOf(records.each(stage, ofYear)),
      directory.trust(),
    ]);
    const staff = people.map(({ record }) => record);
    const owner = ownerOf(input, staff, academies);
    if (owner === undefined) return refuse('not-found', 'Whose calendar this is, is not here any more. Choose again.');
    const agreed = await readAgreed(asked);
    const later = await laterToPublish(meetings, agreed, asked);
    const calendar = draftCalendar({
      year: input.year,
      owner,
      meetings,
      ofReviews: gatheringsOfReviews(reviews, stages, academies),
      people: staff,
      academies,
      directedTimeHours: trust?.record.directedTimeHours,
      agreedOn: agreed !== undefined && isAgreedYear(agreed.on, input.year) ? agreed.on : undefined,
      later: new Set(later.keys()),
    });
    const file = await fileOf(input.format, calendar, trust?.record.name ?? 'Our Academies');
    return file.ok ? ok(told(calendar, file.value)) : file;
  },
});

/** The trust office sees all, a principal their academy, everybody themselves: hours are about people. */
function notTheirs({ scope, of }: Input, { caller }: Asked) {
  if (caller.roles.includes('TrustOffice')) return undefined;
  if (scope === 'person' && of === caller.id) return undefined;
  if (scope === 'academy' && caller.roles.includes('Principal') && of === caller.academy) return undefined;
  return refuse('not-allowed', 'This calendar is not yours to see. Open your own, or ask the trust office.');
}

function ownerOf(
  { scope, of }: Input,
  people: readonly Person[],
  academies: Parameters<typeof draftCalendar>[0]['academies'],
): CalendarOwner | undefined {
  if (scope === 'trust') return { scope };
  const academy = academies.get(of ?? '');
  if (scope === 'academy') return academy === undefined ? undefined : { scope, academy };
  const found = people.find(({ who, active }) => active && who.id === of);
  return found === undefined ? undefined : { scope, person: found };
}

async function fileOf(
  format: Input['format'],
  calendar: DraftCalendar,
  trust: string,
): Promise<Result<File | undefined>> {
  if (format === 'summary') return ok(undefined);
  const name = fileName(['Meetings', calendar.title, calendar.year.replace('/', '-')], format);
  if (format === 'ics') {
    const file = calendarFile(`Meetings of ${calendar.year}: ${calendar.title}`, eventsOf(calendar));
    return file.ok ? ok({ name, content: Buffer.from(file.value).toString('base64') }) : file;
  }
  // Loaded when it is needed: few requests write a document, and every start would pay for it.
  const { writeDocument } = await import('../word/write-document');
  return ok({ name, content: Buffer.from(writeDocument(calendarDocument(calendar, trust))).toString('base64') });
}

function told(
  { title, agreedOn, rows, people, notes }: DraftCalendar,
  file: File | undefined,
): OutputOf<typeof requests.consultationDraft> {
  return {
    title,
    ...(agreedOn === undefined ? {} : { agreedOn }),
    meetings: rows.map(({ key, date, from, until, name, where, who, leads, day, later }) => ({
      key,
      date,
      from,
      until,
      name,
      where,
      who: leads === undefined ? [...who] : [`Led by ${leads}`],
      ...(day === undefined ? {} : { day }),
      later,
    })),
    people: people.map((one) => ({
      person: one.person.who,
      counting: one.counting,
      withinMinutes: one.withinMinutes,
      outsideMinutes: one.outsideMinutes,
      ...(one.allowedHours === undefined ? {} : { allowedHours: one.allowedHours }),
      says: sentenceOf(one),
    })),
    notes: [...notes],
    ...(file === undefined ? {} : { file }),
  };
}

function wrong(path: string, sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] });
}
