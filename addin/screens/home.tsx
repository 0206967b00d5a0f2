import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { useOpenItem } from '../item/open-item';
import { usePanel } from '../panel-context';
import { Button } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Column } from '../parts/layout';
import { List } from '../parts/list';
import { Message } from '../parts/message';
import { More } from '../parts/more';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import { Heading, Quiet } from '../parts/text';
import { useRouter } from '../router';
import { OpenItemCard } from './home/open-item-card';
import { isException, toWaitingLine, type WaitingItem } from './home/waiting-line';
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
  const { items } = waiting.value;
  const linesOf = (some: readonly WaitingItem[]) =>
    some.map((item) => {
      const { target, ...line } = toWaitingLine(item);
      return { ...line, onOpen: () => go(target.screen, target.given) };
    });
  const todo = linesOf(items.filter((item) => !isException(item)));
  const exceptions = linesOf(items.filter(isException));
  return (
    <>
      {exceptions.length === 0 ? null : (
        <Column>
          <Heading>{`Exceptions (${exceptions.length})`}</Heading>
          <More of={exceptions} atOnce={8} what="exceptions">
            {(some) => <List label="Exceptions" lines={some} />}
          </More>
        </Column>
      )}
      <Column>
        <Heading>Waiting for you</Heading>
        {todo.length === 0 ? (
          <EmptyState icon="done" title="Nothing waits for you" />
        ) : (
          <List label="Waiting for you" lines={todo} />
        )}
      </Column>
    </>
  );
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
      <Waiting />
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
