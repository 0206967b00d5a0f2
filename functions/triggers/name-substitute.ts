import { mayNameSubstitute, maySendSubstitute, withSubstitute } from '../../shared/meetings/substitute';
import type { Kind } from '../../shared/record';
import { meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { requests } from '../../shared/requests';
import { refuse } from '../../shared/result';
import { same } from '../../shared/same';
import { personKey } from '../identity/caller';
import { trigger } from '../request';
import { wrongField } from '../rules/keys';
import { hintAt } from '../rules/outlook';
import { today } from '../today';
import { readable, withReadableCurrent } from './records';

/** Narrower than changing the meeting, and for more people: one academy, one person who works there. */
export const nameSubstitute = trigger(requests.nameSubstitute, {
  permit: 'everyone signed in',
  async act({ key, version, academy, who }, asked) {
    const [held, substitute] = await Promise.all([
      readable(meeting, key, asked),
      asked.records.get(person, personKey(who.id)),
    ]);
    if (!held.ok) return held;
    const { record } = held.value;
    const ofNetwork = await asked.records.get(network, record.network);
    if (!mayNameSubstitute(asked.caller, record, academy, ofNetwork?.record.deputies))
      return refuse(
        'not-allowed',
        'Whoever is invited for an academy, or its principal, names who goes in their place. Ask one of them.',
      );
    if (!maySendSubstitute(record, today(asked.clock)))
      return refuse('not-now', 'This meeting is over or cancelled. Say in the register who came.');
    if (!substitute?.record.active || substitute.record.academy !== academy)
      return wrongField('who', 'Choose somebody who works at this academy.');
    const { who: named, email } = substitute.record;
    const parsed = meeting.parse(withSubstitute(record, academy, { who: named, email }));
    if (!parsed.ok || same(parsed.value, record)) return parsed.ok ? held : parsed;
    const changed = await asked.records.change(meeting, { key, version }, parsed.value, asked.caller);
    if (changed.ok) hintAt(asked, changed.value.record);
    return withReadableCurrent(changed, meeting as Kind, asked.caller);
  },
});
