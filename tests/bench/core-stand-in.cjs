// Just enough of @azure/functions-core for the app to load and register: start-up is measured, nothing is invoked.
const Module = require('node:module');

const original = Module.prototype.require;
const disposable = { dispose: () => undefined };
const core = {
  version: '1.0.0',
  hostVersion: '4.0.0',
  Disposable: class Disposable {},
  registerFunction: () => disposable,
  registerHook: () => disposable,
  setProgrammingModel: () => undefined,
  getProgrammingModel: () => undefined,
  log: () => undefined,
};
Module.prototype.require = function require(id) {
  return id === '@azure/functions-core' ? core : original.call(this, id);
};
