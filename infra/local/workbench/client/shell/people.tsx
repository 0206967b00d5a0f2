import { useState } from 'react';
import type { Person } from '../../shapes';
import { dayOf } from '../london';
import { addressOf } from '../place';
import { initials } from './top-bar';

const groups: readonly (readonly [string, string])[] = [
  ['TrustOffice', 'Trust office'],
  ['HR', 'HR'],
  ['Executive', 'Executive team'],
  ['Principal', 'Principals'],
  ['Champion', 'Improvement Champions'],
  ['Trustee', 'Trustees'],
  ['Staff', 'Staff'],
];

const begin = 'To begin with';

/** Everybody one can be, by what they may do. Somebody with two roles is shown with the first. */
export function People({ people }: { readonly people: readonly Person[] }) {
  const [wanted, setWanted] = useState('');
  const found = people.filter((person) => isLike(person, wanted));
  const groupOf = (person: Person) => groups.find(([role]) => person.roles.includes(role))?.[0];
  return (
    <main className="people">
      <h1>Who are you?</h1>
      <p>Everybody here is invented. Choose somebody to see their Outlook and Word; the panel asks you to sign in.</p>
      <label className="find">
        Find by name, post or academy
        <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      {wanted === '' && <Group heading={begin} people={people.filter(({ task }) => task !== undefined)} />}
      {found.length === 0 && <p>Nobody is like “{wanted}”.</p>}
      {groups.map(([role, heading]) => {
        const members = found.filter((person) => groupOf(person) === role);
        return members.length === 0 ? null : <Group key={role} heading={heading} people={members} />;
      })}
    </main>
  );
}

function isLike({ name, post, academy = '' }: Person, wanted: string): boolean {
  return `${name} ${post} ${academy}`.toLowerCase().includes(wanted.trim().toLowerCase());
}

function Group({ heading, people }: { readonly heading: string; readonly people: readonly Person[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="cards">
        {people.map((person) => (
          <li key={person.id}>
            <a className="card" href={addressOf({ at: 'calendar', person: person.id, date: dayOf(new Date()) })}>
              <span className="face" aria-hidden="true">
                {initials(person.name)}
              </span>
              <span>
                {person.name}
                <small>{person.academy === undefined ? person.post : `${person.post}, ${person.academy}`}</small>
                {heading === begin && <span className="task">{person.task}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
