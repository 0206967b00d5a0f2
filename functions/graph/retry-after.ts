/**
 * The wait that a server gives, in milliseconds: whole or decimal seconds, or an HTTP date. Rounded up, never down:
 * calling early lengthens the wait. Graph has been seen to send 0.249, so a second is the least.
 */
export function retryAfterMilliseconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.max(1000, Math.ceil(Number(text) * 1000));
  const moment = Date.parse(text);
  // HTTP dates have whole seconds.
  return Number.isNaN(moment) || !/[A-Za-z]{3}/.test(text) ? undefined : Math.max(1000, moment - now.getTime());
}
