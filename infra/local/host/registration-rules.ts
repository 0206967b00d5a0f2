import type { Binding, FunctionMetadata } from './core/core-types';
import { parseTemplate } from './http/route-template';
import { parseSchedule } from './timers/ncrontab';

/**
 * What Azure's host asks of each function before it runs any. It leaves out a function that breaks a rule and
 * says so in a log that nobody reads; we stop.
 */
export function brokenRules(functions: readonly FunctionMetadata[], toSetting: (text: string) => string): string[] {
  return [
    ...functions.flatMap((metadata) => ofOne(metadata, toSetting)),
    ...doubledNames(functions),
    ...doubledRoutes(functions),
  ];
}

export function triggerOf(
  metadata: FunctionMetadata,
): { readonly name: string; readonly binding: Binding } | undefined {
  const [first] = triggersOf(metadata);
  return first === undefined ? undefined : { name: first[0], binding: first[1] };
}

function triggersOf(metadata: FunctionMetadata): [string, Binding][] {
  return Object.entries(metadata.bindings).filter(([, binding]) => /trigger$/i.test(binding.type));
}

function ofOne(metadata: FunctionMetadata, toSetting: (text: string) => string): string[] {
  const broken: string[] = [];
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,127}$/.test(metadata.name))
    broken.push('its name must begin with a letter, and hold letters, digits, "-" and "_" alone');
  const triggers = triggersOf(metadata);
  if (triggers.length !== 1) broken.push(`it must have one trigger, and has ${triggers.length}`);
  for (const [name, binding] of Object.entries(metadata.bindings)) {
    const sentence = ofBinding(binding, metadata, toSetting);
    if (sentence !== undefined) broken.push(`binding "${name}": ${sentence}`);
  }
  return broken.map((sentence) => `Function "${metadata.name}": ${sentence}.`);
}

function ofBinding(
  binding: Binding,
  metadata: FunctionMetadata,
  toSetting: (text: string) => string,
): string | undefined {
  switch (binding.type) {
    case 'httpTrigger':
      return ofHttpTrigger(binding, metadata);
    case 'timerTrigger':
      return ofTimerTrigger(binding, toSetting);
    case 'queueTrigger':
    case 'queue':
      return ofQueue(binding, toSetting);
    case 'http':
      return binding.direction === 'out' ? undefined : 'an http binding only goes out';
    default:
      return `this host knows no binding of type "${binding.type}"`;
  }
}

function ofHttpTrigger(binding: Binding, metadata: FunctionMetadata): string | undefined {
  if (!['anonymous', 'function', 'admin'].includes(String(binding['authLevel'])))
    return 'authLevel must be anonymous, function or admin';
  const methods = binding['methods'];
  if (!Array.isArray(methods) || methods.length === 0) return 'it needs at least one method';
  if (!Object.values(metadata.bindings).some(({ type, direction }) => type === 'http' && direction === 'out'))
    return 'an HTTP function needs an http output';
  const route = routeOf(binding, metadata);
  if (/^\/?(admin|runtime)(\/|$)/i.test(route)) return 'routes under admin and runtime belong to the host';
  const template = parseTemplate(route);
  return template.ok ? undefined : template.sentence;
}

/** Without a route Azure takes the function's name. */
export function routeOf(binding: Binding, metadata: FunctionMetadata): string {
  return typeof binding['route'] === 'string' ? binding['route'] : metadata.name;
}

function ofTimerTrigger(binding: Binding, toSetting: (text: string) => string): string | undefined {
  if (typeof binding['schedule'] !== 'string') return 'a timer needs a schedule';
  const parsed = parseSchedule(toSetting(binding['schedule']));
  if (!parsed.ok) return parsed.sentence;
  if (binding['runOnStartup'] === true) return 'runOnStartup would run it at every new instance: leave it out';
  return undefined;
}

/** https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata */
function ofQueue(binding: Binding, toSetting: (text: string) => string): string | undefined {
  if (typeof binding['queueName'] !== 'string') return 'a queue needs a queueName';
  if (!/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(toSetting(binding['queueName'])))
    return 'a queue is named by 3 to 63 small letters and digits, with single hyphens between them';
  if (typeof binding['connection'] !== 'string') return 'a queue needs the name of its connection setting';
  return undefined;
}

function doubledNames(functions: readonly FunctionMetadata[]): string[] {
  return doubled(functions.map(({ name }) => name.toLowerCase())).map((name) => `Two functions are named "${name}".`);
}

function doubledRoutes(functions: readonly FunctionMetadata[]): string[] {
  const routes = functions.flatMap((metadata) => {
    const trigger = triggerOf(metadata);
    if (trigger?.binding.type !== 'httpTrigger') return [];
    const methods = Array.isArray(trigger.binding['methods']) ? trigger.binding['methods'] : [];
    // Two parameters at the same place clash whatever their names are.
    const shape = routeOf(trigger.binding, metadata)
      .toLowerCase()
      .replace(/^\/|\/$/g, '')
      .replace(/\{\*?[^}:?]*/g, '{');
    return methods.map((method) => `${String(method).toUpperCase()} /${shape}`);
  });
  return doubled(routes).map((route) => `Two functions answer ${route}.`);
}

function doubled(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
