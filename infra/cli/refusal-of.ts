import { GraphFault } from '../../functions/graph/fault';
import { Busy } from '../../functions/ports';
import { type Problem, refuse } from '../../shared/result';
import { Refusal } from './command';

/** What whoever typed the command can do something about; undefined for a fault. */
export function refusalOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof Busy)
    return refuse('busy', 'Microsoft 365 asks us to wait. Run this again later.', {
      retryAfterSeconds: error.retryAfterSeconds,
    }).problem;
  if (error instanceof GraphFault) return ofGraph(error);
  const codes = causes(error).flatMap((cause) => ('code' in cause ? [String(cause.code)] : []));
  if (codes.some((code) => ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'].includes(code)))
    return refuse('busy', 'The tenant does not answer. Start the local one with npm start, or check the network.')
      .problem;
  return ofEntra(error);
}

function ofGraph({ status, code, needs }: GraphFault): Problem | undefined {
  if (status === 401 || status === 403)
    return refuse(
      'not-allowed',
      `The app may not ${needs} in this tenant (${code}). Grant it the permission, or set PROVISIONER_CLIENT_ID and PROVISIONER_CLIENT_SECRET for provisioning.`,
    ).problem;
  if (status !== 404) return undefined;
  return refuse('not-found', `Something that is needed to ${needs} is not there. Run our-academies doctor.`).problem;
}

/** msal's errors name what Entra refused: a wrong secret or an unknown app. */
function ofEntra(error: unknown): Problem | undefined {
  const code = causes(error).flatMap((cause) => ('errorCode' in cause ? [String(cause.errorCode)] : []))[0];
  if (code === undefined) return undefined;
  return refuse('not-allowed', `Entra gives the app no token (${code}). Check API_CLIENT_ID and its secret.`).problem;
}

function causes(error: unknown): readonly Error[] {
  const found: Error[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 20) {
    const next = open.shift();
    if (!(next instanceof Error)) continue;
    found.push(next);
    open.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return found;
}
