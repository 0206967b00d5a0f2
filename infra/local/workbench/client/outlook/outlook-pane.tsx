import type { OpenItem } from '../../office/protocol';
import type { Person } from '../../shapes';
import { Pane } from '../pane/pane';
import { themeOf } from '../pane/themes';
import type { Shade } from '../shell/top-bar';
import { plainText } from './plain-text';

interface Props {
  readonly person: Person;
  readonly panelOrigin: string;
  readonly shade: Shade;
  readonly item: OpenItem | null;
  /** HTML of what is open. */
  readonly body: string;
  readonly onClose: () => void;
}

/** The pane beside a meeting or a mail. */
export function OutlookPane({ person, panelOrigin, shade, item, body, onClose }: Props) {
  return (
    <Pane
      address={`${panelOrigin}/panel`}
      theme={themeOf(shade)}
      item={item}
      onClose={onClose}
      host={{
        surroundings: () => ({
          host: 'Outlook',
          theme: themeOf(shade),
          person: { displayName: person.name, emailAddress: person.email },
          item,
          documentUrl: '',
        }),
        body: async (id, as) => {
          if (id !== item?.id) throw new Error('This item is not open any more.');
          return as === 'html' ? body : plainText(body);
        },
        word: () => {
          throw new Error('There is no Word here.');
        },
      }}
    />
  );
}
