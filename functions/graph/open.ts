import type { Config } from '../config';
import type { Clock, GraphPorts, Log } from '../ports';
import { applySteps } from './apply-steps';
import type { Graph } from './call';
import { connectGraph } from './client';
import { followEvents } from './event-changes';
import { openFiles } from './files';
import { readBusy } from './free-busy';
import { rememberItemIds } from './item-ids';
import { openMail } from './mail';
import { readPeople } from './people';
import { readEvents } from './read-events';
import { readItems } from './read-items';
import { openSubscriptions } from './subscriptions';
import { withTeamsParts } from './teams-part';
import { inOneRequest } from './together';
import { openTokens } from './tokens';
import { writeItems } from './write-items';

type Wanted = Pick<
  Config,
  | 'apiClientId'
  | 'authority'
  | 'authorityMetadata'
  | 'credential'
  | 'graphOrigin'
  | 'trustSiteId'
  | 'confidentialSiteId'
  | 'libraryDriveId'
  | 'organiserMailbox'
>;

type Placed = Pick<Wanted, 'trustSiteId' | 'confidentialSiteId' | 'libraryDriveId' | 'organiserMailbox'>;

/** A request of the panel waits no longer than this for Microsoft 365; the reconciler comes back later. */
const patienceSeconds = 45;
const timeLimitSeconds = 30;

export type Connection = Pick<Config, 'authority' | 'credential' | 'graphOrigin'> & {
  readonly clientId: string;
  readonly authorityMetadata?: string | undefined;
  /** Seconds that one call may wait and be repeated. */
  readonly patienceSeconds: number;
};

/** Graph as an app of the tenant. Nothing is loaded or asked before the first call. */
export function connectAs(connection: Connection, clock: Clock): Graph {
  const { clientId, credential, authority, authorityMetadata, graphOrigin, patienceSeconds } = connection;
  const proof =
    credential.by === 'secret' ? { secret: credential.secret } : { managedIdentityClientId: credential.clientId };
  const tokens = openTokens({ clientId, authority, authorityMetadata, credential: proof }, clock);
  return connectGraph({ graphOrigin, tokens, clock, patienceSeconds, timeLimitSeconds, chance: Math.random });
}

/** The ports that Graph keeps. */
export function openGraph(config: Wanted, clock: Clock, log: Log): GraphPorts {
  const graph = connectAs({ ...config, clientId: config.apiClientId, patienceSeconds }, clock);
  return portsOver(graph, config, clock, log);
}

/** The same ports over a Graph that somebody else connected, such as the command line. */
export function portsOver(graph: Graph, config: Placed, clock: Clock, log: Log): GraphPorts {
  const sites = { trust: config.trustSiteId, confidential: config.confidentialSiteId };
  const itemIds = rememberItemIds();
  const asked = (over: Graph) => {
    const lists = { graph: over, sites, itemIds, log, clock };
    const events = readEvents(over);
    return {
      records: { ...readItems(lists), ...writeItems(lists) },
      calendar: {
        ...events,
        ...followEvents(over, events.eventsBetween),
        ...openSubscriptions(over),
        ...readBusy(over, config.organiserMailbox),
        prepare: (mailbox, steps) => withTeamsParts(over, mailbox, steps),
        apply: (mailbox, steps) => applySteps(over, mailbox, steps),
      },
      people: readPeople(over),
    } satisfies Pick<GraphPorts, 'records' | 'calendar' | 'people'>;
  };
  return {
    ...asked(graph),
    together: (first, rest) => inOneRequest({ graph, clock }, asked, first, rest),
    files: openFiles(graph, sites, config.libraryDriveId),
    mail: openMail(graph, config.organiserMailbox),
  };
}
