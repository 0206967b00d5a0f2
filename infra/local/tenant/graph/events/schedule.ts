import type { Store } from '../../store';
import { metadata, ok, Refusal } from '../answer';
import { findUser } from '../people/users-table';
import { type Handle, objectBody } from '../request';
import { bodyOf, type EventRow } from './event';
import { zoneOf } from './event-body';
import { mailboxOf } from './mailbox';
import { fromInstant, toInstant } from './time-zones';

const minute = 60_000;
const mostSchedules = 20;
const mostDays = 62;
const mostEntries = 1000;

const digits: Readonly<Record<string, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};
/** Which of two overlapping entries is shown. */
const weight: readonly string[] = ['free', 'workingElsewhere', 'tentative', 'busy', 'oof'];

interface Asked {
  readonly schedules: readonly string[];
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
}

const refusal = (code: string, message: string): Refusal => new Refusal(400, code, message);

/** The contract spells the parameters with capitals, everybody else without: the service minds neither. */
function read(body: Record<string, unknown>): Asked {
  const given = Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  const schedules = given['schedules'];
  if (!Array.isArray(schedules) || schedules.length === 0 || !schedules.every((one) => typeof one === 'string'))
    throw refusal('ErrorInvalidParameter', 'Schedules must name at least one address.');
  if (schedules.length > mostSchedules)
    throw refusal(
      'ErrorInvalidParameter',
      `The number of schedules is more than the ${mostSchedules} that one call can ask for.`,
    );
  const [from, until] = [toInstant(given['starttime']), toInstant(given['endtime'])];
  if (until <= from) throw refusal('ErrorInvalidTimeInterval', 'The end time must be after the start time.');
  if (until - from >= mostDays * 24 * 60 * minute)
    throw refusal('ErrorTimeIntervalTooBig', `The time window must be less than ${mostDays} days.`);
  const minutes = given['availabilityviewinterval'];
  if (minutes === null)
    throw new Refusal(500, 'generalException', 'Value cannot be null. Parameter name: AvailabilityViewInterval');
  const interval = minutes ?? 30;
  if (typeof interval !== 'number' || interval < 5 || interval > 1440 || interval * minute > until - from)
    throw refusal(
      'ErrorInvalidTimeInterval',
      'The availability view interval must be from 5 to 1440 minutes and not longer than the time window.',
    );
  return { schedules: schedules as string[], from, until, minutes: interval };
}

function view(rows: readonly EventRow[], { from, until, minutes }: Asked): string {
  let text = '';
  for (let start = from; start < until; start += minutes * minute) {
    const end = Math.min(start + minutes * minute, until);
    const shown = rows
      .filter((row) => row.starts < end && row.ends > start)
      .map((row) => weight.indexOf(String(bodyOf(row).plain['showAs'])));
    text += digits[weight[Math.max(0, ...shown)] ?? 'free'];
  }
  return text;
}

function entry(row: EventRow, zone: string): Record<string, unknown> {
  const { plain, subject, location } = bodyOf(row);
  const isPrivate = plain['sensitivity'] === 'private';
  return {
    isPrivate,
    status: plain['showAs'],
    ...(isPrivate ? {} : { subject, location: location['displayName'] }),
    start: fromInstant(row.starts, zone),
    end: fromInstant(row.ends, zone),
  };
}

const workingHours = {
  daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  startTime: '08:00:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'GMT Standard Time' },
};

function failed(scheduleId: string, responseCode: string, message: string): Record<string, unknown> {
  return { scheduleId, availabilityView: '', error: { message, responseCode }, scheduleItems: [] };
}

function scheduleOf(store: Store, address: string, asked: Asked, zone: string): Record<string, unknown> {
  const user = address.includes('@') ? findUser(store, address) : undefined;
  if (!user || user.mailbox === 0)
    return failed(
      address,
      'ErrorMailRecipientNotFound',
      `Unable to resolve e-mail address ${address} to an Active Directory object.`,
    );
  const rows = store.all<EventRow>(
    'select * from event where mailbox = ? and starts < ? and ends > ? order by starts',
    user.id,
    asked.until,
    asked.from,
  );
  if (rows.length > mostEntries)
    return failed(address, '5006', 'The result set contains too many calendar entries. The allowed size is 1000.');
  return {
    scheduleId: address,
    availabilityView: view(rows, asked),
    scheduleItems: rows.map((row) => entry(row, zone)),
    workingHours,
  };
}

export const getSchedule: Handle = (request, tenant) => {
  request.query.only();
  mailboxOf(request, tenant);
  const asked = read(objectBody(request));
  const zone = zoneOf(request.headers);
  const value = asked.schedules.map((address) => scheduleOf(tenant.store, address, asked, zone));
  return ok({ '@odata.context': metadata('Collection(microsoft.graph.scheduleInformation)'), value });
};
