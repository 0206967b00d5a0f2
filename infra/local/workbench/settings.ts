import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  academy: z.optional(z.string()),
  post: z.string(),
  task: z.optional(z.string()),
});

/** What the workbench needs of `.local/endpoints.json`. */
const endpointsSchema = z.object({
  workbench: z.string(),
  tenant: z.string(),
  functions: z.string(),
  functionsMasterKey: z.string(),
  tenantId: z.string(),
  workbenchClientId: z.string(),
  workbenchClientSecret: z.string(),
  libraryDriveId: z.string(),
  people: z.array(personSchema),
});

export type WorkbenchEndpoints = z.infer<typeof endpointsSchema>;
export type SignInPerson = z.infer<typeof personSchema>;

export function readEndpoints(file: string): WorkbenchEndpoints {
  return z.parse(endpointsSchema, JSON.parse(readFileSync(file, 'utf8')));
}
