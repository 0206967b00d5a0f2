/** Days and times as people in London read them. */
const zone = 'Europe/London';
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const longFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const dayMilliseconds = 86_400_000;

/** `yyyy-mm-dd` */
export function dayOf(moment: string | Date): string {
  return dayFormat.format(new Date(moment));
}

/** `HH:MM` */
export function timeOf(moment: string): string {
  return timeFormat.format(new Date(moment));
}

export function minutesOf(moment: string): number {
  const [hours = 0, minutes = 0] = timeOf(moment).split(':').map(Number);
  return hours * 60 + minutes;
}

/** As it is written here, without the comma of Intl: Monday 23 November 2026. */
export function longDay(moment: string): string {
  return longFormat.format(new Date(moment)).replace(',', '');
}

export function shortDay(day: string): string {
  return shortFormat.format(new Date(`${day}T12:00:00Z`));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Monday to Friday of the week; at a weekend, of the coming one. */
export function weekOf(day: string): readonly string[] {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(day, weekday > 4 ? 7 - weekday : -weekday);
  return [0, 1, 2, 3, 4].map((days) => addDays(monday, days));
}
