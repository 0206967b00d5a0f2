import type { Caller } from '../caller';
import type { PersonReference } from '../field';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import { follow } from './publishing';
import { stands } from './register';

type Deputies = NonNullable<Network['deputies']>;

/**
 * Who names a substitute for an academy: whoever is invited for it, its deputy in the network, its principal, and those
 * who keep the meeting.
 */
export function mayNameSubstitute(
  caller: Pick<Caller, 'id' | 'roles' | 'academy'>,
  { members, lead }: Pick<Meeting, 'members' | 'lead'>,
  academy: string,
  deputies: Deputies = [],
): boolean {
  if (caller.roles.includes('TrustOffice') || lead.id === caller.id) return true;
  if (caller.academy === academy && caller.roles.includes('Principal')) return true;
  return [...members, ...deputies].some((one) => one.academy === academy && one.who.id === caller.id);
}

/** Up to the day itself; what was is for the register. */
export function maySendSubstitute(meeting: Pick<Meeting, 'outlook' | 'wanted' | 'date'>, today: string): boolean {
  return stands(meeting) && today <= meeting.date;
}

export interface Substitute {
  readonly who: PersonReference;
  readonly email: string;
}

/**
 * The meeting with somebody in an academy's place this once; whoever was named before is taken back. Somebody who is
 * invited already is counted on instead. The invitations follow. Naming the same person again changes nothing.
 *
 * @example withSubstitute(meeting, '900001', { who, email }).members.at(-1)?.part // 'substitute'
 */
export function withSubstitute(meeting: Meeting, academy: string, { who, email }: Substitute): Meeting {
  const isHere = ({ members }: Meeting) => members.some((one) => one.who.id === who.id && one.academy === academy);
  const others = (meeting.representatives ?? []).filter((one) => one.academy !== academy);
  const before = meeting.representatives?.find((one) => one.academy === academy);
  if (isHere(meeting) && before?.who.id === who.id) return meeting;
  const members = withoutSubstitutes(meeting, academy, who.id);
  const invited = members.find((one) => one.who.id === who.id);
  const part = invited === undefined ? 'substitute' : (invited.part ?? 'member');
  const counted = { ...meeting, representatives: [...others, { academy, who, part }] };
  if (invited !== undefined && members.length === meeting.members.length) return counted;
  const added = invited === undefined ? [{ academy, who, email, part: 'substitute' as const }] : [];
  return follow({ ...counted, members: [...members, ...added] });
}

function withoutSubstitutes({ members }: Meeting, academy: string, except: string): Meeting['members'] {
  return members.filter((one) => one.academy !== academy || one.part !== 'substitute' || one.who.id === except);
}

/** Those who were named before and would be taken back. */
export function replacedBy({ members }: Pick<Meeting, 'members'>, academy: string, who: string): Meeting['members'] {
  return members.filter((one) => one.academy === academy && one.part === 'substitute' && one.who.id !== who);
}
