export const graphOrigin = 'https://graph.microsoft.com';

/** The same call with other options, as Graph writes it: always from its own public address. */
export function nextLink(url: URL, options: Readonly<Record<string, string>>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(options)) {
    for (const old of [...next.searchParams.keys()])
      if (old.toLowerCase() === name.toLowerCase() || `$${old}`.toLowerCase() === name.toLowerCase())
        next.searchParams.delete(old);
    next.searchParams.set(name, value);
  }
  return `${graphOrigin}${next.pathname}${next.search.replaceAll('%24', '$')}`;
}
