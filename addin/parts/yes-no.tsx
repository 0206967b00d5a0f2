import { useId } from 'react';
import { FieldGroup, type FieldProps } from './field';
import { Row } from './layout';
import { colour, cssSet } from './style';

const drawn = cssSet({
  option: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 32,
    padding: '4px 12px',
    border: `1px solid ${colour.fieldLine}`,
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 20,
    cursor: 'pointer',
    selectors: {
      '& input': { margin: 0, width: 16, height: 16, accentColor: colour.accent },
      ':focus-within': { outline: `2px solid ${colour.accent}`, outlineOffset: '1px' },
      ':hover': { background: colour.hover },
    },
  },
});

interface RadioProps<K extends string> extends FieldProps {
  readonly value: K | undefined;
  readonly options: readonly { readonly key: K; readonly text: string }[];
  readonly onChange: (key: K) => void;
}

/** One of two or three, all of them in sight. */
export function Radio<K extends string>({ value, options, onChange, ...field }: RadioProps<K>) {
  const name = useId();
  return (
    <FieldGroup {...field}>
      <Row>
        {options.map(({ key, text }) => (
          <label key={key} className={drawn.option}>
            <input
              type="radio"
              name={name}
              checked={value === key}
              disabled={field.disabled ?? false}
              {...(field.problem === undefined ? {} : { 'aria-invalid': true })}
              onChange={() => onChange(key)}
              onBlur={() => field.onLeave?.()}
            />
            {text}
          </label>
        ))}
      </Row>
    </FieldGroup>
  );
}

interface YesNoProps extends FieldProps {
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

/** A question that must be answered: neither is chosen beforehand. */
export function YesNo({ value, onChange, ...field }: YesNoProps) {
  const options = [
    { key: 'yes', text: 'Yes' },
    { key: 'no', text: 'No' },
  ] as const;
  const chosen = value === undefined ? undefined : value ? 'yes' : 'no';
  return <Radio {...field} options={options} value={chosen} onChange={(key) => onChange(key === 'yes')} />;
}
