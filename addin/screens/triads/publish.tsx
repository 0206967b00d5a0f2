import { useReducer, useState } from 'react';
import { isCalendarDate } from '../../../shared/time/calendar-date';
import type { TriadProblem } from '../../../shared/triads/problem';
import { sumOf, type WeighedRound } from '../../../shared/triads/weigh';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { DateField } from '../../parts/date-field';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Progress } from '../../parts/progress';
import { Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { today } from '../today';
import { useCancellable } from '../use-cancellable';
import { type PublishState, publishAll, publishReducer, type ToPublish } from './publish-state';
import { schoolYearAfter } from './rounds-and-years';
import { TriadPreviews } from './triad-previews';

interface PublishProps {
  readonly problem: TriadProblem;
  readonly rounds: readonly WeighedRound[];
  /** The round that is in sight. */
  readonly round: number;
  /** The school year to offer for it. */
  readonly year: string;
  readonly yearNow: string;
  readonly onPublished: () => void;
}

/** One round becomes triads and reviews: first to look at, then for good. */
export function Publish({ problem, rounds, round, year, yearNow, onPublished }: PublishProps) {
  const { server } = usePanel();
  const [state, dispatch] = useReducer(publishReducer, { step: 'closed' });
  const { run: work, cancel } = useCancellable();
  const run = (toPublish: ToPublish, apply: boolean): void =>
    work((signal) => publishAll(server, toPublish, apply, dispatch, signal));
  const stop = (): void => {
    cancel();
    dispatch({ type: 'close' });
  };
  const triads = rounds.find((one) => one.round === round)?.triads.map(({ academies }) => academies) ?? [];
  if (state.step === 'closed')
    return (
      <Row>
        <PrimaryButton icon="send" onClick={() => dispatch({ type: 'open' })}>
          {`Publish round ${round}…`}
        </PrimaryButton>
      </Row>
    );
  if (state.step === 'choosing')
    return (
      <Ask
        round={round}
        first={year}
        yearNow={yearNow}
        refused={state.refused}
        onCancel={stop}
        onLook={(chosen) => run({ ...chosen, round, triads, problem }, false)}
      />
    );
  return <Answer state={state} onCancel={stop} onPublish={(what) => run(what, true)} onDone={onPublished} />;
}

interface AskProps {
  readonly round: number;
  readonly first: string;
  readonly yearNow: string;
  readonly refused: Extract<PublishState, { step: 'choosing' }>['refused'];
  readonly onCancel: () => void;
  readonly onLook: (chosen: Pick<ToPublish, 'year' | 'startOn'>) => void;
}

function Ask({ round, first, yearNow, refused, onCancel, onLook }: AskProps) {
  const [year, setYear] = useState(first);
  const [startOn, setStartOn] = useState(() => firstDay(first));
  const years = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((more) => schoolYearAfter(yearNow, more));
  const wrong = startOn !== '' && (!isCalendarDate(startOn) || startOn < today());
  return (
    <Arrival label={`Publish round ${round}`}>
      <Card title={`Publish round ${round}`} accent>
        <Choice
          label="School year"
          value={year}
          options={years.map((one) => ({ key: one, text: one }))}
          onChange={(chosen) => {
            setYear(chosen);
            if (chosen !== '') setStartOn(firstDay(chosen));
          }}
        />
        <DateField
          label="Work begins on"
          value={startOn}
          problem={wrong ? 'Give a day from today on.' : undefined}
          onChange={setStartOn}
        />
        {refused === undefined ? null : <ProblemMessage problem={refused} />}
        <Row>
          <PrimaryButton disabled={year === '' || wrong || startOn === ''} onClick={() => onLook({ year, startOn })}>
            See what will be made
          </PrimaryButton>
          <Button onClick={onCancel}>Not now</Button>
        </Row>
      </Card>
    </Arrival>
  );
}

/** The first of September, or today where the year has begun. */
function firstDay(year: string): string {
  const first = `${year.slice(0, 4)}-09-01`;
  return first < today() ? today() : first;
}

interface AnswerProps {
  readonly state: Exclude<PublishState, { step: 'closed' | 'choosing' }>;
  readonly onCancel: () => void;
  readonly onPublish: (what: ToPublish) => void;
  readonly onDone: () => void;
}

function Answer({ state, onCancel, onPublish, onDone }: AnswerProps) {
  const { toPublish, made } = state;
  const refused = 'refused' in state ? state.refused : undefined;
  const reviews = sumOf(made.map(({ answer }) => answer.reviews.length));
  const words = `${counted(made.length, 'triad', 'triads')} and ${counted(reviews, 'peer review', 'peer reviews')}`;
  if (state.step === 'looking' || state.step === 'publishing')
    return (
      <Column>
        <Progress
          words={state.step === 'looking' ? 'Looking for dates, triad by triad' : 'Publishing, triad by triad'}
          done={made.length}
          of={toPublish.triads.length}
        />
        {state.step === 'looking' ? (
          <Row>
            <Button onClick={onCancel}>Cancel</Button>
          </Row>
        ) : null}
      </Column>
    );
  if (state.step === 'published')
    return (
      <Arrival label="Published">
        <Message tone="success">{`${words} are made for ${toPublish.year}. Invitations follow in Outlook.`}</Message>
        <Row>
          <Button onClick={onDone}>Plan the next round</Button>
        </Row>
      </Arrival>
    );
  return (
    <ConfirmPanel
      title={`Publish round ${toPublish.round} for ${toPublish.year}?`}
      confirm={`Publish ${words}`}
      onConfirm={() => onPublish(toPublish)}
      onCancel={onCancel}
    >
      <Text>{`This makes ${words}, each with dated stages, and brings their events to Outlook.`}</Text>
      {refused === undefined ? null : <ProblemMessage problem={refused} />}
      <TriadPreviews made={made} />
    </ConfirmPanel>
  );
}
