import { useCallback, useState } from 'react';
import { academy as academyKind } from '../../../shared/records/academy';
import { network as networkKind } from '../../../shared/records/network';
import { person as personKind } from '../../../shared/records/person';
import { requests } from '../../../shared/requests';
import { ok, type Problem, type Result } from '../../../shared/result';
import { useAnswer, useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { usePanel } from '../../panel-context';
import { Badge } from '../../parts/badge';
import { Button, PrimaryButton, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { Points, Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';
import type { Server } from '../../server';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { WaitingFor } from '../waiting-for';
import { audienceOf, type NetworkCard, networkCards, rhythmOf, withSuggested } from './network-cards';

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
  const mailboxes = useAnswer(requests.mailboxes, {});
  const without = new Set(mailboxes.state === 'ready' ? mailboxes.value.withoutMailbox : []);
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
                      <OneNetwork key={card.key} card={card} withoutMailbox={without} onChanged={asked.again} />
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

interface OneNetworkProps {
  readonly card: NetworkCard;
  /** Addresses whose calendars cannot be read. */
  readonly withoutMailbox: ReadonlySet<string>;
  readonly onChanged: () => void;
}

function OneNetwork({ card, withoutMailbox, onChanged }: OneNetworkProps) {
  const { go } = useRouter();
  const { network, members, covered, of, missing, without } = card;
  const tone = missing.length === 0 ? 'success' : 'warning';
  const unread = unreadOf(card, withoutMailbox);
  return (
    <Card title={network.name} beside={<Badge tone={tone}>{`${covered} of ${of} academies`}</Badge>}>
      <Text>{audienceOf(network)}</Text>
      <Quiet>{network.active ? rhythmOf(network) : 'Does not meet this year'}</Quiet>
      {members.length > 0 ? null : (
        <Message tone="warning">Nobody belongs to it yet, so it cannot be planned. Change whom it is for.</Message>
      )}
      {unread.length === 0 ? null : (
        <Message tone="warning">
          {`Without a mailbox: ${unread.join('; ')}. Planned as if free, unless times of the week are kept with the person.`}
        </Message>
      )}
      <Names summary="Academies without a member" names={missing} />
      <Names summary={`Academies without ${network.yearGroup ?? 'it'}`} names={without} />
      <Names summary="Members" names={members.map(({ who, post }) => `${who.name}, ${post}`)} />
      <Names
        summary="Also in another network"
        names={card.alsoElsewhere.map(({ name, networks }) => `${name}: also ${networks.join(', ')}`)}
      />
      <Deputies card={card} onChanged={onChanged} />
      <Row>
        <QuietButton label={`Open ${network.name}`} onClick={() => go('record', { kind: 'network', key: card.key })}>
          Open
        </QuietButton>
      </Row>
    </Card>
  );
}

function unreadOf({ members, deputies }: NetworkCard, withoutMailbox: ReadonlySet<string>): readonly string[] {
  return [...members, ...deputies.map(({ person }) => person)]
    .filter(({ email }) => withoutMailbox.has(email.toLowerCase()))
    .map(({ who, email }) => `${who.name} (${email})`);
}

/** A counted list that opens; nothing where there is nobody. */
function Names({ summary, names }: { readonly summary: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Disclosure summary={`${summary} (${names.length})`}>
      <More of={names} what="lines">
        {(some) => <Points points={some} />}
      </More>
    </Disclosure>
  );
}

/** Who stands in for each academy, and whom to name where nobody does. */
function Deputies({ card, onChanged }: { readonly card: NetworkCard; readonly onChanged: () => void }) {
  const { server } = usePanel();
  const [refused, setRefused] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const { deputies, suggested, withoutDeputy, stored } = card;
  const name = async (): Promise<void> => {
    setSaving(true);
    const { key, version } = stored;
    const saved = await server.call(requests.changeRecord, {
      kind: 'network',
      key,
      version,
      record: withSuggested(card),
    });
    setSaving(false);
    if (saved.ok) onChanged();
    else setRefused(saved.problem);
  };
  const line = ({ academyName, person }: NetworkCard['deputies'][number]) =>
    `${academyName}: ${person.who.name}, ${person.post}`;
  return (
    <>
      <Names summary="Deputies" names={deputies.map(line)} />
      {suggested.length === 0 ? null : (
        <Disclosure summary={`No deputy named: ${counted(suggested.length, 'suggestion', 'suggestions')}`}>
          <More of={suggested} what="suggestions">
            {(some) => <Points points={some.map(line)} />}
          </More>
          <Row>
            <Button disabled={saving} onClick={() => void name()}>
              {saving ? 'Naming…' : `Name ${counted(suggested.length, 'deputy', 'deputies')}`}
            </Button>
          </Row>
        </Disclosure>
      )}
      <Names summary="Academies without a deputy" names={withoutDeputy} />
      {refused === undefined ? null : <ProblemMessage problem={refused} />}
    </>
  );
}
