import type { Store } from '../../store';
import { metadata, ok, Refusal } from '../answer';
import { deltaPage, type Feed, wholeRound } from '../delta/page';
import { type DeltaState, deltaLink, keepToken, readToken } from '../delta/tokens';
import { outlookPage } from '../outlook-page';
import type { GraphRequest, Handle, Tenant } from '../request';
import type { EventRow } from './event';
import { eventBody } from './event-body';
import { mailboxOf, preferencesApplied, shownId } from './mailbox';
import { instantOf } from './time-zones';

const notTracked = ['orderby', 'filter', 'select', 'expand', 'search', 'top', 'skip', 'count'];

function refuseOptions({ query }: GraphRequest): void {
  if (notTracked.some((name) => query.get(name) !== undefined))
    throw new Refusal(
      400,
      'ErrorInvalidUrlQuery',
      "The following parameters are not supported with change tracking over the 'CalendarView' resource: '$orderby, $filter, $select, $expand, $search, $top'.",
    );
  query.only('startDateTime', 'endDateTime', 'deltatoken', 'skiptoken');
}

interface Window {
  readonly from: number;
  readonly until: number;
}

function windowOf(options: DeltaState['options']): Window {
  const from = instantOf(options['startDateTime'], 'StartDateTime');
  const until = instantOf(options['endDateTime'], 'EndDateTime');
  if (until < from) throw new Refusal(400, 'ErrorInvalidParameter', 'EndDateTime must not be before StartDateTime.');
  return { from, until };
}

const overlaps = ({ starts, ends }: EventRow, { from, until }: Window): boolean => starts < until && ends > from;

function wasInside(store: Store, mailbox: string, id: string | number, base: number, { from, until }: Window): boolean {
  return (
    store.get(
      'select seq from change where resource = ? and item = ? and seq > ? and was_from < ? and was_until > ? limit 1',
      `mailbox ${mailbox}`,
      id,
      base,
      until,
      from,
    ) !== undefined
  );
}

/** Whole events without extended properties, which change tracking does not know; what left the window is removed. */
function eventFeed({ headers }: GraphRequest, { store }: Tenant, mailbox: string, window: Window): Feed {
  const told = (row: EventRow) => ({ '@odata.type': '#microsoft.graph.event', ...eventBody(headers, row) });
  return {
    listed: (after = '', most) =>
      store
        .all<EventRow>(
          'select * from event where mailbox = ? and starts < ? and ends > ? and id > ? order by id limit ?',
          mailbox,
          window.until,
          window.from,
          after,
          most,
        )
        .map((row) => ({ id: row.id, told: told(row) })),
    changed: (id, base) => {
      const row = store.get<EventRow>('select * from event where id = ? and mailbox = ?', id, mailbox);
      if (row && overlaps(row, window)) return told(row);
      if (!wasInside(store, mailbox, id, base, window)) return undefined;
      return { '@removed': { reason: row ? 'changed' : 'deleted' }, id: shownId(headers, String(id)) };
    },
  };
}

function stateOf(request: GraphRequest, tenant: Tenant, resource: string): DeltaState {
  const { query } = request;
  const token = query.get('deltatoken') ?? query.get('skiptoken');
  if (token !== undefined && token !== '')
    return readToken(request, tenant, { token, resource, tooOld: 'resyncRequired' });
  const options = {
    startDateTime: query.get('startDateTime') ?? '',
    endDateTime: query.get('endDateTime') ?? '',
  };
  return wholeRound(tenant.store, resource, options);
}

/** `/calendarView/delta`: the window is bound into the token. */
export const getEventDelta: Handle = (request, tenant) => {
  refuseOptions(request);
  const mailbox = mailboxOf(request, tenant);
  const state = stateOf(request, tenant, `mailbox ${mailbox.id}`);
  const feed = eventFeed(request, tenant, mailbox.id, windowOf(state.options));
  const page = deltaPage(tenant, state, feed, outlookPage(request).top);
  const token = keepToken(tenant, page.state);
  const link = page.done
    ? { '@odata.deltaLink': deltaLink(request, { $deltatoken: token }) }
    : { '@odata.nextLink': deltaLink(request, { $skiptoken: token }) };
  return ok(
    { '@odata.context': metadata('Collection(event)'), ...link, value: page.told },
    preferencesApplied(request.headers),
  );
};

/** It is in Microsoft's description of v1.0, but v1.0 refuses it. */
export const eventsDelta: Handle = () => {
  throw new Refusal(
    400,
    'ErrorInvalidRequest',
    "Unsupported request: Change tracking is not supported against 'microsoft.graph.event'",
  );
};
