import type { Person } from '../../shapes';
import { ClockControl } from '../clock/clock-control';
import type { Clock } from '../clock/use-clock';
import { dayOf } from '../london';
import { addressOf, type Place } from '../place';

export type Shade = 'light' | 'dark';

interface Props {
  readonly clock: Clock;
  readonly place: Place;
  readonly person: Person | undefined;
  readonly shade: Shade;
  readonly onShade: (shade: Shade) => void;
}

export function TopBar({ clock, place, person, shade, onShade }: Props) {
  return (
    <header className="top-bar">
      <a className="top-bar-name" href="#/">
        Workbench
      </a>
      {person !== undefined && <Applications place={place} person={person} />}
      <span className="spring" />
      <ClockControl clock={clock} />
      <button
        type="button"
        aria-pressed={shade === 'dark'}
        onClick={() => onShade(shade === 'dark' ? 'light' : 'dark')}
      >
        Dark
      </button>
      {person !== undefined && (
        <a className="top-bar-person" href="#/" title="Choose somebody else">
          <span className="face" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span>
            {person.name}
            <small>{person.post}</small>
          </span>
        </a>
      )}
    </header>
  );
}

function Applications({ place, person }: { readonly place: Place; readonly person: Person }) {
  const places: readonly (readonly [string, Place])[] = [
    ['Calendar', { at: 'calendar', person: person.id, date: dayOf(new Date()) }],
    ['Mail', { at: 'mail', person: person.id }],
    ['Word', { at: 'word', person: person.id, as: 'copy' }],
  ];
  return (
    <nav aria-label="Applications">
      {places.map(([name, target]) => (
        <a
          key={name}
          className="application-link"
          href={addressOf(target)}
          aria-current={target.at === place.at ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

export function initials(name: string): string {
  const words = name.split(' ');
  return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`;
}
