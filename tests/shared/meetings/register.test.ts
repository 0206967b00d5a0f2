import fc from 'fast-check';
import { suggestionFor } from '../../../shared/meetings/register';
import { memberParts } from '../../../shared/records/meeting';
import { ada, ben } from '../../make';
import '../../seed';

const member = { academy: '900001', who: ada, email: 'Ada@trust.example', part: 'member' } as const;
const deputy = { academy: '900001', who: ben, email: 'ben@trust.example', part: 'deputy' } as const;
const answered = (one: 'accepted' | 'tentative' | 'declined', email = 'ada@trust.example') => ({ email, answer: one });

test.each([
  [
    'the member who has accepted comes',
    [answered('accepted'), answered('accepted', 'ben@trust.example')],
    ['yes', ada],
  ],
  [
    'the deputy comes where the member cannot',
    [answered('declined'), answered('accepted', 'ben@trust.example')],
    ['by a deputy', ben],
  ],
  [
    'nobody comes where everybody has declined',
    [answered('declined'), answered('declined', 'ben@trust.example')],
    ['no', undefined],
  ],
  ['nothing is known where nobody has answered', [], [undefined, undefined]],
] as const)('%s', (_name, answers, [represented, by]) => {
  const found = suggestionFor({ members: [member, deputy], answers: [...answers] }, '900001');
  expect([found?.represented, found?.by]).toEqual([represented, by]);
});

test('whom the plan counts on is likely until they decline', () => {
  const representatives = [{ academy: '900001', who: ben, part: 'deputy' as const }];
  const meeting = { members: [member, deputy], representatives };
  expect(suggestionFor(meeting, '900001')).toEqual({ represented: 'by a deputy', by: ben });
  const declined = { ...meeting, answers: [answered('declined', 'ben@trust.example')] };
  expect(suggestionFor(declined, '900001')).toBeUndefined();
});

test('whoever is suggested is invited or counted on, and has not declined', () => {
  const people = fc.array(
    fc.record({ number: fc.integer({ min: 0, max: 5 }), part: fc.constantFrom(...memberParts) }),
    { maxLength: 6 },
  );
  const answers = fc.array(fc.constantFrom('accepted', 'tentative', 'declined', undefined), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(people, answers, (drawn, all) => {
      const who = (number: number) => ({ ...ada, id: `${ada.id.slice(0, -1)}${number}` });
      const members = drawn.map(({ number, part }) => ({
        academy: '900001',
        who: who(number),
        email: `${number}@x.example`,
        part,
      }));
      const given = all.flatMap((answer, number) =>
        answer === undefined ? [] : [{ email: `${number}@x.example`, answer }],
      );
      const found = suggestionFor({ members, answers: given }, '900001');
      if (found?.by === undefined) return true;
      const at = members.find((one) => one.who.id === found.by?.id);
      return at !== undefined && given.some(({ email, answer }) => email === at.email && answer === 'accepted');
    }),
  );
});
