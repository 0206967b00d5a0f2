import type { InvocationModel, ProgrammingModel } from '../../../../../infra/local/host/core/core-types';
import { createCore, type LogLine } from '../../../../../infra/local/host/core/host-core';
import { invoke } from '../../../../../infra/local/host/core/invoke';

const metadata = { name: 'greet', bindings: { t: { type: 'httpTrigger', direction: 'in' } } } as const;

function modelWith(seen: string[]): ProgrammingModel {
  return {
    name: 'test',
    version: '1',
    getInvocationModel: (context): InvocationModel => ({
      getArguments: async () => ({ context: { marked: true }, inputs: ['in'] }),
      invokeFunction: async (_context, inputs, callback) => {
        seen.push(`invoke while ${context.state}`);
        return callback(...inputs);
      },
      getResponse: async (_context, result) => {
        seen.push(`respond while ${context.state}`);
        return { invocationId: context.invocationId, returnValue: { string: String(result) } };
      },
    }),
  };
}

test('one invocation runs in the worker’s order, and hooks share their data', async () => {
  const seen: string[] = [];
  const core = createCore(() => undefined);
  core.module.setProgrammingModel(modelWith(seen));
  core.module.registerFunction(metadata, (name) => `hello ${name}`);
  core.module.registerHook('preInvocation', (context) => {
    Object.assign(context, { inputs: ['everybody'] });
    Object.assign(Reflect.get(context, 'hookData'), { from: 'pre' });
    seen.push('pre');
  });
  core.module.registerHook('postInvocation', (context) => {
    seen.push(`post ${Reflect.get(Reflect.get(context, 'hookData'), 'from')} ${Reflect.get(context, 'result')}`);
    Object.assign(context, { result: 'changed' });
  });
  await core.finishStartUp('/app');
  const registered = core.functions.get('greet');
  if (registered === undefined) throw new Error('Not registered.');
  const request = { invocationId: 'i', functionId: 'greet', inputData: [] };
  expect(await invoke(core, registered, request, () => undefined)).toEqual({
    invocationId: 'i',
    returnValue: { string: 'changed' },
  });
  expect(seen).toEqual(['pre', 'invoke while invocation', 'post pre hello everybody', 'respond while undefined']);
});

test('a name cannot be registered twice, and nothing after start-up', async () => {
  const core = createCore(() => undefined);
  core.module.setProgrammingModel(modelWith([]));
  core.module.registerFunction(metadata, () => undefined);
  expect(() => core.module.registerFunction(metadata, () => undefined)).toThrow('already been registered');
  await core.finishStartUp('/app');
  expect(() => core.module.registerFunction({ ...metadata, name: 'late' }, () => undefined)).toThrow(
    'A function can only be registered during app startup.',
  );
});

test('an unknown hook is a system RangeError', () => {
  const core = createCore(() => undefined);
  expect(() => core.module.registerHook('afterwards', () => undefined)).toThrow(RangeError);
  expect(() => core.module.registerHook('afterwards', () => undefined)).toThrow(
    expect.objectContaining({ isAzureFunctionsSystemError: true }),
  );
});

test('a log hook may change what is written', () => {
  const lines: LogLine[] = [];
  const core = createCore((line) => lines.push(line));
  const hook = core.module.registerHook('log', (context) =>
    Object.assign(context, { message: 'softened', level: 'warning' }),
  );
  core.module.log('error', 'user', 'harsh');
  hook.dispose();
  core.module.log('error', 'user', 'harsh');
  expect(lines.map(({ level, message }) => ({ level, message }))).toEqual([
    { level: 'warning', message: 'softened' },
    { level: 'error', message: 'harsh' },
  ]);
});
