import type { PersonReference } from '../../shared/field';
import type { Stored } from '../../shared/record';
import { type Action, action } from '../../shared/records/action';
import { type Finding, finding } from '../../shared/records/finding';
import { person } from '../../shared/records/person';
import { type Review, review } from '../../shared/records/review';
import { type WorkingCopy, workingCopy } from '../../shared/records/working-copy';
import type { OutputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { mayAnswer } from '../../shared/reviews/answer';
import { firstOf, maySend } from '../../shared/reviews/outcome';
import { titleOfReview } from '../../shared/reviews/title';
import { personKey } from '../identity/caller';
import { allOf } from '../identity/directory';
import { type Asked, factsOfError } from '../request';
import { notHere } from './records';

export type Overview = OutputOf<typeof requests.reviewOverview>;

/** A review with the findings that stand for it and its actions, whoever may read them. */
export interface ReviewParts {
  readonly review: Stored<Review>;
  readonly finding: Stored<Finding> | undefined;
  readonly actions: readonly Stored<Action>[];
  /** What its reviewers are writing. */
  readonly copy: Stored<WorkingCopy> | undefined;
}

export async function academyNames({ directory }: Pick<Asked, 'directory'>): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await directory.academies())].map(([urn, { name }]) => [urn, name]));
}

export async function readParts(key: string, { records, caller }: Asked): Promise<Result<ReviewParts>> {
  const question = { by: 'review', is: key };
  const [found, findings, actions, copy] = await Promise.all([
    records.get(review, key),
    allOf(records.each(finding, question)),
    allOf(records.each(action, question)),
    records.get(workingCopy, key),
  ]);
  if (found === undefined || !review.may('read', caller, found.record)) return notHere(review);
  return ok({ review: found, finding: firstOf(findings), actions, copy });
}

/** What this caller may know of a review, and do with it. */
export async function overviewOf(parts: ReviewParts, asked: Asked): Promise<Overview> {
  const { caller } = asked;
  const { review: held, finding: found, actions, copy } = parts;
  const [names, triads] = await Promise.all([academyNames(asked), asked.directory.triads()]);
  const triad = triads.find(({ key }) => key === held.record.triad);
  const urns = new Set([held.record.host, ...(triad?.record.academies ?? [])]);
  const readable = found !== undefined && finding.may('read', caller, found.record) ? found : undefined;
  return {
    review: stored(held),
    title: titleOfReview(held.record, names),
    academies: [...urns].map((urn) => ({ urn, name: names.get(urn) ?? urn })),
    ...(readable === undefined ? {} : { finding: stored(readable) }),
    actions: actions.filter(({ record }) => action.may('read', caller, record)).map(stored),
    ...(copy !== undefined && workingCopy.may('read', caller, copy.record)
      ? { writing: { by: { ...copy.actor }, at: copy.at } }
      : {}),
    may: {
      logOutcome: maySend(caller, held, found),
      answerOutcome: readable !== undefined && mayAnswer(caller, readable.record),
      change: review.may('update', caller, held.record),
    },
  };
}

function stored<R>({ actor, ...rest }: Stored<R>): Overview['review'] {
  return { ...rest, actor: { ...actor } };
}

/** Brings the review to a later stage, over whatever others change meanwhile. */
export async function bringReview(
  { review: held }: Pick<ReviewParts, 'review'>,
  next: (record: Review) => Review,
  asked: Asked,
): Promise<Result<Stored<Review>>> {
  let current: Stored<Review> | undefined = held;
  for (let tries = 0; tries < 4 && current !== undefined; tries += 1) {
    const wanted = next(current.record);
    if (wanted === current.record) return ok(current);
    const changed: Result<Stored<Review>> = await asked.records.change(review, current, wanted, asked.caller);
    if (changed.ok || changed.problem.code !== 'changed-meanwhile') return changed;
    current = await asked.records.get(review, held.key);
  }
  return refuse('busy', 'Somebody else is changing this review. Try again in a moment.', { retryAfterSeconds: 2 });
}

/**
 * Tells somebody by mail that something waits. The waiting list is the truth and the letter a courtesy: one that cannot
 * be sent is noted, and what was done stays done.
 */
export async function tell(to: PersonReference, subject: string, sentence: string, key: string, asked: Asked) {
  try {
    const found = await asked.records.get(person, personKey(to.id.toLowerCase()));
    if (found === undefined) return asked.log.warn('Nobody could be told: there is no such person.', { review: key });
    await asked.mail.send({
      to: [{ name: found.record.who.name, email: found.record.email }],
      subject,
      paragraphs: [sentence],
      link: `${asked.publicOrigin}/open/review/${key}`,
    });
  } catch (error) {
    asked.log.warn('A letter could not be sent.', { review: key, ...factsOfError(error) });
  }
}
