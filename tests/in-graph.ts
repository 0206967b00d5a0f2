import * as z from 'zod/mini';
import type { Stage } from './browser';

const listsSchema = z.object({ value: z.array(z.object({ id: z.string(), displayName: z.string() })) });
const itemsSchema = z.object({ value: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })) });

/** All that lies in a SharePoint list, as Graph tells it: the columns of each item. */
export async function listItems(
  { graph, endpoints }: Stage,
  site: 'trust' | 'confidential',
  list: string,
): Promise<readonly Record<string, unknown>[]> {
  const path = `/sites/${site === 'trust' ? endpoints.trustSiteId : endpoints.confidentialSiteId}/lists`;
  const found = z.parse(listsSchema, await graph(path)).value.find(({ displayName }) => displayName === list);
  if (found === undefined) throw new Error(`There is no list ${list}.`);
  return z
    .parse(itemsSchema, await graph(`${path}/${found.id}/items?$expand=fields&$top=999`))
    .value.map((one) => one.fields);
}

const eventsSchema = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      subject: z.string(),
      isCancelled: z.boolean(),
      start: z.object({ dateTime: z.string() }),
      body: z.object({ content: z.string() }),
    }),
  ),
});
export type OutlookEvent = z.infer<typeof eventsSchema>['value'][number];

/** What lies in somebody's calendar on one day. */
export async function eventsOn({ graph }: Stage, mailbox: string, date: string): Promise<readonly OutlookEvent[]> {
  const span = `startDateTime=${date}T00:00:00Z&endDateTime=${date}T23:59:59Z`;
  return z.parse(eventsSchema, await graph(`/users/${mailbox}/calendarView?${span}&$top=999`)).value;
}

/** Asks again until it holds: what the reconciler does takes a moment. */
export async function eventually<T>(what: string, ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const until = Date.now() + 150_000;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`It did not come to this: ${what}. At last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
