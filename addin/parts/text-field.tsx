import { useLayoutEffect, useRef } from 'react';
import { Field, type FieldProps } from './field';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Most characters. Nothing is cut off while somebody types or pastes: it says how many are too many. */
  readonly most?: number | undefined;
}

function problemOf({ problem, most, value }: TextProps): string | undefined {
  if (problem !== undefined || most === undefined || value.length <= most) return problem;
  return `Keep this within ${most} characters: ${value.length - most} too many.`;
}

/**
 * What dictation of the phone, of Windows and of Dragon asks of a field: a plain one, in a language that is said, with
 * spelling, and with no handler of keys, since dictated words arrive whole and are corrected backwards.
 */
const spoken = { lang: 'en-GB', spellCheck: true, autoCapitalize: 'sentences' } as const;

/** One line of text. */
export function TextField(props: TextProps) {
  return (
    <Field {...props} problem={problemOf(props)}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autoComplete="off"
          {...spoken}
          value={props.value}
          placeholder={props.placeholder}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={() => props.onLeave?.()}
        />
      )}
    </Field>
  );
}

/** One line of text that may be long: it wraps, so that all of it can be read, and holds no line ends. */
export function LongTextField(props: TextProps) {
  return <TextArea {...props} rows={1} onChange={(text) => props.onChange(text.replaceAll(/\s*[\r\n]+\s*/g, ' '))} />;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ rows = 3, ...props }: TextProps & { readonly rows?: number }) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const box = area.current;
    if (box === null) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [props.value]);
  return (
    <Field {...props} problem={problemOf(props)}>
      {(ids) => (
        <textarea
          {...ids}
          ref={area}
          {...spoken}
          rows={rows}
          style={{ resize: 'none', overflow: 'hidden', display: 'block' }}
          value={props.value}
          placeholder={props.placeholder}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={() => props.onLeave?.()}
        />
      )}
    </Field>
  );
}
