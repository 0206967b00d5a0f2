import type { ReactNode } from 'react';
import type { Field } from '../../../shared/field';
import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { FieldGroup, type FieldProps } from '../../parts/field';
import { Column, Row } from '../../parts/layout';
import { type Typed, toTyped } from '../form-values';

interface EntriesProps extends FieldProps {
  readonly field: Field;
  readonly value: readonly Typed[];
  readonly onChange: (value: readonly Typed[]) => void;
  readonly drawEntry: (entry: Typed, index: number, change: (name: string, value: unknown) => void) => ReactNode;
}

/** Repeated groups of fields. */
export function EntriesControl({ field, value, onChange, drawEntry, ...props }: EntriesProps) {
  const fields = field.entry ?? {};
  return (
    <FieldGroup {...props}>
      <Column>
        {value.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          <Card key={index} title={`${props.label} ${index + 1}`}>
            {drawEntry(entry, index, (inner, typed) =>
              onChange(value.map((one, at) => (at === index ? { ...one, [inner]: typed } : one))),
            )}
            <Row>
              <QuietButton
                icon="remove"
                label={`Remove ${props.label} ${index + 1}`}
                onClick={() => onChange(value.filter((_one, at) => at !== index))}
              >
                Remove
              </QuietButton>
            </Row>
          </Card>
        ))}
        <Row>
          <QuietButton
            icon="add"
            label={`Add to ${props.label}`}
            disabled={value.length >= (field.max ?? 30)}
            onClick={() => onChange([...value, toTyped(fields, {})])}
          >
            Add
          </QuietButton>
        </Row>
      </Column>
    </FieldGroup>
  );
}
