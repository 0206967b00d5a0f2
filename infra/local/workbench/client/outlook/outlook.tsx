import type { Person } from '../../shapes';
import type { Place } from '../place';
import type { Shade } from '../shell/top-bar';
import { Calendar } from './calendar';
import { Inbox } from './inbox';

interface Props {
  readonly place: Extract<Place, { readonly at: 'calendar' | 'mail' }>;
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
}

export function Outlook({ place, ...rest }: Props) {
  return place.at === 'calendar' ? <Calendar place={place} {...rest} /> : <Inbox place={place} {...rest} />;
}
