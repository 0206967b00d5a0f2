import { Checkbox as FluentCheckbox } from '@fluentui/react';
import type { Option } from './choice';
import { FieldGroup, type FieldProps } from './field';
import { Column } from './layout';

interface CheckboxProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

/** One thing to tick. */
export function Checkbox({ label, value, onChange, disabled }: CheckboxProps) {
  return (
    <FluentCheckbox
      label={label}
      checked={value}
      disabled={disabled ?? false}
      onChange={(_event, checked) => onChange(checked ?? false)}
      styles={{ root: { minHeight: 28, paddingTop: 4 }, text: { color: 'var(--text)' } }}
    />
  );
}

interface CheckboxesProps extends FieldProps {
  readonly value: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (keys: readonly string[]) => void;
}

/** Several of several. */
export function Checkboxes({ value, options, onChange, ...field }: CheckboxesProps) {
  return (
    <FieldGroup {...field}>
      <Column gap="close">
        {options.map(({ key, text }) => (
          <Checkbox
            key={key}
            label={text}
            value={value.includes(key)}
            onChange={(ticked) => onChange(ticked ? [...value, key] : value.filter((one) => one !== key))}
          />
        ))}
      </Column>
    </FieldGroup>
  );
}
