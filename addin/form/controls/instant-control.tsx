import { useState } from 'react';
import { inLondon } from '../../../shared/time/british-date';
import { londonInstant } from '../../../shared/time/london-instant';
import { DateField, TimeField } from '../../parts/date-field';
import { FieldGroup, type FieldProps } from '../../parts/field';

interface InstantProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A moment, typed as date and time of day in London. */
export function InstantControl({ value, onChange, ...field }: InstantProps) {
  const told = /Z$/.test(value) ? inLondon(value) : { date: '', time: '' };
  const [typed, setTyped] = useState(told);
  const change = (next: typeof typed) => {
    setTyped(next);
    const nothing = next.date === '' && next.time === '';
    onChange(nothing ? '' : (londonInstant(next.date, next.time) ?? 'unfinished'));
  };
  return (
    <FieldGroup {...field}>
      <DateField label="Day" value={typed.date} onChange={(date) => change({ ...typed, date })} />
      <TimeField label="Time" value={typed.time} onChange={(time) => change({ ...typed, time })} />
    </FieldGroup>
  );
}
