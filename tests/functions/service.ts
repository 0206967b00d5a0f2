import { HttpRequest, type HttpResponseInit } from '@azure/functions';
import type { Config } from '../../functions/config';
import { triggers } from '../../functions/triggers/registry';
import { openWorld } from '../../functions/world';
import type { Role } from '../../shared/caller';
import type { PersonReference } from '../../shared/field';
import { academy } from '../../shared/records/academy';
import { type Person, person } from '../../shared/records/person';
import { triad } from '../../shared/records/triad';
import { trust } from '../../shared/records/trust';
import { type Request, type RequestName, requests } from '../../shared/requests';
import * as make from './identity/sign';
import { type HandPorts, portsByHand } from './ports-by-hand';

/** All people and academies are invented. */
export const lead: PersonReference = { id: '11111111-1111-4111-8111-111111111111', name: 'Ada Alder' };
export const head: PersonReference = { id: '22222222-2222-4222-8222-222222222222', name: 'Ben Beech' };
export const reviewer: PersonReference = { id: '33333333-3333-4333-8333-333333333333', name: 'Cleo Cedar' };
export const office: PersonReference = { id: '44444444-4444-4444-8444-444444444444', name: 'Olu Oak' };
export const hr: PersonReference = { id: '55555555-5555-4555-8555-555555555555', name: 'Hana Holly' };
export const outsider: PersonReference = { id: '66666666-6666-4666-8666-666666666667', name: 'Per Pine' };

const key = make.makeKey('key-1');

export const config: Config = {
  tenantId: make.tenantId,
  apiClientId: make.apiClientId,
  panelClientId: make.panelClientId,
  credential: { by: 'secret', secret: 'secret' },
  authority: `https://login.microsoftonline.com/${make.tenantId}`,
  issuer: make.issuer,
  jwksUri: 'https://login.microsoftonline.com/keys',
  graphOrigin: 'https://graph.microsoft.com',
  trustSiteId: 'trust',
  confidentialSiteId: 'confidential',
  libraryDriveId: 'drive',
  organiserMailbox: 'meetings@trust.example',
  publicOrigin: 'https://our-academies.example',
  officeJsUrl: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  notices: true,
  frameAncestors: [],
};

const roleOf: Readonly<Record<string, readonly Role[]>> = {
  [lead.id]: ['Principal'],
  [head.id]: ['Principal'],
  [reviewer.id]: ['Principal'],
  [office.id]: ['TrustOffice'],
  [hr.id]: ['HR'],
  [outsider.id]: ['Staff'],
};

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
  readonly body: any;
}

export interface Call {
  readonly method: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The API over ports kept by hand: everything but Graph and the Functions host is the product. */
export function service() {
  const ports = portsByHand();
  const hints: string[] = [];
  const lines: string[] = [];
  const world = openWorld(config, ports, async () => make.publicSet(key));
  populate(ports);

  async function send(name: RequestName, who: PersonReference | undefined, call: Call): Promise<Answered> {
    const http = httpOf(name, call, who === undefined ? undefined : tokenOf(who, ports));
    const note = (sentence: string, facts?: unknown) => void lines.push(`${sentence} ${JSON.stringify(facts ?? {})}`);
    const answered = await world.answer(triggers[name], http, {
      hints: { reconcile: (mailbox) => void hints.push(mailbox) },
      log: { info: note, warn: note, error: note },
      reference: 'ref-1',
    });
    return readAnswer(answered);
  }

  /** As the panel's server.ts does it: path, If-Match, query or body from one input. */
  async function call(name: RequestName, who: PersonReference, input: Readonly<Record<string, unknown>>) {
    const request: Request = requests[name];
    const inPath = [...request.path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one as string);
    const { version, ...rest } = input;
    const params = Object.fromEntries(inPath.map((one) => [one, wireText(rest[one])]));
    const others = Object.entries(rest).filter(([one]) => !inPath.includes(one));
    const inQuery = request.method === 'GET' || request.method === 'DELETE';
    return send(name, who, {
      method: request.method,
      params,
      ...(inQuery
        ? { query: Object.fromEntries(others.map(([one, value]) => [one, wireText(value)])) }
        : { body: Object.fromEntries(others) }),
      ...(version === undefined ? {} : { headers: { 'if-match': wireText(version) } }),
    });
  }

  return { ports, hints, lines, send, call };
}

/** A value as it stands in an address. */
function wireText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

export function tokenOf(who: PersonReference, ports: Pick<HandPorts, 'clock'>, roles = roleOf[who.id] ?? []): string {
  const at = Math.floor(ports.clock.now().getTime() / 1000);
  return make.sign(key, { ...make.validClaims, oid: who.id, name: who.name, roles, iat: at, nbf: at, exp: at + 3600 });
}

function httpOf(name: RequestName, { method, params, query, headers, body }: Call, token: string | undefined) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { length } = Buffer.from(text ?? '');
  return new HttpRequest({
    method,
    url: `https://our-academies.example${requests[name].path.replace(/[{}]/g, '')}`,
    params: { ...params },
    query: { ...query },
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(length) }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: { string: text } }),
  } as ConstructorParameters<typeof HttpRequest>[0]);
}

function readAnswer({ status = 200, headers, body }: HttpResponseInit): Answered {
  const text = typeof body === 'string' ? body : '';
  return {
    status,
    headers: new Headers(headers as Record<string, string>),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export function staff(who: PersonReference, at: string | undefined, more: Partial<Person> = {}): Person {
  const email = `${who.name.toLowerCase().replace(' ', '.')}@trust.example`;
  return { who, email, academy: at, post: 'Principal', level: 'Principal', active: true, ...more };
}

export const host = '900001';

function populate(ports: HandPorts): void {
  const place = { localAuthority: 'Northshire' };
  ports.put(trust, 'trust', { name: 'Larkrise Trust', organiserMailbox: 'meetings@trust.example' });
  ports.put(academy, 'academy-900001', { urn: host, name: 'Millbrook Primary', ...place });
  ports.put(academy, 'academy-900002', { urn: '900002', name: 'Fernhill Primary', ...place });
  ports.put(academy, 'academy-900003', { urn: '900003', name: 'Elmbank Primary', ...place });
  ports.put(triad, 'triad-1', { year: '2026/27', round: 1, name: 'North', academies: [host, '900002', '900003'] });
  ports.put(person, `person-${lead.id}`, staff(lead, '900002'));
  ports.put(person, `person-${head.id}`, staff(head, host));
  ports.put(person, `person-${reviewer.id}`, staff(reviewer, '900003'));
  ports.put(person, `person-${office.id}`, staff(office, undefined, { level: 'Central team', post: 'Trust office' }));
  ports.put(person, `person-${hr.id}`, staff(hr, undefined, { level: 'Central team', post: 'HR' }));
  ports.put(person, `person-${outsider.id}`, staff(outsider, '900003', { level: 'Teacher', post: 'Teacher' }));
}
