/** Every write leaves its trace in `change`, from which delta and notifications are told; no code can forget to. */
function tracked(table: string, after: string, before: string, was: readonly [string, string]): string {
  const add = (resource: string, row: string, kind: string, span: readonly [string, string]): string =>
    `insert into change (resource, item, kind, was_from, was_until) values (${resource}, ${row}.id, '${kind}', ${span.join(', ')})`;
  return `
create trigger if not exists ${table}_created after insert on ${table} begin ${add(after, 'new', 'created', ['null', 'null'])}; end;
create trigger if not exists ${table}_updated after update on ${table} begin ${add(after, 'new', 'updated', was)}; end;
create trigger if not exists ${table}_deleted after delete on ${table} begin ${add(before, 'old', 'deleted', was)}; end;`;
}

/** Bodies are JSON text in the shape that Graph gives them; what is searched has a column of its own. */
export const schema = `
create table if not exists signing_key (kid text primary key, made integer not null, jwk text not null);
create table if not exists grant_code (id text primary key, kind text not null, expires integer not null, body text not null);
create table if not exists seeded (hash text primary key);

create table if not exists user (
  id text primary key, upn text not null unique, mail text not null, body text not null, roles text not null, mailbox integer not null);
create index if not exists user_mail on user (mail);
create table if not exists member_group (id text primary key, body text not null);
create table if not exists group_member (group_id text not null, user_id text not null, primary key (group_id, user_id));

create table if not exists site (id text primary key, name text not null unique, body text not null);
create table if not exists site_grant (
  id text primary key, site text not null, client_id text not null, name text not null, roles text not null);
create table if not exists list (
  id text primary key, site text not null, name text not null, title text not null, version integer not null,
  next_item integer not null, body text not null, unique (site, name), unique (site, title));
create table if not exists list_column (
  id text primary key, list text not null, name text not null collate nocase, position integer not null, body text not null,
  unique (list, name));
create table if not exists item (
  list text not null, id integer not null, guid text not null, version integer not null,
  fields text not null, body text not null, primary key (list, id)) without rowid;
create table if not exists item_version (
  list text not null, item integer not null, version integer not null, fields text not null, body text not null,
  primary key (list, item, version)) without rowid;
create table if not exists cell (
  list text not null, name text not null, value not null, item integer not null,
  primary key (list, name, value, item)) without rowid;
create index if not exists cell_item on cell (list, item);

create table if not exists drive (id text primary key, site text not null, name text not null, made text not null);
create table if not exists drive_item (
  id text primary key, drive text not null, parent text, name text not null collate nocase, folder integer not null,
  version integer not null, size integer not null, made text not null, changed text not null, author text not null,
  mime text not null, unique (drive, parent, name));
create table if not exists drive_content (item text primary key, bytes blob not null);

create table if not exists event (
  id text primary key, mailbox text not null, uid text not null, organiser integer not null, starts integer not null,
  ends integer not null, made integer not null, transaction_id text, digest text not null, version integer not null, body text not null);
create index if not exists event_time on event (mailbox, starts);
create index if not exists event_uid on event (uid);
create unique index if not exists event_transaction on event (mailbox, transaction_id) where transaction_id is not null;
create table if not exists event_property (
  event text not null references event (id) on delete cascade, id text not null, value text not null, primary key (event, id));
create index if not exists event_property_value on event_property (id, value);

create table if not exists message (
  id text primary key, mailbox text not null, folder text not null, received integer not null, body text not null);
create index if not exists message_time on message (mailbox, folder, received);
create table if not exists sending (mailbox text not null, at integer not null);
create index if not exists sending_time on sending (mailbox, at);

create table if not exists change (
  seq integer primary key autoincrement, resource text not null, item not null, kind text not null,
  was_from integer, was_until integer);
create index if not exists change_resource on change (resource, seq);
create table if not exists subscription (
  id text primary key, app text not null, creator text not null, resource text not null, watched text not null,
  change_types text not null, url text not null, lifecycle_url text, client_state text, expires integer not null,
  immutable integer not null, held integer not null, told_from integer not null);
create table if not exists notification (
  id integer primary key autoincrement, subscription text not null, lifecycle integer not null, body text not null,
  since integer not null, due integer not null, tries integer not null);
create table if not exists notified (one integer primary key, seq integer not null);
create table if not exists delta_token (id text primary key, made integer not null, body text not null);
${tracked('event', "'mailbox ' || new.mailbox", "'mailbox ' || old.mailbox", ['old.starts', 'old.ends'])}
${tracked('item', "'list ' || new.list", "'list ' || old.list", ['null', 'null'])}
`;
