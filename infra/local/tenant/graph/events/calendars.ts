import { createHash } from 'node:crypto';
import { metadata, ok } from '../answer';
import { select } from '../odata/select';
import type { UserRow } from '../people/users-table';
import type { Handle } from '../request';
import { addressOf, mailboxOf } from './mailbox';

const calendarBody = (user: UserRow): Record<string, unknown> => ({
  id: `AAMk${createHash('sha256').update(`calendar ${user.id}`).digest('base64url')}`,
  name: 'Calendar',
  color: 'auto',
  hexColor: '',
  isDefaultCalendar: true,
  changeKey: 'AQAAAA==',
  canShare: true,
  canViewPrivateItems: true,
  canEdit: true,
  allowedOnlineMeetingProviders: ['teamsForBusiness'],
  defaultOnlineMeetingProvider: 'teamsForBusiness',
  isTallyingResponses: true,
  isRemovable: false,
  owner: addressOf(user),
});

export const getCalendar: Handle = (request, tenant) => {
  request.query.only('select');
  const user = mailboxOf(request, tenant);
  const body = { '@odata.context': metadata(`users('${user.id}')/calendar/$entity`), ...calendarBody(user) };
  return ok(select(body, request.query.get('select')));
};

export const getCalendars: Handle = (request, tenant) => {
  request.query.only('select', 'top');
  const user = mailboxOf(request, tenant);
  return ok({
    '@odata.context': metadata(`users('${user.id}')/calendars`),
    value: [select(calendarBody(user), request.query.get('select'))],
  });
};
