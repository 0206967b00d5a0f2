import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFor } from '../../../infra/cli/meetings/plan-for';
import { runCommandLine } from '../../../infra/cli/run';
import { planAndProve } from '../../../infra/cli/triads/plan-and-prove';
import { writeEndpoints } from '../../../infra/local/endpoints';
import { libraryDriveId, organiser, provisioner, type Rig, runtime, sites, tenantId } from '../../functions/graph/rig';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The answer of --json. */
  readonly json: Record<string, unknown>;
}

/** A folder with its command line, as somebody at a terminal has it. */
export interface Desk {
  readonly folder: string;
  file(name: string): string;
  run(...words: readonly string[]): Promise<Told>;
  clear(): void;
}

export function openDesk(environment: Readonly<Record<string, string>> = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  return {
    folder,
    file: (name) => join(folder, name),
    async run(...words) {
      let out = '';
      let err = '';
      const code = await runCommandLine(
        words,
        {
          environment,
          from: folder,
          localFolder: folder,
          seconds: () => performance.now() / 1000,
          progress: () => undefined,
          planTriads: planAndProve,
          planMeetings: planFor,
        },
        {
          out: (text) => {
            out += text;
          },
          err: (text) => {
            err += text;
          },
        },
      );
      return { code, out, err, json: words.includes('--json') && out !== '' ? JSON.parse(out) : {} };
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As `npm start` would leave it: the addresses of the embedded tenant. */
export function writeAddresses(
  { folder }: Pick<Desk, 'folder'>,
  { url }: Pick<Rig, 'url'>,
  secret: string = runtime.secret,
): void {
  const unused = '7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0099';
  writeEndpoints(folder, {
    version: 1,
    workbench: 'http://localhost:4899',
    tenant: url,
    functions: 'http://localhost:4898',
    functionsMasterKey: 'not asked',
    tenantId,
    panelClientId: unused,
    apiClientId: runtime.clientId,
    apiScope: `api://${runtime.clientId}/access_as_user`,
    apiClientSecret: secret,
    provisionerClientId: provisioner.clientId,
    provisionerClientSecret: provisioner.secret,
    workbenchClientId: unused,
    workbenchClientSecret: 'not asked',
    trustSiteId: sites.trust,
    confidentialSiteId: sites.confidential,
    libraryDriveId,
    organiserMailbox: organiser,
    people: [],
  });
}
