import type { LaterAddition } from '../../../shared/meetings/later-addition';
import { requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import type { Server } from '../../server';

/** What the API takes at once. */
const mostKeys = 400;

function inParts(keys: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(keys.length / mostKeys);
  return Array.from({ length: count }, (_, index) => keys.slice(index * mostKeys, (index + 1) * mostKeys));
}

/** Asks for these meetings to be in Outlook; asking twice asks once. */
export async function publish(server: Server, keys: readonly string[], agreement?: string): Promise<Result<number>> {
  let waiting = 0;
  for (const part of inParts(keys)) {
    const input = { keys: [...part], ...(agreement === undefined ? {} : { agreement }) };
    const answer = await server.call(requests.publishMeetings, input);
    if (!answer.ok) return answer;
    waiting += answer.value.waiting;
  }
  return ok(waiting);
}

/** Meetings that are not in the calendar that was agreed with staff. */
export interface Later {
  readonly agreedOn: string | undefined;
  readonly why: ReadonlyMap<string, LaterAddition>;
}

export async function laterAmong(server: Server, keys: readonly string[]): Promise<Result<Later>> {
  const why = new Map<string, LaterAddition>();
  let agreedOn: string | undefined;
  for (const part of inParts(keys)) {
    const answer = await server.call(requests.previewPublishing, { keys: [...part] });
    if (!answer.ok) return answer;
    agreedOn = answer.value.agreedOn;
    for (const one of answer.value.later) why.set(one.key, one.why);
  }
  return ok({ agreedOn, why });
}
