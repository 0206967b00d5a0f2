import { randomUUID } from 'node:crypto';
import type { Binding, InvocationRequest, InvocationResponse, TypedData } from './core/core-types';
import type { HostCore, LogLine, RegisteredFunction } from './core/host-core';
import { invoke } from './core/invoke';
import { toFailureText } from './log';

export interface Invocations {
  /** Runs a function and delivers its outputs. Throws what the function threw, after logging it. */
  run(
    registered: RegisteredFunction,
    input: Omit<InvocationRequest, 'invocationId' | 'functionId'>,
  ): Promise<InvocationResponse>;
  /** Resolves when nothing runs any more. */
  settle(): Promise<void>;
}

export type Deliver = (binding: Binding, data: TypedData) => Promise<void>;

export function createInvocations(core: HostCore, writeLog: (line: LogLine) => void, deliver: Deliver): Invocations {
  const running = new Set<Promise<unknown>>();

  async function run(registered: RegisteredFunction, input: Omit<InvocationRequest, 'invocationId' | 'functionId'>) {
    const request: InvocationRequest = { ...input, invocationId: randomUUID(), functionId: registered.id };
    const about = {
      category: 'system',
      invocationId: request.invocationId,
      functionName: registered.metadata.name,
    } as const;
    const began = performance.now();
    function milliseconds(): number {
      return Math.round(performance.now() - began);
    }
    try {
      const response = await invoke(core, registered, request, writeLog);
      await deliverOutputs(registered, response, deliver);
      writeLog({ ...about, level: 'information', message: `Executed in ${milliseconds()} ms.` });
      return response;
    } catch (error) {
      writeLog({ ...about, level: 'error', message: `Failed after ${milliseconds()} ms: ${toFailureText(error)}` });
      throw error;
    }
  }

  return {
    run(registered, input) {
      const invocation = run(registered, input);
      running.add(invocation);
      const forget = (): boolean => running.delete(invocation);
      invocation.then(forget, forget);
      return invocation;
    },
    async settle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

async function deliverOutputs(
  registered: RegisteredFunction,
  response: InvocationResponse,
  deliver: Deliver,
): Promise<void> {
  const { bindings } = registered.metadata;
  for (const { name, data } of response.outputData ?? []) {
    const binding = bindings[name];
    if (binding === undefined) throw new Error(`The function gave an output "${name}" that it did not declare.`);
    await deliver(binding, data);
  }
  const returned = bindings['$return'];
  if (returned === undefined || returned.type === 'http' || !response.returnValue) return;
  await deliver(returned, response.returnValue);
}
