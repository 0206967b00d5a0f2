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

/** msal's errors name what Entra refused: a wrong secret or an unknown app. They may be the cause of another error. */
function ofEntra(error: unknown): Problem | undefined {
  let cause = error;
  for (let depth = 0; depth < 10 && typeof cause === 'object' && cause !== null; depth += 1) {
    if ('errorCode' in cause && typeof cause.errorCode === 'string')
      return refuse(
        'not-allowed',
        `Entra gives the app no token (${cause.errorCode}). Check API_CLIENT_ID and its secret.`,
      ).problem;
    cause = 'cause' in cause ? cause.cause : undefined;
  }
  return undefined;
}
