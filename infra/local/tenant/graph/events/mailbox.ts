import { Refusal } from '../answer';
import { findUser, type UserRow, userBody } from '../people/users-table';
import { preference } from '../prefer';
import { type GraphRequest, parameter, type Tenant } from '../request';
import type { EmailAddress, EventRow } from './event';

export function mailboxOf(request: GraphRequest, { store }: Tenant): UserRow {
  const given = parameter(request, 'user');
  const user = findUser(store, given);
  if (!user) throw new Refusal(404, 'ErrorInvalidUser', `The requested user '${given}' is invalid.`);
  if (user.mailbox === 0)
    throw new Refusal(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  return user;
}

export const addressOf = (user: UserRow): EmailAddress => ({
  name: userBody(user).displayName,
  address: userBody(user).mail ?? user.upn,
});

/** The usual form of an id and the immutable one hold the same core; either finds the event. */
const forms = { usual: 'AAMkAG', immutable: 'AAkALg' } as const;

export const wantsImmutable = (headers: Headers): boolean =>
  preference(headers, 'IdType')?.toLowerCase() === 'immutableid';

export const eventId = (core: string, immutable: boolean): string => (immutable ? forms.immutable : forms.usual) + core;

export const shownId = (headers: Headers, core: string): string => eventId(core, wantsImmutable(headers));

export const preferencesApplied = (headers: Headers): Record<string, string> =>
  wantsImmutable(headers) ? { 'Preference-Applied': 'IdType="ImmutableId"' } : {};

export function eventOf(request: GraphRequest, tenant: Tenant): { mailbox: UserRow; row: EventRow } {
  const mailbox = mailboxOf(request, tenant);
  const id = parameter(request, 'event').replace(/^(AAMkAG|AAkALg)/, '');
  const row = tenant.store.get<EventRow>('select * from event where id = ? and mailbox = ?', id, mailbox.id);
  if (!row) throw new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return { mailbox, row };
}

export function checkEventMatch(request: GraphRequest, row: EventRow): void {
  const given = request.headers.get('if-match');
  if (given === null || given === '*' || given === eventTag(row)) return;
  throw new Refusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

export const changeKey = ({ id, version }: EventRow): string =>
  Buffer.from(`${id.slice(-9)}${version}`).toString('base64');

export const eventTag = (row: EventRow): string => `W/"${changeKey(row)}"`;
