import { ok, type Result } from '../../result';
import { inLondonFrom, isTimeZone } from '../../time/london';
import type { CalendarAnswers, CalendarQuestion } from './entry';

const london = 'Europe/London';
/** As Outlook writes what the IANA calls otherwise. */
const outlookNames: Readonly<Record<string, string>> = {
  'GMT Standard Time': london,
  UTC: 'UTC',
  Z: 'UTC',
  'Greenwich Standard Time': 'UTC',
};

/** The time zone that a calendar file means by a name; `undefined` where somebody has to say it. */
export function zoneNamed(name: string, answers: CalendarAnswers): string | undefined {
  const plain = name.replaceAll('"', '').trim();
  const answer = answers[aboutZone(plain)];
  if (answer === london || answer === 'UTC') return answer;
  const known = outlookNames[plain];
  if (known !== undefined) return known;
  // Some programs write a path before the name, such as /citadel.org/20210210_1/Europe/London.
  const end = plain.split('/').slice(-2).join('/');
  return [plain, end].find((one) => one !== '' && isTimeZone(one));
}

export function askForZone(name: string): CalendarQuestion {
  const plain = name.replaceAll('"', '').trim();
  return {
    about: aboutZone(plain),
    sentence: `The file gives times in the time zone "${plain}", which is not known. Which time do they mean?`,
    choices: [
      { key: london, text: 'The time in London' },
      { key: 'UTC', text: 'UTC: an hour behind London in summer' },
    ],
  };
}

function aboutZone(name: string): string {
  return `zone ${name}`;
}

/** The London date of a moment; refused where the clocks make it doubtful. */
export function londonDateOf(date: string, time: string, zone: string): Result<string> {
  const there = inLondonFrom(date, time, zone);
  if (there === undefined) throw new RangeError(`Not a time zone: ${zone}`);
  return there.ok ? ok(there.value.date) : there;
}
