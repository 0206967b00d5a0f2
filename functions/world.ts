import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Config } from './config';
import { identifier } from './identity/caller';
import { directoryOf } from './identity/directory';
import { type FetchKeys, signingKeys } from './identity/keys';
import { tokenCheck } from './identity/token';
import type { Hints, Log, Ports } from './ports';
import { answer, type Trigger } from './request';

/** What belongs to one invocation. */
export interface Invocation {
  readonly hints: Hints;
  readonly log: Log;
  readonly reference: string;
}

export type LastingPorts = Omit<Ports, 'hints' | 'log'>;

/** The plugged-in product: config, ports and identity, opened once for each process. */
export interface World {
  readonly config: Config;
  readonly ports: LastingPorts;
  answer(one: Trigger, http: HttpRequest, invocation: Invocation): Promise<HttpResponseInit>;
}

export function openWorld(config: Config, ports: LastingPorts, fetchKeys: FetchKeys): World {
  const directory = directoryOf(ports.records, ports.clock);
  const checkToken = tokenCheck(config, signingKeys(fetchKeys, ports.clock), ports.clock);
  const identify = identifier(checkToken, ports.records, directory);
  const { publicOrigin, organiserMailbox } = config;
  return {
    config,
    ports,
    answer: (one, http, { hints, log, reference }) =>
      answer(one, http, {
        identify,
        log,
        reference,
        asked: (caller) => ({ ...ports, hints, log, caller, directory, publicOrigin, organiserMailbox }),
      }),
  };
}
