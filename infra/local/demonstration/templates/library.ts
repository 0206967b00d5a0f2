import { appraisalStatement } from './appraisal-statement';
import { objectiveLetter, oldAppraisalForm } from './objective-letter';

export interface LibraryFile {
  /** In the trust's document library. */
  readonly path: string;
  readonly content: Uint8Array;
}

const text = (words: string) => new TextEncoder().encode(words);

/** What HR keeps in the folder `Templates`, and what leads of meetings share from the folder `Meetings`. */
export function libraryFiles(): readonly LibraryFile[] {
  return [
    { path: 'Templates/Appraisal statement.docx', content: appraisalStatement() },
    { path: 'Templates/Trust-wide objective letter.docx', content: objectiveLetter() },
    { path: 'Templates/Appraisal form before content controls.docx', content: oldAppraisalForm() },
    { path: 'Meetings/How our networks meet.txt', content: text('Every academy, every time.') },
    { path: 'Meetings/Moderation/Writing in Year 2, how to moderate.txt', content: text('Read alone, then together.') },
    { path: 'Meetings/Moderation/Mathematics in Year 6, how to moderate.txt', content: text('Six books each.') },
  ];
}
