import { wordFile } from './word-file';
import { block, heading, inline, paragraph, run } from './wordprocessing';

/** A letter that confirms what both agreed. */
export function objectiveLetter(): Uint8Array {
  const body = [
    paragraph(inline('trust.name', 'Name of the trust'), 'TrustName'),
    paragraph(inline('objective.agreedOn', 'Date')),
    paragraph(run('Your trust-wide objective'), 'Title'),
    paragraph(`${inline('academy.name', 'Academy')}${run(', ')}${inline('year', 'school year')}`, 'Subtitle'),
    paragraph(`${run('Dear ')}${inline('principal.name', 'name')}${run(',')}`),
    paragraph(
      `${run('Thank you for our conversation. This is the objective that we agreed, in support of our priority “')}${inline('priority.name', 'priority')}${run('”.')}`,
    ),
    block('objective.text', 'Objective'),
    heading('How we shall know'),
    block('objective.measure', 'Performance measure'),
    heading('What it brings to your own academy'),
    block('objective.ownAcademyBenefit', 'Benefit'),
    paragraph(run('With thanks for working for all our pupils,')),
    paragraph(inline('appraiser.name', 'Appraiser')),
  ];
  return wordFile('Your trust-wide objective', body.join(''));
}

/** How it was before: dotted lines and no content controls. It shows what the product says of such a template. */
export function oldAppraisalForm(): Uint8Array {
  const dots = '.'.repeat(60);
  const body = [
    paragraph(run('Appraisal form'), 'Title'),
    ...['Name', 'Academy', 'Objective 1', 'Objective 2', 'Objective 3', 'Signed'].map((word) =>
      paragraph(run(`${word} ${dots}`)),
    ),
  ];
  return wordFile('Appraisal form', body.join(''));
}
