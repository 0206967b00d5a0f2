import { audienceOf, networkCards, rhythmOf } from '../../../addin/screens/networks/network-cards';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { type Answers, academies, answering, networks, people, stored, trustOffice } from './trust-records';

describe('a network in words', () => {
  test('is who belongs and how often it meets', () => {
    const [year2, senco] = networks.map(({ record }) => record);
    if (year2 === undefined || senco === undefined) throw new Error('the fixtures lost their networks');
    expect(audienceOf(year2)).toBe('Everybody who teaches Year 2');
    expect(audienceOf({ also: [year2.lead] })).toBe('1 by name');
    expect(audienceOf({ level: 'Principal', also: [year2.lead], not: [senco.lead] })).toBe(
      'Everybody at the level of Principal, and 1 by name, without 1 by name',
    );
    expect(rhythmOf(senco)).toBe('Twice a half-term, 90 minutes, any day; in Teams');
    expect(rhythmOf({ ...year2, preferredDays: ['Wednesday'] })).toBe(
      'Once a half-term, 60 minutes, Tuesday, Wednesday, best on Wednesday; at a host academy in turn',
    );
    expect(rhythmOf({ ...senco, rhythm: 'every year', times: 5, kind: 'moderation', confidential: true })).toBe(
      '5 times a year, 90 minutes, any day; in Teams; moderation, confidential',
    );
  });

  test('does not miss anybody where there is no such year group', () => {
    const junior = academies.map(({ record }) => ({ ...record, lowAge: 7, highAge: 11 }));
    const cards = networkCards(networks, [], junior);
    expect(cards.map(({ of, without }) => [of, without.length])).toEqual([
      [5, 0],
      [0, 5],
    ]);
  });

  test('counts the academies that somebody stands for, and leaves out those that have left', () => {
    const ours = academies.map(({ record }) => record);
    const [first, ...others] = ours;
    if (first === undefined) throw new Error('the fixtures lost their academies');
    const cards = networkCards(
      networks,
      people.map(({ record }) => record),
      [{ ...first, leftOn: '2026-08-31' }, ...others],
    );
    expect(cards.map(({ key, covered, of, missing }) => ({ key, covered, of, missing }))).toEqual([
      { key: 'network-senco', covered: 0, of: 4, missing: others.map(({ name }) => name).sort() },
      { key: 'network-year-2', covered: 3, of: 4, missing: ['Elmfield Primary Academy'] },
    ]);
  });
});

describe('the screen', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  const open = (lists: Parameters<typeof answering>[0], width = 320, dark = false, more: Answers = {}) =>
    stage.open({
      screen: 'networks',
      me: trustOffice,
      answer: answering(lists, { mailboxes: () => ok({ withoutMailbox: ['teacher4@trust.example'] }), ...more }),
      width,
      dark,
    });

  test('shows which academies a network does not reach', async () => {
    const page = await open({ network: networks, person: people, academy: academies });
    await page.getByText('4 of 5 academies').waitFor();
    await page.getByText('Academies without a member (1)').click();
    expect(await page.getByText('Elmfield Primary Academy', { exact: true }).last().isVisible()).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('lists who has no mailbox, and names deputies where none is named', async () => {
    const deputy = stored('person-deputy', {
      ...people[0]?.record,
      who: { id: '55555555-5555-4555-8555-555555555555', name: 'Fern Fallow' },
      email: 'fern@trust.example',
      level: 'Senior leader',
      post: 'Deputy Principal',
      yearGroups: [],
    });
    const kept: unknown[] = [];
    const page = await open({ network: networks, person: [...people, deputy], academy: academies }, 320, false, {
      changeRecord: (input) => {
        kept.push(input);
        return refuse('changed-meanwhile', 'Somebody changed this network meanwhile. Look again.');
      },
    });
    await page.getByText(/Without a mailbox: Wren Whitlock 4 \(teacher4@trust.example\)/).waitFor();
    const card = page.getByRole('region', { name: 'Year 2' });
    await card.getByText('No deputy named: 2 suggestions').click();
    expect(await card.getByText('Millbrook Primary Academy: Fern Fallow, Deputy Principal').isVisible()).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Name 2 deputies' }).click();
    await card.getByRole('alert').getByText('Somebody changed this network meanwhile.').waitFor();
    expect(kept).toMatchObject([
      {
        key: 'network-year-2',
        record: { deputies: [{ academy: '900001', who: { name: 'Fern Fallow' } }, { academy: '900005' }] },
      },
    ]);
  });

  test('offers to add the first network', async () => {
    const page = await open({ network: [], person: [], academy: [] }, 500, true);
    await page.getByText('There is no network yet').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('draws a hundred networks in pieces', async () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      stored(`network-${index}`, { ...networks[0]?.record, name: `Network ${index}` }),
    );
    const page = await open({ network: many, person: people, academy: academies });
    await page.getByRole('button', { name: 'Show 40 more of 100 networks' }).click();
    expect(await page.getByRole('button', { name: /^Open Network/ }).count()).toBe(80);
  });
});
