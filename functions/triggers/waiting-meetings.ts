import { withoutAnybody } from '../../shared/meetings/chase';
import { academiesOf, registerIsOpen } from '../../shared/meetings/register';
import { meeting } from '../../shared/records/meeting';
import type { OutputOf, requests } from '../../shared/requests';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';
import { readChasing } from './chase-facts';
import { readMemberships } from './memberships';
import { readSaid } from './register-parts';

type Item = OutputOf<typeof requests.waiting>['items'][number];

/**
 * Registers that whoever leads a meeting has not completed, from its day until the end of the school year. One question
 * finds the meetings; only where one of them was held is its register read.
 */
export async function registersToTake(asked: Asked): Promise<readonly Item[]> {
  const { records, caller, clock } = asked;
  const day = today(clock);
  const led = await allOf(records.each(meeting, { by: 'lead', is: caller.id }));
  const held = led.filter(
    ({ record }) => record.outlook !== 'draft' && record.year === schoolYearOf(day) && registerIsOpen(record, day),
  );
  const said = await Promise.all(held.map(({ key }) => readSaid(key, asked)));
  return held
    .filter(({ record }, index) => academiesOf(record).some((urn) => said[index]?.has(urn) !== true))
    .map(({ key, record }) => ({
      what: 'take register',
      kind: 'meeting',
      key,
      title: meeting.titleOf(record),
      on: record.date,
    }));
}

/** What network meetings ask of the trust office. */
export async function meetingsToLookAt(asked: Asked): Promise<readonly Item[]> {
  if (!asked.caller.roles.includes('TrustOffice')) return [];
  const parts = await Promise.all([unrepresented(asked), membersChanged(asked)]);
  return parts.flat();
}

/** People who joined or left networks since their meetings were planned, in one line. */
async function membersChanged(asked: Asked): Promise<readonly Item[]> {
  const { changes } = await readMemberships(asked);
  const people = new Set(changes.map(({ member }) => member.who.id)).size;
  if (people === 0) return [];
  const title =
    people === 1 ? 'One person has joined or left a network' : `${people} people have joined or left networks`;
  return [{ what: 'members changed', kind: 'meeting', key: 'memberships', title }];
}

/** Academies that nobody has accepted for, from the day on which they are asked. */
async function unrepresented(asked: Asked): Promise<readonly Item[]> {
  const day = today(asked.clock);
  const chasing = await readChasing(day, asked);
  return (chasing?.meetings ?? []).flatMap(({ key, record }): readonly Item[] => {
    const urns = chasing === undefined ? [] : withoutAnybody(record, chasing.factsOf(record), day);
    if (urns.length === 0) return [];
    const names = urns.map((urn) => chasing?.academies.get(urn)?.name ?? urn);
    const title = `${meeting.titleOf(record)}: nobody yet from ${inWords(names)}`;
    return [{ what: 'nobody accepted', kind: 'meeting', key, title, on: record.date }];
  });
}

const mostNames = 4;

function inWords(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, names.length > mostNames ? mostNames - 1 : mostNames);
  const left = names.length - shown.length;
  const parts = left > 0 ? [...shown, `${left} others`] : shown;
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
