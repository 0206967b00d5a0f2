import { randomUUID } from 'node:crypto';
import { Refusal } from '../answer';

const handshakeMilliseconds = 10_000;

const failed = (why: string): Refusal =>
  new Refusal(400, 'ValidationError', `Subscription validation request failed. ${why}`);

/**
 * Microsoft asks for https and reaches the whole world. This tenant reaches only its own machine, where http will do:
 * whatever a test or a demonstration writes into a subscription, nothing leaves.
 */
export function readNotificationUrl(given: unknown): string {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refusal(400, 'InvalidRequest', `The notification URL '${String(given)}' is not valid.`);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    throw new Refusal(400, 'InvalidRequest', 'The embedded tenant notifies only addresses of this machine.');
  return String(given);
}

/** Whoever is to be notified has to give back the token, decoded, as plain text, within ten seconds. */
export async function shakeHands(address: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(address);
  url.search = `${url.search === '' ? '?' : `${url.search}&`}validationToken=${encodeURIComponent(token)}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    redirect: 'manual',
    signal: AbortSignal.timeout(handshakeMilliseconds),
  }).catch((error: unknown) => {
    throw failed(`The notification endpoint did not answer in ten seconds or was not there: ${String(error)}`);
  });
  const body = await answer.text();
  if (answer.status !== 200) throw failed(`The notification endpoint answered ${answer.status} instead of 200.`);
  if (!answer.headers.get('content-type')?.startsWith('text/plain'))
    throw failed('The notification endpoint has to answer text/plain.');
  if (body !== token) throw failed('The notification endpoint did not answer with the decoded validation token.');
}
