import { useMemo, useState } from 'react';
import type { Kind } from '../../shared/record';
import { kindNamed } from '../../shared/records';
import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { EditRecord } from '../form/edit-record';
import { toTyped, typedFields } from '../form/form-values';
import { useSources } from '../form/sources';
import { usePanel } from '../panel-context';
import { EmptyState } from '../parts/empty-state';
import { Page } from '../parts/page';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { FormOpening } from './form-opening';
import { mailsOfRecord } from './mails-of-record';

/** A new record. Its key is made once, so that a repeated press keeps one record and not two. */
function Create({ kind }: { readonly kind: Kind }) {
  const { server } = usePanel();
  const { back, replace } = useRouter();
  const fields = useMemo(() => typedFields(kind.fields), [kind]);
  const sources = useSources(fields);
  const [fresh] = useState(() => `${kind.name}-${crypto.randomUUID()}`);
  const title = `New ${kind.one}`;
  if (sources.state !== 'ready') return <FormOpening title={title} asked={sources} onBack={back} />;
  return (
    <EditRecord
      kind={kind}
      fields={fields}
      sources={sources.value}
      title={title}
      start={toTyped(fields, {})}
      version=""
      save={(record) =>
        server.call(requests.createRecord, { kind: kind.name, key: kind.keyFor(record, fresh), record })
      }
      onSaved={(stored) => replace('record', { kind: kind.name, key: stored.key, saved: 'yes' })}
      onBack={back}
    />
  );
}

function Change({ kind, recordKey }: { readonly kind: Kind; readonly recordKey: string }) {
  const { server } = usePanel();
  const { back, replace } = useRouter();
  const fields = useMemo(() => typedFields(kind.fields), [kind]);
  const sources = useSources(fields);
  const stored = useAnswer(requests.getRecord, { kind: kind.name, key: recordKey });
  const title = `Change this ${kind.one}`;
  if (stored.state !== 'ready' || sources.state !== 'ready')
    return <FormOpening title={title} asked={stored.state === 'ready' ? sources : stored} onBack={back} />;
  return (
    <EditRecord
      kind={kind}
      fields={fields}
      sources={sources.value}
      title={title}
      start={toTyped(fields, stored.value.record)}
      version={stored.value.version}
      kept={stored.value.record}
      mails={(before, record) => mailsOfRecord(kind, before, record)}
      save={(record, version) =>
        server.call(requests.changeRecord, { kind: kind.name, key: recordKey, version, record })
      }
      onSaved={({ key, version }) => replace('record', { kind: kind.name, key, saved: version })}
      onBack={back}
    />
  );
}

/** The form of any kind: a new record, or one that is changed. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const kind = kindNamed(given['kind'] ?? '');
  if (kind === undefined)
    return (
      <Page title="Not here" onBack={back}>
        <EmptyState title="There is no such kind of record" />
      </Page>
    );
  const key = given['key'];
  return key === undefined ? <Create kind={kind} /> : <Change kind={kind} recordKey={key} />;
}
