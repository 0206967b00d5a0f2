import type { FunctionMetadata } from '../../../../infra/local/host/core/core-types';
import { brokenRules } from '../../../../infra/local/host/registration-rules';

const http = { type: 'httpTrigger', direction: 'in', authLevel: 'anonymous', methods: ['GET'] } as const;
const output = { type: 'http', direction: 'out' } as const;

function httpFunction(name: string, options: Record<string, unknown> = {}): FunctionMetadata {
  return { name, bindings: { trigger: { ...http, ...options }, $return: output } };
}

function broken(...functions: FunctionMetadata[]): string[] {
  return brokenRules(functions, (text) => text);
}

test('what Azure takes is taken', () => {
  const queue = {
    type: 'queueTrigger',
    direction: 'in',
    queueName: 'work',
    connection: 'AzureWebJobsStorage',
  } as const;
  const timer = { type: 'timerTrigger', direction: 'in', schedule: '0 0 3 * * *' } as const;
  expect(
    broken(
      httpFunction('list', { route: 'reviews/{id?}' }),
      httpFunction('create', { route: 'reviews', methods: ['POST'] }),
      { name: 'listen', bindings: { q: queue } },
      { name: 'nightly', bindings: { t: timer } },
    ),
  ).toEqual([]);
});

test.each<[string, FunctionMetadata[], string]>([
  ['a name with a space', [httpFunction('two words')], 'its name must begin with a letter'],
  [
    'two functions of one name',
    [httpFunction('same', { route: 'a' }), httpFunction('Same', { route: 'b' })],
    'Two functions are named "same"',
  ],
  [
    'two functions of one route',
    [httpFunction('a', { route: 'r/{id}' }), httpFunction('b', { route: '/R/{key}' })],
    'Two functions answer GET /r/{}',
  ],
  ['no trigger', [{ name: 'a', bindings: { $return: output } }], 'it must have one trigger, and has 0'],
  ['no output for HTTP', [{ name: 'a', bindings: { t: http } }], 'an HTTP function needs an http output'],
  ['a route of the host', [httpFunction('a', { route: 'admin/x' })], 'routes under admin'],
  ['a level that is none', [httpFunction('a', { authLevel: 'user' })], 'authLevel must be'],
  [
    'a bad schedule',
    [{ name: 'a', bindings: { t: { type: 'timerTrigger', direction: 'in', schedule: 'daily' } } }],
    'the schedule "daily"',
  ],
  [
    'a queue in capitals',
    [{ name: 'a', bindings: { t: { type: 'queueTrigger', direction: 'in', queueName: 'Work', connection: 'c' } } }],
    'a queue is named by',
  ],
  [
    'an unknown binding',
    [{ name: 'a', bindings: { t: { type: 'blobTrigger', direction: 'in' } } }],
    'no binding of type "blobTrigger"',
  ],
])('%s is refused', (_what, functions, sentence) => {
  expect(broken(...functions).join('\n')).toContain(sentence);
});
