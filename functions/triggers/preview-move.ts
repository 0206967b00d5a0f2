import { noMeetingOn } from '../../shared/meetings/move';
import type { Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';
import { laterToMove, readAgreed } from './agreed-calendar';
import { busyAt, type DayFacts, readDay } from './move-facts';
import { readableFor } from './records';

type Input = Pick<InputOf<typeof requests.moveMeeting>, 'key' | 'date' | 'from' | 'until'>;

export interface Move {
  readonly stored: Stored<Meeting>;
  /** The meeting with its new time, which is one that it can have. */
  readonly wanted: Meeting;
  readonly day: DayFacts;
}

/** What a move is refused for, whether it is looked at first or made at once. */
export async function readMove({ key, ...when }: Input, asked: Asked): Promise<Result<Move>> {
  const before = await readableFor('update', meeting, key, asked);
  if (!before.ok) return before;
  const { record } = before.value;
  if (record.outlook === 'cancelled') return refuse('not-now', 'This meeting was cancelled. Plan another one.');
  const wanted = meeting.parse({ ...record, ...when });
  if (!wanted.ok) return wanted;
  const day = await readDay(when.date, asked);
  const never = noMeetingOn(when.date, day.trustClosed);
  if (never !== undefined) return wrongField('date', never);
  if (record.wanted === 'event' && when.date < today(asked.clock))
    return wrongField('date', 'This day has passed. Nobody can be invited to it: choose a day to come.');
  return ok({ stored: before.value, wanted: wanted.value, day });
}

export const previewMove = trigger(requests.previewMove, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const move = await readMove(input, asked);
    if (!move.ok) return move;
    const { stored, wanted, day } = move.value;
    const [academies, busy, agreed] = await Promise.all([
      asked.directory.academies(),
      busyAt(wanted, stored.record, asked),
      readAgreed(asked),
    ]);
    const later = await laterToMove(stored, wanted, agreed, asked);
    const nameOf = (urn: string) => academies.get(urn)?.name ?? urn;
    const urns = [...new Set(wanted.members.flatMap(({ academy }) => academy ?? []))];
    const closed = [...new Set([...(wanted.host === undefined ? [] : [wanted.host]), ...urns])].flatMap((urn) => {
      const because = day.closedAt(urn);
      return because === undefined ? [] : [{ academy: urn, name: nameOf(urn), because, isHost: urn === wanted.host }];
    });
    const closedUrns = new Set(closed.map(({ academy }) => academy));
    const cannotCome = wanted.members.flatMap(({ who, email, academy }) => {
      const isClosed = academy !== undefined && closedUrns.has(academy);
      const because = isClosed ? day.closedAt(academy) : busy.has(email.toLowerCase()) ? 'Busy in Outlook' : undefined;
      return because === undefined ? [] : [{ who: who.name, ...(academy === undefined ? {} : { academy }), because }];
    });
    const left = (urn: string) =>
      wanted.members.filter((one) => one.academy === urn).length >
      cannotCome.filter((one) => one.academy === urn).length;
    return ok({
      closed: closed.map(({ name, because, isHost }) => ({ name, because, isHost })),
      cannotCome: cannotCome.map(({ who, because }) => ({ who, because })),
      nobodyFrom: urns.filter((urn) => !left(urn)).map(nameOf),
      ...(later === undefined || agreed === undefined ? {} : { later, agreedOn: agreed.on }),
    });
  },
});
