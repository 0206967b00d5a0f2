import { useCallback } from 'react';
import { academy as academyKind } from '../../../shared/records/academy';
import { network as networkKind } from '../../../shared/records/network';
import { person as personKind } from '../../../shared/records/person';
import { ok, type Result } from '../../../shared/result';
import { useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { usePanel } from '../../panel-context';
import { Badge } from '../../parts/badge';
import { PrimaryButton, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { Points, Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';
import type { Server } from '../../server';
import { WaitingFor } from '../waiting-for';
import { audienceOf, type NetworkCard, networkCards, rhythmOf } from './network-cards';

async function readCards(server: Server): Promise<Result<readonly NetworkCard[]>> {
  const [networks, people, academies] = await Promise.all([
    allRecords(server, networkKind),
    allRecords(server, personKind),
    allRecords(server, academyKind),
  ]);
  if (!networks.ok) return networks;
  if (!people.ok) return people;
  if (!academies.ok) return academies;
  return ok(
    networkCards(
      networks.value,
      people.value.map(({ record }) => record),
      academies.value.map(({ record }) => record),
    ),
  );
}

/** Our networks: who belongs by the audience rule, and which academies nobody stands for. */
export function Screen() {
  const { server } = usePanel();
  const { back, go } = useRouter();
  const asked = useAsked(useCallback(() => readCards(server), [server]));
  const add = (): void => go('changeRecord', { kind: 'network' });
  return (
    <Page title="Networks" onBack={back}>
      <WaitingFor asked={asked} words="Reading networks and people…">
        {(cards) =>
          cards.length === 0 ? (
            <EmptyState
              icon="people"
              title="There is no network yet"
              act={<PrimaryButton onClick={add}>Add a network</PrimaryButton>}
            >
              A network brings one role or year group of all our academies together.
            </EmptyState>
          ) : (
            <Column>
              <Row>
                <PrimaryButton icon="add" onClick={add}>
                  Add a network
                </PrimaryButton>
              </Row>
              <More of={cards} atOnce={40} what="networks">
                {(some) => (
                  <Column>
                    {some.map((card) => (
                      <OneNetwork key={card.key} card={card} />
                    ))}
                  </Column>
                )}
              </More>
            </Column>
          )
        }
      </WaitingFor>
    </Page>
  );
}

function OneNetwork({ card }: { readonly card: NetworkCard }) {
  const { go } = useRouter();
  const { network, members, covered, of, missing, without } = card;
  const tone = missing.length === 0 ? 'success' : 'warning';
  return (
    <Card title={network.name} beside={<Badge tone={tone}>{`${covered} of ${of} academies`}</Badge>}>
      <Text>{audienceOf(network)}</Text>
      <Quiet>{network.active ? rhythmOf(network) : 'Does not meet this year'}</Quiet>
      {missing.length === 0 ? null : (
        <Disclosure summary={`Academies without a member (${missing.length})`}>
          <Points points={missing} />
        </Disclosure>
      )}
      {without.length === 0 ? null : (
        <Disclosure summary={`Academies without ${network.yearGroup ?? 'it'} (${without.length})`}>
          <Points points={without} />
        </Disclosure>
      )}
      {members.length === 0 ? null : (
        <Disclosure summary={`Members (${members.length})`}>
          <More of={members} what="members">
            {(some) => <Points points={some.map(({ who, post }) => `${who.name}, ${post}`)} />}
          </More>
        </Disclosure>
      )}
      <Row>
        <QuietButton label={`Open ${network.name}`} onClick={() => go('record', { kind: 'network', key: card.key })}>
          Open
        </QuietButton>
      </Row>
    </Card>
  );
}
