import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { britishMoment } from '../../../shared/time/british-date';
import { useAnswer } from '../../answer';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Checkbox } from '../../parts/checkbox';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { List } from '../../parts/list';
import { More } from '../../parts/more';
import { Quiet } from '../../parts/text';
import { counted } from '../counted';
import { WaitingFor } from '../waiting-for';
import type { Notes } from './notes-state';

interface Folder {
  /** Absent for the folder of all meetings. */
  readonly id?: string;
  readonly name: string;
}

type Shared = Notes['files'][number];

interface ChooseProps {
  readonly meeting: string;
  /** Links that the meeting shares already. */
  readonly shared: readonly string[];
  /** How many more it can share. */
  readonly most: number;
  readonly onChosen: (files: readonly Shared[]) => void;
  readonly onClose: () => void;
}

/** Files of the trust's library, folder by folder; several can be chosen, also from several folders. */
export function ChooseFiles({ meeting, shared, most, onChosen, onClose }: ChooseProps) {
  const [way, setWay] = useState<readonly Folder[]>([{ name: 'Meetings' }]);
  const [chosen, setChosen] = useState<readonly Shared[]>([]);
  const at = way.at(-1) ?? { name: 'Meetings' };
  const isFull = chosen.length >= most;
  const choose = (file: Shared, isChosen: boolean): void =>
    setChosen(isChosen ? [...chosen, file] : chosen.filter(({ link }) => link !== file.link));
  return (
    <Arrival key={way.map(({ id }) => id).join('/')} label="Files of the library">
      <Card title={way.map(({ name }) => name).join(' / ')}>
        <Quiet>People open a file with their own rights in SharePoint.</Quiet>
        <OneFolder
          key={at.id ?? ''}
          {...{ meeting, folder: at, shared, chosen, isFull }}
          onOpen={(folder) => setWay([...way, folder])}
          onChoose={choose}
        />
        {isFull ? <Quiet>A meeting shares at most 20 files.</Quiet> : null}
        <Row>
          <PrimaryButton disabled={chosen.length === 0} onClick={() => onChosen(chosen)}>
            {chosen.length === 0 ? 'Add files' : `Add ${counted(chosen.length, 'file', 'files')}`}
          </PrimaryButton>
          {way.length > 1 ? <Button onClick={() => setWay(way.slice(0, -1))}>One folder up</Button> : null}
          <Button onClick={onClose}>Not now</Button>
        </Row>
      </Card>
    </Arrival>
  );
}

function OneFolder({
  meeting,
  folder,
  shared,
  chosen,
  isFull,
  onOpen,
  onChoose,
}: Pick<ChooseProps, 'meeting' | 'shared'> & {
  readonly folder: Folder;
  readonly chosen: readonly Shared[];
  readonly isFull: boolean;
  readonly onOpen: (folder: Folder) => void;
  readonly onChoose: (file: Shared, isChosen: boolean) => void;
}) {
  const asked = useAnswer(requests.meetingFiles, {
    key: meeting,
    ...(folder.id === undefined ? {} : { folder: folder.id }),
  });
  return (
    <WaitingFor asked={asked} words={`Reading the folder ${folder.name}…`}>
      {({ folders, files }) =>
        folders.length + files.length === 0 ? (
          <EmptyState title={`Nothing is in the folder “${folder.name}” of the trust’s library yet`} />
        ) : (
          <Column>
            {folders.length === 0 ? null : (
              <More of={folders} what="folders" atOnce={20}>
                {(some) => (
                  <List
                    label="Folders"
                    lines={some.map(({ id, name }) => ({ key: id, title: name, onOpen: () => onOpen({ id, name }) }))}
                  />
                )}
              </More>
            )}
            <More of={files} what="files" atOnce={20}>
              {(some) => (
                <Column gap="close">
                  {some.map(({ id, name, link, changedAt }) => {
                    const isShared = shared.includes(link);
                    const isChosen = chosen.some((one) => one.link === link);
                    return (
                      <div key={id}>
                        <Checkbox
                          label={name}
                          value={isShared || isChosen}
                          disabled={isShared || (isFull && !isChosen)}
                          onChange={(ticked) => onChoose({ name: name.slice(0, 120), link }, ticked)}
                        />
                        <Quiet>{isShared ? 'Shared already' : `Changed on ${britishMoment(changedAt)}`}</Quiet>
                      </div>
                    );
                  })}
                </Column>
              )}
            </More>
          </Column>
        )
      }
    </WaitingFor>
  );
}
