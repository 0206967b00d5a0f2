import { invalid, metadata, ok, Refusal, unknownHere } from '../answer';
import { nextLink } from '../links';
import { holds, pathsOf, valueAt } from '../odata/evaluate';
import type { Expression } from '../odata/expression';
import { parseFilter } from '../odata/filter';
import { select } from '../odata/select';
import { type Caller, type GraphRequest, type Handle, parameter, type Tenant } from '../request';
import { findUser, type UserBody, type UserRow, userBody } from './users-table';

const basic = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
const usual = ['businessPhones', ...basic, 'jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage'];
const wide = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const filterable = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'accountEnabled',
];
const mostClauses = 15;

/** What the caller's permission lets it see: User.ReadBasic.All gives names and addresses alone. */
export function seenUser(caller: Caller, body: UserBody, asked: string | undefined): Record<string, unknown> {
  const everything: Record<string, unknown> = {
    businessPhones: [],
    mobilePhone: null,
    preferredLanguage: null,
    ...body,
  };
  const mayAll = wide.some((permission) => caller.permissions.has(permission));
  const seen = select(everything, mayAll ? undefined : basic.join(','));
  return select(seen, asked ?? usual.join(','));
}

export const noSuchResource = (id: string): Refusal =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

function userOf(request: GraphRequest, { store }: Tenant): UserRow {
  const id = parameter(request, 'user');
  const user = findUser(store, id);
  if (!user) throw noSuchResource(id);
  return user;
}

export const getUser: Handle = (request, tenant) => {
  request.query.only('select');
  const body = userBody(userOf(request, tenant));
  return ok({
    '@odata.context': metadata('users/$entity'),
    ...seenUser(request.caller, body, request.query.get('select')),
  });
};

const clauses = (expression: Expression): number => {
  if (expression.kind === 'or') return clauses(expression.left) + clauses(expression.right);
  return expression.kind === 'in' ? expression.values.length : 1;
};

function refuseAdvanced(expression: Expression): void {
  if (expression.kind === 'and' || expression.kind === 'or') {
    refuseAdvanced(expression.left);
    refuseAdvanced(expression.right);
    return;
  }
  const advanced =
    expression.kind === 'not' ||
    (expression.kind === 'compare' && expression.operator === 'ne') ||
    (expression.kind === 'call' && expression.name !== 'startswith');
  if (advanced) throw new Refusal(400, 'Request_UnsupportedQuery', 'Unsupported Query.');
}

/** The directory's rules: fifteen alternatives at most, known properties, nothing that needs advanced queries. */
export function directoryFilter(text: string | undefined): (body: unknown) => boolean {
  if (text === undefined) return () => true;
  const expression = parseFilter(text);
  const count = clauses(expression);
  if (count > mostClauses)
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${mostClauses}.`,
    );
  const strange = pathsOf(expression).find(
    (path) => !filterable.some((name) => name.toLowerCase() === path.toLowerCase()),
  );
  if (strange !== undefined)
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property '${strange}'.`,
    );
  refuseAdvanced(expression);
  return (body) => holds(expression, body);
}

/** One page of the directory: 100 unless asked otherwise, 999 at most, with an opaque token to the next. */
export function directoryPage<Row>(
  request: GraphRequest,
  rows: readonly Row[],
): { rows: Row[]; link: Record<string, string> } {
  const top = request.query.number('top') ?? 100;
  if (top < 1 || top > 999)
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
    );
  const token = request.query.get('skiptoken');
  const from = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(from)) throw invalid('The specified page token value has expired or is not valid.');
  const page = rows.slice(from, from + top);
  if (rows.length <= from + top) return { rows: page, link: {} };
  const next = Buffer.from(String(from + top)).toString('base64url');
  return { rows: page, link: { '@odata.nextLink': nextLink(request.url, { $skiptoken: next }) } };
}

export const getUsers: Handle = (request, { store }) => {
  const { query, caller } = request;
  query.only('select', 'filter', 'top', 'orderby', 'skiptoken');
  const fits = directoryFilter(query.get('filter'));
  const order = query.get('orderby');
  if (order !== undefined && !/^(displayName|userPrincipalName)$/i.test(order))
    throw unknownHere(`$orderby=${order} of users`);
  const found = store.all<UserRow>('select * from user order by id').map(userBody).filter(fits);
  if (order !== undefined)
    found.sort((one, other) => String(valueAt(one, order)).localeCompare(String(valueAt(other, order))));
  const { rows, link } = directoryPage(request, found);
  return ok({
    '@odata.context': metadata('users'),
    ...link,
    value: rows.map((body) => seenUser(caller, body, query.get('select'))),
  });
};
