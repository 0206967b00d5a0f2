import { readPeople } from '../../../functions/imports/read-imports';
import { csv } from './gias-fixture';
import { sentence, utf8, value } from './reading';

describe('people', () => {
  const row = {
    name: 'Morwenna Askew',
    email: 'm.askew@larkrise.example',
    urn: '900001',
    post: 'Principal',
    level: 'Principal',
  };

  test('people are read with their posts, year groups and responsibilities', () => {
    const text = csv([
      { ...row, 'Year groups': 'Y3; Year 4', Responsibilities: 'senco|English lead', 'leadership pay': 'no' },
      {
        ...row,
        email: 'Hub@Larkrise.example',
        urn: '',
        level: 'central team',
        'Year groups': 'R, N',
        'leadership pay': 'Yes',
      },
    ]);
    const { found, refused } = value(readPeople(utf8(text)));
    expect(refused).toEqual([]);
    expect(found[0]).toEqual({
      cells: {
        email: { column: 'email', text: 'm.askew@larkrise.example' },
        academy: { column: 'urn', text: '900001' },
      },
      line: 2,
      name: 'Morwenna Askew',
      person: {
        email: 'm.askew@larkrise.example',
        academy: '900001',
        post: 'Principal',
        level: 'Principal',
        yearGroups: ['Year 3', 'Year 4'],
        responsibilities: ['SENCo', 'English lead'],
        leadershipPay: false,
        active: true,
      },
    });
    expect(found[1]?.person).toMatchObject({
      level: 'Central team',
      yearGroups: ['Reception', 'Nursery'],
      leadershipPay: true,
    });
    expect(found[1]?.person.academy).toBeUndefined();
  });

  test.each<[string, Record<string, string>, string]>([
    ['no name', { name: '' }, 'The name is missing.'],
    ['a level that is not known', { level: 'Boss' }, '"Boss" is not a level. Choose one of: Principal,'],
    ['a year group that is not known', { 'year groups': 'Y3;Y9' }, '"Y9" is not a year group.'],
    ['a responsibility that is not known', { responsibilities: 'Chess' }, '"Chess" is not a responsibility.'],
    ['an address that is none', { email: 'askew' }, 'Give an e-mail address'],
    ['a URN that is none', { urn: '12' }, 'six-digit URN'],
    ['no post', { post: '' }, 'Fill this in.'],
  ])('a line with %s is left out with a sentence', (_what, cells, told) => {
    const whole = { ...row, 'year groups': '', responsibilities: '' };
    const { found, refused } = value(
      readPeople(
        utf8(
          csv([
            { ...whole, ...cells },
            { ...whole, email: 'other@larkrise.example' },
          ]),
        ),
      ),
    );
    expect(found).toHaveLength(1);
    expect(refused).toMatchObject([{ line: 2, sentence: expect.stringContaining(told) }]);
  });

  test('an address that stands twice is told with both lines', () => {
    const { refused } = value(readPeople(utf8(csv([row, { ...row, email: 'M.Askew@larkrise.example' }]))));
    expect(refused).toMatchObject([{ line: 3, sentence: 'm.askew@larkrise.example is on line 2 already.' }]);
  });

  test('a missing column is named', () => {
    expect(sentence(readPeople(utf8(csv([{ name: 'A', email: 'a@b.example' }]))))).toBe(
      'The file has no columns "urn", "post", "level". Give a CSV file with them.',
    );
  });

  test('a file of more lines than any register has is refused', () => {
    const read = readPeople(utf8(`name,email,urn,post,level\n${'x\n'.repeat(100_001)}`));
    expect(read).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });
});
