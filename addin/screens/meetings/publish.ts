import { requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import type { Server } from '../../server';

/** What the API takes at once. */
const mostKeys = 400;

/** Asks for these meetings to be in Outlook; asking twice asks once. */
export async function publish(server: Server, keys: readonly string[]): Promise<Result<number>> {
  let waiting = 0;
  for (let at = 0; at < keys.length; at += mostKeys) {
    const answer = await server.call(requests.publishMeetings, { keys: keys.slice(at, at + mostKeys) });
    if (!answer.ok) return answer;
    waiting += answer.value.waiting;
  }
  return ok(waiting);
}
