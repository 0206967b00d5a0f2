import { appraisalStatement } from './appraisal-statement';
import { objectiveLetter, oldAppraisalForm } from './objective-letter';

export interface LibraryFile {
  /** In the trust's document library. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What HR keeps in the folder `Templates`. */
export function libraryFiles(): readonly LibraryFile[] {
  return [
    { path: 'Templates/Appraisal statement.docx', content: appraisalStatement() },
    { path: 'Templates/Trust-wide objective letter.docx', content: objectiveLetter() },
    { path: 'Templates/Appraisal form before content controls.docx', content: oldAppraisalForm() },
  ];
}
