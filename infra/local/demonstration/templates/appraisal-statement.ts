import { wordFile } from './word-file';
import { block, heading, inline, label, paragraph, run, table } from './wordprocessing';

const fact = (name: string, tag: string, title: string) => [
  { width: 2400, content: paragraph(run(name), 'FactLabel'), shaded: true },
  { width: 7238, content: paragraph(inline(tag, title), 'FieldText') },
];

const half = (name: string, tag: string, title: string) => ({
  width: 4819,
  content: `${label(name)}${block(tag, title)}`,
});

/** The trust's appraisal statement, with controls in a line, on lines of their own and in table cells. */
export function appraisalStatement(): Uint8Array {
  const body = [
    paragraph(inline('trust.name', 'Name of the trust'), 'TrustName'),
    paragraph(run('Appraisal statement'), 'Title'),
    paragraph(`${run('School year ')}${inline('year', 'school year')}`, 'Subtitle'),
    table([
      fact('Name', 'principal.name', 'Name of the principal'),
      fact('Post', 'principal.post', 'Post'),
      fact('Academy', 'academy.name', 'Academy'),
      fact('Appraiser', 'appraiser.name', 'Name of the appraiser'),
    ]),
    heading('Trust-wide objective'),
    paragraph(`${run('Trust-wide priority: ')}${inline('priority.name', 'priority')}`),
    block('priority.why', 'Why this matters to all our pupils'),
    label('Objective'),
    block('objective.text', 'What I shall do for our academies'),
    label('My contribution'),
    block('objective.contribution', 'Days, people, expertise'),
    table([
      [
        half('Performance measure', 'objective.measure', 'What will be seen'),
        half('Where the evidence comes from', 'objective.evidence', 'Records already kept'),
      ],
      [
        half('Support and cover', 'objective.support', 'What I need'),
        half('What it brings to my own academy', 'objective.ownAcademyBenefit', 'Benefit to my own academy'),
      ],
    ]),
    heading('Review points'),
    block('objective.reviewPoints', 'When we look at it together'),
    paragraph(`${run('Headteachers’ standard: ')}${inline('objective.standard', 'standard')}`),
    paragraph(
      `${run('Agreed as realistic within the year by both on ')}${inline('objective.agreedOn', 'date')}${run('.')}`,
    ),
    table([
      [
        { width: 4819, content: `${label('Signed, principal')}${paragraph('')}` },
        { width: 4819, content: `${label('Signed, appraiser')}${paragraph('')}` },
      ],
    ]),
    paragraph(run('Nothing in this statement is taken from the findings of a peer review.'), 'SmallPrint'),
  ];
  return wordFile('Appraisal statement', body.join(''));
}
