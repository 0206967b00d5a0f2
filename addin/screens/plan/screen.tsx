import { useState } from 'react';
import { timesOf } from '../../../shared/meetings/problem';
import { schoolYearOf } from '../../../shared/time/school-year';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { Spinner } from '../../parts/spinner';
import { Points } from '../../parts/text';
import { useRouter } from '../../router';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { today } from '../today';
import { Ask } from './ask';
import { Keep } from './keep';
import { planInWorker } from './plan-in-worker';
import { PlanView } from './plan-view';
import { type Planning, usePlanning } from './use-planning';
import { VisitDays } from './visit-days';

/** Plans a year of network meetings, or a part of it, and keeps them as drafts; publishing is a screen of its own. */
export function Screen() {
  const { server } = usePanel();
  const { back, replace } = useRouter();
  const [year, setYear] = useState(() => schoolYearOf(today()));
  const planning = usePlanning(server, planInWorker);
  const { state } = planning;
  return (
    <Page title="Plan the year" onBack={back}>
      {state.step === 'ask' ? (
        <Ask year={year} onYear={setYear} refused={state.refused} onAsk={planning.ask} />
      ) : (
        <Answer planning={planning} onSeeDrafts={() => replace('meetings', { year: state.question.year })} />
      )}
    </Page>
  );
}

/** What follows the question, until the plan lies among the drafts. */
function Answer({ planning, onSeeDrafts }: { readonly planning: Planning; readonly onSeeDrafts: () => void }) {
  const { state } = planning;
  switch (state.step) {
    case 'ask':
      return null;
    case 'fetching':
      return <Wait words="Reading school calendars and everybody's free and busy times…" onCancel={planning.cancel} />;
    case 'planning': {
      const meetings = state.problem.networks.reduce((sum, network) => sum + timesOf(network), 0);
      return (
        <Wait
          words={`Looking for the best dates of ${counted(meetings, 'meeting', 'meetings')}…`}
          onCancel={planning.cancel}
        />
      );
    }
    case 'concerned':
      return (
        <Arrival label="Before planning">
          <Message tone="warning">Something stands in the way of a good plan. It is easier to mend now.</Message>
          <More of={state.concerns} atOnce={20} what="sentences">
            {(some) => <Points points={some} />}
          </More>
          <Row>
            <PrimaryButton onClick={planning.allTheSame}>Plan all the same</PrimaryButton>
            <Button onClick={planning.cancel}>Start again</Button>
          </Row>
        </Arrival>
      );
    case 'saving':
      return <Spinner words={`Keeping ${counted(state.plan.meetings.length, 'meeting', 'meetings')}…`} />;
    case 'saved':
      return (
        <Arrival label="Drafts kept">
          <Message tone="success">
            {`${counted(state.meetings, 'meeting is', 'meetings are')} kept as drafts. Nobody has been invited yet.`}
          </Message>
          {state.moved === 0 ? null : (
            <Message tone="info">
              {`${counted(state.moved, 'meeting', 'meetings')} in Outlook ${state.moved === 1 ? 'moves' : 'move'} to the new date; everybody invited gets an update.`}
            </Message>
          )}
          <VisitDays saved={state} />
          <Row>
            <PrimaryButton onClick={onSeeDrafts}>Look at the drafts and publish</PrimaryButton>
            <Button onClick={planning.cancel}>Plan something else</Button>
          </Row>
        </Arrival>
      );
    case 'look':
      return (
        <Arrival label="The plan">
          <PlanView look={state} planning={planning} />
          {state.refused === undefined ? null : <ProblemMessage problem={state.refused} />}
          <Keep look={state} planning={planning} />
        </Arrival>
      );
  }
}

function Wait({ words, onCancel }: { readonly words: string; readonly onCancel: () => void }) {
  return (
    <Column>
      <Spinner words={words} />
      <Row>
        <Button onClick={onCancel}>Cancel</Button>
      </Row>
    </Column>
  );
}
