import { useEffect, useState } from 'react';
import { britishDay } from '../../shared/time/british-date';
import { weekdayOf } from '../../shared/time/calendar-date';
import { readDate, readTime, writeDate } from './british-input';
import type { FieldProps } from './field';
import { TextField } from './text-field';

interface TypedProps extends FieldProps {
  /** `yyyy-mm-dd` or `HH:MM`; what was typed, as long as it is neither. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Keeps what is typed as it is typed, and follows the value when it is changed from outside. */
function useTyped(value: string, read: (typed: string) => string | undefined, write: (value: string) => string) {
  const [typed, setTyped] = useState(() => write(value));
  const asRead = read(typed) ?? typed;
  useEffect(() => {
    if (value !== asRead) setTyped(write(value));
  }, [value, asRead, write]);
  return [typed, setTyped] as const;
}

/** Nobody is at school at a weekend: worth a word wherever a day is typed. */
function spoken(date: string): string {
  const weekday = weekdayOf(date);
  return weekday === 'Saturday' || weekday === 'Sunday' ? `${britishDay(date)}: a weekend` : britishDay(date);
}

/** A day, typed in British order, e.g. 23/11/2026, and said back in words. */
export function DateField({ help, ...props }: TypedProps) {
  const [typed, setTyped] = useTyped(props.value, readDate, writeDate);
  const date = readDate(typed);
  return (
    <TextField
      {...props}
      help={date === undefined ? (help ?? 'Day, month, year: 23/11/2026') : spoken(date)}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        props.onChange(readDate(text) ?? text);
      }}
      onLeave={() => {
        if (date !== undefined) setTyped(writeDate(date));
        props.onLeave?.();
      }}
    />
  );
}

const asItIs = (value: string) => value;

/** A time of day, e.g. 15:45, 3.45pm or 9. */
export function TimeField({ help, ...props }: TypedProps) {
  const [typed, setTyped] = useTyped(props.value, readTime, asItIs);
  return (
    <TextField
      {...props}
      help={help ?? 'For example 15:45'}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        props.onChange(readTime(text) ?? text);
      }}
      onLeave={() => {
        setTyped(readTime(typed) ?? typed);
        props.onLeave?.();
      }}
    />
  );
}
