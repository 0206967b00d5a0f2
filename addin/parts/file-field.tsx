import { type ChangeEvent, useRef } from 'react';
import { Button } from './button';
import { Field, type FieldProps } from './field';
import { Row } from './layout';
import { css } from './style';
import { Quiet } from './text';

/** The browser's own control looks different everywhere and speaks its own language: it is there, but not drawn. */
const hidden = css({
  position: 'absolute',
  width: 1,
  height: 1,
  padding: 0,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  border: 0,
});

interface FileFieldProps extends FieldProps {
  /** Endings and types, e.g. ".csv,text/csv". */
  readonly accept: string;
  readonly fileName: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** One file from this computer. Choosing the same file again counts as a choice: it may have been mended meanwhile. */
export function FileField(props: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file !== undefined) props.onChoose(file);
    event.target.value = '';
  };
  const verb = props.fileName === undefined ? 'Choose a file' : 'Choose another file';
  return (
    <Field {...props}>
      {(ids) => (
        <Row>
          <input
            {...ids}
            ref={input}
            type="file"
            accept={props.accept}
            className={hidden}
            tabIndex={-1}
            onChange={choose}
          />
          <Button icon="upload" label={`${verb}: ${props.label}`} onClick={() => input.current?.click()}>
            {verb}
          </Button>
          <Quiet>{props.fileName ?? 'No file chosen'}</Quiet>
        </Row>
      )}
    </Field>
  );
}
