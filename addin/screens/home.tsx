import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { useOpenItem } from '../item/open-item';
import { usePanel } from '../panel-context';
import { Button } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Column } from '../parts/layout';
import { List } from '../parts/list';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import { Heading, Quiet } from '../parts/text';
import { useRouter } from '../router';
import { OpenItemCard } from './home/open-item-card';
import { toWaitingLine } from './home/waiting-line';
import { waysOf } from './ways';

function Waiting() {
  const { go } = useRouter();
  const waiting = useAnswer(requests.waiting, {});
  if (waiting.state === 'waiting') return <Spinner words="Looking what waits for you…" />;
  if (waiting.state === 'refused')
    return (
      <Message tone="error" act={<Button onClick={waiting.again}>Try again</Button>}>
        {waiting.problem.sentence}
      </Message>
    );
  const lines = waiting.value.items.map((item) => {
    const { target, ...line } = toWaitingLine(item);
    return { ...line, onOpen: () => go(target.screen, target.given) };
  });
  if (lines.length === 0) return <EmptyState icon="done" title="Nothing waits for you" />;
  return <List label="Waiting for you" lines={lines} />;
}

/** The first screen: what waits for the caller, the open meeting or mail, and the quick ways. */
export function Screen() {
  const { me } = usePanel();
  const { go } = useRouter();
  const item = useOpenItem();
  const ways = waysOf(me.roles);
  return (
    <Page title={me.trust.name}>
      <Quiet>{[me.name, me.academy?.name].filter(Boolean).join(', ')}</Quiet>
      <OpenItemCard item={item} />
      <Column>
        <Heading>Waiting for you</Heading>
        <Waiting />
      </Column>
      <Column>
        <Heading>Go to</Heading>
        <List
          label="Go to"
          lines={ways.map((way) => ({
            key: way.words,
            title: way.words,
            detail: way.detail,
            icon: way.icon,
            onOpen: () => go(way.screen, way.given),
          }))}
        />
      </Column>
    </Page>
  );
}
