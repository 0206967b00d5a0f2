import type { Fault } from '../faults';
import { Refusal } from './answer';

const sentences: Readonly<Record<string, readonly [number, string, string]>> = {
  '500': [500, 'generalException', 'General exception while processing'],
  '502': [502, 'UnknownError', 'Bad gateway.'],
  '503': [503, 'serviceNotAvailable', 'The service is temporarily unavailable. Please try again later.'],
  '504': [504, 'UnknownError', 'The gateway did not receive a response in time.'],
  '409': [409, 'resourceModified', 'The resource has changed since the caller last read it; usually an eTag mismatch'],
};

/** How long the caller has to wait, and how the header says it. */
function retryAfter({ kind, retryAfterSeconds }: Fault, now: Date): { seconds: number; header: string } | undefined {
  if (kind === '429-seconds' || kind === '503-seconds') {
    const seconds = Math.ceil(retryAfterSeconds);
    return { seconds, header: String(seconds) };
  }
  if (kind === '429-decimal') {
    const seconds = Math.max(retryAfterSeconds - 0.751, 0.249);
    return { seconds, header: seconds.toFixed(3) };
  }
  if (kind !== '429-date') return undefined;
  const until = new Date(Math.ceil(now.getTime() / 1000 + retryAfterSeconds) * 1000);
  return { seconds: (until.getTime() - now.getTime()) / 1000, header: until.toUTCString() };
}

export const tooMany = (header: string | undefined): Refusal =>
  new Refusal(
    429,
    'TooManyRequests',
    'Too many requests. Wait as long as Retry-After says.',
    header === undefined ? {} : { 'Retry-After': header },
  );

/** The refusal for a fault of status, and for how long it closes the gate. */
export function faultRefusal(fault: Fault, now: Date): { refusal: Refusal; seconds: number | undefined } {
  const wait = retryAfter(fault, now);
  if (fault.kind.startsWith('429')) return { refusal: tooMany(wait?.header), seconds: wait?.seconds };
  const [status, code, message] = sentences[fault.kind.slice(0, 3)] ?? [500, 'generalException', 'Unknown fault'];
  const headers = wait ? { 'Retry-After': wait.header } : {};
  return { refusal: new Refusal(status, code, message, headers), seconds: wait?.seconds };
}
