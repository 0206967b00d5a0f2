import { createHash } from 'node:crypto';
import { putFile } from './graph/drives/tree';
import { makeBusy } from './graph/events/busy';
import { deliver } from './graph/mail/inbox';
import type { Seed, SeedUser } from './seed';
import type { Store } from './store';

function putUser(store: Store, user: SeedUser): void {
  const { hasMailbox = true, appRoles = {}, accountEnabled = true, ...given } = user;
  const body = {
    id: user.id.toLowerCase(),
    displayName: user.displayName,
    givenName: given.givenName ?? null,
    surname: given.surname ?? null,
    userPrincipalName: user.userPrincipalName,
    mail: given.mail ?? user.userPrincipalName,
    jobTitle: given.jobTitle ?? null,
    department: given.department ?? null,
    officeLocation: given.officeLocation ?? null,
    accountEnabled,
  };
  store.run(
    `insert into user (id, upn, mail, body, roles, mailbox) values (?, ?, ?, ?, ?, ?) on conflict (id) do update
     set upn = excluded.upn, mail = excluded.mail, body = excluded.body, roles = excluded.roles, mailbox = excluded.mailbox`,
    body.id,
    body.userPrincipalName.toLowerCase(),
    body.mail.toLowerCase(),
    JSON.stringify(body),
    JSON.stringify(appRoles),
    hasMailbox ? 1 : 0,
  );
}

function putGroup(store: Store, { id, displayName, mail, members }: NonNullable<Seed['groups']>[number]): void {
  const body = {
    id,
    displayName,
    mail: mail ?? null,
    mailEnabled: mail !== undefined,
    securityEnabled: true,
    groupTypes: [],
  };
  store.run(
    'insert into member_group (id, body) values (?, ?) on conflict (id) do update set body = excluded.body',
    id,
    JSON.stringify(body),
  );
  store.run('delete from group_member where group_id = ?', id);
  for (const member of new Set(members))
    store.run('insert into group_member (group_id, user_id) values (?, ?)', id, member.toLowerCase());
}

function putSite(store: Store, { id, displayName, name, drive }: NonNullable<Seed['sites']>[number], now: Date): void {
  const made = now.toISOString();
  const host = id.split(',')[0] ?? 'localhost';
  const body = {
    createdDateTime: made,
    id,
    lastModifiedDateTime: made,
    name,
    webUrl: `https://${host}/sites/${name}`,
    displayName,
    siteCollection: { hostname: host },
  };
  store.run(
    'insert into site (id, name, body) values (?, ?, ?) on conflict (id) do update set name = excluded.name, body = excluded.body',
    id,
    name,
    JSON.stringify(body),
  );
  store.run(
    'insert into drive (id, site, name, made) values (?, ?, ?, ?) on conflict (id) do nothing',
    drive.id,
    id,
    drive.name,
    made,
  );
}

/** Whether this was never put in before: what somebody deleted since does not come back. */
function isNew(store: Store, kind: string, what: unknown): boolean {
  const hash = createHash('sha256')
    .update(`${kind} ${JSON.stringify(what)}`)
    .digest('base64url');
  return store.run('insert into seeded (hash) values (?) on conflict (hash) do nothing', hash) > 0;
}

/** What is put in once only. */
function putOnce(store: Store, { files = [], busy = [], messages = [] }: Seed, now: Date): void {
  for (const { driveId, path, contentBase64 } of files)
    if (isNew(store, 'file', [driveId, path]))
      putFile(store, {
        drive: driveId,
        path,
        bytes: Buffer.from(contentBase64, 'base64'),
        author: 'Our Academies',
        now,
      });
  for (const one of busy) if (isNew(store, 'busy', one)) makeBusy(store, one, now);
  for (const one of messages) if (isNew(store, 'message', one)) deliver(store, one);
}

/** Puts a seed in, all or nothing; safe to repeat. Answers how many of each were given. */
export function seedStore(store: Store, seed: Seed, now: Date): Record<string, number> {
  store.atOnce(() => {
    for (const user of seed.users ?? []) putUser(store, user);
    for (const group of seed.groups ?? []) putGroup(store, group);
    for (const site of seed.sites ?? []) putSite(store, site, now);
    putOnce(store, seed, now);
  });
  return Object.fromEntries(Object.entries(seed).map(([what, given]) => [what, given?.length ?? 0]));
}
