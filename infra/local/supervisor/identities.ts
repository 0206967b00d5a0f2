import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeAtomically } from '../atomic-file';

const identities = z.object({
  tenantId: z.guid(),
  panelClientId: z.guid(),
  apiClientId: z.guid(),
  apiClientSecret: z.string(),
  provisionerClientId: z.guid(),
  provisionerClientSecret: z.string(),
  workbenchClientId: z.guid(),
  workbenchClientSecret: z.string(),
  trustSiteId: z.string(),
  confidentialSiteId: z.string(),
  libraryDriveId: z.string(),
  domain: z.string(),
  organiserMailbox: z.string(),
});

/** Every id and secret of one local trust. */
export type Identities = Readonly<z.infer<typeof identities>>;

const domain = 'beacon.example';

/** Made at the first start in this folder, and the same from then on: they stand in the tenant's database. */
export function keepIdentities(folder: string): Identities {
  const file = join(folder, 'identities.json');
  if (existsSync(file)) return z.parse(identities, JSON.parse(readFileSync(file, 'utf8')));
  const fresh = newIdentities();
  writeAtomically(file, JSON.stringify(fresh, null, 2));
  return fresh;
}

function newIdentities(): Identities {
  return {
    tenantId: randomUUID(),
    panelClientId: randomUUID(),
    apiClientId: randomUUID(),
    apiClientSecret: secret(),
    provisionerClientId: randomUUID(),
    provisionerClientSecret: secret(),
    workbenchClientId: randomUUID(),
    workbenchClientSecret: secret(),
    trustSiteId: siteId(),
    confidentialSiteId: siteId(),
    libraryDriveId: `b!${randomBytes(32).toString('base64url')}`,
    domain,
    organiserMailbox: `meetings@${domain}`,
  };
}

function siteId(): string {
  return `localhost,${randomUUID()},${randomUUID()}`;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
