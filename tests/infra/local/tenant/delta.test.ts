import * as fc from 'fast-check';
import '../../../seed';
import { type Call, ids, type Reply, type Rig, startRig } from './harness';

let rig: Rig;
let graph: Call;
const mine = `/users/${ids.organiser}`;
const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z';
const site = `/sites/${ids.site}/lists`;

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.everything);
});
afterEach(() => rig.stop());

const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
const meeting = (subject: string, day = '2026-11-25', more: object = {}) => ({
  subject,
  start: at(`${day}T15:45:00`),
  end: at(`${day}T17:00:00`),
  ...more,
});
const made = async (subject: string, day?: string, more?: object): Promise<string> =>
  (await graph('POST', `${mine}/events`, meeting(subject, day, more))).body.id;

const follow = (link: string, headers?: Record<string, string>): Promise<Reply> => {
  expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
  return graph('GET', link.replace('https://graph.microsoft.com/v1.0', ''), undefined, headers);
};

/** A whole round: all pages, and the link that the next round begins with. */
async function round(first: Reply, headers?: Record<string, string>) {
  // biome-ignore lint/suspicious/noExplicitAny: entries of every shape.
  const entries: any[] = [];
  let pages = 1;
  for (let page = first; ; pages += 1) {
    expect(page.status).toBe(200);
    entries.push(...page.body.value);
    const next = page.body['@odata.nextLink'];
    if (next === undefined) return { entries, pages, link: String(page.body['@odata.deltaLink']) };
    expect(page.body['@odata.deltaLink']).toBeUndefined();
    page = await follow(next, headers);
  }
}

const begin = (headers?: Record<string, string>) =>
  graph('GET', `${mine}/calendarView/delta?${window}`, undefined, headers);

