import { type Config, type Credential, readConfig } from '../../functions/config';
import type { Graph } from '../../functions/graph/call';
import { connectAs, portsOver } from '../../functions/graph/open';
import { openTokens } from '../../functions/graph/tokens';
import type { Actor, Clock, GraphPorts, Log } from '../../functions/ports';
import { refuse } from '../../shared/result';
import { type Endpoints, readEndpoints } from '../local/endpoints';
import { functionSettings } from '../local/supervisor/function-settings';
import { Refusal, type Surroundings } from './command';

/** A tenant, real or embedded, as the command line sees it. */
export interface Tenant {
  readonly config: Config;
  /** In words: where the settings came from. */
  readonly foundIn: string;
  /** Graph as the app at run time. */
  readonly graph: Graph;
  /** Graph as the app that may make lists. */
  readonly provisioner: Graph;
  readonly ports: GraphPorts;
  readonly clock: Clock;
}

/** Who did it, in the columns of the lists. */
export const commandLine: Actor = { id: '00000000-0000-0000-0000-000000000000', name: 'Our Academies command line' };

export const clock: Clock = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** A person at a terminal waits longer than a request of the panel may. */
const patienceSeconds = 300;

interface Settings {
  readonly environment: Surroundings['environment'];
  readonly foundIn: string;
}

/** The environment where it says anything, otherwise what `npm start` wrote. */
export function findSettings({ environment, localFolder }: Surroundings): Settings {
  if (environment['TENANT_ID'] !== undefined) return { environment, foundIn: 'the environment' };
  const endpoints = readLocal(localFolder);
  if (endpoints === undefined)
    throw new Refusal(
      refuse(
        'not-found',
        'No tenant is known: start the local one with npm start, or set TENANT_ID and the other settings of the function app.',
      ).problem,
    );
  const provisioner = {
    PROVISIONER_CLIENT_ID: endpoints.provisionerClientId,
    PROVISIONER_CLIENT_SECRET: endpoints.provisionerClientSecret,
  };
  return { environment: { ...functionSettings(endpoints), ...provisioner }, foundIn: 'the local Our Academies' };
}

function readLocal(folder: string): Endpoints | undefined {
  try {
    return readEndpoints(folder);
  } catch (cause) {
    const sentence = `${folder}/endpoints.json is damaged. Start again with npm start.`;
    throw new Refusal(refuse('invalid', sentence).problem, { cause });
  }
}

export async function connect(surroundings: Surroundings): Promise<Tenant> {
  const { environment, foundIn } = findSettings(surroundings);
  const config = configOf(environment);
  await mustAnswer(config.graphOrigin);
  await mustSignIn(config);
  const graph = connectAs({ ...config, clientId: config.apiClientId, patienceSeconds }, clock);
  const provisioner = connectAs({ ...config, ...provisionerOf(environment, config), patienceSeconds }, clock);
  return { config, foundIn, graph, provisioner, clock, ports: portsOver(graph, config, clock, logTo(surroundings)) };
}

/** Asked once, so that nobody waits through all the retries for a tenant that is not there. */
async function mustAnswer(origin: string): Promise<void> {
  try {
    await fetch(origin, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    const sentence = `Nothing answers at ${origin}. Start the local one with npm start, or check the network.`;
    throw new Refusal(refuse('busy', sentence).problem, { cause });
  }
}

/** Graph's adapter takes a refused token for a lost network and tries for minutes; here it is told at once. */
async function mustSignIn({ apiClientId, authority, authorityMetadata, credential }: Config): Promise<void> {
  const proof =
    credential.by === 'secret' ? { secret: credential.secret } : { managedIdentityClientId: credential.clientId };
  const tokens = openTokens({ clientId: apiClientId, authority, authorityMetadata, credential: proof }, clock);
  await tokens.get('kept');
}

function configOf(environment: Surroundings['environment']): Config {
  try {
    return readConfig(environment);
  } catch (cause) {
    const sentence = String(cause).replace(/^Error: /, '');
    throw new Refusal(refuse('invalid', sentence).problem, { cause });
  }
}

/** An administrator may provision as another app, since the app at run time should not be able to make lists. */
function provisionerOf(
  environment: Surroundings['environment'],
  { apiClientId, credential }: Config,
): { readonly clientId: string; readonly credential: Credential } {
  const clientId = environment['PROVISIONER_CLIENT_ID'];
  const secret = environment['PROVISIONER_CLIENT_SECRET'];
  if (clientId === undefined || secret === undefined) return { clientId: apiClientId, credential };
  return { clientId, credential: { by: 'secret', secret } };
}

/** Facts hold kinds and counts only, so they may be shown. */
function logTo({ progress }: Surroundings): Log {
  const tell: Log['info'] = (sentence, facts) =>
    progress(facts === undefined ? sentence : `${sentence} ${JSON.stringify(facts)}`);
  return { info: tell, warn: tell, error: tell };
}
