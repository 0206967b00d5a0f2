import type { PersonReference } from '../../shared/field';
import { person } from '../../shared/records/person';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import { workingCopy } from '../../shared/records/working-copy';
import type { OutputOf, requests } from '../../shared/requests';
import { isOver } from '../../shared/reviews/change-cycle';
import { isWithOffice } from '../../shared/reviews/chase';
import { isBefore } from '../../shared/reviews/stage';
import { isCancelled } from '../../shared/reviews/steps';
import { titleOfReview } from '../../shared/reviews/title';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';
import { reviewsAround } from './my-reviews';
import { academyNames } from './review-parts';

type Item = OutputOf<typeof requests.waiting>['items'][number];

/** Outcomes that the caller writes, alone or with the other reviewers. */
export async function outcomesBeingWritten(asked: Asked): Promise<readonly Item[]> {
  const { records, caller } = asked;
  const copies = (await allOf(records.each(workingCopy))).filter(({ record }) =>
    workingCopy.may('read', caller, record),
  );
  if (copies.length === 0) return [];
  const [names, ...held] = await Promise.all([
    academyNames(asked),
    ...copies.map(({ record }) => records.get(review, record.review)),
  ]);
  return held.flatMap((one) =>
    one === undefined || !isBefore(one.record.stage, 'fed back')
      ? []
      : [itemOf('finish outcome', one.key, titleOfReview(one.record, names), one.record.visitOn)],
  );
}

/** To the same review, going on with what is written takes the place of beginning. */
export function withoutBegun(items: readonly Item[]): readonly Item[] {
  const begun = new Set(items.filter(({ what }) => what === 'finish outcome').map(({ key }) => key));
  return items.filter(({ what, key }) => what !== 'log outcome' || !begun.has(key));
}

/** Stages that stay late after everybody whose turn it is was asked: the trust office helps. */
export async function stagesWithOffice(asked: Asked): Promise<readonly Item[]> {
  const { records, caller, clock } = asked;
  if (!caller.roles.includes('TrustOffice')) return [];
  const day = today(clock);
  const open = await allOf(records.each(stage, { by: 'state', is: 'open' }));
  const late = open.filter(({ record }) => record.on < day && isWithOffice(record));
  const [names, ...held] = await Promise.all([
    academyNames(asked),
    ...late.map(({ record }) => records.get(review, record.review)),
  ]);
  return late.flatMap(({ record }, index) => {
    const of = held[index]?.record;
    if (of === undefined || isCancelled(of) || isOver(record, of)) return [];
    return [itemOf('late stage', record.review, lateWords(record, names), record.on)];
  });
}

function lateWords({ step, host, owner }: Stage, names: ReadonlyMap<string, string>): string {
  return `${step.slice(0, 1).toUpperCase()}${step.slice(1)} at ${names.get(host) ?? host}, with ${owner.name}`;
}

/** Reviews that go on while somebody in them has left: the trust office names who takes over. */
export async function peopleToReplace(asked: Asked): Promise<readonly Item[]> {
  if (!asked.caller.roles.includes('TrustOffice')) return [];
  const [reviews, people, names] = await Promise.all([
    reviewsAround(asked),
    allOf(asked.records.each(person)),
    academyNames(asked),
  ]);
  const here = new Set(people.filter(({ record }) => record.active).map(({ record }) => record.who.id.toLowerCase()));
  return reviews
    .filter(({ record }) => !isCancelled(record) && isBefore(record.stage, 'impact reviewed'))
    .flatMap(({ key, record }) => {
      const gone = peopleOf(record).filter(({ id }) => !here.has(id));
      const title = `${titleOfReview(record, names)}: ${gone.map(({ name }) => name).join(', ')}`;
      return gone.length === 0 ? [] : [itemOf('replace person', key, title)];
    });
}

function peopleOf({ hostHead, lead, reviewers, champion }: Review): readonly PersonReference[] {
  const all = [hostHead, lead, ...reviewers, ...(champion === undefined ? [] : [champion])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function itemOf(what: Item['what'], key: string, title: string, on?: string): Item {
  return { what, kind: 'review', key, title, ...(on === undefined ? {} : { on }) };
}
