import { Label } from '@fluentui/react';
import { type ReactNode, useId } from 'react';
import { colour, cssSet, focusRing } from './style';

export const fieldStyles = cssSet({
  input: [
    {
      width: '100%',
      minHeight: 32,
      padding: '5px 8px',
      border: `1px solid ${colour.fieldLine}`,
      borderRadius: 4,
      background: colour.field,
      color: colour.text,
      font: 'inherit',
      fontSize: 14,
      lineHeight: 20,
      selectors: {
        '::placeholder': { color: colour.quiet, opacity: 1 },
        ':disabled': { color: colour.quiet, background: colour.hover },
      },
    },
    focusRing,
  ],
  wrong: { borderColor: colour.danger },
});

const drawn = cssSet({
  whole: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  help: { margin: '4px 0 0', fontSize: 12, lineHeight: 16, color: colour.quiet },
  problem: { margin: '4px 0 0', fontSize: 12, lineHeight: 16, color: colour.danger },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: '5px 0', fontSize: 14, lineHeight: 20, fontWeight: 600, color: colour.text },
  optional: { fontWeight: 400, color: colour.quiet },
});

/** What every field of a form is told. `problem` is the sentence of why it is refused and what to do. */
export interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onLeave?: (() => void) | undefined;
}

/** What the input inside must carry. */
export interface InputIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly className: string;
}

function Below({
  id,
  help,
  problem,
}: {
  readonly id: string;
  readonly help: string | undefined;
  readonly problem: string | undefined;
}) {
  return (
    <>
      {help === undefined ? null : (
        <p id={`${id}-help`} className={drawn.help}>
          {help}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className={drawn.problem}>
          {problem}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, { help, problem }: FieldProps): string | undefined {
  const parts = [...(problem === undefined ? [] : [`${id}-problem`]), ...(help === undefined ? [] : [`${id}-help`])];
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Label, help and problem around one input. */
export function Field({ children, ...props }: FieldProps & { readonly children: (ids: InputIds) => ReactNode }) {
  const id = useId();
  const described = describedBy(id, props);
  return (
    <div className={drawn.whole}>
      <Label htmlFor={id}>
        {props.label}
        {props.optional ? <span className={drawn.optional}> (optional)</span> : null}
      </Label>
      {children({
        id,
        className: props.problem === undefined ? fieldStyles.input : `${fieldStyles.input} ${fieldStyles.wrong}`,
        ...(described === undefined ? {} : { 'aria-describedby': described }),
        ...(props.problem === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      <Below id={id} help={props.help} problem={props.problem} />
    </div>
  );
}

/** Legend, help and problem around several inputs that answer one question. */
export function FieldGroup({ children, ...props }: FieldProps & { readonly children: ReactNode }) {
  const id = useId();
  const described = describedBy(id, props);
  return (
    <fieldset className={drawn.group} {...(described === undefined ? {} : { 'aria-describedby': described })}>
      <legend className={drawn.legend}>
        {props.label}
        {props.optional ? <span className={drawn.optional}> (optional)</span> : null}
      </legend>
      {children}
      <Below id={id} help={props.help} problem={props.problem} />
    </fieldset>
  );
}
