import { metadata, ok } from '../answer';
import { select } from '../odata/select';
import { type Handle, parameter } from '../request';
import { directoryFilter, directoryPage, noSuchResource, seenUser } from './users';
import { findUser, type UserRow, userBody } from './users-table';

interface GroupRow {
  readonly id: string;
  readonly body: string;
}

const groupBody = (row: GroupRow): Record<string, unknown> => JSON.parse(row.body) as Record<string, unknown>;

export const getGroups: Handle = (request, { store }) => {
  request.query.only('select', 'filter', 'top', 'skiptoken');
  const fits = directoryFilter(request.query.get('filter'));
  const found = store.all<GroupRow>('select * from member_group order by id').map(groupBody).filter(fits);
  const { rows, link } = directoryPage(request, found);
  return ok({
    '@odata.context': metadata('groups'),
    ...link,
    value: rows.map((body) => select(body, request.query.get('select'))),
  });
};

export const getGroup: Handle = (request, { store }) => {
  request.query.only('select');
  const id = parameter(request, 'group');
  const row = store.get<GroupRow>('select * from member_group where id = ?', id);
  if (!row) throw noSuchResource(id);
  return ok({ '@odata.context': metadata('groups/$entity'), ...select(groupBody(row), request.query.get('select')) });
};

export const getMembers: Handle = (request, { store }) => {
  request.query.only('select', 'top', 'skiptoken');
  const id = parameter(request, 'group');
  if (!store.get('select id from member_group where id = ?', id)) throw noSuchResource(id);
  const members = store.all<UserRow>(
    'select user.* from user join group_member on group_member.user_id = user.id where group_id = ? order by user.id',
    id,
  );
  const { rows, link } = directoryPage(request, members);
  const value = rows.map((row) => ({
    '@odata.type': '#microsoft.graph.user',
    ...seenUser(request.caller, userBody(row), request.query.get('select')),
  }));
  return ok({ '@odata.context': metadata('directoryObjects'), ...link, value });
};

export const getMemberOf: Handle = (request, { store }) => {
  request.query.only('select', 'top', 'skiptoken');
  const id = parameter(request, 'user');
  const user = findUser(store, id);
  if (!user) throw noSuchResource(id);
  const groups = store.all<GroupRow>(
    'select member_group.* from member_group join group_member on group_member.group_id = member_group.id where user_id = ? order by id',
    user.id,
  );
  const { rows, link } = directoryPage(request, groups);
  const value = rows.map((row) => ({
    '@odata.type': '#microsoft.graph.group',
    ...select(groupBody(row), request.query.get('select')),
  }));
  return ok({ '@odata.context': metadata('directoryObjects'), ...link, value });
};
