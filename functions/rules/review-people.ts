import type { PersonReference } from '../../shared/field';
import { type Person, person } from '../../shared/records/person';
import type { Review } from '../../shared/records/review';
import { ok, type Result, refuse } from '../../shared/result';
import { isHead } from '../../shared/reviews/heads';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { wrongField } from './keys';

/** The people of a review come from where they should. Those of `before` are taken as they are: people leave. */
export async function checkPeople(
  before: Review | undefined,
  review: Review,
  { records, caller }: Asked,
): Promise<Result<Review>> {
  const { host, hostHead, lead, reviewers } = review;
  const known = new Set(before?.host === host ? before.reviewers.map(({ id }) => id) : []);
  const read = async ({ id }: PersonReference) => (await records.get(person, personKey(id)))?.record;
  const [head, leading, ...others] = await Promise.all(
    [hostHead, lead, ...reviewers.filter(({ id }) => !known.has(id))].map(read),
  );
  if (!head?.active || head.academy !== host)
    return wrongField('hostHead', 'Choose somebody who works at the host academy.');
  if (!isHead(head) && !caller.roles.includes('TrustOffice'))
    return wrongField('hostHead', 'Choose the head of the host academy; the trust office may name a deputy.');
  if (!isFromElsewhere(leading, host))
    return wrongField('lead', 'The lead reviewer comes from another academy than the host.');
  if (!others.every((one) => isFromElsewhere(one, host)))
    return wrongField('reviewers', 'Reviewers work for our academies, and none of them for the host.');
  return ok(review);
}

function isFromElsewhere(one: Person | undefined, host: string): boolean {
  return one?.active === true && one.academy !== host;
}

/** Whoever changes who takes part would otherwise read whatever was found by naming themselves. */
export function checkNotOneself(before: Review, after: Review, { caller }: Pick<Asked, 'caller'>): Result<Review> {
  const takesPart = ({ hostHead, lead, reviewers }: Review) =>
    [hostHead, lead, ...reviewers].some(({ id }) => id === caller.id);
  return takesPart(after) && !takesPart(before)
    ? refuse('not-allowed', 'Nobody adds themselves to a review. Ask a colleague of the trust office to do it.')
    : ok(after);
}
