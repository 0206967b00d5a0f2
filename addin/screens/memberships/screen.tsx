import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { useAnswer } from '../../answer';
import { Button, PrimaryButton } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { EmptyState } from '../../parts/empty-state';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { Heading, Quiet, Text } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import { counted } from '../counted';
import { WaitingFor } from '../waiting-for';
import { ApplyPreview } from './apply-preview';
import { byPerson, meetingsInWords, type PersonChange } from './by-person';

/** Who joined or left networks since their meetings were planned; nothing happens without the trust office's nod. */
export function Screen() {
  const { back } = useRouter();
  const asked = useAnswer(requests.membershipChanges, {});
  const [done, setDone] = useState<string>();
  return (
    <Page title="Joined or left" onBack={back}>
      {done === undefined ? null : <Message tone="success">{done}</Message>}
      <WaitingFor asked={asked} words="Looking whose posts have changed…">
        {({ changes, agreedOn }) =>
          changes.length === 0 ? (
            <EmptyState icon="done" title="Everybody is invited to what they belong to">
              When somebody’s post, academy or year groups change, they are listed here with the coming meetings.
            </EmptyState>
          ) : (
            <Choosing
              people={byPerson(changes)}
              agreedOn={agreedOn}
              onDone={(sentence) => {
                setDone(sentence);
                asked.again();
              }}
            />
          )
        }
      </WaitingFor>
    </Page>
  );
}

interface ChoosingProps {
  readonly people: readonly PersonChange[];
  readonly agreedOn: string | undefined;
  readonly onDone: (sentence: string) => void;
}

function Choosing({ people, agreedOn, onDone }: ChoosingProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const chosen = people.filter(({ key }) => ticked.has(key));
  const all = chosen.length === people.length;
  const tick = (key: string, on: boolean): void =>
    setTicked(new Set(on ? [...ticked, key] : [...ticked].filter((one) => one !== key)));
  return (
    <Column>
      <Text>
        Choose who is invited to the coming meetings, and who is taken out of them. Nothing is sent before you have seen
        it.
      </Text>
      <Toolbar label="Joined or left">
        <PrimaryButton disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {chosen.length === 0 ? 'See who is told' : `See who is told (${chosen.length})…`}
        </PrimaryButton>
        <Button onClick={() => setTicked(all ? new Set() : new Set(people.map(({ key }) => key)))}>
          {all ? 'Select none' : `Select all (${people.length})`}
        </Button>
      </Toolbar>
      {asking && chosen.length > 0 ? (
        <ApplyPreview
          people={chosen}
          agreedOn={agreedOn}
          onDone={(sentence) => {
            setAsking(false);
            if (sentence === undefined) return;
            setTicked(new Set());
            onDone(sentence);
          }}
        />
      ) : null}
      <People
        heading="Belong now, not invited yet"
        people={people.filter(({ does }) => does === 'add')}
        ticked={ticked}
        onTick={tick}
      />
      <People
        heading="Invited, belong no longer"
        people={people.filter(({ does }) => does === 'remove')}
        ticked={ticked}
        onTick={tick}
      />
      <Quiet>Somebody who should never be invited: name them under “Not invited” of the network.</Quiet>
    </Column>
  );
}

interface PeopleProps {
  readonly heading: string;
  readonly people: readonly PersonChange[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (key: string, on: boolean) => void;
}

function People({ heading, people, ticked, onTick }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <Column>
      <Heading>{`${heading} (${counted(people.length, 'person', 'people')})`}</Heading>
      <More of={people} what="people">
        {(some) =>
          some.map((one) => (
            <Column key={one.key} gap="close">
              <Checkbox
                label={one.academyName === undefined ? one.name : `${one.name}, ${one.academyName}`}
                value={ticked.has(one.key)}
                onChange={(on) => onTick(one.key, on)}
              />
              <Quiet>{`${capital(one.because)}. ${meetingsInWords(one.changes)}.`}</Quiet>
              {one.later ? <Quiet>Later addition to the agreed calendar.</Quiet> : null}
            </Column>
          ))
        }
      </More>
    </Column>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
