import { useState } from 'react';
import { schoolYearOf } from '../../../shared/time/school-year';
import { usePanel } from '../../panel-context';
import { Column } from '../../parts/layout';
import { Page } from '../../parts/page';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { AgreeCalendar } from './agree-calendar';
import { DraftView } from './draft-view';
import { type Owner, OwnerChoice, ownersOf } from './owner-choice';

/** The year's meetings for consultation: whose, how much time they take, and the files to hand round. */
export function Screen({ given }: ScreenProps) {
  const { me } = usePanel();
  const { back } = useRouter();
  const [year, setYear] = useState(() => given['year'] ?? schoolYearOf(today()));
  const [owner, setOwner] = useState<Owner>(() => ownersOf(me)[0] ?? { scope: 'person', of: me.id });
  const [agreements, setAgreements] = useState(0);
  return (
    <Page title="Draft calendar" onBack={back}>
      <Column>
        <SchoolYearChoice value={year} onChange={setYear} />
        <OwnerChoice value={owner} onChange={setOwner} />
        <DraftView key={`${year} ${owner.scope} ${owner.of ?? ''} ${agreements}`} year={year} owner={owner} />
        {me.roles.includes('TrustOffice') ? <AgreeCalendar onAgreed={() => setAgreements(agreements + 1)} /> : null}
      </Column>
    </Page>
  );
}
