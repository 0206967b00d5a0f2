import { QuietButton } from '../../parts/button';
import { FieldGroup, type FieldProps } from '../../parts/field';
import { Column, Row } from '../../parts/layout';
import { TextArea } from '../../parts/text-field';
import { useGrowingList } from '../../parts/use-growing-list';

interface LinesProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** What one line is: "Strength". */
  readonly one: string;
  readonly most: number;
  readonly problemOf?: (index: number) => string | undefined;
  /** What a line is known by, where lines may come in from elsewhere; else its place. */
  readonly keyOf?: (index: number) => string | number;
  readonly helpOf?: (text: string) => string | undefined;
}

/** Short texts, one below the other; each can be removed. */
export function LinesControl({ value, onChange, one, most, problemOf, keyOf, helpOf, ...field }: LinesProps) {
  const { place, focusAdded, focusAfterRemoval } = useGrowingList();
  const change = (index: number, text: string) => onChange(value.map((line, at) => (at === index ? text : line)));
  return (
    <FieldGroup {...field}>
      <Column gap="close">
        <Column gap="close" place={place}>
          {value.map((text, index) => (
            <div key={keyOf?.(index) ?? index}>
              <TextArea
                label={`${one} ${index + 1}`}
                rows={1}
                value={text}
                help={helpOf?.(text)}
                problem={problemOf?.(index)}
                onChange={(typed) => change(index, typed)}
                onLeave={field.onLeave}
              />
              {value.length > 1 ? (
                <QuietButton
                  icon="remove"
                  label={`Remove ${one.toLowerCase()} ${index + 1}`}
                  onClick={() => {
                    onChange(value.filter((_line, at) => at !== index));
                    focusAfterRemoval();
                  }}
                >
                  Remove
                </QuietButton>
              ) : null}
            </div>
          ))}
        </Column>
        <Row>
          <QuietButton
            icon="add"
            disabled={value.length >= most}
            onClick={() => {
              onChange([...value, '']);
              focusAdded();
            }}
          >
            {`Add ${/^[aeio]/i.test(one) ? 'an' : 'a'} ${one.toLowerCase()}`}
          </QuietButton>
        </Row>
      </Column>
    </FieldGroup>
  );
}
