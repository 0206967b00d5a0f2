import type { ActualEvent, Calendar, CalendarOutcome, CalendarStep } from '../../../functions/ports';

export interface HandCalendar extends Calendar {
  readonly events: ActualEvent[];
  /** Every step that Outlook took. */
  readonly took: CalendarStep[];
  /** No place in the changes is known any more. */
  forget(): void;
  /** What becomes of the next steps: taken, taken without an answer, or put off. After these all is well. */
  disturb(...kinds: readonly ('taken' | 'answer lost' | 'put off' | 'crash')[]): void;
}

export class Crash extends Error {}

/** One mailbox's calendar in memory, with the promises of the port. */
export function calendarByHand(): HandCalendar {
  let events: ActualEvent[] = [];
  const took: CalendarStep[] = [];
  let disturbances: ('taken' | 'answer lost' | 'put off' | 'crash')[] = [];
  let made = 0;

  const places = new Map<string, ReadonlyMap<string, ActualEvent>>();
  const place = (): string => {
    places.set(`place-${places.size + 1}`, new Map(structuredClone(events).map((event) => [event.id, event])));
    return `place-${places.size}`;
  };

  const write = (step: Exclude<CalendarStep, { readonly does: 'cancel' }>, id: string): void => {
    const { subject, date, from, until, place, invited } = step.event;
    const guests = invited.map((one) => ({ ...one, answer: 'none' as const }));
    const event = {
      id,
      stamp: step.stamp,
      digest: step.digest,
      subject,
      date,
      from,
      until,
      place,
      invited: guests,
      cancelled: false,
    };
    events = [...events.filter((one) => one.id !== id), event];
  };
  const take = (step: CalendarStep): string => {
    took.push(step);
    if (step.does === 'cancel') {
      events = events.filter(({ id }) => id !== step.id);
      return step.id;
    }
    if (step.does === 'change') {
      write(step, step.id);
      return step.id;
    }
    // A transaction id is taken once.
    const known = events.find(({ stamp }) => stamp === step.stamp);
    if (known !== undefined) return known.id;
    made += 1;
    write(step, `event-${made}`);
    return `event-${made}`;
  };
  const outcome = (step: CalendarStep): CalendarOutcome => {
    const { stamp } = step;
    switch (disturbances.shift()) {
      case 'put off':
        return { stamp, ok: 'later', retryAfterSeconds: 2 };
      case 'answer lost':
        take(step);
        return { stamp, ok: 'later', retryAfterSeconds: 1 };
      case 'crash':
        throw new Crash();
      default:
        return { stamp, ok: true, id: take(step) };
    }
  };
  return {
    get events() {
      return events;
    },
    set events(given) {
      events = given;
    },
    took,
    disturb(...kinds) {
      disturbances = [...kinds];
    },
    follow: async () => place(),
    async changesSince(_mailbox, link) {
      const before = places.get(link);
      if (before === undefined) return undefined;
      const now = new Map(events.map((event) => [event.id, event]));
      return {
        events: events.filter((event) => JSON.stringify(before.get(event.id)) !== JSON.stringify(event)),
        gone: [...before.keys()].filter((id) => !now.has(id)),
        link: place(),
      };
    },
    forget: () => places.clear(),
    subscribe: async (_mailbox, _listener, until) => ({ id: 'subscription-1', until: until.toISOString() }),
    renew: async (id, until) => ({ id, until: until.toISOString() }),
    eventsBetween: async (_mailbox, from, until) => events.filter(({ date }) => from <= date && date <= until),
    eventStamped: async (_mailbox, stamp) => events.find((event) => event.stamp === stamp),
    prepare: async (_mailbox, steps) => steps,
    apply: async (_mailbox, steps) => steps.map(outcome),
    busy: async () => ({ busy: [], withoutMailbox: [] }),
  };
}
