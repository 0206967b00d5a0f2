import type { Page } from 'playwright-core';
import type { Me } from '../../../addin/panel-context';
import type { ScreenName } from '../../../addin/screens/names';
import { mailsOfMeeting } from '../../../shared/meetings/mails-of-change';
import type { Stored } from '../../../shared/record';
import { kindNames } from '../../../shared/records';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { host, leader, reviewWorld, stored } from '../review-world';
import { meetingOf, networks } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const office: Me = { ...leader, roles: ['TrustOffice'] };
type Answers = Parameters<typeof reviewWorld>[0];

function open(
  screen: ScreenName,
  given: Readonly<Record<string, string>>,
  answers: Answers = {},
  me = office,
): Promise<Page> {
  return stage.open({ screen, given, me, answer: reviewWorld(answers).answer });
}

const hub = (key: string, name: string): Stored => stored(key, { name });
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

describe('the list', () => {
  test('reads page by page, and finds by name', async () => {
    const many = Array.from({ length: 60 }, (_one, index) =>
      hub(`hub-${index}`, `Hub ${String(index).padStart(2, '0')}`),
    );
    const listRecords = ({ cursor }: Readonly<Record<string, unknown>>) =>
      ok(cursor === undefined ? { records: many.slice(0, 50), next: 'more' } : { records: many.slice(50) });
    const page = await open('records', { kind: 'hub' }, { listRecords });
    await page.getByText('50 shown').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Hub 59').waitFor();
    await page.getByLabel('Find').fill('hub 07');
    await page.getByText('Hub 59').waitFor({ state: 'detached' });
    expect(await page.getByRole('list', { name: 'Hubs' }).getByRole('listitem').count()).toBe(1);
    expect(await axeProblems(page)).toEqual([]);
  });

  test('is empty and says so', async () => {
    const page = await open('records', { kind: 'hub' }, { listRecords: () => ok({ records: [] }) });
    await page.getByText('No hubs yet').waitFor();
    await page.getByRole('button', { name: 'Add hub' }).waitFor();
  });

  test('cannot be read and says why', async () => {
    const page = await open(
      'records',
      { kind: 'hub' },
      { listRecords: () => refuse('not-allowed', 'You may not read hubs.') },
    );
    await page.getByRole('alert').filter({ hasText: 'You may not read hubs.' }).waitFor();
  });

  test('offers no adding to somebody whose roles cannot', async () => {
    const page = await open('records', { kind: 'academy' }, {}, leader);
    await page.getByText('Millbrook Primary Academy').waitFor();
    expect(await page.getByRole('button', { name: 'Add academy' }).count()).toBe(0);
  });
});

