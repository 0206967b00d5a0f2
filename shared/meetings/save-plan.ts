import type { Stored } from '../record';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import { notPublished } from '../records/outlook-event';
import type { Person } from '../records/person';
import { same } from '../same';
import type { MeetingPlan } from './plan-schema';
import { invitedTo } from './planning';

type Planned = MeetingPlan['meetings'][number];

export interface SavingFacts {
  readonly year: string;
  readonly plan: MeetingPlan;
  /** What was planned, both days included: drafts of other half-terms stay as they are. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
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
  readonly remove: readonly Stored<Meeting>[];
  readonly keys: readonly string[];
}

/**
 * A plan as drafts. It replaces the drafts that its networks had in the span that was planned; what was ever published,
 * and drafts outside the span, keep their keys and numbers, and the plan's meetings are numbered after them. Saving the
 * same plan again changes nothing.
 */
export function planSaving(facts: SavingFacts): Saving {
  const planned = new Set(facts.plan.meetings.map(({ network }) => network));
  const drafts = facts.meetings.filter(({ record }) => planned.has(record.network) && isReplaced(record, facts));
  const wanted = [...byNetwork(facts.plan.meetings)].flatMap(([key, ofNetwork]) => {
    const network = facts.networks.get(key);
    return network === undefined ? [] : draftsOf(key, network, ofNetwork, facts);
  });
  const keys = new Set(wanted.map(({ key }) => key));
  const held = new Map(drafts.map((one) => [one.key, one]));
  return {
    create: wanted.filter(({ key }) => !held.has(key)),
    change: wanted.flatMap(({ key, record }) => {
      const at = held.get(key);
      return at === undefined || same(at.record, record) ? [] : [{ at, record }];
    }),
    remove: drafts.filter(({ key }) => !keys.has(key)),
    keys: [...keys],
  };
}

function isReplaced({ outlook, date }: Meeting, { from = '', until = '9999-12-31' }: SavingFacts): boolean {
  return outlook === 'draft' && from <= date && date <= until;
}

function byNetwork(meetings: readonly Planned[]): ReadonlyMap<string, readonly Planned[]> {
  const networks = new Map<string, Planned[]>();
  for (const one of meetings) networks.set(one.network, [...(networks.get(one.network) ?? []), one]);
  return networks;
}

function draftsOf(
  networkKey: string,
  network: Network,
  planned: readonly Planned[],
  facts: SavingFacts,
): readonly { readonly key: string; readonly record: Meeting }[] {
  const { year, people, names, meetings } = facts;
  const kept = meetings.filter(({ record }) => record.network === networkKey && !isReplaced(record, facts));
  const last = Math.max(0, ...kept.map(({ record }) => record.number));
  const sorted = [...planned].sort((one, other) => (one.date < other.date ? -1 : 1));
  const members = invitedTo(network, people);
  return sorted.map(({ date, from, until, host }, index) => {
    const number = last + index + 1;
    const place = placeOf(network, host === undefined ? undefined : (names.get(host) ?? host));
    const { name, lead, kind, purpose, bring, confidential } = network;
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
        place,
        members,
        ...(kind === undefined ? {} : { kind }),
        ...(purpose === undefined ? {} : { purpose }),
        ...(bring === undefined ? {} : { bring }),
        ...(network.where === 'in Teams' ? { teams: true } : {}),
        ...(confidential === undefined ? {} : { confidential }),
        ...notPublished,
      },
    };
  });
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
