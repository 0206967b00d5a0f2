import * as z from 'zod/mini';

const dateTimeTimeZone = z.strictObject({ dateTime: z.string(), timeZone: z.string() });

const userSchema = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  givenName: z.optional(z.string()),
  surname: z.optional(z.string()),
  userPrincipalName: z.string(),
  /** Default: the user principal name. */
  mail: z.optional(z.string()),
  jobTitle: z.optional(z.string()),
  department: z.optional(z.string()),
  officeLocation: z.optional(z.string()),
  /** A shared mailbox is a user with `accountEnabled: false`; it cannot sign in. Default true. */
  accountEnabled: z.optional(z.boolean()),
  /** Default true. */
  hasMailbox: z.optional(z.boolean()),
  /** App roles by client id. */
  appRoles: z.optional(z.record(z.string(), z.array(z.string()))),
});

const groupSchema = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  mail: z.optional(z.string()),
  members: z.array(z.string()),
});

const siteSchema = z.strictObject({
  /** `{host name},{guid},{guid}` */
  id: z.string(),
  displayName: z.string(),
  /** The last part of the path `/sites/{name}`. */
  name: z.string(),
  drive: z.strictObject({ id: z.string(), name: z.string() }),
});

/** A file of a document library; folders of its path are made. Never overwrites a file that is there. */
const fileSchema = z.strictObject({ driveId: z.string(), path: z.string(), contentBase64: z.string() });

/** Something in one mailbox's own calendar, without attendees. */
const busySchema = z.strictObject({
  /** Address or id of the user. */
  mailbox: z.string(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  subject: z.optional(z.string()),
  showAs: z.optional(z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere'])),
  location: z.optional(z.string()),
  isAllDay: z.optional(z.boolean()),
});

/** A mail in an inbox. */
const messageSchema = z.strictObject({
  mailbox: z.string(),
  from: z.string(),
  subject: z.string(),
  body: z.string(),
  contentType: z.optional(z.enum(['text', 'html'])),
  receivedDateTime: z.string(),
});

/**
 * What `POST /control/seed` takes. Users, groups and sites are put in or brought up to date by id;
 * files, busy times and messages are put in once: what somebody deletes afterwards stays deleted.
 */
export const seedSchema = z.strictObject({
  users: z.optional(z.array(userSchema)),
  groups: z.optional(z.array(groupSchema)),
  sites: z.optional(z.array(siteSchema)),
  files: z.optional(z.array(fileSchema)),
  busy: z.optional(z.array(busySchema)),
  messages: z.optional(z.array(messageSchema)),
});

export type Seed = z.infer<typeof seedSchema>;
export type SeedUser = z.infer<typeof userSchema>;
export type SeedBusy = z.infer<typeof busySchema>;