describe('the form', () => {
  test('a record is typed and kept under a key that stays the same when it is pressed again', async () => {
    const asked: Readonly<Record<string, unknown>>[] = [];
    const createRecord = (input: Readonly<Record<string, unknown>>) => {
      asked.push(input);
      return asked.length === 1 ? refuse('busy', 'Try again.') : ok(hub(String(input['key']), 'North'));
    };
    const getRecord = () => ok(hub('hub-1', 'North'));
    const page = await open('changeRecord', { kind: 'hub' }, { createRecord, getRecord });
    await page.getByLabel('Name').fill('North');
    await save(page);
    await page.getByRole('alert').filter({ hasText: 'Try again.' }).waitFor();
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(asked.map(({ record }) => (record as { name: string }).name)).toEqual(['North', 'North']);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  });

  test('an academy is kept under the key that follows from its URN', async () => {
    const asked: Readonly<Record<string, unknown>>[] = [];
    const createRecord = (input: Readonly<Record<string, unknown>>) => {
      asked.push(input);
      return refuse('busy', 'Try again.');
    };
    const page = await open('changeRecord', { kind: 'academy' }, { createRecord });
    await page.getByLabel('URN').fill('900123');
    await page.getByLabel('Name').fill('Saltmarsh Primary Academy');
    await page.getByLabel('Local authority', { exact: true }).fill('Northshire');
    await save(page);
    await page.getByText('Try again.').waitFor();
    expect(asked.map(({ key }) => key)).toEqual(['academy-900123']);
  });

  test('the settings of our trust are read, changed and kept; a second trust is not offered', async () => {
    const settings = { name: 'Larkrise Learning Trust', organiserMailbox: 'meetings@trust.example' };
    const trust = stored('trust', { ...settings, releasesInWeek: 1 });
    const asked: Readonly<Record<string, unknown>>[] = [];
    const answers = {
      listRecords: () => ok({ records: [trust] }),
      getRecord: () => ok(trust),
      changeRecord: (input: Readonly<Record<string, unknown>>) => {
        asked.push(input);
        return ok(trust);
      },
    };
    const page = await open('records', { kind: 'trust' }, answers);
    await page.getByText('Larkrise Learning Trust').waitFor();
    expect(await page.getByRole('button', { name: /^Add/ }).count()).toBe(0);
    await page.getByText('Larkrise Learning Trust').click();
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel('Releases from school in a week').fill('2');
    await page.getByLabel('School days before a meeting').fill('12');
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(asked[0]?.['record']).toMatchObject({ ...settings, releasesInWeek: 2, askSchoolDaysBefore: 12 });
    expect(await axeProblems(page)).toEqual([]);
  });

  test('a record changed meanwhile shows both, and mine can be kept', async () => {
    const asked: Readonly<Record<string, unknown>>[] = [];
    const changeRecord = (input: Readonly<Record<string, unknown>>) => {
      asked.push(input);
      const current = { ...hub('hub-1', 'Theirs'), version: '"2"' };
      return asked.length === 1
        ? refuse('changed-meanwhile', 'Somebody changed this hub meanwhile.', { current })
        : ok(hub('hub-1', 'Mine'));
    };
    const page = await open(
      'changeRecord',
      { kind: 'hub', key: 'hub-1' },
      { getRecord: () => ok(hub('hub-1', 'Before')), changeRecord },
    );
    await page.getByLabel('Name').fill('Mine');
    await save(page);
    await page.getByText('Theirs').waitFor();
    await page.getByText('Mine', { exact: true }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine and go on' }).click();
    await save(page);
    await page.getByText('Saved.').waitFor();
    expect(asked.map(({ version }) => version)).toEqual(['"1"', '"2"']);
  });

  test('what reaches people in Outlook says who gets which mail before it is saved', async () => {
    const sent: unknown[] = [];
    const [ben, cleo] = [
      { academy: '900001', who: { id: host.id, name: host.name }, email: host.email },
      { academy: '900002', who: { id: leader.id, name: leader.name }, email: leader.email },
    ];
    const published = meetingOf(1, { members: [ben], wanted: 'event', outlook: 'sent', eventId: 'event-1' });
    const page = await open(
      'changeRecord',
      { kind: 'meeting', key: published.key },
      {
        getRecord: ({ kind }) => (kind === 'meeting' ? ok(published) : undefined),
        listRecords: ({ kind }) => (kind === 'network' ? ok({ records: networks }) : undefined),
        changeRecord: ({ record }) => {
          sent.push(record);
          return ok({ ...published, record });
        },
      },
    );
    await page.getByLabel('Place', { exact: true }).fill('Village Hall');
    await save(page);
    await page.getByText('Outlook sends 1 person an update. New in it: “Place”.').waitFor();
    expect(sent).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) await page.screenshot({ path: `${shots}/mails-of-record.png` });
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.getByLabel('Guests').fill('The adviser');
    await page.getByLabel('Place', { exact: true }).fill(published.record.place);
    await save(page);
    await page.getByRole('button', { name: 'Save and send' }).waitFor({ state: 'detached' });
    while (sent.length === 0) await page.waitForTimeout(20);
    expect(sent).toMatchObject([{ guests: 'The adviser', place: published.record.place }]);
    expect(mailsOfMeeting(published.record, { ...published.record, members: [cleo] })).toEqual({
      news: ['members'],
      invited: [leader.name],
      cancelled: [host.name],
      updated: [],
    });
    expect(
      mailsOfMeeting({ ...published.record, wanted: 'nothing' }, { ...published.record, members: [cleo] }),
    ).toBeUndefined();
  });

  test('leaving what is not saved is asked about first', async () => {
    const page = await open('changeRecord', { kind: 'hub' });
    await page.getByLabel('Name').fill('North');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('heading', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('North');
  });

  test.each(kindNames.filter((name) => !['finding', 'draft'].includes(name)))(
    'of %s is drawn from its declaration, accessible and within 320 px',
    async (kind) => {
      const page = await open('changeRecord', { kind });
      await page.getByRole('button', { name: 'Save' }).waitFor();
      await save(page);
      await page.locator('[aria-invalid="true"]').first().waitFor();
      expect(await axeProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );
});
