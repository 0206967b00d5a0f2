import { useState } from 'react';
import { Button, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Column, Row } from '../../parts/layout';
import { Heading } from '../../parts/text';
import { TextField } from '../../parts/text-field';
import { ChooseFiles } from './choose-files';
import type { FormProps } from './notes-form';
import { changed, emptyFile, type Notes } from './notes-state';

const mostFiles = 20;

/** Files that everybody finds in the mail: chosen in the trust's library, or by their link. */
export function SharedFiles({ meeting, notes, problems, onChange, onLeave }: FormProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { files } = notes;
  const set = (next: Notes['files']): void => onChange({ ...notes, files: next });
  return (
    <Column>
      <Heading>Shared files</Heading>
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files have no identity but their place
        <Card key={at} title={`File ${at + 1}`}>
          <TextField
            label={`Name of file ${at + 1}`}
            most={120}
            value={file.name}
            problem={problems[`files.${at}.name`]}
            onChange={(name) => set(changed(files, at, { ...file, name }))}
            onLeave={onLeave}
          />
          <TextField
            label={`Link to file ${at + 1}`}
            help="From the trust's library: Share, Copy link."
            most={500}
            value={file.link}
            problem={problems[`files.${at}.link`]}
            onChange={(link) => set(changed(files, at, { ...file, link }))}
            onLeave={onLeave}
          />
          <Row>
            <QuietButton
              icon="remove"
              label={`Remove file ${at + 1}`}
              onClick={() => set(files.filter((_one, index) => index !== at))}
            >
              Remove
            </QuietButton>
          </Row>
        </Card>
      ))}
      {isChoosing ? (
        <ChooseFiles
          meeting={meeting}
          shared={files.map(({ link }) => link)}
          most={mostFiles - files.length}
          onChosen={(chosen) => {
            set([...files.filter(({ name, link }) => name !== '' || link !== ''), ...chosen]);
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      ) : (
        <Row>
          <Button disabled={files.length >= mostFiles} onClick={() => setIsChoosing(true)}>
            Choose from the library
          </Button>
          <QuietButton icon="add" disabled={files.length >= mostFiles} onClick={() => set([...files, emptyFile])}>
            Add a link
          </QuietButton>
        </Row>
      )}
    </Column>
  );
}
