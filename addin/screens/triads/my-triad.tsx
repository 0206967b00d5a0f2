import { useCallback } from 'react';
import type { Stored } from '../../../shared/record';
import { academy as academyKind } from '../../../shared/records/academy';
import { type Review, review as reviewKind } from '../../../shared/records/review';
import { triad as triadKind } from '../../../shared/records/triad';
import { ok, type Result } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { usePanel } from '../../panel-context';
import { Badge } from '../../parts/badge';
import { Card } from '../../parts/card';
import { EmptyState } from '../../parts/empty-state';
import { Column } from '../../parts/layout';
import { List } from '../../parts/list';
import { PlaceMap } from '../../parts/map';
import { Page } from '../../parts/page';
import { Facts, Heading, Quiet } from '../../parts/text';
import { useRouter } from '../../router';
import type { Server } from '../../server';
import { WaitingFor } from '../waiting-for';
import { shortNames } from './academy-names';
import { type OwnTriad, ownTriads } from './own-triad';
import { kilometresInWords } from './triad-words';

interface Found {
  readonly triads: readonly OwnTriad[];
  readonly reviews: readonly Stored<Review>[];
}

async function readTriads(server: Server, urn: string): Promise<Result<Found>> {
  const [triads, academies] = await Promise.all([allRecords(server, triadKind), allRecords(server, academyKind)]);
  if (!triads.ok) return triads;
  if (!academies.ok) return academies;
  const mine = ownTriads(
    urn,
    triads.value,
    academies.value.map(({ record }) => record),
  );
  const [newest] = mine;
  if (newest === undefined) return ok({ triads: mine, reviews: [] });
  const reviews = await allRecords(server, reviewKind, { by: 'triad', is: newest.key });
  return reviews.ok ? ok({ triads: mine, reviews: reviews.value }) : reviews;
}

/** A principal's own triad: with whom, why, how far, and when. */
export function Screen() {
  const { back } = useRouter();
  const { me } = usePanel();
  return (
    <Page title="My triad" onBack={back}>
      {me.academy === undefined ? (
        <EmptyState icon="people" title="You belong to no academy">
          Triads are formed of academies. The trust office sees them all.
        </EmptyState>
      ) : (
        <Own urn={me.academy.urn} />
      )}
    </Page>
  );
}

function Own({ urn }: { readonly urn: string }) {
  const { server } = usePanel();
  const asked = useAsked(useCallback(() => readTriads(server, urn), [server, urn]));
  return (
    <WaitingFor asked={asked} words="Reading your triad…">
      {({ triads, reviews }) => {
        const [newest, ...earlier] = triads;
        return newest === undefined ? (
          <EmptyState icon="people" title="Your academy is in no triad yet">
            The trust office forms triads for each round of peer review.
          </EmptyState>
        ) : (
          <Column gap="wide">
            <Newest triad={newest} reviews={reviews} urn={urn} />
            {earlier.length === 0 ? null : <Earlier triads={earlier} />}
          </Column>
        );
      }}
    </WaitingFor>
  );
}

interface NewestProps {
  readonly triad: OwnTriad;
  readonly reviews: readonly Stored<Review>[];
  readonly urn: string;
}

function Newest({ triad, reviews, urn }: NewestProps) {
  const placed = triad.academies.filter(({ easting, northing }) => easting !== undefined && northing !== undefined);
  const names = shortNames(placed.map(({ name }) => name));
  return (
    <>
      <Card title={`${triad.name}, round ${triad.round}`} beside={<Badge tone="info">{triad.year}</Badge>} accent>
        {triad.partners.map(({ urn: partner, name, kilometres, metBefore }) => (
          <Facts
            key={partner}
            facts={[
              { name: 'With', value: name },
              { name: 'How far', value: kilometres === undefined ? 'Not known' : kilometresInWords(kilometres) },
              {
                name: 'Why',
                value: metBefore === undefined ? 'A fresh partner: you have not been together yet.' : metBefore,
              },
            ]}
          />
        ))}
        {triad.lead === undefined ? null : <Quiet>{`${triad.lead} keeps the dates.`}</Quiet>}
      </Card>
      {placed.length < 2 ? null : (
        <PlaceMap
          label={`Map of your triad: ${placed.map(({ name }) => name).join(', ')}.`}
          places={placed.map(({ urn: key, easting = 0, northing = 0 }, at) => ({
            key,
            name: names[at] ?? key,
            easting,
            northing,
          }))}
          groups={[placed.map(({ urn: key }) => key)]}
          chosen={urn}
        />
      )}
      <When triad={triad} reviews={reviews} urn={urn} />
    </>
  );
}

function When({ triad, reviews, urn }: NewestProps) {
  const { go } = useRouter();
  const nameOf = new Map(triad.academies.map((academy) => [academy.urn, academy.name]));
  const lines = [...reviews]
    .sort((one, other) => (one.record.visitOn < other.record.visitOn ? -1 : 1))
    .map(({ key, record }) => ({
      key,
      title: record.host === urn ? 'At your academy' : `At ${nameOf.get(record.host) ?? record.host}`,
      detail: `${britishDay(record.visitOn)}, ${record.visitFrom} to ${record.visitUntil} · led by ${record.lead.name} · ${record.stage}`,
      icon: 'calendar' as const,
      onOpen: () => go('review', { key }),
    }));
  return (
    <Column>
      <Heading>When</Heading>
      {lines.length === 0 ? (
        <EmptyState icon="calendar" title="No visit has a date yet">
          The reviews of this triad are dated when the trust office publishes them.
        </EmptyState>
      ) : (
        <List label="Visits of your triad" lines={lines} />
      )}
    </Column>
  );
}

function Earlier({ triads }: { readonly triads: readonly OwnTriad[] }) {
  return (
    <Column>
      <Heading>Earlier rounds</Heading>
      <List
        label="Earlier rounds"
        lines={triads.map(({ key, round, year, partners }) => ({
          key,
          title: `Round ${round}, ${year}`,
          detail: partners.map(({ name }) => name).join(', '),
        }))}
      />
    </Column>
  );
}
