import { Field, type FieldProps } from './field';

export interface Option {
  readonly key: string;
  readonly text: string;
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (key: string) => void;
  /** What stands there before something is chosen. */
  readonly placeholder?: string;
}

/** One of several, in the system's own list: it works by touch, keyboard and screen reader, and in a narrow pane. */
export function Choice(props: ChoiceProps) {
  const { value, options, placeholder = 'Choose…' } = props;
  const known = value === '' || options.some(({ key }) => key === value);
  return (
    <Field {...props}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={() => props.onLeave?.()}
        >
          <option value="">{placeholder}</option>
          {options.map(({ key, text }) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
          {known ? null : <option value={value}>{value}</option>}
        </select>
      )}
    </Field>
  );
}

/** One of our academies. */
export function AcademyPicker({
  academies,
  ...props
}: Omit<ChoiceProps, 'options'> & { readonly academies: readonly { readonly urn: string; readonly name: string }[] }) {
  return (
    <Choice
      placeholder="Choose an academy…"
      {...props}
      options={academies.map(({ urn, name }) => ({ key: urn, text: name }))}
    />
  );
}
