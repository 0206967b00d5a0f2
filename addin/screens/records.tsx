import { useEffect, useReducer } from 'react';
import type { Role } from '../../shared/caller';
import type { Kind, Stored } from '../../shared/record';
import { kindNamed } from '../../shared/records';
import { requests } from '../../shared/requests';
import type { Problem } from '../../shared/result';
import { couldDo } from '../form/could';
import { usePanel } from '../panel-context';
import { Button, QuietButton } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Row } from '../parts/layout';
import { List } from '../parts/list';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import { Quiet } from '../parts/text';
import { TextField } from '../parts/text-field';
import { Toolbar } from '../parts/toolbar';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { capital } from './capital';
import { ProblemMessage } from './problem-message';
import { linesOf, reduceRecords, startRecords } from './records/records-state';

const pageSize = 50;

function usePages(kind: Kind) {
  const { server } = usePanel();
  const [state, dispatch] = useReducer(reduceRecords, startRecords);
  const read = async (cursor: string | undefined) => {
    dispatch({ type: 'asked' });
    const page = await server.call(requests.listRecords, { kind: kind.name, top: pageSize, cursor });
    if (page.ok) dispatch({ type: 'page', records: page.value.records as readonly Stored[], next: page.value.next });
    else dispatch({ type: 'refused', problem: page.problem });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once per kind
  useEffect(() => void read(undefined), [kind]);
  return { state, dispatch, more: () => void read(state.next) };
}

function Refused({ problem, again }: { readonly problem: Problem; readonly again: () => void }) {
  return <ProblemMessage problem={problem} act={<Button onClick={again}>Try again</Button>} />;
}

/** There is one trust, with its settings. */
function mayAddTo(kind: Kind, roles: readonly Role[], there: number): boolean {
  return couldDo(kind, 'create', roles) && (kind.name !== 'trust' || there === 0);
}

function Records({ kind }: { readonly kind: Kind }) {
  const { go, back } = useRouter();
  const { state, dispatch, more } = usePages(kind);
  const { me } = usePanel();
  const mayAdd = mayAddTo(kind, me.roles, state.records.length);
  const lines = linesOf(kind, state);
  const title = capital(kind.many);
  const add = () => go('changeRecord', { kind: kind.name });
  const none = state.records.length === 0 && state.step === 'ready';
  return (
    <Page title={title} onBack={back}>
      {none ? (
        <EmptyState
          title={`No ${kind.many} yet`}
          act={mayAdd ? <Button onClick={add}>{`Add ${kind.one}`}</Button> : undefined}
        />
      ) : null}
      {mayAdd && !none ? (
        <Toolbar label={title}>
          <QuietButton icon="add" onClick={add}>{`Add ${kind.one}`}</QuietButton>
        </Toolbar>
      ) : null}
      {state.records.length > 8 ? (
        <TextField label="Find" value={state.sought} onChange={(sought) => dispatch({ type: 'sought', sought })} />
      ) : null}
      {lines.length > 0 ? (
        <List
          label={title}
          lines={lines.map((line) => ({ ...line, onOpen: () => go('record', { kind: kind.name, key: line.key }) }))}
        />
      ) : null}
      {lines.length === 0 && state.records.length > 0 ? <Quiet>Nothing here is called that.</Quiet> : null}
      {state.step === 'waiting' ? <Spinner words={`Reading ${kind.many}…`} /> : null}
      {state.refused === undefined ? null : <Refused problem={state.refused} again={more} />}
      {state.step === 'ready' && state.next !== undefined ? (
        <Row apart>
          <Quiet>{`${state.records.length} shown`}</Quiet>
          <Button onClick={more}>Show more</Button>
        </Row>
      ) : null}
    </Page>
  );
}

/** All records of a kind that the caller may read, page by page. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const kind = kindNamed(given['kind'] ?? '');
  if (kind !== undefined) return <Records kind={kind} />;
  return (
    <Page title="Not here" onBack={back}>
      <EmptyState title="There is no such kind of record" />
    </Page>
  );
}