describe('events', () => {
  test('the first round lists the window in pages of the size preferred; the next tells only what changed', async () => {
    for (const subject of ['a', 'b', 'c', 'd', 'e']) await made(subject);
    await made('outside', '2027-01-10');
    const headers = { Prefer: 'odata.maxpagesize=2' };
    const whole = await round(await begin(headers), headers);
    expect(whole.pages).toBe(3);
    expect(whole.entries.map(({ subject }) => subject).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    const quiet = await round(await follow(whole.link));
    expect(quiet.entries).toEqual([]);
    const more = await made('f');
    const changes = await round(await follow(quiet.link));
    expect(changes.entries).toMatchObject([{ id: more, subject: 'f', '@odata.type': '#microsoft.graph.event' }]);
    expect((await round(await follow(quiet.link))).entries).toHaveLength(1);
  });

  test('an answer, a move and a removal are changes', async () => {
    const attendees = [{ emailAddress: { address: 'ash.ridley@beacon.example' } }];
    const asked = await made('asked', undefined, { attendees });
    const moved = await made('moved');
    const gone = await made('gone');
    const { link } = await round(await begin());
    const [copy] = (await graph('GET', `/users/${ids.ash}/events`)).body.value;
    await graph('POST', `/users/${ids.ash}/events/${copy.id}/accept`, {});
    await graph('PATCH', `${mine}/events/${moved}`, { start: at('2026-11-26T09:00'), end: at('2026-11-26T10:00') });
    await graph('DELETE', `${mine}/events/${gone}`);
    const { entries } = await round(await follow(link));
    expect(entries).toMatchObject([
      { id: asked, attendees: [{ status: { response: 'accepted' } }] },
      { id: moved, start: { dateTime: '2026-11-26T09:00:00.0000000' } },
      { id: gone, '@removed': { reason: 'deleted' } },
    ]);
  });

  test('what leaves the window is removed, what comes into it is told, what stays outside is not', async () => {
    const leaves = await made('leaves');
    const comes = await made('comes', '2027-01-10');
    const outside = await made('outside', '2027-01-10');
    const { link } = await round(await begin());
    const to = (day: string) => ({ start: at(`${day}T09:00`), end: at(`${day}T10:00`) });
    await graph('PATCH', `${mine}/events/${leaves}`, to('2027-02-01'));
    await graph('PATCH', `${mine}/events/${comes}`, to('2026-11-10'));
    await graph('PATCH', `${mine}/events/${outside}`, to('2027-02-01'));
    const { entries } = await round(await follow(link));
    expect(entries.map(({ id }) => id)).toEqual([leaves, comes]);
    expect(entries[0]['@removed']).toBeDefined();
  });

  test('what changes while the pages are turned comes twice, the last is the latest', async () => {
    const all = [await made('a'), await made('b'), await made('c')];
    const headers = { Prefer: 'odata.maxpagesize=1' };
    const first = await begin(headers);
    const [{ id }] = first.body.value;
    await graph('PATCH', `${mine}/events/${id}`, { subject: 'changed' });
    const { entries } = await round(first, headers);
    expect(entries.map((entry) => entry.id).sort()).toEqual([...all, id].sort());
    expect(entries.filter((entry) => entry.id === id).at(-1).subject).toBe('changed');
  });

  test('ids are immutable where they are asked for, also of what was removed', async () => {
    const id = await made('a');
    const headers = { Prefer: 'IdType="ImmutableId"' };
    const first = await round(await begin(headers), headers);
    const [{ id: immutable }] = first.entries;
    expect(immutable).not.toBe(id);
    await graph('DELETE', `${mine}/events/${id}`);
    const { entries } = await round(await follow(first.link, headers), headers);
    expect(entries).toEqual([{ id: immutable, '@removed': { reason: 'deleted' } }]);
  });

  test.each([
    '$select=subject',
    '$filter=subject eq 1',
    '$expand=singleValueExtendedProperties',
    '$orderby=subject',
    '$top=5',
  ])('%s is refused', async (option) => {
    const { status, body } = await graph('GET', `${mine}/calendarView/delta?${window}&${option}`);
    expect([status, body.error.code]).toEqual([400, 'ErrorInvalidUrlQuery']);
  });

  test('there is no delta without a window, nor of /events, nor without the permission', async () => {
    expect((await graph('GET', `${mine}/calendarView/delta`)).body.error.code).toBe('ErrorInvalidParameter');
    expect((await graph('GET', `${mine}/events/delta`)).body.error.message).toContain(
      'Change tracking is not supported',
    );
    const api = await rig.as(ids.api);
    expect((await api('GET', `/users/${ids.ash}/calendarView/delta?${window}`)).status).toBe(403);
    expect((await api('GET', `${mine}/calendarView/delta?${window}`)).status).toBe(200);
  });

  test('a token of another mailbox and an invented one are not known', async () => {
    const { link } = await round(await begin());
    const answer = await follow(link.replace(ids.organiser, ids.ash));
    expect([answer.status, answer.body.error.code]).toEqual([404, 'syncStateNotFound']);
    expect((await graph('GET', `${mine}/calendarView/delta?$deltatoken=invented`)).status).toBe(404);
  });

  test('an old token is answered with 410 and the address to begin again', async () => {
    await made('a');
    const { link } = await round(await begin());
    await rig.control('POST', '/delta', { tokenDays: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await follow(link);
    expect([answer.status, answer.body.error.code]).toEqual([410, 'resyncRequired']);
    await rig.control('DELETE', '/delta');
    const again = await round(await follow(String(answer.headers.get('location'))));
    expect(again.entries).toHaveLength(1);
  });

  test('on demand tokens are refused so many times, and entries repeated', async () => {
    await made('a');
    await rig.control('POST', '/delta', { refuse: 'syncStateNotFound', times: 1, only: mine, repeat: true });
    const { link, entries } = await round(await begin());
    expect(entries).toHaveLength(2);
    expect((await follow(link)).body.error.code).toBe('syncStateNotFound');
    expect((await follow(link)).status).toBe(200);
  });
});

describe('list items', () => {
  let list: string;
  beforeEach(async () => {
    const { body } = await graph('POST', site, {
      displayName: 'Meetings',
      list: { template: 'genericList' },
      columns: [{ name: 'Key', text: {} }],
    });
    list = `${site}/${body.id}/items`;
  });
  const add = async (Key: string): Promise<string> => (await graph('POST', list, { fields: { Key } })).body.id;

  test('the options of the first call hold for the whole round and those after', async () => {
    for (const key of ['a', 'b', 'c']) await add(key);
    const whole = await round(await graph('GET', `${list}/delta?$expand=fields($select=Key)&$top=2`));
    expect(whole.pages).toBe(2);
    expect(whole.entries.map(({ fields }) => fields.Key)).toEqual(['a', 'b', 'c']);
    expect(whole.entries[0].fields.Title).toBeUndefined();
    await graph('PATCH', `${list}/1/fields`, { Key: 'x' });
    await graph('PATCH', `${list}/1/fields`, { Key: 'y' });
    await graph('DELETE', `${list}/2`);
    const { entries } = await round(await follow(whole.link));
    expect(entries).toMatchObject([
      { id: '1', fields: { Key: 'y' } },
      { id: '2', deleted: { state: 'deleted' } },
    ]);
  });

  test('token=latest tells nothing, and all that comes after', async () => {
    await add('a');
    const latest = await round(await graph('GET', `${list}/delta?token=latest&$expand=fields`));
    expect(latest.entries).toEqual([]);
    const id = await add('b');
    expect((await round(await follow(latest.link))).entries).toMatchObject([{ id, fields: { Key: 'b' } }]);
  });

  test.each(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences'])(
    '%s names where to begin again',
    async (code) => {
      await add('a');
      const { link } = await round(await graph('GET', `${list}/delta?$expand=fields`));
      await rig.control('POST', '/delta', { refuse: code });
      const answer = await follow(link);
      expect([answer.status, answer.body.error.code]).toEqual([410, code]);
      const again = await round(await follow(String(answer.headers.get('location'))));
      expect(again.entries).toMatchObject([{ id: '1', fields: { Key: 'a' } }]);
    },
  );

  type Row = { id: string; fields: { Key: string }; deleted?: unknown };
  const there = async (): Promise<Row[]> => (await graph('GET', `${list}?$expand=fields`)).body.value;

  /** Keeps what it is told, page by page. */
  function follower(first: Reply) {
    const known = new Map<string, string>();
    let page = first;
    const turn = async (): Promise<number> => {
      const told: Row[] = page.body.value;
      for (const one of told)
        if (one.deleted) known.delete(one.id);
        else known.set(one.id, one.fields.Key);
      const inRound = page.body['@odata.nextLink'];
      page = await follow(inRound ?? page.body['@odata.deltaLink']);
      return inRound === undefined ? told.length : 1;
    };
    /** The page at hand may be older than the last step; the one after it is not. */
    const untilSilent = async (): Promise<void> => {
      for (let silent = 0; silent < 2; ) silent = (await turn()) === 0 ? silent + 1 : 0;
    };
    return { known, turn, untilSilent };
  }

  async function disturb(which: number, change: boolean, key: string): Promise<void> {
    const rows = await there();
    const row = rows[which % Math.max(rows.length, 1)];
    if (!row) return;
    if (change) await graph('PATCH', `${list}/${row.id}/fields`, { Key: key });
    else await graph('DELETE', `${list}/${row.id}`);
  }

  test('whoever follows the rounds knows what lies in the list, whatever happens between the pages', async () => {
    const step = fc.record({ what: fc.constantFrom('add', 'change', 'remove', 'turn'), which: fc.nat(9) });
    const law = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { known, turn, untilSilent } = follower(await graph('GET', `${list}/delta?$expand=fields&$top=2`));
      for (const [counter, { what, which }] of steps.entries()) {
        if (what === 'turn') await turn();
        else if (what === 'add') await add(`k${counter}`);
        else await disturb(which, what === 'change', `k${counter}`);
      }
      await untilSilent();
      expect([...known].sort()).toEqual((await there()).map(({ id, fields }) => [id, fields.Key]).sort());
    });
    await fc.assert(law, { numRuns: 12 });
  });
});
