import type { ContentControl } from '../../../../addin/host/word-document';
import { isLibraryTemplate, mayFill, planFill } from '../../../../addin/screens/appraisals/fill-plan';
import { fillReducer } from '../../../../addin/screens/appraisals/use-filling';
import { refuse } from '../../../../shared/result';

const control = (tag: string, locked = false): ContentControl => ({ tag, title: '', locked });
const copy = 'C:\\Users\\hr\\Documents\\100% Copy.docx';

test('every tag of ours lands in exactly one of filled, empty and unused; locks are told beside', () => {
  const plan = planFill(
    [control('year'), control('year', true), control('trust.name'), control('theirs'), control('')],
    {
      year: '2026/27',
      'objective.text': 'Lead',
    },
  );
  expect(plan.filled.map(({ tag, places, value }) => ({ tag, places, value }))).toEqual([
    { tag: 'year', places: 1, value: '2026/27' },
  ]);
  expect(plan.empty.map(({ tag }) => tag)).toEqual(['trust.name']);
  expect(plan.unused.map(({ tag }) => tag)).toEqual(['objective.text']);
  expect(plan.locked.map(({ tag, places }) => ({ tag, places }))).toEqual([{ tag: 'year', places: 1 }]);
});

test('a document of which every place is locked is refused', () => {
  expect(mayFill(planFill([control('year', true)], { year: '2026/27' }), copy, [])).toMatchObject({
    problem: { code: 'unprocessable-template', sentence: expect.stringContaining('locked') },
  });
});

test.each([
  ['https://t.example/sites/trust/Shared%20Documents/Templates/Appraisal%20form.docx', true],
  ['https://t.example/sites/trust/Shared%20Documents/templates/APPRAISAL%20FORM.DOCX?web=1', true],
  ['https://t.example/sites/hr/Filled/Appraisal%20form.docx', false],
  ['https://t.example/sites/trust/Shared%20Documents/Templates/Copy%20of%20Appraisal%20form.docx', false],
  [copy, false],
  ['', false],
])('%s is the library template: %s', (address, expected) => {
  expect(isLibraryTemplate(address, ['Appraisal form.docx'])).toBe(expected);
});

test('a refusal while filling leaves the plan in sight; before, it leaves the start', () => {
  const plan = planFill([control('year')], { year: '2026/27' });
  const { problem } = refuse('not-now', 'Word did not let us.');
  expect(fillReducer({ step: 'filling', plan }, { type: 'refused', problem })).toEqual({ step: 'look', plan, problem });
  expect(fillReducer({ step: 'reading' }, { type: 'refused', problem })).toEqual({ step: 'idle', problem });
});
