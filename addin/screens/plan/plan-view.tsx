import { useCallback, useMemo } from 'react';
import { britishDay } from '../../../shared/time/british-date';
import { Button } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { ShareDone } from '../../parts/progress';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { Exceptions } from './exceptions';
import { MovePanel } from './move-panel';
import { leftInOutlook, overworked } from './plan-exceptions';
import { PlanLists } from './plan-lists';
import { measureOf, notPlaced, type PlanRow, planRows, unreadPeople } from './plan-rows';
import type { Look } from './plan-state';
import type { Planning } from './use-planning';
import { proposedVisits } from './visit-days-state';

/** A plan to look at and to change: how well it does, what does not go well, each meeting, and why it is as it is. */
export function PlanView({ look, planning }: { readonly look: Look; readonly planning: Planning }) {
  const { plan, problem, question, locked, moving } = look;
  const { dispatch, move } = planning;
  const rows = useMemo(() => planRows(plan, problem), [plan, problem]);
  const left = useMemo(() => leftInOutlook(plan, problem), [plan, problem]);
  const above = useMemo(() => overworked(plan, problem), [plan, problem]);
  const onLock = useCallback((id: string, lock: boolean) => dispatch({ type: 'lock', id, locked: lock }), [dispatch]);
  const acts = useMemo(() => ({ locked, onLock, onMove: move }), [locked, onLock, move]);
  const row = moving === undefined ? undefined : rows.find(({ id }) => id === moving.id);
  return (
    <Column>
      <Message tone={plan.represented === plan.places ? 'success' : 'info'}>{measureOf(plan)}</Message>
      <Search look={look} planning={planning} />
      <Warnings look={look} />
      {row === undefined || moving === undefined ? null : (
        <MovePanel
          key={row.id}
          row={row}
          problem={problem}
          moving={moving}
          now={presentAt(look, row)}
          onTry={(when) => planning.tryDate(row.id, when)}
          onMove={(to) => dispatch({ type: 'moved', id: row.id, to })}
          onClose={() => dispatch({ type: 'move', id: undefined })}
        />
      )}
      <Exceptions
        rows={rows}
        changes={question.replan ? rows.filter(({ was }) => was !== undefined) : []}
        leftInOutlook={left}
        overworked={above}
        suggestions={(plan.suggestions ?? []).map(({ sentence }) => sentence)}
        onMove={move}
      />
      {rows.length === 0 ? (
        <EmptyState icon="calendar" title="No meeting could be placed">
          Give the networks more days and times, or choose a longer time.
        </EmptyState>
      ) : (
        <PlanLists rows={rows} acts={acts} />
      )}
      <Visits look={look} />
      <Why explanation={plan.explanation} />
    </Column>
  );
}

function presentAt({ plan }: Look, { networkKey, date }: PlanRow): readonly string[] {
  return plan.meetings.find((one) => one.network === networkKey && one.date === date)?.present ?? [];
}

/** The search, as long as it goes on; then looking longer, or planning the rest again around what is locked. */
function Search({ look, planning }: { readonly look: Look; readonly planning: Planning }) {
  const { share, locked, plan } = look;
  if (share !== undefined)
    return (
      <Column gap="close">
        <ShareDone words="Looking for better dates" share={share} />
        <Row>
          <Button onClick={planning.stop}>Good enough, stop here</Button>
        </Row>
      </Column>
    );
  const stay = plan.meetings.filter(({ network, date }) => locked.has(`${network} ${date}`)).length;
  return (
    <Row>
      <Button icon="again" onClick={planning.again}>
        {stay === 0 ? 'Look for better dates' : `Plan the rest again, ${counted(stay, 'meeting', 'meetings')} locked`}
      </Button>
    </Row>
  );
}

/** What the plan could not mind, or was planned without. */
function Warnings({ look: { plan, problem, withoutMailbox } }: { readonly look: Look }) {
  const left = notPlaced(plan, problem);
  const unread = unreadPeople(problem, withoutMailbox);
  return (
    <>
      {left.length === 0 ? null : (
        <Message tone="warning">
          {`No date was found for every meeting: ${left.map(({ network, wanted, planned }) => `${network} ${planned} of ${wanted}`).join(', ')}. The explanation below says what stood in the way.`}
        </Message>
      )}
      {unread.length === 0 ? null : (
        <Message tone="warning">
          {`Planned as if free, since ${counted(unread.length, 'calendar', 'calendars')} could not be read. Times of the week that are kept with a person count.`}
          <Disclosure summary="Whose calendars">
            <More of={unread} atOnce={20} what="people">
              {(some) => <Points points={some} />}
            </More>
          </Disclosure>
        </Message>
      )}
    </>
  );
}

/** Days that the plan keeps free for review visits which have none yet. */
function Visits({ look: { plan, problem } }: { readonly look: Look }) {
  const names = new Map((problem.visits ?? []).map(({ key, name }) => [key, name]));
  const visits = proposedVisits({ plan, problem });
  if (visits.length === 0) return null;
  return (
    <Disclosure summary={`Days for ${counted(visits.length, 'review visit', 'review visits')}`}>
      <Text>Planned together with the meetings. Once the plan is kept, you see what they bring and set them.</Text>
      <Points points={visits.map(({ key, date }) => `${names.get(key) ?? key}: ${britishDay(date)}`)} />
    </Disclosure>
  );
}

function Why({ explanation }: { readonly explanation: readonly string[] }) {
  if (explanation.length === 0) return null;
  return (
    <Disclosure summary="Why this plan">
      <More of={explanation} atOnce={40} what="sentences">
        {(some) => (
          <>
            {some.map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
          </>
        )}
      </More>
    </Disclosure>
  );
}
