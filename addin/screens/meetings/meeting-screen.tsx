import { type ComponentProps, useState } from 'react';
import { changedInOutlook } from '../../../shared/meetings/publishing';
import { requests } from '../../../shared/requests';
import { useAnswer } from '../../answer';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { Column } from '../../parts/layout';
import { Link } from '../../parts/link';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { Facts } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { OutlookChange } from '../outlook-change/outlook-change';
import { WaitingFor } from '../waiting-for';
import { AgendaForm } from './agenda-form';
import { CancelPreview } from './cancel-preview';
import { InvitedList } from './invited-list';
import { beginning, Living } from './living';
import { peopleOf } from './mail-words';
import { mayChange, mayPublish, mayPublishAgain, type StoredMeeting } from './meeting-list';
import { MeetingState, whenAndWhere } from './meeting-words';
import { MoveForm } from './move-form';
import { PublishPreview } from './publish-preview';
import { useMeeting } from './use-meeting';

/** One meeting: what is planned, what Outlook holds, and what can be done about it. */
export function Screen({ given }: ScreenProps) {
  const { server } = usePanel();
  const { back } = useRouter();
  const asked = useMeeting(server, given['key'] ?? '');
  return (
    <Page title="Network meeting" onBack={back}>
      <WaitingFor asked={asked} words="Reading the meeting…">
        {(meeting) => <OneMeeting meeting={meeting} onChanged={asked.again} />}
      </WaitingFor>
    </Page>
  );
}

type Doing = 'looking' | 'publishing' | 'moving' | 'cancelling' | 'writing';

function OneMeeting({ meeting, onChanged }: { readonly meeting: StoredMeeting; readonly onChanged: () => void }) {
  const [doing, setDoing] = useState<Doing>('looking');
  const done = (changed: boolean): void => {
    setDoing('looking');
    if (changed) onChanged();
  };
  const { record } = meeting;
  const register = useAnswer(requests.meetingRegister, { key: meeting.key });
  return (
    <Column>
      <Facts facts={factsOf(meeting)} />
      <About meeting={meeting} />
      <ChangedInOutlook meeting={meeting} onChanged={onChanged} />
      {doing === 'looking' ? (
        <>
          <WaitingFor asked={register} words="Reading who is invited…">
            {(read) => <Living meeting={meeting} register={read} />}
          </WaitingFor>
          <Acts meeting={meeting} onDo={setDoing} />
        </>
      ) : null}
      {doing === 'publishing' ? <PublishPreview meetings={[meeting]} onDone={done} /> : null}
      {doing === 'moving' ? <MoveForm meeting={meeting} onDone={done} /> : null}
      {doing === 'writing' ? (
        <AgendaForm
          meeting={meeting}
          begin={register.state === 'ready' ? beginning(register.value) : undefined}
          onDone={done}
        />
      ) : null}
      {doing === 'cancelling' ? <CancelPreview meeting={meeting} onDone={done} /> : null}
      <InvitedList members={record.members} />
    </Column>
  );
}

/** What is planned, and what the invitation says. */
function factsOf(meeting: StoredMeeting): ComponentProps<typeof Facts>['facts'] {
  const { record } = meeting;
  const said = (name: string, value: string | undefined) => (value === undefined ? [] : [{ name, value }]);
  return [
    { name: 'Network', value: `${record.name}, meeting ${record.number}` },
    { name: 'When, where', value: whenAndWhere(meeting) },
    { name: 'Leads it', value: record.lead.name },
    { name: 'In Outlook', value: <MeetingState record={record} /> },
    ...said('Purpose', record.purpose),
    ...said('What to bring', record.bring),
    ...said('Teams', record.teams === true ? 'With a Teams link' : undefined),
    ...said('Confidential', record.confidential === true ? 'With a neutral subject in Outlook' : undefined),
    ...said('Agreed with staff', record.agreement),
    ...said('Agenda', record.agenda),
    ...said('Notes', record.notes),
    ...said('Guests', record.guests),
    ...(record.files ?? []).map(({ name, link }) => ({ name: 'File', value: <Link to={link}>{name}</Link> })),
  ];
}

/** What a state means that asks for something, or for patience. */
function About({ meeting: { record } }: { readonly meeting: StoredMeeting }) {
  if (record.outlook === 'waiting')
    return (
      <Message tone="info">
        On its way to Outlook, at the pace that Exchange allows: usually within two minutes. You can leave this screen.
      </Message>
    );
  if (record.outlook === 'failed')
    return (
      <Message tone="error">{record.outlookProblem ?? 'Outlook refused this meeting and gave no reason.'}</Message>
    );
  return null;
}

function ChangedInOutlook({ meeting, onChanged }: { readonly meeting: StoredMeeting; readonly onChanged: () => void }) {
  const { me } = usePanel();
  const { record } = meeting;
  const changed = changedInOutlook(record);
  if (changed === undefined) return null;
  return (
    <OutlookChange
      title="This meeting"
      change={{
        kind: 'meeting',
        changed,
        planned: whenAndWhere(meeting),
        whom: peopleOf(meeting),
        invited: record.members.length,
      }}
      at={{ key: meeting.key, version: meeting.version }}
      may={me.roles.includes('TrustOffice') || me.id === record.lead.id}
      onDone={onChanged}
    />
  );
}

function Acts({ meeting, onDo }: { readonly meeting: StoredMeeting; readonly onDo: (doing: Doing) => void }) {
  const { me } = usePanel();
  const { outlook, lead } = meeting.record;
  const isOffice = me.roles.includes('TrustOffice');
  if (!isOffice && lead.id !== me.id) return null;
  const verb = outlook === 'failed' ? 'Try again…' : 'Publish…';
  return (
    <Toolbar label="What can be done">
      {isOffice && mayPublish(meeting) ? (
        <PrimaryButton onClick={() => onDo('publishing')}>{verb}</PrimaryButton>
      ) : null}
      {isOffice && mayPublishAgain(meeting) ? (
        <PrimaryButton onClick={() => onDo('publishing')}>Invite again…</PrimaryButton>
      ) : null}
      {mayChange(meeting) ? (
        <>
          <Button onClick={() => onDo('moving')}>Move…</Button>
          <Button onClick={() => onDo('cancelling')}>Cancel…</Button>
        </>
      ) : null}
      <Button onClick={() => onDo('writing')}>Agenda</Button>
    </Toolbar>
  );
}
