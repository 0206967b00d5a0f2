import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import * as z from 'zod/mini';
import { apiHeaders } from '../answer';
import type { Look, Ports } from '../ports';
import { keyOf } from '../reconcile/lease';
import { subscriptionKind } from '../reconcile/subscription-kind';

const mostBytes = 256 * 1024;
const mostToken = 2000;

const noticesSchema = z.object({
  value: z
    .array(z.object({ clientState: z.string().check(z.maxLength(128)), lifecycleEvent: z.optional(z.string()) }))
    .check(z.minLength(1), z.maxLength(1000)),
});

export interface HookTools {
  readonly mailbox: string;
  readonly clock: Ports['clock'];
  readonly log: Ports['log'];
  /** The secret that every notice must bear; undefined where nobody has subscribed. */
  readonly secret: Secret;
  /** Puts the hint on the queue. */
  readonly look: (look: Look) => void;
}

/**
 * What Graph tells of changes in the organiser's calendar, and of its subscription. Anybody may call it: whoever does
 * not bear the secret is answered and not heard. A notice is a hint; what changed is asked of the calendar itself, so
 * one that is lost, late or told twice changes nothing but the hour.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export async function outlookHook(http: HttpRequest, tools: HookTools): Promise<HttpResponseInit> {
  const token = http.query.get('validationToken');
  if (token !== null) return token.length <= mostToken ? plainly(token) : refused(400);
  const body = await bodyOf(http);
  if (body === 'too large') return refused(413);
  const parsed = z.safeParse(noticesSchema, body);
  if (!parsed.success) return refused(400);
  const genuine = await heard(parsed.data.value, tools);
  if (genuine.length === 0) {
    tools.log.warn('A notice did not bear the secret of the subscription. It is left alone.');
    return taken;
  }
  const renews = genuine.some(({ lifecycleEvent }) => lifecycleEvent !== undefined && lifecycleEvent !== 'missed');
  tools.look({
    mailbox: tools.mailbox,
    at: tools.clock.now().toISOString(),
    ...(renews ? { renew: true } : {}),
  });
  return taken;
}

type Notice = z.infer<typeof noticesSchema>['value'][number];

async function heard(notices: readonly Notice[], { secret }: HookTools): Promise<readonly Notice[]> {
  const known = await secret.now();
  const genuine = notices.filter(({ clientState }) => isSame(clientState, known));
  if (genuine.length > 0) return genuine;
  const fresh = await secret.anew();
  return notices.filter(({ clientState }) => isSame(clientState, fresh));
}

/** In constant time, whatever the lengths. */
function isSame(given: string, known: string | undefined): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(known ?? '')) && known !== undefined;
}

/** As it came, as plain text, so that no browser takes it for a page. */
function plainly(token: string): HttpResponseInit {
  return { status: 200, headers: { ...apiHeaders, 'Content-Type': 'text/plain; charset=utf-8' }, body: token };
}

const taken: HttpResponseInit = { status: 202, headers: { ...apiHeaders } };

function refused(status: 400 | 413): HttpResponseInit {
  return { status, headers: { ...apiHeaders } };
}

async function bodyOf(http: HttpRequest): Promise<unknown> {
  if (Number(http.headers.get('content-length') ?? 0) > mostBytes) return 'too large';
  const text = await http.text();
  if (Buffer.byteLength(text) > mostBytes) return 'too large';
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Secret {
  now(): Promise<string | undefined>;
  /** Read from the list again, and no oftener than every half minute, so that forgers do not make us ask. */
  anew(): Promise<string | undefined>;
}

const readAgainAfter = 30_000;

/** Remembered for the life of the process: Graph waits three seconds for an answer. */
export function rememberedSecret(mailbox: string, { records, clock }: Pick<Ports, 'records' | 'clock'>): Secret {
  let secret: string | undefined;
  let readAt: number | undefined;
  const anew = async (): Promise<string | undefined> => {
    const now = clock.now().getTime();
    if (readAt !== undefined && now - readAt < readAgainAfter) return secret;
    readAt = now;
    secret = (await records.get(subscriptionKind, keyOf(mailbox)))?.record.clientState;
    return secret;
  };
  return { now: async () => secret ?? anew(), anew };
}
