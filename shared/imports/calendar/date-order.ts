import { readDate } from '../calendar-date';
import type { CalendarQuestion } from './entry';

export type DateOrder = 'day/month' | 'month/day';

/** Dates of a file with the line on which each stands. */
export interface WrittenDate {
  readonly line: number;
  readonly text: string;
}

/**
 * In which order a file writes its dates. A day beyond the 12th tells; where none does, or the order would be American,
 * somebody is asked: 03/04/2027 could be either, and nobody guesses.
 */
export function orderOfDates(dates: readonly WrittenDate[], answer: string | undefined): DateOrder | CalendarQuestion {
  if (answer === 'day/month' || answer === 'month/day') return answer;
  const numbers = dates.flatMap(({ line, text }) => {
    const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(text) ?? [];
    return first === undefined || second === undefined
      ? []
      : [{ line, text, first: Number(first), second: Number(second) }];
  });
  const american = numbers.find(({ first, second }) => first <= 12 && second > 12);
  const either = numbers.find(({ first, second }) => first <= 12 && second <= 12 && first !== second);
  if (american !== undefined)
    return askForOrder(
      `Line ${american.line} has the date ${american.text}, which is a date in American order only (month/day/year). Are all dates of this file in that order?`,
    );
  if (either === undefined || numbers.some(({ first }) => first > 12)) return 'day/month';
  return askForOrder(
    `Line ${either.line} has the date ${either.text}, and no date in this file shows whether the day or the month comes first. Which is it?`,
  );
}

function askForOrder(sentence: string): CalendarQuestion {
  return {
    about: 'order',
    sentence,
    choices: [
      { key: 'day/month', text: 'Day first, as in Britain (23/11/2026)' },
      { key: 'month/day', text: 'Month first, as in America (11/23/2026)' },
    ],
  };
}

/** A date as the file writes it. */
export function readInOrder(text: string, order: DateOrder): string | undefined {
  return readDate(order === 'day/month' ? text : text.replace(/^(\d{1,2})([/.-])(\d{1,2})\2(?=\d{4}$)/, '$3$2$1$2'));
}
