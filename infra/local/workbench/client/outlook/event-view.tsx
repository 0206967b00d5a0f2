import { useState } from 'react';
import type { EventDetails, Person, Response } from '../../shapes';
import { ask } from '../ask';
import { longDay, timeOf } from '../london';
import { Body } from './body';

interface Props {
  readonly event: EventDetails;
  readonly person: Person;
  readonly neighbours: { readonly before: string | undefined; readonly after: string | undefined };
  readonly paneIsOpen: boolean;
  readonly onPane: () => void;
  /** Another event, or none: back to the week. */
  readonly onOpen: (id?: string) => void;
  readonly onChanged: () => void;
}

/** A meeting as Outlook shows it: who asks whom to be where and when, and what for. */
export function EventView({ event, person, neighbours, paneIsOpen, onPane, onOpen, onChanged }: Props) {
  return (
    <>
      <div className="bar">
        <button type="button" onClick={() => onOpen()}>
          ‹ Calendar
        </button>
        <button
          type="button"
          aria-label="Event before"
          disabled={!neighbours.before}
          onClick={() => onOpen(neighbours.before)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label="Next event"
          disabled={!neighbours.after}
          onClick={() => onOpen(neighbours.after)}
        >
          ↓
        </button>
        <span className="spring" />
        <AnswerButtons event={event} person={person} onChanged={onChanged} onGone={() => onOpen()} />
        <button type="button" className="add-in" aria-pressed={paneIsOpen} onClick={onPane}>
          Our Academies
        </button>
      </div>
      <article className="item">
        <h1>{event.subject}</h1>
        <dl>
          <dt>When</dt>
          <dd>
            {longDay(event.start)}, {timeOf(event.start)} to {timeOf(event.end)}
          </dd>
          {event.place !== '' && <dt>Where</dt>}
          {event.place !== '' && <dd>{event.place}</dd>}
          <dt>Organiser</dt>
          <dd>{event.organiser.name}</dd>
          {event.confidential && <dt>Privacy</dt>}
          {event.confidential && <dd>Private</dd>}
        </dl>
        <Body key={event.id} html={event.body} />
        <Attendees event={event} />
      </article>
    </>
  );
}

const words: Readonly<Record<Response, string>> = {
  none: 'no answer yet',
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
  organizer: 'organiser',
};

function Attendees({ event }: { readonly event: EventDetails }) {
  if (event.attendees.length === 0) return null;
  return (
    <section className="attendees">
      <h2 className="attendees-head">
        {event.attendees.length === 1 ? '1 attendee' : `${event.attendees.length} attendees`}
      </h2>
      <ul>
        {event.attendees.map(({ name, email, response, required }) => (
          <li key={email}>
            {name}
            <small>{required ? words[response] : `optional, ${words[response]}`}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const answers = [
  ['accept', 'Accept', 'accepted'],
  ['tentativelyAccept', 'Tentative', 'tentative'],
  ['decline', 'Decline', 'declined'],
] as const;

function AnswerButtons(props: {
  readonly event: EventDetails;
  readonly person: Person;
  readonly onChanged: () => void;
  readonly onGone: () => void;
}) {
  const { event, person, onChanged, onGone } = props;
  const [problem, setProblem] = useState<string>();
  const path = `/api/people/${person.id}/events/${encodeURIComponent(event.id)}`;
  const send = (request: Promise<unknown>, done: () => void) =>
    request.then(done, (error: Error) => setProblem(error.message));
  const answer = (word: (typeof answers)[number][0]) =>
    send(
      ask(`${path}/answer`, { method: 'POST', body: JSON.stringify({ answer: word }) }),
      word === 'decline'
        ? () => {
            onChanged();
            onGone();
          }
        : onChanged,
    );
  if (event.cancelled)
    return (
      <button
        type="button"
        onClick={() =>
          send(ask(path, { method: 'DELETE' }), () => {
            onChanged();
            onGone();
          })
        }
      >
        Remove from calendar
      </button>
    );
  if (event.organises || event.attendees.length === 0) return null;
  return (
    <>
      {problem !== undefined && <span role="alert">{problem}</span>}
      {answers.map(([word, label, response]) => (
        <button key={word} type="button" aria-pressed={event.response === response} onClick={() => answer(word)}>
          {label}
        </button>
      ))}
    </>
  );
}
