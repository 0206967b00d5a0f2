import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDocument } from '../../../functions/word/fill';
import { tags } from '../../../shared/documents/tags';
import { appraisalTemplate } from './appraisal-template';

function runs(command: string, ...options: readonly string[]): boolean {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0;
}

const convertible = runs('soffice', '--version') && runs('pdftotext', '-v');
const withoutNetwork = runs('unshare', '-rn', 'true');
// LibreOffice fetches what a document links to: it runs without a network where the machine allows that.
const before = withoutNetwork ? ['unshare', '-rn'] : [];

/** With DOCX_PICTURE=folder the filled document and its picture are kept there, for looking at. */
const kept = process.env['DOCX_PICTURE'];

function textInPdf(bytes: Uint8Array): string {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'filled-'));
  try {
    writeFileSync(join(folder, 'filled.docx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const [command = 'soffice', ...options] = [...before, 'soffice', '--headless', profile];
    execFileSync(command, [...options, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'filled.docx')], {
      stdio: 'ignore',
      timeout: 60_000,
    });
    execFileSync('pdftotext', ['-layout', join(folder, 'filled.pdf'), join(folder, 'filled.txt')]);
    if (kept !== undefined)
      execFileSync('pdftoppm', ['-r', '60', '-png', join(folder, 'filled.pdf'), join(folder, 'filled')]);
    return readFileSync(join(folder, 'filled.txt'), 'utf8');
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const wordsOf = (text: string) => text.replaceAll(/\s+/g, ' ');

(convertible ? test : test.skip)(
  `LibreOffice shows every text of a filled template${convertible ? '' : ' (skipped: install libreoffice-writer and poppler-utils to run this)'}`,
  async () => {
    const filled = await fillDocument(
      appraisalTemplate(),
      Object.fromEntries(tags.map(({ tag, example }) => [tag, example])),
    );
    if (!filled.ok) throw new Error(filled.problem.sentence);
    expect(filled.value).toMatchObject({ empty: [], unused: [] });
    const shown = wordsOf(textInPdf(filled.value.bytes));
    for (const { example } of tags) for (const line of example.split('\n')) expect(shown).toContain(wordsOf(line));
    expect(shown).not.toContain('Click or tap');
  },
  90_000,
);
