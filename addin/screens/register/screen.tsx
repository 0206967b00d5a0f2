import { useCallback } from 'react';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import { ok } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { useAsked } from '../../answer';
import type { AcademyName, DirectoryPerson } from '../../directory';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { AcademyPicker } from '../../parts/choice';
import { EmptyState } from '../../parts/empty-state';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { Text } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { ProblemMessage } from '../problem-message';
import { WaitingFor } from '../waiting-for';
import { RegisterLine } from './register-row';
import { asAnswered, type Register, saidNow } from './register-state';
import { statusOf } from './register-words';
import { useRegister } from './use-register';

interface Opening {
  readonly title: string;
  readonly date: string;
  readonly register: Register;
  readonly people: readonly DirectoryPerson[];
  readonly academies: readonly AcademyName[];
}

function useOpening(key: string) {
  const { server, directory } = usePanel();
  return useAsked<Opening>(
    useCallback(async () => {
      const [stored, register, people, academies] = await Promise.all([
        server.call(requests.getRecord, { kind: meetingKind.name, key }),
        server.call(requests.meetingRegister, { key }),
        directory.people(),
        directory.academies(),
      ]);
      if (!stored.ok) return stored;
      if (!register.ok) return register;
      const meeting = meetingKind.parse(stored.value.record);
      if (!meeting.ok) return meeting;
      return ok({
        title: meeting.value.name,
        date: meeting.value.date,
        register: register.value,
        // Without names the register still works: whoever is invited is in it.
        people: people.ok ? people.value : [],
        academies: academies.ok ? academies.value : [],
      });
    }, [server, directory, key]),
  );
}

/** Who came: one tap for each academy. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const asked = useOpening(key);
  if (asked.state === 'ready') return <Taking meetingKey={key} opening={asked.value} />;
  return (
    <Page title="Who came" onBack={back}>
      <WaitingFor asked={asked} words="Reading the register…">
        {() => null}
      </WaitingFor>
    </Page>
  );
}

function Taking({ meetingKey, opening }: { readonly meetingKey: string; readonly opening: Opening }) {
  const { back } = useRouter();
  const { title, date, register, people, academies } = opening;
  const { state, dispatch } = useRegister(meetingKey, register);
  const answered = asAnswered(state);
  const add = (academy: string): void => {
    const name = academies.find(({ urn }) => urn === academy)?.name;
    if (name !== undefined) dispatch({ type: 'academy added', academy, name });
  };
  return (
    <Page title="Who came" onBack={back} status={statusOf(state)} statusTone={state.lost ? 'warning' : 'quiet'}>
      <Text>{`${title}, ${britishDay(date)}`}</Text>
      {register.open ? null : (
        <Message tone="info">{`The register opens on the day of the meeting. Below is who has answered so far.`}</Message>
      )}
      <Toolbar label="All academies">
        {answered.size === 0 ? null : (
          <PrimaryButton icon="check" onClick={() => dispatch({ type: 'said', changes: answered })}>
            {`As answered: ${answered.size}`}
          </PrimaryButton>
        )}
        {state.undo.length === 0 ? null : <Button onClick={() => dispatch({ type: 'undone' })}>Undo</Button>}
      </Toolbar>
      {state.problem === undefined ? null : <ProblemMessage problem={state.problem} />}
      {state.clashes.length === 0 ? null : (
        <Message tone="warning">
          {`Somebody else said something of ${state.clashes.join(', ')} meanwhile. What they said is shown: tap again if it is wrong.`}
        </Message>
      )}
      {state.rows.length === 0 ? <EmptyState icon="people" title="Nobody is invited to this meeting" /> : null}
      <More of={state.rows} atOnce={60} what="academies">
        {(some) => (
          <Column>
            {some.map((row) => (
              <RegisterLine
                key={row.academy}
                row={row}
                said={saidNow(state, row.academy)}
                people={people}
                onSay={(wanted) => dispatch({ type: 'said', changes: new Map([[row.academy, wanted]]) })}
              />
            ))}
          </Column>
        )}
      </More>
      {register.open && register.may.addAcademy ? (
        <AcademyPicker
          label="Somebody came from another academy"
          academies={academies.filter(({ urn }) => !state.rows.some(({ academy }) => academy === urn))}
          value=""
          onChange={add}
        />
      ) : null}
    </Page>
  );
}
