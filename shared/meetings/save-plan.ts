import type { Stored } from '../record';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import { notPublished } from '../records/outlook-event';
import type { Person } from '../records/person';
import { same } from '../same';
import { deputiesToInvite, type Invited, invitedTo } from './invited';
import type { MeetingPlan } from './plan-schema';
import { follow } from './publishing';
import { expectedElsewhere, expectedOf, without } from './two-places';
import { isHeld, isPlannedAnew } from './what-stands';

type Planned = MeetingPlan['meetings'][number];

export interface SavingFacts {
  readonly year: string;
  readonly plan: MeetingPlan;
  /** What was planned, both days included: drafts of other half-terms stay as they are. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The networks that were planned, also those that got no meeting; those of the plan where none is named. */
  readonly planned?: readonly string[] | undefined;
  /** Published meetings that the plan moved get their new date. */
  readonly replan?: boolean | undefined;
  /** Meetings that stay where they are when planning again. */
  readonly locked?: readonly { readonly network: string; readonly date: string }[] | undefined;
  readonly networks: ReadonlyMap<string, Network>;
  readonly people: readonly Person[];
  /** Names of academies by URN. */
  readonly names: ReadonlyMap<string, string>;
  /** All meetings of that year. */
  readonly meetings: readonly Stored<Meeting>[];
}

export interface Saving {
  readonly create: readonly { readonly key: string; readonly record: Meeting }[];
  readonly change: readonly { readonly at: Stored<Meeting>; readonly record: Meeting }[];
  /** Published meetings with their new date: their events follow. */
  readonly move: readonly { readonly at: Stored<Meeting>; readonly record: Meeting }[];
  readonly remove: readonly Stored<Meeting>[];
  readonly keys: readonly string[];
}

/**
 * A plan as drafts. It replaces the drafts that its networks had in the span that was planned; what was ever published,
 * and drafts outside the span, keep their keys and numbers, and the plan's meetings are numbered after them. Saving the
 * same plan again changes nothing.
 */
export function planSaving(facts: SavingFacts): Saving {
  const { plan, from = '', until = '9999-12-31', meetings } = facts;
  const planned = new Set(facts.planned ?? plan.meetings.map(({ network }) => network));
  const planning = { networks: planned, from, until, replan: true };
  const anew = meetings.filter(({ record }) =>
    isPlannedAnew({ ...record, locked: record.locked === true && !isNamed(record, facts) }, planning),
  );
  const drafts = anew.filter(({ record }) => record.wanted !== 'event');
  const published = facts.replan === true ? anew.filter(({ record }) => record.wanted === 'event') : [];
  const known = new Map(published.map((one) => [placeInPlan(one.record), one]));
  const made = [...byNetwork(plan.meetings)].flatMap(([key, all]) => {
    const network = facts.networks.get(key);
    const fresh = all.filter((one) => !known.has(placeInPlan(whereItWas(one))));
    return network === undefined ? [] : draftsOf(key, network, fresh, { ...facts, drafts });
  });
  const moving = plan.meetings.flatMap((one) => {
    const at = known.get(placeInPlan(whereItWas(one)));
    return at === undefined || isWhere(at.record, one) ? [] : [{ at, record: movedTo(at.record, one, facts) }];
  });
  const changed = new Set([...drafts, ...moving.map(({ at }) => at)]);
  const kept = meetings.filter((one) => !changed.has(one) && isHeld(one.record)).map(({ record }) => record);
  const [wanted, move] = inOnePlace(made, moving, kept);
  const keys = new Set(wanted.map(({ key }) => key));
  const held = new Map(drafts.map((one) => [one.key, one]));
  return {
    create: wanted.filter(({ key }) => !held.has(key)),
    change: [
      ...wanted.flatMap(({ key, record }) => {
        const at = held.get(key);
        return at === undefined || same(at.record, record) ? [] : [{ at, record }];
      }),
      ...plan.meetings.flatMap((one) => {
        const at = known.get(placeInPlan(whereItWas(one)));
        const isLockedNow = at !== undefined && isWhere(at.record, one) && isNamed(one, facts) && !at.record.locked;
        return isLockedNow ? [{ at, record: { ...at.record, locked: true } }] : [];
      }),
    ],
    move,
    remove: drafts.filter(({ key }) => !keys.has(key)),
    keys: [...keys],
  };
}

interface OfMeeting {
  readonly record: Meeting;
}

/** Nobody is invited to two meetings at once; what is kept as it is counts too, and is not changed. */
function inOnePlace<D extends OfMeeting, M extends OfMeeting>(
  drafts: readonly D[],
  moves: readonly M[],
  kept: readonly Meeting[],
): readonly [readonly D[], readonly M[]] {
  const saved = [...drafts, ...moves].flatMap(({ record }) => expectedOf(record));
  const elsewhere = expectedElsewhere([...saved, ...kept.flatMap((one) => expectedOf(one, true))]);
  const invite = <O extends OfMeeting>(one: O): O => ({
    ...one,
    record: without(one.record, elsewhere.get(one.record)),
  });
  return [drafts.map(invite), moves.map(invite)];
}

