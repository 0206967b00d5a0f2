import { Refusal } from '../answer';

/** Windows names of time zones, as far as a British trust and its tests meet them. */
const windows: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'tzone://Microsoft/Utc': 'UTC',
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string): Intl.DateTimeFormat {
  const known = formatters.get(name);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-GB', {
      timeZone: windows[name] ?? name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(name, made);
    return made;
  } catch {
    throw new Refusal(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    );
  }
}

/** Milliseconds since 1970 of the clock on the wall there, read as if it were UTC. */
function wall(instant: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

const invalidTime = (text: string): Refusal =>
  new Refusal(400, 'ErrorInvalidRequest', `The value '${text}' is not a valid date and time.`);

/**
 * The instant that a wall time names. In the hour that comes twice the first is meant; in the hour that is left out
 * the clock has already gone forward.
 */
export function toInstant(given: unknown): number {
  const { dateTime, timeZone = 'UTC' } = (given ?? {}) as { dateTime?: unknown; timeZone?: unknown };
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string') throw invalidTime(JSON.stringify(given));
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(dateTime);
  if (!match) throw invalidTime(dateTime);
  const [, day = '', time = '00:00', second = '00', offset] = match;
  const local = Date.parse(`${day}T${time}:${second}Z`);
  if (Number.isNaN(local)) throw invalidTime(dateTime);
  if (offset !== undefined) return Date.parse(`${day}T${time}:${second}${offset}`);
  const before = local - (wall(local - 86_400_000, timeZone) - (local - 86_400_000));
  if (wall(before, timeZone) === local) return before;
  const after = local - (wall(local + 86_400_000, timeZone) - (local + 86_400_000));
  return wall(after, timeZone) === local ? after : before;
}

export function fromInstant(instant: number, zone: string): DateTimeTimeZone {
  const text = new Date(wall(instant, zone)).toISOString().slice(0, 19);
  return { dateTime: `${text}.0000000`, timeZone: zone };
}

/** Checks a name; refuses one that is not known. */
export function knownZone(name: string): string {
  formatter(name);
  return name;
}

/** An ISO instant of a query; without offset it is UTC. */
export function instantOf(text: string | undefined, name: string): number {
  const at =
    text === undefined
      ? Number.NaN
      : Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(at))
    throw new Refusal(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime: ${name} is missing or not a date.`,
    );
  return at;
}
