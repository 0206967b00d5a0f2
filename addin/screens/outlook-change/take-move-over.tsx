import { useTimePreview, type When } from '../meetings/use-time-preview';
import { Settle, type SettleProps } from './settle';

interface TakeMoveOverProps extends SettleProps {
  readonly meeting: string;
  readonly invited: number;
  readonly when: When;
}

/** A meeting that somebody moved in Outlook. */
export function TakeMoveOver({ meeting, invited, when, ...props }: TakeMoveOverProps) {
  const { isKnown, agreed, preview } = useTimePreview(meeting, when, invited);
  return (
    <Settle {...props} unknown={!isKnown} more={agreed}>
      {preview}
    </Settle>
  );
}
