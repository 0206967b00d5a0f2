import { registerIsOpen, saidOf } from '../../shared/meetings/register';
import type { Stored } from '../../shared/record';
import { type Attendance, attendance } from '../../shared/records/attendance';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { person } from '../../shared/records/person';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { same } from '../../shared/same';
import { personKey } from '../identity/caller';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';
import { notYours, readable } from './records';
import { attendanceOf, mayRecord, readSaid, type Said, shownRegister } from './register-parts';

type Row = InputOf<typeof requests.keepRegister>['rows'][number];

export const keepRegister = trigger(requests.keepRegister, {
  permit: 'everyone signed in',
  async act({ key, rows }, asked) {
    const [held, said] = await Promise.all([readable(meeting, key, asked), readSaid(key, asked)]);
    if (!held.ok) return held;
    if (!registerIsOpen(held.value.record, today(asked.clock)))
      return refuse('not-now', 'The register opens on the day of the meeting. Say then who came.');
    const checked = await checkRows(rows, held.value, said, asked);
    if (!checked.ok) return checked;
    const written = await write(rows, held.value, said, asked);
    if (!written.ok) return written;
    const { now, clashes } = written.value;
    return ok({ register: await shownRegister(held.value, now, asked), clashes: [...clashes] });
  },
});

async function checkRows(
  rows: readonly Row[],
  held: Stored<Meeting>,
  said: Said,
  asked: Asked,
): Promise<Result<undefined>> {
  if (new Set(rows.map(({ academy }) => academy)).size < rows.length)
    return refuse('invalid', 'Say it once for each academy.');
  const academies = await asked.directory.academies();
  for (const [index, { academy, represented }] of rows.entries()) {
    if (!academies.has(academy)) return wrongField(`rows.${index}.academy`, 'Choose one of our academies.');
    const verb = represented === undefined ? 'remove' : said.has(academy) ? 'update' : 'create';
    if (!mayRecord(verb, held, academy, asked)) return notYours(attendance, verb);
  }
  return checkPeople(rows, held.record, asked);
}

/** Whoever stood for an academy is invited for it, or works there. */
async function checkPeople(rows: readonly Row[], { members }: Meeting, { records }: Asked): Promise<Result<undefined>> {
  const known = new Set(members.map(({ academy, who }) => `${academy} ${who.id}`));
  const others = rows.flatMap(({ academy, by }, index) =>
    by === undefined || known.has(`${academy} ${by.id}`) ? [] : [{ index, academy, by }],
  );
  const found = await Promise.all(others.map(({ by }) => records.get(person, personKey(by.id))));
  const wrong = others.find(({ academy }, position) => found[position]?.record.academy !== academy);
  return wrong === undefined
    ? ok(undefined)
    : wrongField(`rows.${wrong.index}.by`, 'Choose somebody who works at this academy.');
}

interface Written {
  readonly now: Said;
  readonly clashes: readonly string[];
}

/**
 * What stands already is not written again, so that a call whose answer was lost is repeated without harm. A row that
 * was read at another version is left alone, and named.
 */
async function write(rows: readonly Row[], held: Stored<Meeting>, said: Said, asked: Asked): Promise<Result<Written>> {
  const { records, caller } = asked;
  const now = new Map(said);
  const clashes: string[] = [];
  const wanted = rows.flatMap((row) => {
    const before = said.get(row.academy);
    const record = recordOf(row, held);
    if (record === undefined ? before === undefined : before !== undefined && same(before.record, record)) return [];
    if (before?.version !== row.version) clashes.push(row.academy);
    return before?.version === row.version ? [{ academy: row.academy, before, record }] : [];
  });
  const fresh = wanted.flatMap(({ before, record }) =>
    before === undefined && record !== undefined ? [{ key: attendance.keyFor(record, ''), record }] : [],
  );
  const changes = wanted.flatMap(({ before, record }) =>
    before === undefined || record === undefined ? [] : [{ at: before, record }],
  );
  const gone = wanted.flatMap(({ before, record }) => (before === undefined || record !== undefined ? [] : [before]));
  const kept = [
    ...(fresh.length === 0 ? [] : await records.createMany(attendance, fresh, caller)),
    ...(changes.length === 0 ? [] : await records.changeMany(attendance, changes, caller)),
  ];
  const records_ = [...fresh, ...changes].map(({ record }) => record);
  for (const [index, result] of kept.entries()) {
    const academy = records_[index]?.academy ?? '';
    if (result.ok) now.set(academy, result.value);
    else if (result.problem.code === 'changed-meanwhile' || result.problem.code === 'not-now') clashes.push(academy);
    else return result;
  }
  for (const one of gone) {
    const removed = await records.remove(attendance, one);
    if (removed.ok) now.delete(one.record.academy);
    else clashes.push(one.record.academy);
  }
  return ok({ now: clashes.length === 0 ? now : await readSaid(held.key, asked), clashes });
}

function recordOf({ academy, represented, by, because }: Row, held: Stored<Meeting>): Attendance | undefined {
  return represented === undefined ? undefined : attendanceOf(held, academy, saidOf({ represented, by, because }));
}
