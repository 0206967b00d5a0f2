import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const endpointsSchema = z.object({
  version: z.literal(1),
  workbench: z.url(),
  tenant: z.url(),
  functions: z.url(),
  /** Opens the functions host's administration: `x-functions-key`. */
  functionsMasterKey: z.string(),
  tenantId: z.guid(),
  panelClientId: z.guid(),
  apiClientId: z.guid(),
  apiScope: z.string(),
  apiClientSecret: z.string(),
  provisionerClientId: z.guid(),
  provisionerClientSecret: z.string(),
  workbenchClientId: z.guid(),
  workbenchClientSecret: z.string(),
  trustSiteId: z.string(),
  confidentialSiteId: z.string(),
  libraryDriveId: z.string(),
  organiserMailbox: z.string(),
  people: z.array(
    z.object({
      id: z.guid(),
      name: z.string(),
      email: z.string(),
      roles: z.array(z.string()),
      academy: z.optional(z.string()),
      post: z.string(),
      /** What is worth doing as this person first. */
      task: z.optional(z.string()),
    }),
  ),
});

/** Where everything of the local Our Academies is, and as whom to sign in. */
export type Endpoints = z.infer<typeof endpointsSchema>;
export type LocalPerson = Endpoints['people'][number];

export const endpointsFile = 'endpoints.json';

/**
 * The addresses of what `npm start` has brought up in this folder, or undefined where nothing runs.
 * @example readEndpoints('.local')?.tenant // 'http://localhost:4001'
 */
export function readEndpoints(folder: string, file = endpointsFile): Endpoints | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  return z.parse(endpointsSchema, JSON.parse(readFileSync(path, 'utf8')));
}

/** In one move: whoever waits for the file finds it whole. It holds secrets of the local tenant, so it is ours alone. */
export function writeEndpoints(folder: string, endpoints: Endpoints, file = endpointsFile): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(`${path}.new`, `${JSON.stringify(z.parse(endpointsSchema, endpoints), null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removeEndpoints(folder: string): void {
  rmSync(join(folder, endpointsFile), { force: true });
}
