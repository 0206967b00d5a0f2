import { useState } from 'react';
import { type OutputOf, requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { britishDate, britishDay } from '../../../shared/time/british-date';
import { useAnswer } from '../../answer';
import { usePanel } from '../../panel-context';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Table } from '../../parts/table';
import { Quiet, Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { fromBase64, saveFile, wordDocument } from '../save-file';
import { WaitingFor } from '../waiting-for';
import type { Owner } from './owner-choice';

type Draft = OutputOf<typeof requests.consultationDraft>;
interface DraftProps {
  readonly year: string;
  readonly owner: Owner;
}

export function DraftView({ year, owner }: DraftProps) {
  if (owner.scope === 'person' && owner.of === undefined)
    return <EmptyState icon="person" title="Choose a person to see their calendar" />;
  return <AskedDraft year={year} owner={owner} />;
}

function AskedDraft({ year, owner }: DraftProps) {
  const asked = useAnswer(requests.consultationDraft, { year, ...owner, format: 'summary' });
  return (
    <WaitingFor asked={asked} words="Reading the year's meetings…">
      {(draft) =>
        draft.meetings.length === 0 ? (
          <EmptyState icon="calendar" title={`No meetings in ${year} yet`}>
            Meetings that are planned stand here as a draft, for staff to look at before anybody is invited.
          </EmptyState>
        ) : (
          <Column>
            <SaveFiles year={year} owner={owner} />
            <Message tone="info">
              {draft.agreedOn === undefined
                ? `${counted(draft.meetings.length, 'meeting', 'meetings')}. A draft for consultation: it is not agreed yet.`
                : `${counted(draft.meetings.length, 'meeting', 'meetings')}. Agreed on ${britishDate(draft.agreedOn)}; what came later is marked.`}
            </Message>
            <DirectedTime draft={draft} />
            <Meetings draft={draft} />
          </Column>
        )
      }
    </WaitingFor>
  );
}

function Meetings({ draft: { title, meetings } }: { readonly draft: Draft }) {
  return (
    <More of={meetings} what="meetings" atOnce={40}>
      {(some) => (
        <Table
          label={`Meetings: ${title}`}
          keyOf={({ key }) => key}
          rows={some}
          columns={[
            { name: 'When', cell: (one) => `${britishDay(one.date)}, ${one.from} to ${one.until}` },
            { name: 'Meeting', cell: (one) => <NameOf meeting={one} /> },
            { name: 'Where', cell: ({ where }) => where },
            { name: 'Who', cell: ({ who }) => whoIn(who) },
          ]}
        />
      )}
    </More>
  );
}

function NameOf({ meeting: { name, day, later } }: { readonly meeting: Draft['meetings'][number] }) {
  return (
    <Column gap="close">
      <span>{name}</span>
      {day === undefined ? null : <Quiet>{day}</Quiet>}
      {later ? (
        <Row>
          <Badge tone="warning">Later addition</Badge>
        </Row>
      ) : null}
    </Column>
  );
}

/** A whole trust's names would hide the meeting. */
function whoIn(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function DirectedTime({ draft: { people, notes } }: { readonly draft: Draft }) {
  return (
    <Card title="Directed time">
      {notes.map((sentence) => (
        <Quiet key={sentence}>{sentence}</Quiet>
      ))}
      {people.length === 0 ? <Text>Nobody is invited to these meetings yet.</Text> : null}
      <More of={people} what="people" atOnce={10}>
        {(some) => (
          <Column gap="close">
            {some.map(({ person, says }) => (
              <div key={person.id}>
                <Text>{person.name}</Text>
                <Quiet>{says}</Quiet>
              </div>
            ))}
          </Column>
        )}
      </More>
    </Card>
  );
}

const types = { docx: wordDocument, ics: 'text/calendar' } as const;

function SaveFiles({ year, owner }: DraftProps) {
  const { server } = usePanel();
  const [saving, setSaving] = useState<keyof typeof types>();
  const [problem, setProblem] = useState<Problem>();
  const save = async (format: keyof typeof types): Promise<void> => {
    setSaving(format);
    setProblem(undefined);
    const answer = await server.call(requests.consultationDraft, { year, ...owner, format });
    setSaving(undefined);
    if (!answer.ok) return setProblem(answer.problem);
    const { file } = answer.value;
    if (file !== undefined) saveFile(file.name, fromBase64(file.content), types[format]);
  };
  return (
    <Column gap="close">
      <Row>
        <Button icon="document" disabled={saving !== undefined} onClick={() => void save('docx')}>
          {saving === 'docx' ? 'Writing the document…' : 'Save for Word'}
        </Button>
        <Button icon="calendar" disabled={saving !== undefined} onClick={() => void save('ics')}>
          {saving === 'ics' ? 'Writing the calendar…' : 'Save as a calendar file'}
        </Button>
      </Row>
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </Column>
  );
}
