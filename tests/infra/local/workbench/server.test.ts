import { type Graph, GraphRefusal } from '../../../../infra/local/workbench/graph';
import { workbenchApp } from '../../../../infra/local/workbench/server';

const ada = '11111111-1111-4111-8111-111111111111';
const endpoints = {
  workbench: 'http://localhost:4000',
  tenant: 'http://localhost:4001',
  functions: 'http://localhost:4002',
  functionsMasterKey: 'key-of-the-host',
  tenantId: 't',
  workbenchClientId: 'w',
  workbenchClientSecret: 'secret-of-the-workbench',
  libraryDriveId: 'drive',
  people: [{ id: ada, name: 'Ada Alder', email: 'ada@trust.example', roles: ['HR'], academy: '900001', post: 'HR' }],
};

/** Graph by hand: answers by path, and remembers what was asked. */
function graphWith(answers: Readonly<Record<string, unknown>>): Graph & { readonly asked: string[] } {
  const asked: string[] = [];
  const answer = async (path: string) => {
    asked.push(path);
    const found = Object.entries(answers).find(([start]) => path.startsWith(start));
    if (found === undefined) throw new GraphRefusal(404, 'Not found.');
    return found[1];
  };
  return {
    asked,
    get: answer,
    post: async (path) => void (await answer(path)),
    remove: async (path) => void (await answer(path)),
    download: async () => new Uint8Array([1, 2, 3]),
  };
}

test('the page learns who there is, with their academy’s name, and no secret', async () => {
  const graph = graphWith({ '/users?': { value: [{ id: ada, department: 'Alder Primary Academy' }] } });
  const response = await workbenchApp(endpoints, graph, '.').request('/api/start');
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({
    panelOrigin: 'http://localhost:4002',
    people: [{ ...endpoints.people[0], academy: 'Alder Primary Academy' }],
  });
  expect(text).not.toContain('secret-of-the-workbench');
});

test('nobody but the people of the demonstration can be looked at', async () => {
  const graph = graphWith({ '/users/': { value: [] } });
  const response = await workbenchApp(endpoints, graph, '.').request('/api/people/somebody/mail');
  expect(response.status).toBe(502);
  expect(graph.asked).toEqual([]);
});

test('an answer to an invitation goes to the person’s own copy', async () => {
  const graph = graphWith({ [`/users/${ada}/events/`]: {} });
  const response = await workbenchApp(endpoints, graph, '.').request(`/api/people/${ada}/events/A%2F1/answer`, {
    method: 'POST',
    body: JSON.stringify({ answer: 'accept' }),
  });
  expect([response.status, graph.asked]).toEqual([200, [`/users/${ada}/events/A%2F1/accept`]]);
});

test('what Graph refuses is told with its status', async () => {
  const response = await workbenchApp(endpoints, graphWith({}), '.').request('/api/documents');
  expect([response.status, await response.json()]).toMatchObject([502, { sentence: 'Microsoft 365 answered 404.' }]);
});

test('only built files are given out', async () => {
  const app = workbenchApp(endpoints, graphWith({}), 'infra/local/workbench');
  expect((await app.request('/..%2Fendpoints.json')).status).toBe(404);
  expect((await app.request('/nothing.js')).status).toBe(404);
});
