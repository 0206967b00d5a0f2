import type { ScreenName } from '../../../addin/screens/names';
import { kindNames } from '../../../shared/records';
import { axeProblems } from '../../axe';
import { validFinding } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { leader, reviewWorld, stored } from '../review-world';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const looks = [
  ['light', {}],
  ['dark', { dark: true }],
  ['in forced colours', { forcedColors: true }],
] as const;
const office = { ...leader, roles: ['TrustOffice' as const] };

async function lookAt(screen: ScreenName, given: Readonly<Record<string, string>>, name: RegExp, look: object) {
  const world = reviewWorld();
  world.finding = stored('finding-1', { ...validFinding, agreement: 'not accurate', comment: 'It is new.' });
  const page = await stage.open({ screen, given, me: office, answer: world.answer, width: 320, ...look });
  await page.getByRole('button', { name }).first().waitFor();
  const seen = [screen, given['kind'] ?? '', await axeProblems(page), await scrollsSideways(page)];
  await page.context().close();
  return seen;
}

test.each(looks)('at 320 px forms of every kind fit and axe finds nothing wrong, %s', async (_name, look) => {
  for (const kind of kindNames.filter((one) => !['finding', 'draft'].includes(one)))
    expect(await lookAt('changeRecord', { kind }, /^Save$/, look)).toEqual(['changeRecord', kind, [], false]);
});

test.each(looks)(
  'at 320 px a record, the start of a review and a revised outcome fit and axe finds nothing wrong, %s',
  async (_name, look) => {
    const screens = [
      ['record', { kind: 'academy', key: 'academy-900001' }, /^Change$/],
      ['startReview', {}, /^Save$/],
      ['logOutcome', { key: 'review-1' }, /^Next$/],
      ['review', { key: 'review-1' }, /outcome|Back/],
    ] as const;
    for (const [screen, given, name] of screens)
      expect(await lookAt(screen, given, name, look)).toEqual([screen, 'kind' in given ? given.kind : '', [], false]);
  },
);
