import { metadata, ok, Refusal } from '../answer';
import { nextLink } from '../links';
import { holds } from '../odata/evaluate';
import type { Expression } from '../odata/expression';
import { parseFilter } from '../odata/filter';
import { select } from '../odata/select';
import { outlookPage, type Shown, sorted } from '../outlook-page';
import type { GraphRequest, Handle, Tenant } from '../request';
import type { EventRow } from './event';
import { eventBody } from './event-body';
import { mailboxOf, preferencesApplied } from './mailbox';
import { byProperty, expanded, propertiesOf, readExpansion } from './properties';
import { instantOf } from './time-zones';

function mentionsProperties(expression: Expression): boolean {
  if (expression.kind === 'and' || expression.kind === 'or')
    return mentionsProperties(expression.left) || mentionsProperties(expression.right);
  return expression.kind === 'not' ? mentionsProperties(expression.of) : expression.kind === 'any';
}

function answer(request: GraphRequest, tenant: Tenant, rows: readonly EventRow[], path: string) {
  const { query, headers } = request;
  const expansion = readExpansion(query.get('expand'));
  const text = query.get('filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const withProperties = filter !== undefined && mentionsProperties(filter);
  const shown = rows.map((row) => ({ row, body: eventBody(headers, row) }));
  const found = filter
    ? shown.filter(({ row, body }) =>
        holds(
          filter,
          withProperties ? { ...body, singleValueExtendedProperties: propertiesOf(tenant.store, row.id) } : body,
        ),
      )
    : shown;
  const rowOf = new Map(found.map(({ row, body }) => [body as Shown, row]));
  const ordered = sorted([...rowOf.keys()], query.get('orderby'));
  const { top, skip } = outlookPage(request);
  const page = ordered.slice(skip, skip + top).map((body) => {
    const row = rowOf.get(body);
    return { ...select(body, query.get('select')), ...(row ? expanded(tenant.store, row.id, expansion) : {}) };
  });
  return ok(
    {
      '@odata.context': metadata(path),
      ...(query.get('count')?.toLowerCase() === 'true' ? { '@odata.count': ordered.length } : {}),
      ...(ordered.length > skip + top
        ? { '@odata.nextLink': nextLink(request.url, { $skip: String(skip + top) }) }
        : {}),
      value: page,
    },
    preferencesApplied(headers),
  );
}

/** `/events`: everything in the calendar; found by its stamp through the index. */
export const getEvents: Handle = (request, tenant) => {
  request.query.only('select', 'filter', 'orderby', 'top', 'skip', 'expand', 'count');
  const mailbox = mailboxOf(request, tenant);
  const text = request.query.get('filter');
  const ids = byProperty(tenant.store, mailbox.id, text === undefined ? undefined : parseFilter(text));
  const rows = ids
    ? ids.flatMap((id) => tenant.store.get<EventRow>('select * from event where id = ?', id) ?? [])
    : tenant.store.all<EventRow>('select * from event where mailbox = ? order by made desc, id', mailbox.id);
  return answer(request, tenant, rows, `users('${mailbox.id}')/events`);
};

/** `/calendarView`: what overlaps the window, earliest first. */
export const getCalendarView: Handle = (request, tenant) => {
  const { query } = request;
  query.only('startDateTime', 'endDateTime', 'select', 'filter', 'orderby', 'top', 'skip', 'expand', 'count');
  const mailbox = mailboxOf(request, tenant);
  const from = instantOf(query.get('startDateTime'), 'StartDateTime');
  const until = instantOf(query.get('endDateTime'), 'EndDateTime');
  if (until < from) throw new Refusal(400, 'ErrorInvalidParameter', 'EndDateTime must not be before StartDateTime.');
  const rows = tenant.store.all<EventRow>(
    'select * from event where mailbox = ? and starts < ? and ends > ? order by starts, id',
    mailbox.id,
    until,
    from,
  );
  return answer(request, tenant, rows, `users('${mailbox.id}')/calendarView`);
};
