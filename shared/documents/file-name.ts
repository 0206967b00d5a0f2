/** What SharePoint and Windows refuse in names, and what hides in them. */
const forbidden = /["*:<>?/\\|#%\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e]/g;

/**
 * A file name of several parts that every system takes.
 *
 * @example fileName(['Appraisal', 'Ada Alder', '2026-27'], 'docx') // 'Appraisal - Ada Alder - 2026-27.docx'
 */
export function fileName(parts: readonly string[], extension: string): string {
  const cleaned = parts.map((part) => part.replaceAll(forbidden, ' ').replace(/\s+/g, ' ').trim());
  const name = cleaned.filter((part) => part !== '').join(' - ');
  // Whole characters: half a surrogate pair is refused too. A name may not begin or end with a dot.
  const short = [...name]
    .slice(0, 100)
    .join('')
    .replace(/^[.~\s]+|[.\s]+$/g, '');
  return `${short === '' ? 'Document' : short}.${extension}`;
}
