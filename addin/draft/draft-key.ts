const most = 100;

/** A short, steady mark of a long text (FNV-1a): it only tells drafts apart, it hides nothing. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/**
 * The key of what somebody writes about something: one draft each, found again without a search.
 *
 * @example draftKey('1f…', 'review-outcome/review-7') // 'draft-1f…-review-outcome.review-7'
 */
export function draftKey(owner: string, about: string): string {
  const plain = `draft-${owner}-${about.replace(/[^A-Za-z0-9._-]/g, '.')}`;
  return plain.length <= most ? plain : `${plain.slice(0, most - 9)}-${mark(about)}`;
}
