import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { requests } from '../shared/requests';
import { type Config, isOnAzure, readConfig } from './config';
import { assetsIn } from './pages/assets';
import { openPage } from './pages/open-page';
import { panelPage, redirectPage } from './pages/panel-page';
import type { Clock, Log, Ports } from './ports';
import { registerCall, registerHook, registerPage, registerReconcile, registerTimer } from './register';
import type { Invocation, World } from './world';

/** Plugs the product together: Graph into the ports, triggers into Azure Functions. Heavy parts load when first used. */
const clock: Clock = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** For what happens outside an invocation; Azure takes it from standard output. */
const processLog: Log = {
  info: (sentence, facts) => console.info(sentence, facts ?? ''),
  warn: (sentence, facts) => console.warn(sentence, facts ?? ''),
  error: (sentence, facts) => console.error(sentence, facts ?? ''),
};

let config: Config | undefined;
let world: Promise<World> | undefined;

function configured(): Config {
  config ??= readConfig(process.env);
  return config;
}

async function open(): Promise<World> {
  const { openGraph, openWorld, proofsInWorker } = await import('./later');
  const settings = configured();
  const graph = openGraph(settings, clock, processLog);
  const proofs = proofsInWorker(path.join(__dirname, 'proof-worker.js'));
  return openWorld(settings, { ...graph, clock, ids: { next: randomUUID }, proofs }, () => fetchKeys(settings.jwksUri));
}

function opened(): Promise<World> {
  world ??= open().catch((error) => {
    world = undefined;
    throw error;
  });
  return world;
}

async function fetchKeys(address: string): Promise<unknown> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`The signing keys were answered with ${response.status}.`);
  return response.json();
}

async function portsFor({ hints, log }: Invocation): Promise<Ports> {
  return { ...(await opened()).ports, hints, log };
}

function registerPages(): void {
  const asset = assetsIn(path.join(__dirname, 'panel'));
  const nonce = () => randomBytes(16).toString('base64');
  registerPage('panel', 'panel/{*path}', (http) => {
    const name = http.params['path'] ?? '';
    if (name === '') return panelPage(configured(), nonce());
    return name === 'signed-in' ? redirectPage(configured(), nonce()) : asset(name, http);
  });
  registerPage('openLink', 'open/{kind}/{key}', (http) => openPage(http.params['kind']));
  registerPage('openapi', 'api/openapi.json', async () => (await import('./later')).openapiPage(configured()));
}

function registerTimers(): void {
  registerTimer('reconcileNightly', '0 30 2 * * *', async (invocation, look) => {
    const { lookNightly } = await import('./later');
    await lookNightly(await portsFor(invocation), configured(), look);
  });
  registerTimer('keepSubscribed', '0 10 * * * *', async (invocation) => {
    const { notices, organiserMailbox } = configured();
    const { keepSubscribed } = await import('./later');
    if (notices) await keepSubscribed(organiserMailbox, await portsFor(invocation), configured());
  });
  registerTimer('sweep', '0 */5 * * * *', async (invocation) => {
    const { sweep } = await import('./later');
    await sweep(await portsFor(invocation), configured().organiserMailbox);
  });
  registerTimer('chaseMorning', '0 30 6,7 * * 1-5', async (invocation) => {
    const { chaseMorning, isChasingHour } = await import('./later');
    if (isChasingHour(clock.now())) await chaseMorning(await portsFor(invocation), configured());
  });
  registerTimer('purgeExpired', '0 15 3 * * *', async (invocation) => {
    const { purgeExpired } = await import('./later');
    await purgeExpired(await portsFor(invocation));
  });
}

function registerAll(): void {
  for (const request of Object.values(requests))
    registerCall(request, async (http, invocation) => {
      const [{ triggers }, { answer }] = await Promise.all([import('./later'), opened()]);
      return answer(triggers[request.name as keyof typeof triggers], http, invocation);
    });
  registerPages();
  registerTimers();
  registerHooks();
  registerReconcile(async (hint, invocation, again) => {
    const { lookIn, looker, reconciler, reconcileMailbox } = await import('./later');
    const settings = configured();
    const look = lookIn(hint, settings.organiserMailbox);
    if (look === undefined) {
      bringUpToDate ??= reconciler();
      return bringUpToDate(hint, await portsFor(invocation), settings, reconcileMailbox);
    }
    lookAgain ??= looker();
    await lookAgain(look, await portsFor(invocation), settings, again);
  });
}

let bringUpToDate: ReturnType<typeof import('./later')['reconciler']> | undefined;
let lookAgain: ReturnType<typeof import('./later')['looker']> | undefined;
let secret: ReturnType<typeof import('./later')['rememberedSecret']> | undefined;

/** Notices and what Graph says of the subscription itself are heard alike. */
function registerHooks(): void {
  const hear: Parameters<typeof registerHook>[2] = async (http, { log }, look) => {
    const [{ outlookHook, rememberedSecret }, { ports }] = await Promise.all([import('./later'), opened()]);
    const { organiserMailbox: mailbox } = configured();
    secret ??= rememberedSecret(mailbox, ports);
    return outlookHook(http, { mailbox, clock, log, secret, look });
  };
  registerHook('outlookNotices', 'api/hooks/outlook', hear);
  registerHook('outlookLifecycle', 'api/hooks/outlook/lifecycle', hear);
}

// On Azure a wrong setting stops the start with its sentence. Elsewhere the functions can still be listed without any
// settings, and the sentence comes with the first call.
if (isOnAzure(process.env)) configured();
registerAll();
