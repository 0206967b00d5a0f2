import type { ChangedInOutlook } from '../../../shared/meetings/publishing';
import type { KindWithEvent } from '../../../shared/requests/outlook';
import { britishDay } from '../../../shared/time/british-date';
import type { Fact } from '../../parts/text';

/** An event that somebody changed in Outlook, as it is told and asked about. */
export interface OutlookChange {
  readonly kind: KindWithEvent;
  readonly changed: ChangedInOutlook;
  /** What stands here, in words: day, time, place. */
  readonly planned: string;
  /** Who is invited here, in words: "12 people". */
  readonly whom: string;
  /** Of a meeting: how many. */
  readonly invited?: number;
}

type Guests = NonNullable<ChangedInOutlook['seenGuests']>;

function named({ seenGuests = [] }: ChangedInOutlook, change: Guests[number]['change']): readonly string[] {
  return seenGuests.flatMap((one) => (one.change === change ? [one.name] : []));
}

function withAnswers({ seenGuests = [] }: ChangedInOutlook): readonly string[] {
  return seenGuests.flatMap(({ change, name, answer }) =>
    change === 'added' ? [answer === undefined ? name : `${name} (${answer})`] : [],
  );
}

function timeIn({ seen = [] }: ChangedInOutlook): string | undefined {
  const [now] = seen;
  if (now === undefined) return undefined;
  return [`${britishDay(now.date)}, ${now.from} to ${now.until}`, ...(now.place === undefined ? [] : [now.place])].join(
    ', ',
  );
}

/** What stands here beside what Outlook holds. */
export function factsOfChange({ changed, planned }: OutlookChange): readonly Fact[] {
  const time = timeIn(changed);
  const added = withAnswers(changed);
  const off = named(changed, 'taken off');
  return [
    { name: 'Planned here', value: planned },
    ...(changed.gone ? [{ name: 'In Outlook', value: 'Cancelled or deleted' }] : []),
    ...(time === undefined ? [] : [{ name: 'In Outlook', value: time }]),
    ...(added.length === 0 ? [] : [{ name: 'Added', value: added.join(', ') }]),
    ...(off.length === 0 ? [] : [{ name: 'Taken off', value: off.join(', ') }]),
  ];
}

/** Why the record cannot follow Outlook here; undefined where it can. */
export function whyNotTakenOver({ kind, changed }: OutlookChange): string | undefined {
  if (kind === 'meeting') return undefined;
  if (changed.gone)
    return kind === 'action'
      ? 'It still stands here. Put it back, or mark the action as done or dropped.'
      : 'It still stands here. Put it back, or ask the trust office to cancel the review.';
  if (changed.seen === undefined)
    return 'Who takes part is changed here, not in Outlook. Put it back, or ask the trust office to change it.';
  return undefined;
}

/** Who gets which mail when the record follows Outlook. */
export function mailsOfTakingOver({ kind, changed, whom }: OutlookChange): readonly string[] {
  if (changed.gone)
    return ['The meeting is cancelled here too. Outlook has told those who were invited; nobody gets mail.'];
  const [seen] = changed.seen ?? [];
  const added = named(changed, 'added');
  const off = named(changed, 'taken off');
  return [
    ...(seen === undefined
      ? []
      : [`Here it is on ${timeIn(changed)} then. Outlook shows that to ${whom} already and sends an update at most.`]),
    ...(kind === 'meeting' && added.length > 0 ? [`Invited here too, as a substitute: ${added.join(', ')}.`] : []),
    ...(kind === 'meeting' && off.length > 0 ? [`No longer invited here: ${off.join(', ')}.`] : []),
    ...(kind !== 'meeting' && added.length + off.length > 0
      ? ['Who takes part stays as it is here: Outlook invites and uninvites people accordingly.']
      : []),
    ...(kind === 'action' ? ['The day alone is taken over: a follow-up is at 08:15.'] : []),
  ];
}

/** Who gets which mail when Outlook is brought back. */
export function mailsOfPuttingBack({ changed, planned, whom }: OutlookChange): readonly string[] {
  if (changed.gone) return [`Outlook invites ${whom} anew, for ${planned}.`];
  const added = named(changed, 'added');
  const off = named(changed, 'taken off');
  return [
    ...(changed.seen === undefined
      ? []
      : [`Outlook moves it back to ${planned} and sends ${whom} an update. They answer again.`]),
    ...(added.length === 0 ? [] : [`Outlook sends a cancellation to ${added.join(', ')}.`]),
    ...(off.length === 0 ? [] : [`Outlook invites ${off.join(', ')} again.`]),
  ];
}
