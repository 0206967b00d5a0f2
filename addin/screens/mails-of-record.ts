import {
  type MailsOfChange,
  mailsOfAction,
  mailsOfMeeting,
  mailsOfReview,
} from '../../shared/meetings/mails-of-change';
import type { Kind } from '../../shared/record';
import { action } from '../../shared/records/action';
import { meeting } from '../../shared/records/meeting';
import { review } from '../../shared/records/review';
import { counted } from './counted';

type Values = Readonly<Record<string, unknown>>;

/** Who gets which mail when a record is saved as it was typed, in sentences; none where nobody does. */
export function mailsOfRecord(kind: Kind, before: unknown, typed: Values): readonly string[] {
  const mails = mailsBy[kind.name]?.(before, asSaved(kind, before, typed));
  return mails === undefined ? [] : inWords(kind, mails);
}

const mailsBy: Readonly<Record<string, (before: unknown, after: unknown) => MailsOfChange | undefined>> = {
  [action.name]: (before, after) => between(action, before, after, mailsOfAction),
  [meeting.name]: (before, after) => between(meeting, before, after, mailsOfMeeting),
  [review.name]: (before, after) => between(review, before, after, mailsOfReview),
};

/** What is no record yet is refused by the API, and sends nothing. */
function between<R>(
  kind: Kind<R>,
  before: unknown,
  after: unknown,
  mails: (before: R, after: R) => MailsOfChange | undefined,
): MailsOfChange | undefined {
  const [old, next] = [kind.parse(before), kind.parse(after)];
  return old.ok && next.ok ? mails(old.value, next.value) : undefined;
}

/** What the product keeps itself stays as it is. */
function asSaved({ fields }: Kind, before: unknown, typed: Values): unknown {
  const kept = Object.entries(before as object).filter(([name]) => fields[name]?.kept);
  return { ...typed, ...Object.fromEntries(kept) };
}

function inWords({ fields }: Kind, { news, invited, cancelled, updated }: MailsOfChange): readonly string[] {
  const what = news.map((name) => `“${fields[name]?.label ?? name}”`).join(', ');
  return [
    ...(updated.length === 0
      ? []
      : [`Outlook sends ${counted(updated.length, 'person', 'people')} an update. New in it: ${what}.`]),
    ...(invited.length === 0 ? [] : [`An invitation goes to ${invited.join(', ')}.`]),
    ...(cancelled.length === 0 ? [] : [`A cancellation goes to ${cancelled.join(', ')}.`]),
  ];
}
