import { randomUUID } from 'node:crypto';
import { readConfig } from '../../../functions/config';
import { connectGraph } from '../../../functions/graph/client';
import { openGraph } from '../../../functions/graph/open';
import { provision } from '../../../functions/graph/provision';
import { openTokens } from '../../../functions/graph/tokens';
import { type Clock, type Log, product } from '../../../functions/ports';
import { publishEarlier } from '../demonstration/publish-earlier';
import type { Seeded } from '../demonstration/seeded';
import type { Endpoints } from '../endpoints';
import { functionSettings } from './function-settings';

const clock: Clock = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const log: Log = {
  info: () => undefined,
  warn: (sentence, facts) => console.warn(sentence, facts ?? ''),
  error: (sentence, facts) => console.error(sentence, facts ?? ''),
};

/** Makes the lists and keeps the records by the product's own code, as an administrator's first day would. */
export async function keepRecords(endpoints: Omit<Endpoints, 'people'>, records: readonly Seeded[]): Promise<void> {
  const config = readConfig(functionSettings(endpoints));
  const sites = { trust: config.trustSiteId, confidential: config.confidentialSiteId };
  const tokens = openTokens(
    {
      clientId: endpoints.provisionerClientId,
      authority: config.authority,
      authorityMetadata: config.authorityMetadata,
      credential: { secret: endpoints.provisionerClientSecret },
    },
    clock,
  );
  const limits = { patienceSeconds: 45, timeLimitSeconds: 30, chance: Math.random };
  await provision(connectGraph({ graphOrigin: config.graphOrigin, tokens, clock, ...limits }), sites, {
    whatIf: false,
  });
  const ports = openGraph(config, clock, log);
  for (const one of records) {
    const answers = await one.keep(ports.records, product);
    // What is kept under the same key and has changed since was kept by a start that was interrupted.
    const refused = answers.find((answer) => !answer.ok && answer.problem.code !== 'not-now');
    if (refused !== undefined && !refused.ok)
      throw new Error(`The demonstration's ${one.kind} was refused: ${JSON.stringify(refused.problem)}`);
  }
  const ids = { next: () => randomUUID() };
  await publishEarlier({ ...ports, clock, ids, log }, endpoints.organiserMailbox, config.publicOrigin);
}
