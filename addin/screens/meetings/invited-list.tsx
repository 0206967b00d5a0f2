import { useCallback } from 'react';
import type { Meeting } from '../../../shared/records/meeting';
import { useAsked } from '../../answer';
import { usePanel } from '../../panel-context';
import { Disclosure } from '../../parts/disclosure';
import { More } from '../../parts/more';
import { Points } from '../../parts/text';

/** Who is invited, by academy; closed at first, since a preview needs numbers and not names. */
export function InvitedList({ members }: { readonly members: Meeting['members'] }) {
  const { directory } = usePanel();
  const academies = useAsked(useCallback(() => directory.academies(), [directory]));
  const names = new Map(academies.state === 'ready' ? academies.value.map(({ urn, name }) => [urn, name]) : []);
  const lines = members
    .map(
      ({ academy, who }) => `${academy === undefined ? 'Central team' : (names.get(academy) ?? academy)}: ${who.name}`,
    )
    .sort((one, other) => one.localeCompare(other, 'en-GB'));
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`Invited (${lines.length})`}>
      <More of={lines} what="people">
        {(some) => <Points points={some} />}
      </More>
    </Disclosure>
  );
}
