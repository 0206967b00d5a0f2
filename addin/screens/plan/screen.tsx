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
        <Answer planning={planning} onSeeMeetings={() => replace('meetings', { year: state.question.year })} />
      )}
    </Page>
  );
}

/** What follows the question, until the plan lies among the drafts. */
function Answer({ planning, onSeeMeetings }: { readonly planning: Planning; readonly onSeeMeetings: () => void }) {
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
      return <Saved saved={state} onSeeMeetings={onSeeMeetings} onAgain={planning.cancel} />;
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

interface SavedProps {
  readonly saved: Extract<Planning['state'], { step: 'saved' }>;
  readonly onSeeMeetings: () => void;
  readonly onAgain: () => void;
}

function Saved({ saved, onSeeMeetings, onAgain }: SavedProps) {
  const { meetings, moved } = saved;
  return (
    <Arrival label="The plan is kept">
      {meetings === 0 ? null : (
        <Message tone="success">
          {`${counted(meetings, 'meeting is', 'meetings are')} kept as drafts. Nobody has been invited to them yet.`}
        </Message>
      )}
      {moved === 0 ? null : (
        <Message tone="success">
          {`${counted(moved, 'published meeting changes', 'published meetings change')} in Outlook, usually within two minutes; everybody invited gets an update.`}
        </Message>
      )}
      {meetings + moved === 0 ? (
        <Message tone="success">The plan is kept. Everything stays as it was, and nobody gets mail.</Message>
      ) : null}
      <VisitDays saved={saved} />
      <Row>
        <PrimaryButton onClick={onSeeMeetings}>
          {meetings === 0 ? 'Look at the meetings' : 'Look at the drafts and publish'}
        </PrimaryButton>
        <Button onClick={onAgain}>Plan something else</Button>
      </Row>
    </Arrival>
  );
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
