/** The value of one preference: `Prefer: outlook.timezone="UTC", IdType="ImmutableId"`; empty text for a bare one. */
export function preference(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('prefer') ?? '').split(',')) {
    const equals = part.indexOf('=');
    const key = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (key !== name.toLowerCase()) continue;
    return equals < 0
      ? ''
      : part
          .slice(equals + 1)
          .trim()
          .replace(/^"|"$/g, '');
  }
  return undefined;
}
