/**
 * Where a page goes on, as we hand it to the panel: the skip token of the next-link and nothing else, so that what
 * comes back can lead nowhere but further down the same list.
 */
export function cursorOf(nextLink: string | undefined): string | undefined {
  if (nextLink === undefined) return undefined;
  const token = new URL(nextLink).searchParams.get('$skiptoken');
  if (token === null) throw new Error('A next-link had no skip token.');
  return Buffer.from(token, 'utf8').toString('base64url');
}

/** The part of the query that goes on there, or undefined when it is no cursor of ours. */
export function cursorIn(cursor: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,700}$/.test(cursor)) return undefined;
  return `&$skiptoken=${encodeURIComponent(Buffer.from(cursor, 'base64url').toString('utf8'))}`;
}
