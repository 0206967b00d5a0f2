import { tags } from '../../../shared/documents/tags';
import { block, cell, inline, makeDocx, paragraph, plainCell, table } from './make-docx';

const placeholder = {
  properties: '<w:showingPlcHdr/>',
  content:
    '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:color w:val="808080"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r>',
};

function heading(text: string): string {
  return `<w:p><w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="1F3864"/><w:sz w:val="28"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

function labelled(label: string, tag: string): string {
  return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${label}: </w:t></w:r>${inline(tag, placeholder)}</w:p>`;
}

const inTable = ['objective.evidence', 'objective.support'];
const blocks = [
  'priority.why',
  'objective.text',
  'objective.contribution',
  'objective.measure',
  'objective.ownAcademyBenefit',
  'objective.reviewPoints',
];

/** An appraisal template as HR would make it: every tag of the vocabulary, at every level. */
export function appraisalTemplate(): Uint8Array {
  const elsewhere = ['trust.name', 'year', ...inTable, ...blocks];
  return makeDocx({
    header: `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Appraisal </w:t></w:r>${inline('year')}</w:p>`,
    footer: block('trust.name'),
    body: [
      heading('Trust-wide objective'),
      ...tags
        .filter(({ tag }) => !elsewhere.includes(tag))
        .map(({ tag, meaning }) => labelled(meaning.slice(0, -1), tag)),
      ...blocks.flatMap((tag) => [
        heading(tag),
        block(tag, {
          ...placeholder,
          content: `<w:p><w:pPr><w:ind w:left="360"/></w:pPr>${placeholder.content}</w:p>`,
        }),
      ]),
      table(
        `${plainCell(paragraph('Evidence'))}${cell('objective.evidence')}`,
        `${plainCell(paragraph('Support'))}${plainCell(block('objective.support'))}`,
      ),
      paragraph(''),
    ].join(''),
  });
}
