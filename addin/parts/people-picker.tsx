import { useState } from 'react';
import { QuietButton } from './button';
import { Field, type FieldProps } from './field';
import { Column, Row } from './layout';
import { Combo, type PersonChosen, type PersonOption } from './people-combo';
import { Text } from './text';

interface PersonPickerProps extends FieldProps {
  readonly people: readonly PersonOption[];
  readonly value: PersonChosen | undefined;
  readonly onChange: (person: PersonChosen | undefined) => void;
}

/** One person of the trust, found by name, post or academy. */
export function PersonPicker({ people, value, onChange, ...field }: PersonPickerProps) {
  const [typing, setTyping] = useState<string>();
  return (
    <Field {...field}>
      {(ids) => (
        <Combo
          ids={ids}
          people={people}
          typed={typing ?? value?.name ?? ''}
          disabled={field.disabled ?? false}
          onTyped={(typed) => {
            setTyping(typed);
            if (typed === '') onChange(undefined);
          }}
          onPick={(person) => {
            setTyping(undefined);
            onChange(person);
          }}
          onLeave={() => {
            setTyping(undefined);
            field.onLeave?.();
          }}
        />
      )}
    </Field>
  );
}

interface PeoplePickerProps extends FieldProps {
  readonly people: readonly PersonOption[];
  readonly value: readonly PersonChosen[];
  readonly onChange: (people: readonly PersonChosen[]) => void;
}

/** Several people of the trust. */
export function PeoplePicker({ people, value, onChange, ...field }: PeoplePickerProps) {
  const [typed, setTyped] = useState('');
  const others = people.filter(({ id }) => !value.some((one) => one.id === id));
  return (
    <Column gap="close">
      <Field {...field}>
        {(ids) => (
          <Combo
            ids={ids}
            people={others}
            typed={typed}
            disabled={field.disabled ?? false}
            onTyped={setTyped}
            onPick={(person) => {
              setTyped('');
              onChange([...value, person]);
            }}
            onLeave={() => {
              setTyped('');
              field.onLeave?.();
            }}
          />
        )}
      </Field>
      {value.map((person) => (
        <Row key={person.id} apart>
          <Text>{person.name}</Text>
          <QuietButton
            label={`Remove ${person.name}`}
            onClick={() => onChange(value.filter(({ id }) => id !== person.id))}
          >
            Remove
          </QuietButton>
        </Row>
      ))}
    </Column>
  );
}
