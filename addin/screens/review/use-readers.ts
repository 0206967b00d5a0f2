import { useCallback } from 'react';
import { academy as academyKind } from '../../../shared/records/academy';
import { finding as findingKind } from '../../../shared/records/finding';
import { person as personKind } from '../../../shared/records/person';
import type { Review } from '../../../shared/records/review';
import { requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import { type BoardSummary, boardSummaryOf } from '../../../shared/reviews/board-summary';
import { useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { type Panel, usePanel } from '../../panel-context';

/** Who would read what, by name. */
export interface Readers {
  readonly reviewers: readonly string[];
  readonly triad: readonly string[];
  readonly hub: readonly string[];
  readonly trust: readonly string[];
  readonly trustees: readonly string[];
  readonly summary: BoardSummary | undefined;
}

async function read({ server }: Panel, key: string, { host, lead, reviewers }: Review): Promise<Result<Readers>> {
  const [overview, academies, people] = await Promise.all([
    server.call(requests.reviewOverview, { key }),
    allRecords(server, academyKind),
    allRecords(server, personKind),
  ]);
  if (!overview.ok) return overview;
  if (!academies.ok) return academies;
  if (!people.ok) return people;
  const ours = academies.value.map(({ record }) => record).filter(({ leftOn }) => leftOn === undefined);
  const hub = ours.find(({ urn }) => urn === host)?.hub;
  const triad = overview.value.academies.map(({ name }) => name);
  const inHub = ours.filter((one) => hub !== undefined && one.hub === hub).map(({ name }) => name);
  const finding = findingKind.parse(overview.value.finding?.record);
  return ok({
    reviewers: [...new Set([lead, ...reviewers].map(({ name }) => name))],
    triad,
    hub: [...new Set([...triad, ...inHub])],
    trust: ours.map(({ name }) => name),
    trustees: people.value
      .filter(({ record }) => record.active && record.level === 'Trustee')
      .map(({ record }) => record.who.name),
    summary: finding.ok ? boardSummaryOf(finding.value) : undefined,
  });
}

export function useReaders(key: string, review: Review) {
  const panel = usePanel();
  return useAsked(useCallback(() => read(panel, key, review), [panel, key, review]));
}
