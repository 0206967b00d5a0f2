import { readFileSync } from 'node:fs';
import type { ContentControl } from '../../../addin/host/word-document';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { type Answers, answering, objectiveOf, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const millbrook = { urn: '900001', name: 'Millbrook Primary Academy' };
const draft = objectiveOf(2, {
  state: 'draft',
  agreedOn: undefined,
  who: { ...objectiveOf(2).record.who, name: 'Zoë Brook' },
});
const people = [
  { person: objectiveOf(1).record.who, academy: millbrook, objectives: [objectiveOf(1)] },
  { person: draft.record.who, academy: { urn: '900002', name: 'Ashdown Primary Academy' }, objectives: [draft] },
  { person: objectiveOf(3).record.who, academy: millbrook, objectives: [objectiveOf(3)] },
  { person: { id: 'p4', name: 'Piers Farrow' }, objectives: [] },
];
const templates = [{ id: 'template-1', name: 'Appraisal.docx', changedAt: '2026-09-01T08:00:00Z', bytes: 40_000 }];
const values = {
  'objective.text': 'Lead two of our peer reviews.',
  'objective.measure': 'Both hosts mark the record accurate.\nBoth impact reviews are held.',
  'principal.name': 'Morwenna Askew 1',
  year: '2026/27',
};
const answers: Answers = {
  appraisals: () => ok({ people }),
  templates: () => ok({ templates }),
  objectiveValues: () => ok({ values }),
};
const lists = { objective: [objectiveOf(1), draft, objectiveOf(3)] };
const control = (tag: string, locked = false): ContentControl => ({ tag, title: '', locked });

/** An open document that remembers what was written into it. */
function documentWith(controls: readonly ContentControl[], address = 'https://t.example/sites/hr/Mine/Copy.docx') {
  const written: Readonly<Record<string, string>>[] = [];
  return {
    written,
    document: {
      address,
      controls: () => controls,
      fill: (texts: Readonly<Record<string, string>>) => {
        written.push(texts);
        return { filled: Object.keys(texts), locked: [], missing: [] };
      },
    },
  };
}

function openObjective({ document }: ReturnType<typeof documentWith>, dark = false) {
  const given = { key: 'objective-1' };
  return stage.open({ screen: 'objective', given, me: trustOffice, answer: answering(lists, answers), document, dark });
}

test('principals are found by part of a name, without its accents, and by state', async () => {
  const given = { year: '2026/27' };
  const page = await stage.open({ screen: 'appraisals', given, me: trustOffice, answer: answering(lists, answers) });
  await page.getByRole('listitem').first().waitFor();
  expect(await page.getByRole('listitem').count()).toBe(4);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel('Find a name or an academy').fill('zoe ash');
  expect(await page.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Zoë Brook')]);
  await page.getByLabel('Find a name or an academy').fill('nobody');
  await page.getByText('Nobody fits').waitFor();
  await page.getByLabel('Find a name or an academy').fill('');
  await page.getByLabel('Show').selectOption('without an objective');
  expect(await page.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Piers Farrow')]);
});

test('the open document is filled after it was shown what goes where, what is locked and what is left over', async () => {
  const word = documentWith([
    control('objective.text'),
    control('objective.text'),
    control('principal.name', true),
    control('trust.name'),
    control('somebody-elses'),
  ]);
  const page = await openObjective(word, true);
  await page.getByRole('button', { name: 'Fill this document' }).click();
  await page.getByText('Would be filled (1)').waitFor();
  expect(await page.getByText('Locked, so left as they are (1)').isVisible()).toBe(true);
  expect(await page.getByText('In the document, but not in the objective (1)').isVisible()).toBe(true);
  expect(await page.getByText('In the objective, but not in the document (2)').isVisible()).toBe(true);
  expect(word.written).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fill 2 places' }).click();
  await page.getByText('2 places filled.').waitFor();
  expect(word.written).toEqual([{ 'objective.text': 'Lead two of our peer reviews.' }]);
  expect(await scrollsSideways(page)).toBe(false);
});

test("the library's own template is refused, and stays as it is", async () => {
  const address = 'https://t.example/sites/trust/Shared%20Documents/Templates/appraisal.docx?web=1';
  const word = documentWith([control('objective.text')], address);
  const page = await openObjective(word);
  await page.getByRole('button', { name: 'Fill this document' }).click();
  await page.getByRole('alert').getByText("This is the library's own template.").waitFor();
  expect(word.written).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
});

test('a document without a place for the objective gets a sentence that says so', async () => {
  const page = await openObjective(documentWith([control('somebody-elses')]));
  await page.getByRole('button', { name: 'Fill this document' }).click();
  await page.getByRole('alert').getByText('This document has no place for the objective').waitFor();
});

test('a draft is not offered for filling', async () => {
  const page = await stage.open({
    screen: 'objective',
    given: { key: draft.key },
    me: trustOffice,
    answer: answering(lists, answers),
    document: documentWith([]).document,
  });
  await page.getByText('This objective is a draft.').waitFor();
  expect(await page.getByRole('button', { name: /Fill/ }).count()).toBe(0);
});

test('a template is filled for everybody, one after the other, and each document can be downloaded', async () => {
  const asked: unknown[] = [];
  const page = await stage.open({
    screen: 'fillTemplate',
    given: { year: '2026/27' },
    me: trustOffice,
    answer: answering(lists, {
      ...answers,
      fillTemplate: (input) => {
        asked.push(input);
        if (input['objective'] === 'objective-3') return refuse('not-now', 'This objective was closed meanwhile.');
        const document = { id: 'document-1', name: 'Appraisal, Morwenna Askew 1.docx' };
        return ok({ document, filled: ['objective.text'], empty: ['trust.name'], unused: [] });
      },
      readDocument: () => ok({ name: 'Appraisal, Morwenna Askew 1.docx', file: btoa('the bytes of a document') }),
    }),
  });
  await page.getByRole('button', { name: 'Select everybody (2)' }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fill 2 documents' }).click();
  await page.getByText('1 of 2 documents are filled. See why below.').waitFor();
  expect(asked).toEqual([
    { id: 'template-1', objective: 'objective-1' },
    { id: 'template-1', objective: 'objective-3' },
  ]);
  expect(await page.getByText('This objective was closed meanwhile.').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Appraisal, Morwenna Askew 1.docx' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Appraisal, Morwenna Askew 1.docx');
  expect(readFileSync(await file.path(), 'utf8')).toBe('the bytes of a document');
});

test('a template that cannot be used stops the row at once, with its sentence', async () => {
  let asked = 0;
  const page = await stage.open({
    screen: 'fillTemplate',
    given: { year: '2026/27', objective: 'objective-1' },
    me: trustOffice,
    answer: answering(lists, {
      ...answers,
      fillTemplate: () => {
        asked += 1;
        return refuse('unprocessable-template', 'The control "objective.text" on page 1 is locked.');
      },
    }),
    width: 500,
  });
  await page.getByRole('button', { name: 'Select everybody (2)' }).click();
  await page.getByRole('button', { name: 'Fill 2 documents' }).click();
  await page.getByRole('alert').getByText('The control "objective.text" on page 1 is locked.').waitFor();
  await page.getByRole('button', { name: 'Fill others' }).waitFor();
  expect(asked).toBe(1);
});

test('an empty library and a year without objectives each say what to do', async () => {
  const open = (more: Answers) =>
    stage.open({ screen: 'fillTemplate', me: trustOffice, answer: answering(lists, { ...answers, ...more }) });
  const noTemplates = await open({ templates: () => ok({ templates: [] }) });
  await noTemplates.getByText('No template in the library yet').waitFor();
  const noObjectives = await open({ appraisals: () => ok({ people: [] }) });
  await noObjectives.getByText('No agreed objective in this year').waitFor();
  expect(await axeProblems(noObjectives)).toEqual([]);
});

test('a wait that is refused offers to try again', async () => {
  let round = 0;
  const page = await stage.open({
    screen: 'appraisals',
    given: { year: '2026/27' },
    me: trustOffice,
    answer: answering(lists, {
      appraisals: () => {
        round += 1;
        return round === 1 ? refuse('busy', 'Microsoft 365 is busy.') : ok({ people });
      },
    }),
  });
  await page.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Zoë Brook').waitFor();
});
