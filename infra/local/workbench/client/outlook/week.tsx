import type { EventSummary } from '../../shapes';
import { dayOf, minutesOf, shortDay, timeOf } from '../london';

const firstHour = 8;
const lastHour = 18;
const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);

interface Props {
  readonly events: readonly EventSummary[];
  readonly days: readonly string[];
  readonly onOpen: (id: string) => void;
}

/** Five days side by side, each event at its time. */
export function Week({ events, days, onOpen }: Props) {
  const today = dayOf(new Date());
  return (
    <div className="week">
      <div className="hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour}>{String(hour).padStart(2, '0')}:00</span>
        ))}
      </div>
      {days.map((day) => (
        <section key={day} className="day">
          <h2 className={day === today ? 'day-name today-name' : 'day-name'}>{shortDay(day)}</h2>
          <ol>
            {lanesOf(events.filter(({ start }) => dayOf(start) === day)).map(({ event, lane, lanes }) => (
              <li key={event.id} style={placeOf(event, lane, lanes)}>
                <EventButton event={event} onOpen={onOpen} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function EventButton({ event, onOpen }: { readonly event: EventSummary; readonly onOpen: (id: string) => void }) {
  const looks = [
    'event',
    event.cancelled ? 'cancelled' : '',
    event.response === 'none' && !event.organises ? 'asked' : '',
  ];
  return (
    <button type="button" className={looks.join(' ')} onClick={() => onOpen(event.id)}>
      <span className="event-time">
        {timeOf(event.start)}–{timeOf(event.end)}
      </span>
      <span className="event-subject">{event.subject}</span>
      {event.place !== '' && <span className="event-place">{event.place}</span>}
    </button>
  );
}

interface Laned {
  readonly event: EventSummary;
  readonly lane: number;
  readonly lanes: number;
}

/** Events at the same time stand side by side. */
export function lanesOf(events: readonly EventSummary[]): readonly Laned[] {
  const sorted = [...events].sort((one, other) => (one.start < other.start ? -1 : 1));
  const placed: { readonly event: EventSummary; readonly lane: number }[] = [];
  for (const event of sorted) {
    const taken = placed.filter((one) => overlap(one.event, event)).map(({ lane }) => lane);
    const lane = [0, 1, 2, 3, 4, 5].find((free) => !taken.includes(free)) ?? 0;
    placed.push({ event, lane });
  }
  return placed.map(({ event, lane }) => {
    const beside = placed.filter((one) => overlap(one.event, event)).map((one) => one.lane);
    return { event, lane, lanes: Math.max(lane, ...beside) + 1 };
  });
}

function overlap(one: EventSummary, other: EventSummary): boolean {
  return one.start < other.end && other.start < one.end;
}

function placeOf(event: EventSummary, lane: number, lanes: number): React.CSSProperties {
  const share = (minutes: number) => (minutes - firstHour * 60) / ((lastHour - firstHour) * 60);
  const top = Math.max(0, share(event.allDay ? 0 : minutesOf(event.start)));
  const bottom = Math.min(1, Math.max(top + 0.03, share(event.allDay ? 24 * 60 : minutesOf(event.end))));
  return {
    top: `${Math.min(0.97, top) * 100}%`,
    height: `${Math.max(0.03, bottom - top) * 100}%`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  };
}
