import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { toMilliseconds } from './duration';

/** What this host follows of host.json. https://learn.microsoft.com/azure/azure-functions/functions-host-json */
export interface HostSettings {
  readonly routePrefix: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly queues: QueueSettings;
}

export interface QueueSettings {
  readonly batchSize: number;
  readonly newBatchThreshold: number;
  readonly visibilityTimeoutMilliseconds: number;
  readonly maxDequeueCount: number;
  readonly messageEncoding: 'base64' | 'none';
}

const timeSpan = z
  .string()
  .check(z.refine((text) => toMilliseconds(text) !== undefined, 'Write a time span as hh:mm:ss.'));

const queues = z.looseObject({
  maxPollingInterval: z.optional(timeSpan),
  visibilityTimeout: z.optional(timeSpan),
  batchSize: z.optional(z.int().check(z.minimum(1), z.maximum(32))),
  newBatchThreshold: z.optional(z.int().check(z.minimum(0), z.maximum(1000))),
  maxDequeueCount: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  messageEncoding: z.optional(z.enum(['base64', 'none'])),
});

const hostJson = z.looseObject({
  version: z.literal('2.0'),
  functionTimeout: z.optional(timeSpan),
  extensionBundle: z.object({
    id: z.literal('Microsoft.Azure.Functions.ExtensionBundle'),
    version: z
      .string()
      .check(z.regex(/^[[(]\d+\.(\d+\.\d+|\*), \d+\.\d+\.\d+[\])]$/, 'Write a range such as [4.*, 5.0.0).')),
  }),
  extensions: z.optional(
    z.looseObject({
      http: z.optional(
        z.looseObject({
          routePrefix: z.optional(z.string()),
          customHeaders: z.optional(z.record(z.string(), z.string())),
        }),
      ),
      queues: z.optional(queues),
    }),
  ),
});

/** Azure's own defaults stand in for what is not said. */
export function readHostJson(appDirectory: string): HostSettings {
  const file = join(appDirectory, 'host.json');
  const parsed = z.safeParse(hostJson, JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not valid: ${z.prettifyError(parsed.error)}`);
  const { http = {}, queues: queue = {} } = parsed.data.extensions ?? {};
  const batchSize = queue.batchSize ?? 16;
  return {
    routePrefix: http.routePrefix ?? 'api',
    customHeaders: http.customHeaders ?? {},
    queues: {
      batchSize,
      newBatchThreshold: queue.newBatchThreshold ?? Math.floor(batchSize / 2),
      visibilityTimeoutMilliseconds: toMilliseconds(queue.visibilityTimeout ?? '00:00:00') ?? 0,
      maxDequeueCount: queue.maxDequeueCount ?? 5,
      messageEncoding: queue.messageEncoding ?? 'base64',
    },
  };
}
