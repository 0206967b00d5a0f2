import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import * as z from 'zod/mini';
import type { Caller, Role } from '../shared/caller';
import { parseWith } from '../shared/parse';
import type { InputOf, OutputOf, Request } from '../shared/requests';
import { type Problem, type Result, refuse } from '../shared/result';
import { answerFault, answerProblem, answerValue } from './answer';
import type { Identify } from './identity/caller';
import type { Directory } from './identity/directory';
import { Busy, type Ports } from './ports';
import { readInput } from './read-input';

/** What a trigger works with: who asks, and the ports. */
export interface Asked extends Ports {
  readonly caller: Caller;
  readonly directory: Directory;
  readonly publicOrigin: string;
  readonly organiserMailbox: string;
}

/** Who may make a call at all; what they may see and do with each record, `kind.may` decides. */
export type Permit = 'everyone signed in' | readonly [Role, ...Role[]];

export interface Trigger<R extends Request = Request> {
  readonly request: R;
  readonly permit: Permit;
  act(input: InputOf<R>, asked: Asked): Promise<Result<OutputOf<R>>>;
}

/** One call of shared/requests.ts with what it does. `permit` is required: nothing is open by forgetting. */
export function trigger<R extends Request>(
  request: R,
  does: { readonly permit: Permit; readonly act: (input: InputOf<R>, asked: Asked) => Promise<Result<OutputOf<R>>> },
): Trigger<R> {
  return { request, ...does };
}

/** What is plugged in once, and what belongs to one invocation. */
export interface Answering {
  readonly identify: Identify;
  /** For the caller, with the hints and the log of this invocation. */
  asked(caller: Caller): Asked;
  readonly log: Ports['log'];
  /** For the user and for the log, to find one in the other. */
  readonly reference: string;
}

/** identify → parse → permit → act → answer. The only way from HTTP to a trigger. */
export async function answer(one: Trigger, http: HttpRequest, answering: Answering): Promise<HttpResponseInit> {
  try {
    return await identified(one, http, answering);
  } catch (error) {
    if (error instanceof Busy) return answerProblem(busy(error), answering.reference);
    answering.log.error('A request failed.', {
      request: one.request.name,
      reference: answering.reference,
      ...factsOfError(error),
    });
    return answerFault(answering.reference);
  }
}

async function identified(one: Trigger, http: HttpRequest, answering: Answering): Promise<HttpResponseInit> {
  const caller = await answering.identify(http.headers.get('authorization'));
  if (!caller.ok) return answerProblem(caller.problem, answering.reference);
  if (!permits(one.permit, caller.value)) return answerProblem(notAllowed(), answering.reference);
  const input = await parsedInput(one.request, http);
  if (!input.ok) return answerProblem(input.problem, answering.reference);
  const result = await one.act(input.value, answering.asked(caller.value));
  if (!result.ok) return answerProblem(result.problem, answering.reference);
  return answerValue(one.request, z.parse(one.request.output, result.value));
}

async function parsedInput<I>(request: Request<I>, http: HttpRequest): Promise<Result<I>> {
  const raw = await readInput(request, http);
  return raw.ok ? parseWith(request.input, raw.value, 'This cannot be done yet.') : raw;
}

export function permits(permit: Permit, caller: Pick<Caller, 'roles'>): boolean {
  return permit === 'everyone signed in' || permit.some((role) => caller.roles.includes(role));
}

function notAllowed(): Problem {
  return refuse('not-allowed', 'Your role does not include this. Ask the trust office if it should.').problem;
}

function busy({ retryAfterSeconds }: Busy): Problem {
  return refuse('busy', 'Microsoft 365 is busy. Nothing is lost: try again shortly.', {
    retryAfterSeconds: Math.max(1, Math.ceil(retryAfterSeconds)),
  }).problem;
}

/** Names and places in our code; never the message, which may quote what somebody wrote. */
export function factsOfError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = placesOf(error);
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {};
  return { error: error.name, ...cause, at: frames.slice(0, 4).join(' ').replace(/\s+/g, ' ').trim() };
}

/** What follows the message: a line of what somebody wrote may begin with "at", too. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
}
