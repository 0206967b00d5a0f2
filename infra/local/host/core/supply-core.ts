import Module from 'node:module';
import type { CoreModule } from './host-core';

/**
 * Answers `require('@azure/functions-core')`, and that id alone, wherever it is asked in this process.
 * It must stand before the app is loaded: the library asks once, and remembers a failure.
 */
export function supplyCore(core: CoreModule): () => void {
  const original = Module.prototype.require;
  // A real `function`, since `this` is the module that asks.
  function require(this: NodeJS.Module, id: string): unknown {
    return id === '@azure/functions-core' ? core : original.call(this, id);
  }
  Module.prototype.require = Object.assign(require, original);
  return () => {
    Module.prototype.require = original;
  };
}
