import { Disposable } from './disposable';
import { SystemRangeError } from './system-errors';

export const hookNames = ['preInvocation', 'postInvocation', 'appStart', 'appTerminate', 'log'] as const;
export type HookName = (typeof hookNames)[number];
export type HookCallback = (context: object) => unknown;

export interface Hooks {
  register(name: string, callback: HookCallback): Disposable;
  /** In the order of registration, each awaited; one that throws stops the rest and its caller. */
  run(name: HookName, context: object): Promise<void>;
  /** Logging cannot wait, so neither do its hooks. */
  runLog(context: object): void;
}

export function createHooks(): Hooks {
  const registered = new Map<HookName, HookCallback[]>(hookNames.map((name) => [name, []]));

  function callbacksOf(name: HookName): HookCallback[] {
    return registered.get(name) ?? [];
  }

  return {
    register(name, callback) {
      if (!isHookName(name)) throw new SystemRangeError(`Unrecognized hook "${name}"`);
      callbacksOf(name).push(callback);
      return new Disposable(() => {
        registered.set(
          name,
          callbacksOf(name).filter((other) => other !== callback),
        );
      });
    },
    async run(name, context) {
      for (const callback of callbacksOf(name)) await callback(context);
    },
    runLog(context) {
      for (const callback of callbacksOf('log')) callback(context);
    },
  };
}

function isHookName(name: string): name is HookName {
  return hookNames.some((known) => known === name);
}
