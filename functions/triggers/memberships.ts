import { withDirectedTime } from '../../shared/meetings/later-addition';
import {
  membershipChanges as changesOf,
  type MembershipChange,
  withMembership,
} from '../../shared/meetings/membership';
import type { Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { britishDate } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';
import { meetingsFrom } from './chase-facts';

interface Memberships {
  readonly agreedOn: string | undefined;
  readonly changes: readonly MembershipChange[];
  readonly meetings: ReadonlyMap<string, Stored<Meeting>>;
}

export async function readMemberships(asked: Pick<Asked, 'records' | 'directory' | 'clock'>): Promise<Memberships> {
  const { records, directory, clock } = asked;
  const day = today(clock);
  const meetings = await meetingsFrom(day, addDays(day, 365), asked);
  if (meetings.length === 0) return { agreedOn: undefined, changes: [], meetings: new Map() };
  const [networks, people, trust] = await Promise.all([
    allOf(records.each(network)),
    allOf(records.each(person)),
    directory.trust(),
  ]);
  const staff = people.map(({ record }) => record);
  const agreedOn = trust?.record.calendarAgreedOn;
  const changes = changesOf({
    meetings,
    networks: new Map(networks.map(({ key, record }) => [key, record])),
    people: staff,
    today: day,
    agreedOn,
    directed: withDirectedTime(staff),
  });
  return { agreedOn, changes, meetings: new Map(meetings.map((one) => [one.key, one])) };
}

export const membershipChanges = trigger(requests.membershipChanges, {
  permit: ['TrustOffice'],
  async act(_input, asked) {
    const [{ agreedOn, changes, meetings }, academies] = await Promise.all([
      readMemberships(asked),
      asked.directory.academies(),
    ]);
    const shown = changes.flatMap(({ meeting: key, does, member, because, later }) => {
      const held = meetings.get(key)?.record;
      if (held === undefined) return [];
      const { name, date, wanted } = held;
      const at = member.academy === undefined ? undefined : academies.get(member.academy)?.name;
      return [
        {
          meeting: key,
          name,
          date,
          published: wanted === 'event',
          does,
          who: { ...member.who },
          ...(at === undefined ? {} : { academyName: at }),
          because,
          later,
        },
      ];
    });
    return ok({ ...(agreedOn === undefined ? {} : { agreedOn }), changes: shown });
  },
});

/** After a clash with the reconciler or with answers it is looked at again. */
const mostTries = 3;

function nameOf({
  meeting: key,
  who,
  does,
}: {
  readonly meeting: string;
  readonly who: string;
  readonly does: string;
}) {
  return `${does} ${key} ${who.toLowerCase()}`;
}

export const applyMembershipChanges = trigger(requests.applyMembershipChanges, {
  permit: ['TrustOffice'],
  async act({ changes, agreement }, asked) {
    const wanted = new Set(changes.map(nameOf));
    const touched = new Set<string>();
    let applied = 0;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const now = await readMemberships(asked);
      const open = now.changes.filter((one) => wanted.has(nameOf({ ...one, who: one.member.who.id })));
      const later = open.filter((one) => one.later);
      if (later.length > 0 && now.agreedOn !== undefined && agreement === undefined)
        return wrongField('agreement', needsAgreement(later, now.agreedOn));
      if (open.length === 0) break;
      const steps = [...now.meetings.values()].flatMap((at) => {
        const ofMeeting = open.filter((one) => one.meeting === at.key);
        return ofMeeting.length === 0
          ? []
          : [{ at, ofMeeting, record: withMembership(at.record, ofMeeting, agreement) }];
      });
      const written = await asked.records.changeMany(meeting, steps, asked.caller);
      steps.forEach(({ at, ofMeeting }, index) => {
        if (written[index]?.ok !== true) return;
        applied += ofMeeting.length;
        touched.add(at.key);
      });
      const refused = written.find((one) => !one.ok && one.problem.code !== 'changed-meanwhile');
      if (refused !== undefined && !refused.ok) return refused;
      if (written.every((one) => one.ok)) break;
      if (tries === mostTries - 1)
        return refuse(
          'busy',
          'Some of these meetings are being changed just now. Nothing is lost: try the rest again.',
          {
            retryAfterSeconds: 10,
          },
        );
    }
    if (touched.size > 0) asked.hints.reconcile(asked.organiserMailbox);
    return ok({ applied, meetings: touched.size, gone: wanted.size - applied });
  },
});

function needsAgreement(later: readonly MembershipChange[], on: string): string {
  const names = [...new Set(later.map(({ member }) => member.who.name))];
  const shown = names.slice(0, 3).join(', ');
  const rest = names.length > 3 ? ` and ${names.length - 3} others` : '';
  return `${shown}${rest}: a later addition to the calendar that was agreed on ${britishDate(on)}. Say with whom and when this was agreed.`;
}
