import { useReducer } from 'react';
import { britishDay } from '../../../shared/time/british-date';
import { usePanel } from '../../panel-context';
import { Button } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Spinner } from '../../parts/spinner';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { TriadPreviews } from '../triads/triad-previews';
import { useCancellable } from '../use-cancellable';
import type { PlanState } from './plan-state';
import { offered, proposedVisits, takeVisitDays, visitDaysReducer } from './visit-days-state';

type Saved = Extract<PlanState, { step: 'saved' }>;

/** The days that a kept plan proposes for review visits become the visits' days, once they were looked at. */
export function VisitDays({ saved }: { readonly saved: Saved }) {
  const { server } = usePanel();
  const [state, dispatch] = useReducer(visitDaysReducer, offered);
  const { run, cancel } = useCancellable();
  const take = (apply: boolean): void => run((signal) => takeVisitDays(server, saved, apply, dispatch, signal));
  const stop = (): void => {
    cancel();
    dispatch({ type: 'close' });
  };
  const visits = proposedVisits(saved);
  if (visits.length === 0) return null;
  const count = state.triads.reduce((sum, { answer }) => sum + answer.reviews.length, 0);
  const reviews = counted(count, 'peer review', 'peer reviews');
  switch (state.step) {
    case 'offered': {
      const names = new Map((saved.problem.visits ?? []).map(({ key, name }) => [key, name]));
      return (
        <Column gap="close">
          <Text>{`The plan also has days for ${counted(visits.length, 'review visit', 'review visits')} without a date. They are not set yet.`}</Text>
          <More of={visits} atOnce={10} what="visits">
            {(some) => <Points points={some.map(({ key, date }) => `${names.get(key) ?? key}: ${britishDay(date)}`)} />}
          </More>
          {state.refused === undefined ? null : <ProblemMessage problem={state.refused} />}
          <Row>
            <Button icon="calendar" onClick={() => take(false)}>
              See what these visits bring…
            </Button>
          </Row>
        </Column>
      );
    }
    case 'looking':
      return (
        <Column>
          <Spinner words="Looking at the stages of each review…" />
          <Row>
            <Button onClick={stop}>Cancel</Button>
          </Row>
        </Column>
      );
    case 'look':
      return (
        <ConfirmPanel
          title={`Set these days, with ${reviews}?`}
          confirm={`Make ${reviews}`}
          onConfirm={() => take(true)}
          onCancel={stop}
        >
          <Text>
            {`This makes ${reviews} with these visits, each with dated stages, and brings their events to Outlook: everybody in them is invited.`}
          </Text>
          <TriadPreviews made={state.triads} />
        </ConfirmPanel>
      );
    case 'making':
      return <Spinner words="Making the reviews…" />;
    case 'made':
      return (
        <Message tone="success">{`${reviews} ${count === 1 ? 'is' : 'are'} made, with the days of this plan. Invitations follow in Outlook.`}</Message>
      );
  }
}