/** A lock that the plan itself holds does not stand in its way. */
function isNamed({ network, date }: Pick<Meeting, 'network' | 'date'>, { locked = [] }: SavingFacts): boolean {
  return locked.some((lock) => lock.network === network && lock.date === date);
}

type When = Pick<Planned, 'network' | 'date' | 'from'>;

/** No network meets twice on one day. */
function placeInPlan({ network, date }: Pick<When, 'network' | 'date'>): string {
  return `${date} ${network}`;
}

function whereItWas({ network, date, from, moved }: Planned): When {
  return moved === undefined ? { network, date, from } : { network, date: moved.date, from: moved.from };
}

function isWhere(record: Meeting, { date, from, until, host }: Planned): boolean {
  const sameHost = host === undefined || record.host === host;
  return record.date === date && record.from === from && record.until === until && sameHost;
}

/** A published meeting at its new date: who was invited stays invited, deputies whom the plan counts on join. */
function movedTo(record: Meeting, planned: Planned, facts: SavingFacts): Meeting {
  const network = facts.networks.get(record.network);
  if (network === undefined) return record;
  const { date, from, until, host = record.host } = planned;
  const invited = invitedFor(network, planned, facts.people);
  const known = new Set(record.members.map(({ email }) => email.toLowerCase()));
  return follow({
    ...record,
    date,
    from,
    until,
    ...(isNamed(planned, facts) ? { locked: true } : {}),
    // Outlook asks everybody again, and so do we.
    answers: undefined,
    chased: undefined,
    host,
    place: host === record.host ? record.place : placeOf(network, nameOf(host, facts)),
    members: [...record.members, ...invited.filter(({ part, email }) => part === 'deputy' && !known.has(email))],
    ...representativesOf(planned, invited),
  });
}

function byNetwork(meetings: readonly Planned[]): ReadonlyMap<string, readonly Planned[]> {
  const networks = new Map<string, Planned[]>();
  for (const one of meetings) networks.set(one.network, [...(networks.get(one.network) ?? []), one]);
  return networks;
}

interface DraftFacts extends SavingFacts {
  /** Drafts that are replaced: their numbers are free. */
  readonly drafts: readonly Stored<Meeting>[];
}

function draftsOf(
  networkKey: string,
  network: Network,
  planned: readonly Planned[],
  facts: DraftFacts,
): readonly { readonly key: string; readonly record: Meeting }[] {
  const { year, people, meetings } = facts;
  const replaced = new Set(facts.drafts.map(({ key }) => key));
  const kept = meetings.filter(({ key, record }) => record.network === networkKey && !replaced.has(key));
  const last = Math.max(0, ...kept.map(({ record }) => record.number));
  const sorted = [...planned].sort((one, other) => (one.date < other.date ? -1 : 1));
  const { name, lead } = network;
  return sorted.map((one, index) => {
    const { date, from, until, host } = one;
    const number = last + index + 1;
    const members = invitedFor(network, one, people);
    return {
      key: keyOf(year, networkKey, number),
      record: {
        year,
        network: networkKey,
        number,
        name,
        lead,
        date,
        from,
        until,
        host,
        place: placeOf(network, nameOf(host, facts)),
        members,
        ...saidBy(network),
        ...(isNamed({ network: networkKey, date }, facts) ? { locked: true } : {}),
        ...representativesOf(one, members),
        ...notPublished,
      },
    };
  });
}

/** What a network says for each of its meetings. */
function saidBy({ kind, purpose, bring, confidential, where }: Network): Partial<Meeting> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(bring === undefined ? {} : { bring }),
    ...(where === 'in Teams' ? { teams: true } : {}),
    ...(confidential === undefined ? {} : { confidential }),
  };
}

/** All members, and the deputies whom the plan counts on. */
function invitedFor(network: Network, { representatives = [] }: Planned, people: readonly Person[]): Invited[] {
  const counted = new Set(
    representatives.filter(({ part }) => part === 'deputy').map(({ academy, email }) => `${academy} ${email}`),
  );
  const deputies = deputiesToInvite(network, people).filter(({ academy = '', email }) =>
    counted.has(`${academy} ${email}`),
  );
  return [...invitedTo(network, people), ...deputies];
}

function representativesOf(
  { representatives = [] }: Planned,
  invited: readonly Invited[],
): Pick<Meeting, 'representatives'> {
  const named = representatives.flatMap(({ academy, email, part }) => {
    const one = invited.find((each) => each.academy === academy && each.email === email.toLowerCase());
    return one === undefined ? [] : [{ academy, who: one.who, part }];
  });
  return named.length === 0 ? {} : { representatives: named };
}

function nameOf(host: string | undefined, { names }: SavingFacts): string | undefined {
  return host === undefined ? undefined : (names.get(host) ?? host);
}

function placeOf({ where, place }: Network, host: string | undefined): string {
  if (where === 'in Teams') return 'Microsoft Teams';
  return host ?? place ?? 'To be agreed';
}

/**
 * @example keyOf('2026/27', 'reception', 3) // 'meeting-2026-27-reception-3'
 */
function keyOf(year: string, network: string, number: number): string {
  return `meeting-${year.replace('/', '-')}-${network.slice(0, 70)}-${number}`;
}
