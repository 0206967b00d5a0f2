// A small function app on the real programming model, for the host's tests.
const { app, output } = require('@azure/functions');

const work = output.storageQueue({ queueName: 'work', connection: 'AzureWebJobsStorage' });
const heard = [];

app.hook.preInvocation((context) => {
  context.hookData.seen = true;
  if (context.invocationContext.functionName === 'hooked')
    context.functionHandler = () => ({ body: 'replaced by a hook' });
});
app.hook.postInvocation((context) => {
  if (context.invocationContext.functionName === 'rescued') {
    context.error = undefined;
    context.result = { body: `rescued, hook data kept: ${context.hookData.seen}` };
  }
});
app.hook.appTerminate(() => console.log('terminated cleanly'));

app.http('echo', {
  route: 'echo/{id:int?}',
  methods: ['GET', 'POST'],
  authLevel: 'anonymous',
  handler: async (request) => ({
    status: 201,
    headers: { 'x-answer': 'yes' },
    cookies: [{ name: 'c', value: 'v', httpOnly: true, sameSite: 'Strict', maxAge: 60 }],
    jsonBody: {
      method: request.method,
      url: request.url,
      params: request.params,
      query: Object.fromEntries(request.query),
      user: request.user,
      principal: request.headers.get('x-ms-client-principal'),
      body: await request.text(),
    },
  }),
});
app.http('files', {
  route: 'files/{*path}',
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: (request) => ({
    body: new Uint8Array([0, 255, 10]),
    headers: { 'content-type': request.params.path ?? '' },
  }),
});
app.http('file-list', {
  route: 'files/list',
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: () => ({ body: 'list' }),
});
app.http('hooked', { methods: ['GET'], authLevel: 'anonymous', handler: () => ({ body: 'never' }) });
app.http('rescued', {
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: () => {
    throw new Error('rescue me');
  },
});
app.http('broken', {
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: () => {
    throw new Error('a secret of the inside');
  },
});
app.http('silent', { methods: ['GET'], authLevel: 'anonymous', handler: () => undefined });
app.http('empty', { methods: ['DELETE'], authLevel: 'anonymous', handler: () => ({ status: 204 }) });
app.http('locked', { methods: ['GET'], authLevel: 'function', handler: () => ({ body: 'open' }) });
app.http('enqueue', {
  methods: ['POST'],
  authLevel: 'anonymous',
  extraOutputs: [work],
  handler: async (request, context) => {
    context.extraOutputs.set(work, await request.json());
    return { status: 202 };
  },
});
app.http('heard', { methods: ['GET'], authLevel: 'anonymous', handler: () => ({ jsonBody: heard }) });
app.storageQueue('listen', {
  queueName: 'work',
  connection: 'AzureWebJobsStorage',
  handler: (message, context) => {
    heard.push({ message, dequeueCount: context.triggerMetadata.dequeueCount });
    if (message.fails === true) throw new Error('cannot do this');
  },
});
app.timer('tick', {
  schedule: '%TICK%',
  handler: (timer, context) => {
    heard.push({ tick: timer.isPastDue, next: timer.scheduleStatus?.next });
    context.log('tick heard');
  },
});
const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
app.timer('morning', {
  schedule: '%MORNING%',
  handler: (timer, context) => {
    if (london.format(new Date()) !== '07:30') return;
    heard.push({ morning: new Date().toISOString().slice(0, 16), isPastDue: timer.isPastDue });
    context.extraOutputs.set(work, { from: new Date().toISOString().slice(0, 16) });
  },
  extraOutputs: [work],
});
