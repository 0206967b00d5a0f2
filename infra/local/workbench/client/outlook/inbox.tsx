import { useState } from 'react';
import type { MailDetails, MailSummary, Person } from '../../shapes';
import { useAsk } from '../ask';
import { dayOf, longDay, shortDay, timeOf } from '../london';
import { addressOf, type Place } from '../place';
import type { Shade } from '../shell/top-bar';
import { Body } from './body';
import { itemOfMail } from './open-item';
import { OutlookPane } from './outlook-pane';

interface Props {
  readonly place: Extract<Place, { readonly at: 'mail' }>;
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
}

/** Mails at the left, the open one beside them; the pane stays when another one is opened. */
export function Inbox({ place, person, panelOrigin, shade }: Props) {
  const [turn, setTurn] = useState(0);
  const [pane, setPane] = useState(false);
  const mails = useAsk<readonly MailSummary[]>(`/api/people/${person.id}/mail`, turn);
  const open = useOpenMail(person, place.mail);
  return (
    <div className="application">
      <nav className="mails" aria-label="Inbox">
        <div className="bar">
          <h1>Inbox</h1>
          <span className="spring" />
          <button type="button" onClick={() => setTurn(turn + 1)}>
            Refresh
          </button>
        </div>
        {mails.is === 'waiting' && <p className="wait">Reading the inbox …</p>}
        {mails.is === 'failed' && (
          <p role="alert" className="wait">
            {mails.sentence}
          </p>
        )}
        {mails.is === 'here' && <MailList mails={mails.value} place={place} />}
      </nav>
      <main className="surface" aria-label="Mail">
        {open === undefined ? (
          <p className="wait">Choose a mail to read it.</p>
        ) : (
          <MailView mail={open} paneIsOpen={pane} onPane={() => setPane(!pane)} />
        )}
      </main>
      {pane && open !== undefined && (
        <OutlookPane
          key={person.id}
          person={person}
          panelOrigin={panelOrigin}
          shade={shade}
          item={itemOfMail(open)}
          body={open.body}
          onClose={() => setPane(false)}
        />
      )}
    </div>
  );
}

function useOpenMail(person: Person, mail: string | undefined): MailDetails | undefined {
  const asked = useAsk<MailDetails>(
    mail === undefined ? '/api/start' : `/api/people/${person.id}/mail/${encodeURIComponent(mail)}`,
  );
  return mail !== undefined && asked.is === 'here' ? asked.value : undefined;
}

function MailList({ mails, place }: { readonly mails: readonly MailSummary[]; readonly place: Props['place'] }) {
  if (mails.length === 0) return <p className="wait">The inbox is empty.</p>;
  return (
    <ul>
      {mails.map((mail) => (
        <li key={mail.id}>
          <a
            className="mail-link"
            href={addressOf({ ...place, mail: mail.id })}
            aria-current={mail.id === place.mail ? 'page' : undefined}
          >
            <span className="mail-from">{mail.from.name}</span>
            <time dateTime={mail.received}>{shortDay(dayOf(mail.received))}</time>
            <span className="mail-subject">{mail.subject}</span>
            <span className="mail-preview">{mail.preview}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function MailView(props: { readonly mail: MailDetails; readonly paneIsOpen: boolean; readonly onPane: () => void }) {
  const { mail, paneIsOpen, onPane } = props;
  return (
    <>
      <div className="bar">
        <span className="spring" />
        <button type="button" className="add-in" aria-pressed={paneIsOpen} onClick={onPane}>
          Our Academies
        </button>
      </div>
      <article className="item">
        <h1>{mail.subject}</h1>
        <dl>
          <dt>From</dt>
          <dd>{mail.from.name}</dd>
          <dt>To</dt>
          <dd>{mail.to.map(({ name }) => name).join(', ')}</dd>
          <dt>Received</dt>
          <dd>
            {longDay(mail.received)}, {timeOf(mail.received)}
          </dd>
        </dl>
        <Body key={mail.id} html={mail.body} />
      </article>
    </>
  );
}
