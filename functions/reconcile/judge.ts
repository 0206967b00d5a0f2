import type { Meeting } from '../../shared/records/meeting';
import type { GuestInOutlook, SeenInOutlook } from '../../shared/records/outlook-event';
import { same } from '../../shared/same';
import { britishDate } from '../../shared/time/british-date';
import type { ActualEvent } from '../ports';
import { deviationOf } from './deviation';
import type { Published } from './published';
import type { Surroundings } from './wanted-event';
import { wantedOf } from './work';
import type { NewState } from './write-states';

/** SharePoint's single line. */
const longestLine = 255;

/**
 * What an event says of its record: nothing where that is what the record says already. What people did in Outlook is
 * shown and never overwritten; what changed in the lists since it was sent waits for Outlook.
 */
export function judge(
  published: Published,
  around: Surroundings,
  actual: ActualEvent | undefined,
): readonly NewState[] {
  const { event, digest } = wantedOf(published, around);
  if (event === undefined) return [];
  // Without an event id, publishing again makes the next generation: Outlook would take the old one for the same event.
  if (actual === undefined || actual.cancelled)
    return onlyNew({
      published,
      outlook: 'changed in Outlook',
      outlookProblem: 'Its event was cancelled or deleted in Outlook.',
      ...answersIn(published, []),
    });
  const state = { published, eventId: actual.id, ...answersIn(published, actual.invited) };
  if (actual.digest !== digest) return onlyNew({ ...state, outlook: 'waiting' });
  const deviation = deviationOf(actual, event);
  if (deviation === undefined) return onlyNew({ ...state, outlook: 'sent' });
  const { seen, seenGuests } = deviation;
  return onlyNew({
    ...state,
    outlook: 'changed in Outlook',
    outlookProblem: inWords(seen, seenGuests ?? []),
    seen: seen === undefined ? undefined : [seen],
    seenGuests,
  });
}

/** Only what is new is written: every write is a version. */
function onlyNew(state: NewState): readonly NewState[] {
  const { record } = state.published.stored;
  const isOld =
    (['outlook', 'outlookProblem', 'seen', 'seenGuests'] as const).every((name) => same(record[name], state[name])) &&
    (state.answers === undefined || same(state.answers, answersOf(state.published)));
  return isOld ? [] : [state];
}

function answersOf(published: Published): NonNullable<Meeting['answers']> {
  return (published.kind === 'meeting' ? published.stored.record.answers : undefined) ?? [];
}

/** How those who are invited as members have answered, in the order of their addresses. */
function answersIn(published: Published, invited: ActualEvent['invited']): Pick<NewState, 'answers'> {
  if (published.kind !== 'meeting') return {};
  const members = new Set(published.stored.record.members.map(({ email }) => email.toLowerCase()));
  const answers = invited.flatMap(({ email, answer }) =>
    answer !== 'none' && members.has(email) ? [{ email, answer }] : [],
  );
  return { answers: answers.sort((one, other) => (one.email < other.email ? -1 : 1)) };
}

function inWords(seen: SeenInOutlook | undefined, seenGuests: readonly GuestInOutlook[]): string {
  const when =
    seen === undefined
      ? []
      : [
          `In Outlook it is on ${britishDate(seen.date)}, ${seen.from} to ${seen.until}${seen.place === undefined ? '' : `, ${seen.place}`}.`,
        ];
  const who = seenGuests.map(({ name, change }) => `${name} was ${change} in Outlook.`);
  return [...when, ...who].join(' ').slice(0, longestLine).trim();
}
