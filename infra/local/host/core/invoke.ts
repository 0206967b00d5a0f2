import type {
  CoreInvocationContext,
  InvocationRequest,
  InvocationResponse,
  InvocationState,
  LogCategory,
  LogLevel,
} from './core-types';
import type { HostCore, LogLine, RegisteredFunction } from './host-core';

/** One invocation in the worker's order: arguments, pre hooks, function, post hooks, response. Throws what failed. */
export async function invoke(
  core: HostCore,
  registered: RegisteredFunction,
  request: InvocationRequest,
  writeLog: (line: LogLine) => void,
): Promise<InvocationResponse> {
  const hookData = {};
  let invocationContext: unknown;

  function log(level: LogLevel, category: LogCategory, message: string): void {
    const { invocationId } = request;
    const line: LogLine = { level, category, message, invocationId, functionName: registered.metadata.name };
    const seen = { hookData, level, message, category, invocationContext };
    core.hooks.runLog(seen);
    writeLog({ ...line, level: seen.level, message: seen.message });
  }

  const coreContext: CoreInvocationContext = {
    invocationId: request.invocationId,
    request,
    metadata: registered.metadata,
    log,
  };
  const invocation = await core.model().getInvocationModel(coreContext);
  const { context, inputs } = await invocation.getArguments();
  invocationContext = context;
  const shared = { hookData, appHookData: core.appHookData, invocationContext };

  const before = { ...shared, inputs, functionCallback: registered.callback };
  await during(coreContext, 'preInvocationHooks', () => core.hooks.run('preInvocation', before));

  const after: { inputs: unknown[]; result: unknown; error: unknown } & typeof shared = {
    ...shared,
    inputs: before.inputs,
    result: undefined,
    error: undefined,
  };
  try {
    after.result = await during(coreContext, 'invocation', () =>
      invocation.invokeFunction(context, before.inputs, before.functionCallback),
    );
  } catch (error) {
    // `undefined` and `null` mean "no error" to the hooks, but somebody may throw them.
    after.error = error ?? new Error('The function threw nothing at all.');
  }
  await during(coreContext, 'postInvocationHooks', () => core.hooks.run('postInvocation', after));
  if (after.error !== undefined && after.error !== null) throw after.error;
  return invocation.getResponse(context, after.result);
}

async function during<T>(context: CoreInvocationContext, state: InvocationState, body: () => Promise<T>): Promise<T> {
  context.state = state;
  try {
    return await body();
  } finally {
    context.state = undefined;
  }
}
