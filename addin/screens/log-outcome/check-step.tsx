import { britishDay } from '../../../shared/time/british-date';
import type { AcademyName } from '../../directory';
import type { Sending } from '../../outcome/to-sending';
import { List } from '../../parts/list';
import { Heading, Quiet } from '../../parts/text';
import { FindingText } from '../review/finding-view';

interface CheckProps {
  readonly sending: Sending;
  readonly hostHead: string;
  readonly supporters: readonly AcademyName[];
}

/** Step 4: everything as the host head will read it. */
export function CheckStep({ sending, hostHead, supporters }: CheckProps) {
  const supportOf = (urn: string | undefined) => supporters.find((one) => one.urn === urn)?.name;
  return (
    <>
      <Quiet>{`This goes to ${hostHead}, who says whether it is accurate. Only then does it stand.`}</Quiet>
      <FindingText finding={sending.finding} />
      <Heading>Actions</Heading>
      {sending.actions.length === 0 ? <Quiet>None proposed.</Quiet> : null}
      {sending.actions.length === 0 ? null : (
        <List
          label="Actions"
          lines={sending.actions.map(({ key, action }) => ({
            key,
            title: action.what,
            icon: 'target' as const,
            detail: [
              `${action.owner.name} · ${britishDay(action.dueOn)}`,
              supportOf(action.supportFrom) === undefined ? '' : `support from ${supportOf(action.supportFrom)}`,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </>
  );
}
