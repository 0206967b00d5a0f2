import { audienceOf, networkCards, rhythmOf } from '../../../addin/screens/networks/network-cards';
import { faults, openStage, type Stage, scrollsSideways, violations } from '../open-panel';
import { academies, answering, networks, people, stored, trustOffice } from './trust-records';

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

  const open = (lists: Parameters<typeof answering>[0], width = 320, dark = false) =>
    stage.open({ screen: 'networks', me: trustOffice, answer: answering(lists), width, dark });

  test('shows which academies a network does not reach', async () => {
    const page = await open({ network: networks, person: people, academy: academies });
    await page.getByText('4 of 5 academies').waitFor();
    await page.getByText('Academies without a member (1)').click();
    expect(await page.getByText('Elmfield Primary Academy').last().isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('offers to add the first network', async () => {
    const page = await open({ network: [], person: [], academy: [] }, 500, true);
    await page.getByText('There is no network yet').waitFor();
    expect(await violations(page)).toEqual([]);
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
