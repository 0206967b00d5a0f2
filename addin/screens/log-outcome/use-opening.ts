import { useCallback } from 'react';
import * as z from 'zod/mini';
import { visitNotes } from '../../../shared/records/draft';
import { finding as findingKind } from '../../../shared/records/finding';
import { review as reviewKind } from '../../../shared/records/review';
import { requests } from '../../../shared/requests';
import { ok, type Result, refuse } from '../../../shared/result';
import { useAsked } from '../../answer';
import type { AcademyName, DirectoryPerson } from '../../directory';
import type { DraftKeeper } from '../../draft/draft-keeper';
import { createDraftStore } from '../../draft/draft-store';
import { notesSchema, type VisitNote, writtenNotes } from '../../outcome/notes';
import { emptyOutcome, type Outcome, type Overview, outcomeOf, outcomeSchema } from '../../outcome/outcome';
import { shownOf } from '../../outcome/together';
import { type Panel, usePanel } from '../../panel-context';

/** Everything that the screen needs before the first word can be typed. */
export interface Opening {
  readonly outcome: Outcome;
  /** How it begins where nobody has written yet: what two who begin at once have in common. */
  readonly fresh: Outcome;
  /** What was written before: when it was saved, and by whom. */
  readonly draft: { readonly at: string; readonly by: string } | undefined;
  /** What the caller noted during the visit, for themselves. */
  readonly notes: readonly VisitNote[];
  readonly hostHead: string;
  /** Why the host sent it back. */
  readonly comment: string | undefined;
  readonly owners: readonly DirectoryPerson[];
  readonly supporters: readonly AcademyName[];
}

/** Says how the outcome begins: with the old text where the host sent it back, else with the focus of the review. */
function freshOutcome(overview: Overview, focus: string): Outcome {
  const sentBefore = overview.finding === undefined ? undefined : outcomeOf(overview.finding, overview.actions);
  return sentBefore ?? emptyOutcome(`finding-${crypto.randomUUID()}`, focus);
}

/** A draft of findings that were sent since is of no use any more. */
function isStale(outcome: Outcome, overview: Overview): boolean {
  if (overview.finding === undefined) return false;
  const parsed = findingKind.parse(overview.finding.record);
  return overview.finding.key !== outcome.findingKey || (parsed.ok && parsed.value.agreement === 'accurate');
}

interface DraftFound {
  readonly outcome: Outcome;
  readonly saved: { readonly at: string; readonly by: string };
}

async function draftOf(keeper: DraftKeeper, overview: Overview): Promise<Result<DraftFound | undefined>> {
  const found = await keeper.open();
  if (!found.ok) return found;
  if (found.value === undefined) return ok(undefined);
  const parsed = z.safeParse(outcomeSchema, found.value.body);
  const { at, by } = found.value;
  if (parsed.success && !isStale(parsed.data, overview))
    return ok({ outcome: shownOf(parsed.data), saved: { at, by: by.name } });
  await keeper.forget();
  return ok(undefined);
}

/** Without them an outcome can be written, too. */
function notesOf(body: unknown): readonly VisitNote[] {
  const parsed = z.safeParse(notesSchema, body);
  return parsed.success ? writtenNotes(parsed.data) : [];
}

async function open(panel: Panel, keeper: DraftKeeper, key: string): Promise<Result<Opening>> {
  const [overview, people, academies, noted] = await Promise.all([
    panel.server.call(requests.reviewOverview, { key }),
    panel.directory.people(),
    panel.directory.academies(),
    createDraftStore(panel.server, { owner: panel.me, about: `${visitNotes}${key}` }).read(),
  ]);
  if (!overview.ok) return overview;
  if (!people.ok) return people;
  if (!academies.ok) return academies;
  if (!overview.value.may.logOutcome)
    return refuse('not-now', 'The outcome of this review cannot be logged by you now. Go back to see how it stands.');
  const review = reviewKind.parse(overview.value.review.record);
  if (!review.ok) return review;
  const draft = await draftOf(keeper, overview.value);
  if (!draft.ok) return draft;
  const finding = overview.value.finding === undefined ? undefined : findingKind.parse(overview.value.finding.record);
  const fresh = freshOutcome(overview.value, review.value.focus ?? '');
  return ok({
    outcome: draft.value?.outcome ?? fresh,
    fresh,
    draft: draft.value?.saved,
    notes: noted.ok ? notesOf(noted.value?.body) : [],
    hostHead: review.value.hostHead.name,
    comment: finding?.ok && finding.value.agreement === 'not accurate' ? finding.value.comment : undefined,
    owners: people.value.filter(({ academy }) => academy === review.value.host),
    supporters: academies.value.filter(({ urn }) => urn !== review.value.host),
  });
}

export function useOpening(keeper: DraftKeeper, key: string) {
  const panel = usePanel();
  return useAsked(useCallback(() => open(panel, keeper, key), [panel, keeper, key]));
}
