import type { OutputOf, requests } from '../../../shared/requests';
import { britishDate } from '../../../shared/time/british-date';
import { counted } from '../counted';

export type Change = OutputOf<typeof requests.membershipChanges>['changes'][number];

/** All that changes for one person in one direction. */
export interface PersonChange {
  readonly key: string;
  readonly does: Change['does'];
  readonly name: string;
  readonly academyName: string | undefined;
  readonly because: string;
  readonly later: boolean;
  readonly changes: readonly Change[];
}

/** Those who join first, then those who leave, by name. */
export function byPerson(changes: readonly Change[]): readonly PersonChange[] {
  const found = new Map<string, Change[]>();
  for (const one of changes) {
    const key = `${one.does} ${one.who.id}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found]
    .flatMap(([key, all]): readonly PersonChange[] => {
      const [first] = all;
      if (first === undefined) return [];
      const { does, who, academyName, because } = first;
      return [{ key, does, name: who.name, academyName, because, later: all.some(({ later }) => later), changes: all }];
    })
    .sort((one, other) => one.does.localeCompare(other.does) || one.name.localeCompare(other.name, 'en-GB'));
}

/** Which meetings, in one line: the networks, how many, from when. */
export function meetingsInWords(changes: readonly Change[]): string {
  const networks = [...new Set(changes.map(({ name }) => name))].sort().join(', ');
  const first = changes.map(({ date }) => date).sort()[0] ?? '';
  const drafts = changes.filter(({ published }) => !published).length;
  const how = drafts === 0 ? '' : drafts === changes.length ? ', drafts' : `, ${drafts} of them drafts`;
  return `${networks}: ${counted(changes.length, 'meeting', 'meetings')} from ${britishDate(first)}${how}`;
}

/** Who gets which mail when these are made. */
export function mailsOf(people: readonly PersonChange[]): string {
  const sent = (does: Change['does']) =>
    people.filter((one) => one.does === does).flatMap(({ changes }) => changes.filter(({ published }) => published))
      .length;
  const [invitations, cancellations] = [sent('add'), sent('remove')];
  if (invitations + cancellations === 0) return 'Only drafts change: nobody gets mail.';
  const parts = [
    ...(invitations === 0 ? [] : [counted(invitations, 'invitation', 'invitations')]),
    ...(cancellations === 0 ? [] : [counted(cancellations, 'cancellation', 'cancellations')]),
  ];
  return `Outlook sends ${parts.join(' and ')}, to these people; others who are invited may get an update.`;
}
