import { useState } from 'react';
import type { EventDetails, EventSummary, Person } from '../../shapes';
import { type Asked, useAsk } from '../ask';
import { addDays, dayOf, shortDay, weekOf } from '../london';
import { goTo, type Place } from '../place';
import type { Shade } from '../shell/top-bar';
import { EventView } from './event-view';
import { itemOfEvent } from './open-item';
import { OutlookPane } from './outlook-pane';
import { Week } from './week';

interface Props {
  readonly place: Extract<Place, { readonly at: 'calendar' }>;
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
}

/** The week of one person; one of its events when it is opened, with the panel beside it. */
export function Calendar({ place, person, panelOrigin, shade }: Props) {
  const [turn, setTurn] = useState(0);
  const [pane, setPane] = useState(false);
  const days = weekOf(place.date);
  const from = `${addDays(days[0] ?? place.date, -1)}T00:00:00Z`;
  const until = `${addDays(days.at(-1) ?? place.date, 2)}T00:00:00Z`;
  const events = useAsk<readonly EventSummary[]>(`/api/people/${person.id}/calendar?from=${from}&until=${until}`, turn);
  const open = useOpenEvent(person, place.event, turn);
  const opened = open?.is === 'here' ? open.value : undefined;
  const goToEvent = (event?: string) =>
    goTo({ at: 'calendar', person: person.id, date: place.date, ...(event ? { event } : {}) });

  return (
    <div className="application">
      <main className="surface" aria-label="Calendar">
        {open === undefined ? (
          <WeekBar place={place} days={days} onRefresh={() => setTurn(turn + 1)} />
        ) : (
          <EventFrame open={open}>
            {(event) => (
              <EventView
                event={event}
                person={person}
                neighbours={neighboursOf(events, days, event.id)}
                paneIsOpen={pane}
                onPane={() => setPane(!pane)}
                onOpen={goToEvent}
                onChanged={() => setTurn(turn + 1)}
              />
            )}
          </EventFrame>
        )}
        {open === undefined && <Days events={events} days={days} onOpen={goToEvent} />}
      </main>
      {pane && opened !== undefined && (
        <OutlookPane
          key={person.id}
          person={person}
          panelOrigin={panelOrigin}
          shade={shade}
          item={itemOfEvent(opened)}
          body={opened.body}
          onClose={() => setPane(false)}
        />
      )}
    </div>
  );
}

function useOpenEvent(person: Person, event: string | undefined, turn: number): Asked<EventDetails> | undefined {
  const asked = useAsk<EventDetails>(
    event === undefined ? '/api/start' : `/api/people/${person.id}/events/${encodeURIComponent(event)}`,
    turn,
  );
  return event === undefined ? undefined : asked;
}

function neighboursOf(events: Asked<readonly EventSummary[]>, days: readonly string[], id: string) {
  if (events.is !== 'here') return { before: undefined, after: undefined };
  const ids = events.value.filter(({ start }) => days.includes(dayOf(start))).map((event) => event.id);
  const index = ids.indexOf(id);
  return { before: index > 0 ? ids[index - 1] : undefined, after: index < 0 ? undefined : ids[index + 1] };
}

function EventFrame(props: {
  readonly open: Asked<EventDetails>;
  readonly children: (event: EventDetails) => React.ReactNode;
}) {
  if (props.open.is === 'waiting') return <p className="wait">Opening …</p>;
  if (props.open.is === 'failed')
    return (
      <p role="alert" className="wait">
        {props.open.sentence}
      </p>
    );
  return props.children(props.open.value);
}

function WeekBar(props: {
  readonly place: Props['place'];
  readonly days: readonly string[];
  readonly onRefresh: () => void;
}) {
  const { place, days, onRefresh } = props;
  const [first = place.date] = days;
  const move = (date: string) => goTo({ ...place, date });
  return (
    <div className="bar">
      <button type="button" onClick={() => move(dayOf(new Date()))}>
        Today
      </button>
      <button type="button" aria-label="Earlier week" onClick={() => move(addDays(first, -7))}>
        ‹
      </button>
      <button type="button" aria-label="Later week" onClick={() => move(addDays(first, 7))}>
        ›
      </button>
      <h1>
        {shortDay(first)} to {shortDay(days.at(-1) ?? first)}
      </h1>
      <span className="spring" />
      <label className="go-to">
        Go to
        <input type="date" value={place.date} onChange={({ target }) => target.value && move(target.value)} />
      </label>
      <button type="button" onClick={onRefresh}>
        Refresh
      </button>
    </div>
  );
}

function Days(props: {
  readonly events: Asked<readonly EventSummary[]>;
  readonly days: readonly string[];
  readonly onOpen: (id: string) => void;
}) {
  if (props.events.is === 'waiting') return <p className="wait">Reading the calendar …</p>;
  if (props.events.is === 'failed')
    return (
      <p role="alert" className="wait">
        {props.events.sentence}
      </p>
    );
  return <Week events={props.events.value} days={props.days} onOpen={props.onOpen} />;
}
