import { useCallback } from 'react';
import type { Stored } from '../../../shared/record';
import { type Objective, objective as objectiveKind } from '../../../shared/records/objective';
import { requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import { britishDate } from '../../../shared/time/british-date';
import { useAsked } from '../../answer';
import { usePanel } from '../../panel-context';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { type Fact, Facts, Heading } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import type { Server } from '../../server';
import type { ScreenProps } from '..';
import { WaitingFor } from '../waiting-for';
import { FillDocument } from './fill-document';

async function readObjective(server: Server, key: string): Promise<Result<Stored<Objective>>> {
  const stored = await server.call(requests.getRecord, { kind: objectiveKind.name, key });
  if (!stored.ok) return stored;
  const record = objectiveKind.parse(stored.value.record);
  return record.ok ? ok({ ...stored.value, record: record.value }) : record;
}

/** One objective, and the ways in which it comes into a Word document. */
export function Screen({ given }: ScreenProps) {
  const { server, host } = usePanel();
  const { back, go } = useRouter();
  const key = given['key'] ?? '';
  const asked = useAsked(useCallback(() => readObjective(server, key), [server, key]));
  return (
    <Page title="Objective" onBack={back}>
      <WaitingFor asked={asked} words="Reading the objective…">
        {({ record }) => (
          <Column>
            <Heading>{`${record.who.name}, ${record.year}`}</Heading>
            {record.state === 'draft' ? (
              <Message tone="warning">
                This objective is a draft. It goes into documents once both agreed that it is realistic.
              </Message>
            ) : (
              <>
                {host.document === undefined ? null : <FillDocument document={host.document} objective={key} />}
                <Toolbar label="What can be done">
                  <Button icon="document" onClick={() => go('fillTemplate', { year: record.year, objective: key })}>
                    Fill a template from the library
                  </Button>
                </Toolbar>
              </>
            )}
            <Facts facts={factsOf(record)} />
            <Toolbar label="Change">
              <Button icon="edit" onClick={() => go('changeRecord', { kind: 'objective', key })}>
                Change this objective
              </Button>
            </Toolbar>
          </Column>
        )}
      </WaitingFor>
    </Page>
  );
}

function factsOf(record: Objective): readonly Fact[] {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['Objective', record.text],
    ['Contribution', record.contribution],
    ['Measure', record.measure],
    ['Evidence', record.evidenceSource],
    ['Support', record.support],
    ['Own academy', record.ownAcademyBenefit],
    ['Standard', record.standard],
    ['Appraiser', record.appraiser?.name],
    ['Agreed on', record.agreedOn === undefined ? undefined : britishDate(record.agreedOn)],
    ['Reviewed on', record.reviewPoints?.map(({ on }) => britishDate(on)).join('\n')],
  ];
  return [
    ...told.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }])),
    { name: 'State', value: <Badge tone={record.state === 'draft' ? 'quiet' : 'success'}>{record.state}</Badge> },
  ];
}
