import {
  coverage,
  deputiesOf,
  hasYearGroup,
  inSeveral,
  membersOf,
  suggestedDeputies,
} from '../../../shared/meetings/audience';
import { type Person, person as personKind } from '../../../shared/records/person';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function person(number: number, more: Partial<Person>): Person {
  return {
    who: { id: id(number), name: `Person ${number}` },
    email: `person${number}@trust.example`,
    academy: '100001',
    post: 'Teacher',
    level: 'Teacher',
    active: true,
    ...more,
  };
}

const yearGroups = (personKind.fields.yearGroups.of ?? []) as NonNullable<Person['yearGroups']>;
const reception = person(1, { yearGroups: ['Reception'] });
const mixed = person(2, { yearGroups: ['Year 1', 'Reception'], academy: '100002' });
const senco = person(3, { responsibilities: ['SENCo'], academy: '100002' });
const left = person(4, { yearGroups: ['Reception'], active: false, academy: '100003' });
const principal = person(5, { level: 'Principal', post: 'Principal' });
const everyone = [reception, mixed, senco, left, principal];

test('a year group brings everybody who teaches it, and nobody who has left', () => {
  expect(membersOf({ yearGroup: 'Reception' }, everyone)).toEqual([reception, mixed]);
});

test('a responsibility and a level each widen the audience', () => {
  expect(membersOf({ responsibility: 'SENCo', level: 'Principal' }, everyone)).toEqual([senco, principal]);
});

test('people by name are added and taken away', () => {
  expect(membersOf({ yearGroup: 'Reception', also: [senco.who], not: [mixed.who] }, everyone)).toEqual([
    reception,
    senco,
  ]);
});

test('a rule of names alone invites those names alone', () => {
  expect(membersOf({ also: [principal.who] }, everyone)).toEqual([principal]);
});

test('an academy without a member is missing', () => {
  const academies = [{ urn: '100001' }, { urn: '100002' }, { urn: '100003' }];
  expect(coverage(membersOf({ yearGroup: 'Reception' }, everyone), academies)).toEqual({
    covered: [{ urn: '100001' }, { urn: '100002' }],
    missing: [{ urn: '100003' }],
  });
});

test.each([
  ['infant', 5, 7, 'Reception, Year 1, Year 2'],
  ['first, with a nursery', 3, 7, 'Nursery, Reception, Year 1, Year 2'],
  ['junior', 7, 11, 'Year 3, Year 4, Year 5, Year 6'],
  ['primary', 4, 11, 'Reception, Year 1, Year 2, Year 3, Year 4, Year 5, Year 6'],
  ['of unknown ages', undefined, undefined, yearGroups.join(', ')],
])('the year groups of an academy that is %s follow from its ages', (_phase, lowAge, highAge, expected) => {
  expect(yearGroups.filter((year) => hasYearGroup({ lowAge, highAge }, year)).join(', ')).toBe(expected);
});

describe('deputies', () => {
  const year1 = person(6, { yearGroups: ['Year 1'], academy: '100001' });
  const senior = person(7, { level: 'Senior leader', academy: '100002' });
  const people = [...everyone, year1, senior];
  const academies = ['100001', '100002', '100003'].map((urn) => ({ urn }));

  test('are the named people who still work here and are not members', () => {
    const network = {
      yearGroup: 'Reception' as const,
      deputies: [
        { academy: '100001', who: year1.who },
        { academy: '100002', who: mixed.who },
        { academy: '100003', who: left.who },
      ],
    };
    expect(deputiesOf(network, people)).toEqual([{ academy: '100001', person: year1 }]);
  });

  test('are suggested where none is named: a neighbouring year group first, then whoever leads', () => {
    expect(suggestedDeputies({ yearGroup: 'Reception' }, people, academies)).toEqual([
      { academy: '100001', person: year1 },
      { academy: '100002', person: senior },
    ]);
    const named = { yearGroup: 'Reception' as const, deputies: [{ academy: '100001', who: principal.who }] };
    expect(suggestedDeputies(named, people, academies).map(({ academy }) => academy)).toEqual(['100002']);
    expect(suggestedDeputies({ level: 'Principal' }, [person(8, {})], academies)).toEqual([]);
  });

  test('a teacher of a mixed-age class belongs to two networks', () => {
    const networks = [
      { name: 'Reception', yearGroup: 'Reception' as const },
      { name: 'Year 1', yearGroup: 'Year 1' as const },
    ];
    expect([...inSeveral(networks, people)]).toEqual([[mixed.who.id, ['Reception', 'Year 1']]]);
  });
});
