import * as z from 'zod/mini';
import type { Graph, GraphCall } from './call';
import { graphOrigin } from './origin';

export const pageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.optional(z.string()) });

/** Page after page, as they are asked for. Headers go with each: Graph forgets a Prefer from page to page. */
export async function* readPages(ask: Graph['ask'], call: GraphCall): AsyncGenerator<readonly unknown[]> {
  let path: string | undefined = call.path;
  while (path !== undefined) {
    const { body } = await ask({ ...call, path });
    const page = z.parse(pageSchema, body);
    yield page.value;
    path = page['@odata.nextLink'] === undefined ? undefined : checkedLink(page['@odata.nextLink']);
  }
}

/** A next-link leads to Graph and nowhere else. */
export function checkedLink(link: string): string {
  if (!URL.canParse(link) || !link.startsWith(`${graphOrigin}/v1.0/`))
    throw new Error('A next-link led away from Graph; it was not followed.');
  return link;
}

export async function allOf(graph: Pick<Graph, 'pages'>, call: GraphCall): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const page of graph.pages(call)) all.push(...page);
  return all;
}
