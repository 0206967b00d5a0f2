import type { Kind, Stored } from '../../shared/record';
import { kindNamed } from '../../shared/records';
import { action } from '../../shared/records/action';
import { requests } from '../../shared/requests';
import { britishDate, inLondon } from '../../shared/time/british-date';
import { useAnswer } from '../answer';
import { couldDo } from '../form/could';
import { type Sources, useSources } from '../form/sources';
import { valueWords } from '../form/value-words';
import { usePanel } from '../panel-context';
import { Button } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Facts, Heading, Quiet } from '../parts/text';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { capital } from './capital';
import { ChangedAction } from './outlook-change/changed-action';
import { WaitingFor } from './waiting-for';

/** Kinds that have their own way of being changed: findings by the outcome, drafts by what they become. */
const withoutForm: readonly string[] = ['finding', 'draft'];
/** Said by the product to itself, or in words of its own. */
const inner: readonly string[] = ['eventId', 'generation', 'wanted', 'seen', 'seenGuests'];

function View({ kind, stored, sources }: { readonly kind: Kind; readonly stored: Stored; readonly sources: Sources }) {
  const values = stored.record as Readonly<Record<string, unknown>>;
  const facts = Object.entries(kind.fields)
    .filter(([name]) => !inner.includes(name))
    .map(([name, field]) => ({ name: field.label, value: valueWords(field, values[name], sources) }))
    .filter(({ value }) => value !== '');
  const { date, time } = inLondon(stored.at);
  return (
    <>
      <Heading>{kind.titleOf(stored.record)}</Heading>
      <Facts facts={facts} />
      <Quiet>{`Last saved by ${stored.actor.name} on ${britishDate(date)} at ${time}.`}</Quiet>
    </>
  );
}

function Record({ kind, given }: { readonly kind: Kind; readonly given: ScreenProps['given'] }) {
  const { back, go } = useRouter();
  const { me } = usePanel();
  const key = given['key'] ?? '';
  const stored = useAnswer(requests.getRecord, { kind: kind.name, key });
  const sources = useSources(kind.fields);
  const change =
    withoutForm.includes(kind.name) || !couldDo(kind, 'update', me.roles) ? undefined : (
      <>
        <span />
        <Button icon="edit" onClick={() => go('changeRecord', { kind: kind.name, key })}>
          Change
        </Button>
      </>
    );
  return (
    <Page title={capital(kind.one)} onBack={back} footer={stored.state === 'ready' ? change : undefined}>
      {given['saved'] === undefined ? null : <Message tone="success">Saved.</Message>}
      <WaitingFor asked={stored} words={`Reading this ${kind.one}…`}>
        {(found) => (
          <>
            {kind.name === action.name ? <ChangedAction stored={found} onDone={stored.again} /> : null}
            <WaitingFor asked={sources} words="Reading names…">
              {(names) => <View kind={kind} stored={found} sources={names} />}
            </WaitingFor>
          </>
        )}
      </WaitingFor>
    </Page>
  );
}

/** Any record, to read. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const kind = kindNamed(given['kind'] ?? '');
  if (kind !== undefined) return <Record kind={kind} given={given} />;
  return (
    <Page title="Not here" onBack={back}>
      <EmptyState title="There is no such kind of record" />
    </Page>
  );
}
