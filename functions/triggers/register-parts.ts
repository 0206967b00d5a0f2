import { academiesOf, invitedFor, registerIsOpen, stands, suggestionFor } from '../../shared/meetings/register';
import { mayNameSubstitute as mayName, maySendSubstitute } from '../../shared/meetings/substitute';
import type { Stored } from '../../shared/record';
import type { Academy } from '../../shared/records/academy';
import { type Attendance, attendance } from '../../shared/records/attendance';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { type Network, network } from '../../shared/records/network';
import type { OutputOf, requests } from '../../shared/requests';
import { termOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';

type Shown = OutputOf<typeof requests.meetingRegister>;
type Row = Shown['rows'][number];

/** What has been said of a meeting, by academy. */
export type Said = ReadonlyMap<string, Stored<Attendance>>;

export async function readSaid(key: string, { records }: Pick<Asked, 'records'>): Promise<Said> {
  const all = await allOf(records.each(attendance, { by: 'meeting', is: key }));
  return new Map(all.map((one) => [one.record.academy, one]));
}

/** One academy at one meeting; who leads and the term follow from the meeting. */
export function attendanceOf(
  { key, record }: Stored<Meeting>,
  academy: string,
  said: Pick<Attendance, 'represented' | 'by' | 'because'>,
): Attendance {
  return { meeting: key, academy, lead: record.lead, term: termOf(record.date), ...said };
}

/** Whoever leads the meeting now, whoever led it when something was said. */
export function mayRecord(verb: 'create' | 'update' | 'remove', held: Stored<Meeting>, academy: string, asked: Asked) {
  return attendance.may(verb, asked.caller, attendanceOf(held, academy, { represented: 'yes' }));
}

/** The register as this caller sees it. */
export async function shownRegister(held: Stored<Meeting>, said: Said, asked: Asked): Promise<Shown> {
  const [academies, ofNetwork, others] = await Promise.all([
    asked.directory.academies(),
    asked.records.get(network, held.record.network),
    allOf(asked.records.each(meeting, { by: 'network', is: held.record.network })),
  ]);
  const urns = [...new Set([...academiesOf(held.record), ...said.keys()])];
  const rows = urns
    .map((urn) => rowOf(urn, { held, said: said.get(urn), academies, network: ofNetwork?.record }, asked))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  const { last, next } = neighboursOf(
    held,
    others.filter(({ record }) => meeting.may('read', asked.caller, record)),
  );
  return {
    open: registerIsOpen(held.record, today(asked.clock)),
    rows,
    ...(last === undefined ? {} : { last: lastShown(last) }),
    ...(next === undefined ? {} : { next: nextShown(next) }),
    may: {
      addAcademy: attendance.may('create', asked.caller, attendanceOf(held, '', { represented: 'yes' })),
      writeNotes: meeting.may('update', asked.caller, held.record),
    },
  };
}

interface RowFacts {
  readonly held: Stored<Meeting>;
  readonly said: Stored<Attendance> | undefined;
  readonly academies: ReadonlyMap<string, Academy>;
  readonly network: Network | undefined;
}

function rowOf(academy: string, { held, said, academies, network: ofNetwork }: RowFacts, asked: Asked): Row {
  const suggested = suggestionFor(held.record, academy);
  const day = today(asked.clock);
  return {
    academy,
    name: academies.get(academy)?.name ?? academy,
    ...(said === undefined ? {} : { said: saidShown(said) }),
    ...(suggested === undefined ? {} : { suggested: { ...suggested } }),
    invited: invitedFor(held.record, academy).map((one) => ({ ...one })),
    may: {
      say:
        registerIsOpen(held.record, day) && mayRecord(said === undefined ? 'create' : 'update', held, academy, asked),
      nameSubstitute:
        maySendSubstitute(held.record, day) && mayName(asked.caller, held.record, academy, ofNetwork?.deputies),
    },
  };
}

function saidShown({ version, record: { represented, by, because } }: Stored<Attendance>): NonNullable<Row['said']> {
  return {
    version,
    represented,
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
  };
}

interface Neighbours {
  readonly last: Stored<Meeting> | undefined;
  readonly next: Stored<Meeting> | undefined;
}

/** The meetings of the same network before and after one that take place. */
export function neighboursOf(held: Stored<Meeting>, others: readonly Stored<Meeting>[]): Neighbours {
  const inOrder = others
    .filter(({ key, record }) => key !== held.key && stands(record))
    .sort((one, other) => (one.record.date < other.record.date ? -1 : 1));
  return {
    last: inOrder.filter(({ record }) => record.date < held.record.date).at(-1),
    next: inOrder.find(({ record }) => record.date > held.record.date),
  };
}

function lastShown({ key, record: { date, openPoints = [] } }: Stored<Meeting>): NonNullable<Shown['last']> {
  return { key, date, openPoints: openPoints.map((point) => ({ ...point })) };
}

function nextShown({ key, record }: Stored<Meeting>): NonNullable<Shown['next']> {
  return {
    key,
    date: record.date,
    hasAgenda: record.agenda !== undefined,
    invited: record.members.length,
    published: record.wanted === 'event',
  };
}
