/**
 * What the app may do at Graph, and what for. Each call names its line; a test compares the sum with what the app
 * registration asks for. `granted` is what the runtime holds, `least` what Graph's permission reference asks of an app
 * for the same call.
 *
 * Sites.Selected with the role "write" on our two sites stands for the Sites.* lines; the calendar and mail lines are
 * granted in Exchange, scoped to the organiser's mailbox, and not consented in Entra (platform facts 5.2 and 5.4).
 */
export const permissions = {
  'read lists': { granted: 'Sites.Selected', least: 'Sites.Read.All' },
  'write lists': { granted: 'Sites.Selected', least: 'Sites.ReadWrite.All' },
  'read files': { granted: 'Sites.Selected', least: 'Files.Read.All' },
  'write files': { granted: 'Sites.Selected', least: 'Files.ReadWrite.All' },
  'read events': { granted: 'Calendars.ReadWrite', least: 'Calendars.Read' },
  'follow events': { granted: 'Calendars.ReadWrite', least: 'Calendars.Read' },
  'write events': { granted: 'Calendars.ReadWrite', least: 'Calendars.ReadWrite' },
  'read free/busy': { granted: 'Calendars.ReadWrite', least: 'Calendars.ReadBasic' },
  'read people': { granted: 'User.ReadBasic.All', least: 'User.ReadBasic.All' },
  'send mail': { granted: 'Mail.Send', least: 'Mail.Send' },
  /** Held by the provisioner alone, never by the runtime. */
  'provision lists': { granted: 'Sites.Manage.All', least: 'Sites.Manage.All' },
} as const;

export type PermissionName = keyof typeof permissions;

/** What the registration of the runtime asks for. */
export const runtimePermissions: readonly string[] = [
  ...new Set(
    Object.entries(permissions)
      .filter(([name]) => name !== 'provision lists')
      .map(([, { granted }]) => granted),
  ),
].sort();
