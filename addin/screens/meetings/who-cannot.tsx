import type { OutputOf, requests } from '../../../shared/requests';
import { Disclosure } from '../../parts/disclosure';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { listed } from './mail-words';

interface WhoCannotProps {
  readonly preview: OutputOf<typeof requests.previewMove>;
  /** How many people are invited. */
  readonly invited: number;
}

/** Who cannot come at another time, as far as Outlook and the calendars of the academies know. */
export function WhoCannot({ preview, invited }: WhoCannotProps) {
  const { closed, cannotCome, nobodyFrom } = preview;
  if (closed.length === 0 && cannotCome.length === 0)
    return <Text>Everybody who is invited is free then, as far as Outlook knows.</Text>;
  return (
    <>
      {nobodyFrom.length === 0 ? null : (
        <Message tone="warning">{`Nobody could come from ${listed(nobodyFrom)}.`}</Message>
      )}
      {closed.length === 0 ? null : (
        <Points
          points={closed.map(({ name, because, isHost }) => `${name}${isHost ? ', the host' : ''}: ${because}`)}
        />
      )}
      {cannotCome.length === 0 ? null : (
        <Disclosure summary={`${cannotCome.length} of ${counted(invited, 'person', 'people')} cannot come`}>
          <More of={cannotCome} what="people">
            {(some) => <Points points={some.map(({ who, because }) => `${who}: ${because}`)} />}
          </More>
        </Disclosure>
      )}
    </>
  );
}
