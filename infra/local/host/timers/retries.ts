import { promisify } from 'node:util';
import type { Duration, RetryContext, RetryOptions } from '../core/core-types';

/** A timer's own retry policy. https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages */
export async function runWithRetries(
  options: RetryOptions | undefined,
  run: (retryContext: RetryContext | undefined) => Promise<unknown>,
): Promise<void> {
  const most = options === undefined ? 0 : options.maxRetryCount;
  let lastError: unknown;
  for (let retryCount = 0; most < 0 || retryCount <= most; retryCount += 1) {
    try {
      await run(options === undefined || retryCount === 0 ? undefined : toContext(retryCount, most, lastError));
      return;
    } catch (error) {
      lastError = error;
    }
    if (options !== undefined && (most < 0 || retryCount < most))
      await promisify(setTimeout)(delayBefore(options, retryCount));
  }
  throw lastError;
}

function delayBefore(options: RetryOptions, retryCount: number): number {
  if (options.retryStrategy === 'fixedDelay') return milliseconds(options.delayInterval);
  const grown = milliseconds(options.minimumInterval) * 2 ** retryCount;
  return Math.min(grown, milliseconds(options.maximumInterval));
}

function milliseconds(duration: Duration | undefined): number {
  return (duration?.seconds ?? 0) * 1000;
}

function toContext(retryCount: number, maxRetryCount: number, error: unknown): RetryContext {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { retryCount, maxRetryCount, exception: { source: '', message, stackTrace: stack } };
}
