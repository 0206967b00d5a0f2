import { useMemo, useState } from 'react';
import { review as reviewKind } from '../../shared/records/review';
import { requests } from '../../shared/requests';
import { inLondon } from '../../shared/time/british-date';
import { schoolYearOf } from '../../shared/time/school-year';
import { EditRecord } from '../form/edit-record';
import { toTyped, typedFields } from '../form/form-values';
import { useSources } from '../form/sources';
import type { OpenItem } from '../host/port';
import { useOpenItem } from '../item/open-item';
import { type Me, usePanel } from '../panel-context';
import { useRouter } from '../router';
import { FormOpening } from './form-opening';

const asked = [
  'host',
  'hostHead',
  'lead',
  'reviewers',
  'visitOn',
  'visitFrom',
  'visitUntil',
  'focus',
  'enquiryQuestion',
] as const;

/** What the open meeting says already: its day and hours, and that the caller leads. */
function startOf(item: OpenItem | undefined, me: Me) {
  const [from, until] = [item?.start, item?.end].map((at) => (at === undefined ? undefined : inLondon(at)));
  return {
    lead: { id: me.id, name: me.name },
    visitOn: from?.date,
    visitFrom: from?.time,
    visitUntil: until !== undefined && until.date === from?.date ? until.time : undefined,
  };
}

/** A review that nobody planned yet: few questions, the rest follows. */
export function Screen() {
  const { server, me } = usePanel();
  const { back, replace } = useRouter();
  const item = useOpenItem();
  const open = 'item' in item ? item.item : undefined;
  const fields = useMemo(() => {
    const all = typedFields(reviewKind.fields);
    return Object.fromEntries(asked.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const])));
  }, []);
  const sources = useSources(fields);
  const [key] = useState(() => `review-${crypto.randomUUID()}`);
  const [start] = useState(() => toTyped(fields, startOf(open, me)));
  if (sources.state !== 'ready') return <FormOpening title="Start a peer review" asked={sources} onBack={back} />;
  return (
    <EditRecord
      kind={reviewKind}
      fields={fields}
      sources={sources.value}
      title="Start a peer review"
      start={start}
      version=""
      save={(record) => {
        const whole = {
          ...record,
          year: schoolYearOf(String(record['visitOn'])),
          stage: 'planned',
          sharing: 'none',
        };
        return server.call(requests.createRecord, { kind: 'review', key, record: whole });
      }}
      onSaved={(stored) => replace('review', { key: stored.key, saved: 'yes' })}
      onBack={back}
    />
  );
}
