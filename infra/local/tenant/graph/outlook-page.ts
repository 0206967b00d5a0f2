import { Refusal } from './answer';
import { valueAt } from './odata/evaluate';
import { preference } from './prefer';
import type { GraphRequest } from './request';

const usualPage = 10;
const largestPage = 1000;

/** How many rows an Outlook list gives at once. */
export function outlookPage({ query, headers }: GraphRequest): { top: number; skip: number } {
  const preferred = Number(preference(headers, 'odata.maxpagesize') ?? usualPage);
  const top = query.number('top') ?? preferred;
  if (!Number.isInteger(top) || top < 1 || top > largestPage)
    throw new Refusal(400, 'ErrorInvalidRequest', `The limit for $top is ${largestPage}.`);
  return { top, skip: query.number('skip') ?? 0 };
}

export type Shown = Record<string, unknown>;

/** Sorts by paths such as `start/dateTime desc`. */
export function sorted(bodies: Shown[], orderby: string | undefined): Shown[] {
  if (orderby === undefined) return bodies;
  const orders = orderby.split(',').map((one) => {
    const [path = '', direction = 'asc'] = one.trim().split(/\s+/);
    if (valueAt(bodies[0] ?? { [path]: '' }, path) === undefined && bodies.length > 0)
      throw new Refusal(400, 'BadRequest', `Could not find a property named '${path}'.`);
    return { path, turn: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return bodies.sort((one, other) => {
    for (const { path, turn } of orders) {
      const [left, right] = [String(valueAt(one, path)), String(valueAt(other, path))];
      if (left !== right) return left < right ? -turn : turn;
    }
    return 0;
  });
}
