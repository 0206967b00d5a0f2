import type { Attendance } from '../records/attendance';
import type { Meeting } from '../records/meeting';
import { britishDate } from '../time/british-date';
import { academiesOf, invitedFor, stands } from './register';

/** What one meeting was, or will be, for one academy. */
export const cellStates = [
  'represented',
  'by a deputy',
  'not represented',
  'not said yet',
  'accepted',
  'nobody yet',
  'nobody invited',
] as const;
export type CellState = (typeof cellStates)[number];

export interface MatrixCell {
  readonly academy: string;
  readonly state: CellState;
  readonly because?: string | undefined;
}

export interface MatrixMeeting {
  readonly key: string;
  readonly date: string;
  readonly cells: readonly MatrixCell[];
}

export interface NetworkMatrix {
  readonly year: string;
  /** In the order in which they are shown. */
  readonly academies: readonly { readonly urn: string; readonly name: string }[];
  readonly networks: readonly {
    readonly key: string;
    readonly name: string;
    readonly meetings: readonly MatrixMeeting[];
  }[];
}

interface Keyed<R> {
  readonly key: string;
  readonly record: R;
}

export interface MatrixFacts {
  readonly year: string;
  readonly today: string;
  readonly academies: readonly { readonly urn: string; readonly name: string }[];
  /** Whose row comes first. */
  readonly own?: string | undefined;
  readonly networks: readonly { readonly key: string; readonly name: string }[];
  readonly meetings: readonly Keyed<Meeting>[];
  readonly attendances: readonly Attendance[];
}

/**
 * Each network and each academy over the year, by name: nothing here is a rank. Drafts are left out, since nobody was
 * asked to come yet.
 */
export function matrixOf(facts: MatrixFacts): NetworkMatrix {
  const said = new Map(facts.attendances.map((one) => [`${one.meeting} ${one.academy}`, one]));
  const held = facts.meetings.filter(({ record }) => record.outlook !== 'draft' && stands(record));
  const concerned = new Set([
    ...held.flatMap(({ record }) => academiesOf(record)),
    ...facts.attendances.map(({ academy }) => academy),
  ]);
  const academies = facts.academies
    .filter(({ urn }) => concerned.has(urn))
    .sort((one, other) => ownFirst(one.urn, other.urn, facts.own) || one.name.localeCompare(other.name, 'en-GB'))
    .map(({ urn, name }) => ({ urn, name }));
  const networks = [...facts.networks]
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
    .map(({ key, name }) => {
      const ofNetwork = held
        .filter(({ record }) => record.network === key)
        .sort((one, other) => (one.record.date < other.record.date ? -1 : 1));
      const meetings = ofNetwork.map((one) => ({
        key: one.key,
        date: one.record.date,
        cells: academies.map(({ urn }) => cellOf(one, urn, said.get(`${one.key} ${urn}`), facts.today)),
      }));
      return { key, name, meetings };
    })
    .filter(({ meetings }) => meetings.length > 0);
  return { year: facts.year, academies, networks };
}

function ownFirst(one: string, other: string, own: string | undefined): number {
  return Number(other === own) - Number(one === own);
}

function cellOf({ record }: Keyed<Meeting>, academy: string, said: Attendance | undefined, today: string): MatrixCell {
  if (said !== undefined) {
    const state =
      said.represented === 'yes' ? 'represented' : said.represented === 'no' ? 'not represented' : said.represented;
    return { academy, state, ...(said.because === undefined ? {} : { because: said.because }) };
  }
  if (!academiesOf(record).includes(academy)) return { academy, state: 'nobody invited' };
  if (record.date < today) return { academy, state: 'not said yet' };
  const comes = invitedFor(record, academy).some(({ answer }) => answer === 'accepted');
  return { academy, state: comes ? 'accepted' : 'nobody yet' };
}

/** How many of the meetings that are over an academy was represented at. */
export interface Total {
  readonly represented: number;
  readonly held: number;
}

/** Over those cells that say whether somebody was there. */
export function totalOf(cells: readonly MatrixCell[]): Total {
  const held = cells.filter(({ state }) => ['represented', 'by a deputy', 'not represented'].includes(state));
  return { represented: held.filter(({ state }) => state !== 'not represented').length, held: held.length };
}

/** The cells of one academy, in one network or in all. */
export function cellsOfAcademy(networks: NetworkMatrix['networks'], academy: string): readonly MatrixCell[] {
  return networks.flatMap(({ meetings }) =>
    meetings.flatMap(({ cells }) => cells.filter((cell) => cell.academy === academy)),
  );
}

/** Told in a word or two. */
export function wordsOfCell({ state, because }: Pick<MatrixCell, 'state' | 'because'>): string {
  return because === undefined ? state : `${state}: ${because}`;
}

/**
 * The matrix as a file for a spreadsheet: one line a meeting and academy. What a spreadsheet would take for a formula
 * is kept as text.
 *
 * @example matrixCsv(matrix).split('\r\n')[0] // 'Network,Date,Academy,Represented,Why not'
 */
export function matrixCsv({ academies, networks }: NetworkMatrix): string {
  const names = new Map(academies.map(({ urn, name }) => [urn, name]));
  const rows = networks.flatMap(({ name, meetings }) =>
    meetings.flatMap(({ date, cells }) =>
      cells.map(({ academy, state, because = '' }) => [
        name,
        britishDate(date),
        names.get(academy) ?? academy,
        state,
        because,
      ]),
    ),
  );
  const header = ['Network', 'Date', 'Academy', 'Represented', 'Why not'];
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
