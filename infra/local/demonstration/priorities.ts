import type { Priority } from '../../../shared/records/priority';
import type { Entry } from './seeded';

const agreed: readonly (readonly [string, string, string])[] = [
  [
    'reading',
    'Every child a reader by seven',
    'Children who read well at seven do well in everything else. Our academies differ in how early reading is taught; together we have all the expertise that we need.',
  ],
  [
    'writing',
    'Writing with purpose in every class',
    'Pupils in all our academies write less, and less willingly, than they read. Moderation together keeps our expectations high and equal.',
  ],
  [
    'belonging',
    'Every pupil belongs',
    'Attendance and behaviour follow belonging. No academy of ours can solve this alone: families move between them.',
  ],
  [
    'teachers',
    'Teachers who grow with us',
    'We keep good teachers by letting them work beyond their own academy: as champions, coaches and on secondment.',
  ],
];

export function prioritiesOf(year: string): readonly Entry<Priority>[] {
  const first = year.slice(0, 4);
  return agreed.map(([word, name, why]) => ({
    key: `priority-${first}-${word}`,
    record: { year, name, why, agreedOn: `${first}-07-03`, agreedAt: "the principals' conference", state: 'agreed' },
  }));
}
