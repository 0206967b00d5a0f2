import { randomBytes } from 'node:crypto';
import { Refusal } from '../answer';
import { graphOrigin } from '../links';
import type { GraphRequest, Tenant } from '../request';
import type { DeltaRefusal } from './orders';

/** What a state token stands for; to the caller it is only letters. */
export interface DeltaState {
  /** `mailbox {id}` or `list {id}`. */
  readonly resource: string;
  /** Changes after this one belong to the round. */
  readonly base: number;
  /** Those up to this one have been told. */
  readonly cursor: number;
  /** While the round still lists what is there: the last one shown. */
  readonly listed?: string | number;
  /** The options of the first call, which need not be repeated. */
  readonly options: Readonly<Record<string, string>>;
}

const day = 86_400_000;

export function keepToken({ store, now }: Tenant, state: DeltaState): string {
  const id = randomBytes(48).toString('base64url');
  store.run('insert into delta_token (id, made, body) values (?, ?, ?)', id, now().getTime(), JSON.stringify(state));
  return id;
}

export const deltaLink = (request: GraphRequest, options: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(options).toString().replaceAll('%24', '$');
  return `${graphOrigin}${request.url.pathname}${query === '' ? '' : `?${query}`}`;
};

const sentences: Readonly<Record<DeltaRefusal, string>> = {
  syncStateNotFound: 'No sync state is known under this token.',
  resyncRequired: 'Resync required: the token is too old.',
  resyncChangesApplyDifferences: 'Resync required: what the service lists anew replaces what you hold.',
  resyncChangesUploadDifferences: 'Resync required: send what you hold and the service does not list.',
};

function gone(request: GraphRequest, code: DeltaRefusal, options: Readonly<Record<string, string>>): Refusal {
  if (code === 'syncStateNotFound') return new Refusal(404, code, sentences[code]);
  return new Refusal(410, code, sentences[code], { Location: deltaLink(request, options) });
}

/**
 * What a token stands for. 410 with the address to begin again where it has grown old; `syncStateNotFound` where it is
 * not ours or another collection's.
 */
export function readToken(
  request: GraphRequest,
  { store, now, deltaOrders }: Tenant,
  { token, resource, tooOld }: { token: string; resource: string; tooOld: DeltaRefusal },
): DeltaState {
  const row = store.get<{ made: number; body: string }>('select made, body from delta_token where id = ?', token);
  const state = row && (JSON.parse(row.body) as DeltaState);
  const ordered = deltaOrders.refusal(request.url.pathname.replace(/^\/v1\.0/, ''));
  if (ordered) throw gone(request, ordered, state?.options ?? {});
  if (!row || state?.resource !== resource) throw gone(request, 'syncStateNotFound', {});
  if (now().getTime() - row.made > deltaOrders.tokenDays() * day) throw gone(request, tooOld, state.options);
  return state;
}
