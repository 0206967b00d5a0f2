import type { Middleware } from '@microsoft/microsoft-graph-client';
import { notesOf } from './call-notes';
import { step } from './step';

/**
 * A fresh limit for each attempt, which holds until the whole body has been read and, where JSON is expected, is JSON:
 * an answer cut off half-way or a proxy's page in HTML is no answer.
 */
export function timeLimit(seconds: number): Middleware {
  return step(async (context, next) => {
    const limit = new AbortController();
    // setTimeout rather than AbortSignal.timeout: a clock that is moved for a test moves this one too.
    const timer = setTimeout(() => limit.abort(new Error(`Graph took more than ${seconds} s.`)), seconds * 1000);
    try {
      context.options = { ...context.options, signal: limit.signal };
      await next();
      if (context.response !== undefined)
        context.response = await wholeAnswer(context.response, notesOf(context).expects);
    } finally {
      clearTimeout(timer);
    }
  });
}

async function wholeAnswer(response: Response, expects: 'json' | 'bytes'): Promise<Response> {
  const content = await response.arrayBuffer();
  if (expects === 'json' && response.ok && content.byteLength > 0) JSON.parse(new TextDecoder().decode(content));
  const { status, headers } = response;
  return new Response(content.byteLength === 0 ? null : content, { status, headers });
}
