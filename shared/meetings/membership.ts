import type { Stored } from '../record';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import type { Person } from '../records/person';
import { membersOf } from './audience';
import { addedToAgreed } from './later-addition';
import { follow } from './publishing';
import { stands } from './register';
import { expectedElsewhere, expectedOf } from './two-places';

type Member = Meeting['members'][number];

/** One person and one coming meeting: somebody who joined its network, or left it. */
export interface MembershipChange {
  readonly meeting: string;
  readonly does: 'add' | 'remove';
  readonly member: Member;
  readonly because: string;
  /** Newly invited to what was agreed with staff: not without their word. */
  readonly later: boolean;
}

export interface MembershipFacts {
  readonly meetings: readonly Stored<Meeting>[];
  readonly networks: ReadonlyMap<string, Network>;
  readonly people: readonly Person[];
  readonly today: string;
  readonly agreedOn: string | undefined;
  /** Ids, in lower case, of people with directed time. */
  readonly directed: ReadonlySet<string>;
}

/**
 * What the posts of today change on coming meetings. Deputies, substitutes and guests were invited by name: they leave
 * only when they work here no more. Nothing is changed by this: the trust office nods first.
 */
export function membershipChanges(facts: MembershipFacts): readonly MembershipChange[] {
  const coming = facts.meetings.filter(({ record }) => record.date > facts.today && stands(record));
  const joins = new Map(coming.map((one) => [one.record, joining(one, facts)]));
  const elsewhere = expectedElsewhere([
    ...coming.flatMap(({ record }) => expectedOf(record, true)),
    ...[...joins].flatMap(([at, changes]) =>
      changes.map(({ member }) => ({ id: idOf(member), at, as: 'joining' as const })),
    ),
  ]);
  return coming.flatMap((one) => {
    const away = elsewhere.get(one.record) ?? new Set<string>();
    const joined = (joins.get(one.record) ?? []).filter(({ member }) => !away.has(idOf(member)));
    return [...leaving(one, facts, away), ...joined];
  });
}

const idOf = ({ who }: { readonly who: { readonly id: string } }): string => who.id.toLowerCase();

function audienceOf({ network }: Meeting, { networks, people }: MembershipFacts): readonly Person[] | undefined {
  const its = networks.get(network);
  return its?.active === true ? membersOf(its, people) : undefined;
}

function leaving(
  { key, record }: Stored<Meeting>,
  facts: MembershipFacts,
  elsewhere: ReadonlySet<string>,
): readonly MembershipChange[] {
  const known = new Map(facts.people.map((one) => [idOf(one), one]));
  const audience = audienceOf(record, facts);
  const belongs = new Set(audience?.map(idOf));
  return record.members.flatMap((member): readonly MembershipChange[] => {
    const person = known.get(idOf(member));
    if (person === undefined || idOf(member) === record.lead.id.toLowerCase()) return [];
    const isMember = (member.part ?? 'member') === 'member';
    const has = !isMember || audience === undefined || belongs.has(idOf(member));
    const because = whyLeaving(person.active, has, elsewhere.has(idOf(member)));
    if (because === undefined) return [];
    return [{ meeting: key, does: 'remove', member, because, later: false }];
  });
}

function whyLeaving(isActive: boolean, belongs: boolean, isElsewhere: boolean): string | undefined {
  if (!isActive) return 'no longer works for us';
  if (!belongs) return 'no longer belongs to the network';
  return isElsewhere ? 'is expected at another meeting at that time' : undefined;
}

function joining(one: Stored<Meeting>, facts: MembershipFacts): readonly MembershipChange[] {
  const { record } = one;
  const invited = new Map(record.members.map((member) => [idOf(member), member]));
  return (audienceOf(record, facts) ?? []).flatMap((person): readonly MembershipChange[] => {
    const before = invited.get(idOf(person));
    if (before !== undefined && (before.academy === person.academy || before.academy === undefined)) return [];
    const { academy, who, email } = person;
    const member: Member = { academy, who, email: email.toLowerCase(), part: 'member' };
    const because = before === undefined ? 'belongs to the network now' : 'works at another academy now';
    const after = { ...record, members: [...record.members, member] };
    const later = record.wanted === 'event' && addedToAgreed(record, after, facts.agreedOn, facts.directed).length > 0;
    return [{ meeting: one.key, does: 'add', member, because, later }];
  });
}

/** A meeting with those who joined and without those who left; the invitations follow. */
export function withMembership(
  meeting: Meeting,
  changes: readonly MembershipChange[],
  agreement: string | undefined,
): Meeting {
  const touched = new Set(changes.map(({ member }) => idOf(member)));
  const gone = new Set(changes.filter(({ does }) => does === 'remove').map(({ member }) => member.email.toLowerCase()));
  const members = [
    ...meeting.members.filter((one) => !touched.has(idOf(one))),
    ...changes.filter(({ does }) => does === 'add').map(({ member }) => member),
  ];
  const isLater = agreement !== undefined && changes.some(({ later }) => later);
  return follow({
    ...meeting,
    members,
    ...(meeting.representatives === undefined
      ? {}
      : { representatives: meeting.representatives.filter((one) => !touched.has(idOf(one))) }),
    ...(meeting.answers === undefined
      ? {}
      : { answers: meeting.answers.filter(({ email }) => !gone.has(email.toLowerCase())) }),
    ...(isLater ? { agreement: joined(meeting.agreement, agreement) } : {}),
  });
}

const longest = 255;

/** What was agreed before stays beside it, where there is room. */
function joined(before: string | undefined, agreement: string): string {
  const both = before === undefined || before === agreement ? agreement : `${before}; ${agreement}`;
  return both.length <= longest ? both : agreement;
}
