import { action } from '../../../shared/records/action';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { validAction } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { answering, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const changed = {
  ...validAction,
  wanted: 'event',
  outlook: 'changed in Outlook',
  eventId: 'event-1',
  seen: [{ date: '2027-02-03', from: '09:00', until: '09:15' }],
} as const;
const stored = { key: 'action-1', version: '"1"', record: changed, actor: trustOffice, at: '2026-11-20T09:00:00.000Z' };

test('an action whose follow-up was moved in Outlook is settled on its own screen, by its owner', async () => {
  const asked: unknown[] = [];
  const answers = {
    getRecord: () => ok(stored),
    takeOver: (input: unknown) => {
      asked.push(input);
      return ok(stored);
    },
  };
  const open = (id: string) =>
    stage.open({
      screen: 'record',
      given: { kind: action.name, key: 'action-1' },
      me: { ...trustOffice, id },
      answer: answering({}, answers),
      width: 320,
    });
  const others = await open('00000000-0000-4000-8000-0000000000ff');
  await others.getByText('The follow-up was changed in Outlook.').waitFor();
  expect(await others.getByRole('button', { name: 'Take over…' }).count()).toBe(0);
  const page = await open(validAction.owner.id);
  await page.getByRole('button', { name: 'Put back…' }).waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await page.getByRole('button', { name: 'Take over…' }).click();
  await page.getByText('The day alone is taken over: a follow-up is at 08:15.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByRole('button', { name: 'Take it over' }).isEnabled();
  expect(asked).toEqual([{ kind: 'action', key: 'action-1', version: '"1"' }]);
});
