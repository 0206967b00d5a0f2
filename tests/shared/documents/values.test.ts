import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTagName, tagNames, tags } from '../../../shared/documents/tags';
import { tagsPage } from '../../../shared/documents/tags-page';
import { objectiveValues } from '../../../shared/documents/values';
import { objective as kind } from '../../../shared/records/objective';

const typed = {
  year: '2026/27',
  who: { id: '0b7f4f0e-6f1d-4a55-9c55-2f4c0f6f4a01', name: 'Morwenna Askew' },
  text: 'Lead two of our peer reviews.',
  contribution: 'Six days.',
  measure: 'Both hosts mark the record accurate.\nBoth return by July.',
  evidenceSource: 'The review records.',
  ownAcademyBenefit: 'Ideas for our own Year 4 writing.',
  realistic: true,
  state: 'draft',
} as const;

function objectiveWith(more: Partial<Parameters<typeof kind.titleOf>[0]>) {
  const parsed = kind.parse({ ...typed, ...more });
  if (!parsed.ok) throw new Error(parsed.problem.sentence);
  return parsed.value;
}

test('everything that is known of an objective has its tag, with dates in British order', () => {
  const values = objectiveValues({
    objective: objectiveWith({
      appraiser: { id: '0b7f4f0e-6f1d-4a55-9c55-2f4c0f6f4a02', name: 'Idris Fenwick' },
      support: 'Cover for six days.',
      standard: 'Standard 9',
      agreedOn: '2026-11-23',
      reviewPoints: [{ on: '2027-07-09' }, { on: '2027-03-12', note: 'mid-year' }],
    }),
    person: { post: 'Principal' },
    academy: { name: 'Millbrook Primary Academy' },
    priority: { name: 'Writing', why: 'It lags behind reading.' },
    trust: { name: 'Larkrise Learning Trust' },
  });
  expect(Object.keys(values)).toEqual(tagNames);
  expect(values['objective.agreedOn']).toBe('23 November 2026');
  expect(values['objective.reviewPoints']).toBe('12 March 2027: mid-year\n9 July 2027');
  expect(values['objective.measure']).toBe(typed.measure);
});

test('what is not known is left out and not written as "undefined"', () => {
  const values = objectiveValues({ objective: objectiveWith({}) });
  expect(Object.keys(values)).toEqual([
    'year',
    'principal.name',
    'objective.text',
    'objective.contribution',
    'objective.measure',
    'objective.evidence',
    'objective.ownAcademyBenefit',
  ]);
});

test('every tag is named once and has a meaning and an example', () => {
  expect(new Set(tagNames).size).toBe(tagNames.length);
  for (const { meaning, example } of tags) expect(meaning.length * example.length).toBeGreaterThan(0);
  expect(isTagName('principal.name')).toBe(true);
  expect(isTagName('constructor')).toBe(false);
});

test('the reference page in the repository is the generated one', () => {
  const page = readFileSync(join(__dirname, '../../../shared/reference/tags.md'), 'utf8');
  expect(page).toBe(tagsPage());
});
