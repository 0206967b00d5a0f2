/** What an event or mail of ours stands for: the link `…/open/{kind}/{key}` that every body carries. */
export interface LinkedKey {
  readonly kind: 'review' | 'meeting' | 'action';
  readonly key: string;
}

const link = /\/open\/(review|meeting|action)\/([A-Za-z0-9][A-Za-z0-9._-]{0,99})/;

/** Mail gateways rewrite links and encode the real one inside: `…safelinks…?url=https%3A%2F%2F…%2Fopen%2Freview%2F…`. */
function unwrapped(text: string): string {
  return text.replace(/%2F/gi, '/');
}

/**
 * The first of our links in a body's text.
 *
 * @example keyInBody('Open in Our Academies <https://x.example/open/review/review-7>') // { kind: 'review', key: 'review-7' }
 */
export function keyInBody(text: string): LinkedKey | undefined {
  const found = link.exec(text) ?? link.exec(unwrapped(text));
  if (found === null) return undefined;
  const [, kind, key = ''] = found;
  // A full stop or hyphen at the end belongs to the sentence, not to the key.
  return { kind: kind as LinkedKey['kind'], key: key.replace(/[.-]+$/, '') };
}
