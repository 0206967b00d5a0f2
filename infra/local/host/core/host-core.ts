import type {
  Capabilities,
  FunctionCallback,
  FunctionMetadata,
  LogCategory,
  LogLevel,
  ProgrammingModel,
} from './core-types';
import { Disposable } from './disposable';
import { createHooks, type HookCallback, type Hooks } from './hooks';
import { SystemError } from './system-errors';

export interface RegisteredFunction {
  readonly id: string;
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
}

/** What `require('@azure/functions-core')` gives inside the app. */
export interface CoreModule {
  readonly version: string;
  readonly hostVersion: string;
  readonly registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback) => Disposable;
  readonly registerHook: (name: string, callback: HookCallback) => Disposable;
  readonly setProgrammingModel: (model: ProgrammingModel) => void;
  readonly getProgrammingModel: () => ProgrammingModel;
  readonly log: (level: LogLevel, category: LogCategory, message: string) => void;
  readonly Disposable: typeof Disposable;
}

export interface HostCore {
  readonly module: CoreModule;
  readonly hooks: Hooks;
  readonly appHookData: Record<string, unknown>;
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
  readonly model: () => ProgrammingModel;
  /** appStart hooks, then the model's capabilities; afterwards nothing more can be registered. */
  finishStartUp(functionAppDirectory: string): Promise<Capabilities>;
  terminate(): Promise<void>;
}

export interface LogLine {
  level: LogLevel;
  message: string;
  readonly category: LogCategory;
  readonly invocationId?: string;
  readonly functionName?: string;
}

/** What Microsoft's worker tells the model that it can do. */
const offered = [
  'RawHttpBodyBytes',
  'RpcHttpTriggerMetadataRemoved',
  'RpcHttpBodyOnly',
  'IgnoreEmptyValuedRpcHttpHeaders',
  'UseNullableValueDictionaryForHttp',
  'WorkerStatus',
  'TypedDataCollection',
  'HandlesWorkerTerminateMessage',
] as const;

export function createCore(writeLog: (line: LogLine) => void): HostCore {
  const hooks = createHooks();
  const appHookData: Record<string, unknown> = {};
  const functions = new Map<string, RegisteredFunction>();
  let model: ProgrammingModel | undefined;
  let isStarting = true;

  function currentModel(): ProgrammingModel {
    if (model === undefined) throw new SystemError('No programming model has been registered by the app.');
    return model;
  }

  function registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Disposable {
    if (!isStarting) throw new SystemError('A function can only be registered during app startup.');
    const id = metadata.functionId ?? metadata.name;
    if (functions.has(id)) throw new SystemError(`A function with id "${id}" has already been registered.`);
    functions.set(id, { id, metadata, callback });
    return new Disposable(() => {
      if (!isStarting) throw new SystemError('A function can only be disposed during app startup.');
      functions.delete(id);
    });
  }

  return {
    hooks,
    appHookData,
    functions,
    model: currentModel,
    module: {
      version: '3.12.0',
      hostVersion: '4.1045.0',
      registerFunction,
      registerHook: hooks.register,
      setProgrammingModel: (next) => {
        model = next;
      },
      getProgrammingModel: currentModel,
      log: (level, category, message) => {
        const seen = { hookData: {}, level, message, category };
        hooks.runLog(seen);
        writeLog({ level: seen.level, category, message: seen.message });
      },
      Disposable,
    },
    async finishStartUp(functionAppDirectory) {
      await hooks.run('appStart', { hookData: {}, appHookData, functionAppDirectory });
      const capabilities = Object.fromEntries(offered.map((name) => [name, 'true']));
      const agreed = (await currentModel().getCapabilities?.(capabilities)) ?? capabilities;
      isStarting = false;
      return agreed;
    },
    terminate: () => hooks.run('appTerminate', { hookData: {}, appHookData }),
  };
}
