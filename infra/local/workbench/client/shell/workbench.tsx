import { useState } from 'react';
import type { Person, Start } from '../../shapes';
import { useAsk } from '../ask';
import { useClock } from '../clock/use-clock';
import { dayOf } from '../london';
import { Outlook } from '../outlook/outlook';
import { placeIn, useHash } from '../place';
import { WordApp } from '../word/word-app';
import { People } from './people';
import { type Shade, TopBar } from './top-bar';

/** Which of the people one is, and in which of the two applications. */
export function Workbench() {
  const start = useAsk<Start>('/api/start');
  const clock = useClock();
  const place = placeIn(useHash(), dayOf(new Date()));
  const [shade, setShade] = useState<Shade>('light');
  const choose = (wanted: Shade) => {
    // Before anything is drawn anew: the frame of a mail's text asks for it while it is drawn.
    document.documentElement.dataset['shade'] = wanted;
    setShade(wanted);
  };

  if (start.is === 'waiting') return <p className="wait">Opening the workbench …</p>;
  if (start.is === 'failed')
    return (
      <p className="wait" role="alert">
        {start.sentence}
      </p>
    );
  const { people, panelOrigin } = start.value;
  const person: Person | undefined = place.at === 'people' ? undefined : people.find(({ id }) => id === place.person);
  return (
    <div className="workbench">
      <TopBar clock={clock} place={place} person={person} shade={shade} onShade={choose} />
      {person === undefined || place.at === 'people' ? (
        <People people={people} />
      ) : place.at === 'word' ? (
        <WordApp place={place} person={person} panelOrigin={panelOrigin} shade={shade} />
      ) : (
        <Outlook place={place} person={person} panelOrigin={panelOrigin} shade={shade} />
      )}
    </div>
  );
}
