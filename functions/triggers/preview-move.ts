import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { laterToMove, readAgreed } from './agreed-calendar';
import { busyAt } from './move-facts';
import { readNewTime } from './new-time';
import { readableFor } from './records';

export const previewMove = trigger(requests.previewMove, {
  permit: 'everyone signed in',
  async act({ key, ...when }, asked) {
    const before = await readableFor('update', meeting, key, asked);
    if (!before.ok) return before;
    const move = await readNewTime(before.value, when, asked);
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
