import * as z from 'zod/mini';

const guid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Give a GUID in lower case.'));

const siteRoleSchema = z.enum(['read', 'write', 'owner', 'fullcontrol']);

/** One app registration together with what an administrator has consented to. */
const appSchema = z.strictObject({
  clientId: guid,
  displayName: z.string(),
  kind: z.enum(['spa', 'confidential']),
  secret: z.optional(z.string()),
  /** Managed identities and other issuers whose assertion stands for the secret. */
  federatedCredentials: z.optional(z.array(z.strictObject({ subject: z.string(), audience: z.string() }))),
  redirectUris: z.optional(z.array(z.string())),
  /** Name of the exposed scope; its full name is `api://{clientId}/{scope}`. */
  scope: z.optional(z.string()),
  /** App roles that users can be given for this app; see `appRoles` of a seeded user. */
  appRoles: z.optional(z.array(z.string())),
  /** Application permissions on Microsoft Graph. */
  graphPermissions: z.optional(z.array(z.string())),
  /** Delegated permissions on Microsoft Graph, for on-behalf-of. */
  delegatedPermissions: z.optional(z.array(z.string())),
  /** What Sites.Selected stands for. */
  siteGrants: z.optional(z.array(z.strictObject({ site: z.string(), roles: z.array(siteRoleSchema) }))),
  /** RBAC for Applications in Exchange: roles that hold for these mailboxes alone and are not in the token. */
  exchangeRoles: z.optional(
    z.array(z.strictObject({ permissions: z.array(z.string()), mailboxes: z.array(z.string()) })),
  ),
});

/** What `TENANT_SETTINGS` points at. */
export const settingsSchema = z.strictObject({
  port: z.number(),
  databaseFile: z.string(),
  tenantId: guid,
  /** The trust's domain, e.g. `beacon.example`. */
  domain: z.string(),
  displayName: z.optional(z.string()),
  apps: z.array(appSchema),
  accessTokenSeconds: z.optional(z.number()),
  /** How long every call of Graph takes at least, in milliseconds; so that calls overlap as they do in life. */
  latencyMilliseconds: z.optional(z.number()),
  /** More than 30 messages a minute from one mailbox: only counted, or refused with 429. */
  sendingLimit: z.optional(z.enum(['count', 'refuse'])),
});

export type App = z.infer<typeof appSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SiteRole = z.infer<typeof siteRoleSchema>;
