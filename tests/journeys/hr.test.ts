import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Frame } from 'playwright-core';
import * as z from 'zod/mini';
import type { LocalPerson } from '../../infra/local/endpoints';
import { openStage, type Seat, type Stage } from '../browser';
import { eventually, listItems } from '../in-graph';

jest.setTimeout(240_000);

let stage: Stage;
let principal: LocalPerson;
beforeAll(async () => {
  stage = await openStage();
  principal = stage.person(({ roles }) => roles.includes('Principal'));
});
afterAll(() => stage?.stop());

const template = 'Appraisal statement.docx';

async function openObjectives(seat: Seat): Promise<Frame> {
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('button', { name: /^Appraisal objectives/ }).click();
  await panel.getByRole('button', { name: new RegExp(`^${principal.name}`) }).waitFor();
  return panel;
}

async function download(seat: Seat): Promise<Uint8Array> {
  const [file] = await Promise.all([
    seat.page.waitForEvent('download'),
    seat.page.getByRole('button', { name: 'Download' }).click(),
  ]);
  return new Uint8Array(readFileSync(await file.path()));
}

/** The text of each content control of a document, by its tag. */
function textsByTag(document: Uint8Array): Readonly<Record<string, string>> {
  const xml = strFromU8(unzipSync(document)['word/document.xml'] ?? new Uint8Array());
  const controls = [...xml.matchAll(/<w:sdt>.*?<w:tag w:val="([^"]+)".*?<w:sdtContent>(.*?)<\/w:sdtContent>/gs)];
  return Object.fromEntries(controls.map(([, tag = '', content = '']) => [tag, plainText(content)]));
}

function plainText(content: string): string {
  return [...content.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<\/w:p>/g)]
    .map(([part]) => (part === '</w:p>' ? '\n' : part.replace(/<[^>]+>/g, '')))
    .join('')
    .trim()
    .replaceAll('&amp;', '&');
}

const converts = ['soffice --version', 'pdftotext -v'].every((command) => {
  const [program = '', option = ''] = command.split(' ');
  return spawnSync(program, [option], { stdio: 'ignore' }).status === 0;
});

/** What a person reads on the pages that LibreOffice makes of it. */
function readPages(document: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  try {
    const file = join(folder, 'document.docx');
    writeFileSync(file, document);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    execFileSync('pdftotext', ['-layout', join(folder, 'document.pdf'), join(folder, 'document.txt')]);
    return readFileSync(join(folder, 'document.txt'), 'utf8').replaceAll(/\s+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const driveSchema = z.object({ id: z.string() });
const childrenSchema = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), folder: z.optional(z.unknown()) })),
});

interface LibraryFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Everything in the confidential library, folder by folder. */
async function confidentialFiles(): Promise<readonly LibraryFile[]> {
  const drive = z.parse(driveSchema, await stage.graph(`/sites/${stage.endpoints.confidentialSiteId}/drive`)).id;
  return filesBelow(drive, 'root', '');
}

async function filesBelow(drive: string, item: string, path: string): Promise<readonly LibraryFile[]> {
  const place = item === 'root' ? 'root' : `items/${item}`;
  const { value } = z.parse(childrenSchema, await stage.graph(`/drives/${drive}/${place}/children`));
  const found = await Promise.all(
    value.map(async ({ id, name, folder }) =>
      folder === undefined
        ? [{ path: `${path}/${name}`, content: await stage.graphFile(`/drives/${drive}/items/${id}/content`) }]
        : filesBelow(drive, id, `${path}/${name}`),
    ),
  );
  return found.flat();
}

test('HR fills the open document with an agreed objective, and the library’s template stays as it is', async () => {
  const seat = await stage.seat(stage.person(({ roles }) => roles.includes('HR')));
  await seat.openDocument(template);
  const untouched = await download(seat);
  const panel = await openObjectives(seat);
  await panel.getByRole('button', { name: new RegExp(`^${principal.name}`) }).click();
  await panel.getByRole('button', { name: 'Fill this document' }).click();
  await panel.getByRole('button', { name: 'Fill 17 places' }).click();
  await panel.getByText('17 places filled').waitFor();
  await seat.page.locator('.paper').getByText(principal.name).waitFor();

  const filled = await download(seat);
  const objectives = await listItems(stage, 'confidential', 'Objectives');
  const kept = z.parse(
    z.object({ Text: z.string(), Measure: z.string(), Support: z.string() }),
    objectives.find(({ WhoId }) => WhoId === principal.id),
  );
  expect(textsByTag(filled)).toMatchObject({
    'principal.name': principal.name,
    'principal.post': principal.post,
    'trust.name': stage.trust.name,
    year: stage.trust.year,
    'objective.text': kept.Text,
    'objective.measure': kept.Measure,
    'objective.support': kept.Support,
  });
  expect(Object.keys(unzipSync(filled))).toEqual(Object.keys(unzipSync(untouched)));
  if (converts) {
    const pages = readPages(filled);
    for (const line of [principal.name, ...kept.Text.split('\n'), ...kept.Measure.split('\n').slice(0, 1)])
      expect(pages).toContain(line.split(' ').slice(0, 5).join(' '));
    expect(pages).not.toContain('[Name of the principal]');
  }

  // Undo brings back what was there, and the library's own template never changed.
  await seat.page.getByRole('button', { name: 'Undo' }).click();
  await seat.page.locator('.paper').getByText('[Name of the principal]').waitFor();
  await seat.openDocument(template);
  expect(textsByTag(await download(seat))).toEqual(textsByTag(untouched));
});

test('the server does the same for a template of the library, and refuses one that has no places', async () => {
  const seat = await stage.seat(stage.person(({ roles }) => roles.includes('HR')));
  await seat.openDocument(template);
  const panel = await openObjectives(seat);
  await panel.getByRole('button', { name: 'Fill a template' }).click();
  const choice = panel.getByRole('combobox', { name: 'Template' });
  await choice.selectOption(template);
  await panel.getByRole('checkbox', { name: new RegExp(`^${principal.name}`) }).press('Space');
  await panel.getByRole('button', { name: 'Fill 1 document' }).click();
  const [document, ...others] = await eventually('the copy is kept', confidentialFiles, (files) => files.length > 0);
  expect(others).toEqual([]);
  expect(textsByTag(document?.content ?? new Uint8Array())).toMatchObject({ 'principal.name': principal.name });

  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await panel.getByRole('button', { name: 'Fill a template' }).click();
  await choice.selectOption('Appraisal form before content controls.docx');
  await panel.getByRole('checkbox', { name: new RegExp(`^${principal.name}`) }).press('Space');
  await panel.getByRole('button', { name: 'Fill 1 document' }).click();
  await panel
    .getByText(/content control/i)
    .first()
    .waitFor();
  expect(await confidentialFiles()).toHaveLength(1);
});
