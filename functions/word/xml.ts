import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import { ok, type Result } from '../../shared/result';
import { unusable } from './unusable';

/** More tags than a document of some hundred pages has, in all its parts; it bounds what the parser may allocate. */
export const mostTags = 300_000;

/** The text of an XML part, or why it is refused before any parser sees it. */
export function textOf(part: string, bytes: Uint8Array): Result<string> {
  const refused = (sentence: string) => unusable([{ part, sentence: `"${part}": ${sentence}` }]);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('It is not UTF-8 text. Open the file in Word and save it again.');
  }
  if (text.includes('\u0000')) return refused('It is not UTF-8 text. Open the file in Word and save it again.');
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
  if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) return refused(`Its encoding is ${encoding}.`);
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) return refused('It has a document type declaration, as Word never writes.');
  return ok(text);
}

export function tagsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1;
  return count;
}

export function parseXml(part: string, text: string): Result<Document> {
  try {
    const strict = new DOMParser({
      locator: false,
      // The default also turns U+2028 and U+0085, which are text in XML 1.0, into line feeds.
      normalizeLineEndings: (source) => source.replaceAll(/\r\n?/g, '\n'),
      onError: (_level, message) => {
        // The bytes were decoded strictly: this character was written.
        if (message.startsWith('Unicode replacement character')) return;
        throw new Error(message);
      },
    });
    const document = strict.parseFromString(text, 'text/xml');
    return isTooDeep(document)
      ? unusable([{ part, sentence: `"${part}" is nested deeper than Word writes it.` }])
      : ok(document);
  } catch {
    // The parser's own words name nothing that people could mend.
    return unusable([
      { part, sentence: `"${part}" is damaged: it is not well-formed. Open the file in Word and save it again.` },
    ]);
  }
}

/** Far more than Word needs for tables in tables; it bounds every walk from an element to its ancestors. */
const mostDepth = 256;

function isTooDeep(document: Document): boolean {
  let depth = 0;
  let node: Node | null = document.firstChild;
  while (node !== null) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      if (depth > mostDepth) return true;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return false;
}

export function writeXml(document: Document): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

export function childElements(parent: Node): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** All elements under a node in document order, without recursion: depth is an attacker's choice. */
export function* elementsUnder(root: Node): Generator<Element> {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (isElement(node)) yield node;
    node = node.firstChild ?? following(node, root);
  }
}

function following(from: Node, root: Node): Node | null {
  for (let node: Node | null = from; node !== null && node !== root; node = node.parentNode)
    if (node.nextSibling !== null) return node.nextSibling;
  return null;
}

const mainNamespaces: readonly (string | null)[] = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** The local name of a WordprocessingML element, transitional or strict; '' for anything else. */
export function wordName(element: Element): string {
  return mainNamespaces.includes(element.namespaceURI) ? (element.localName ?? '') : '';
}

export function isWord(node: Node | null | undefined, name: string): node is Element {
  return isElement(node) && wordName(node) === name;
}

export function childNamed(parent: Node, name: string): Element | undefined {
  return childElements(parent).find((child) => isWord(child, name));
}

/** An attribute by its local name, whatever its prefix. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.getAttributeNS(element.namespaceURI, name) ?? element.getAttributeNS(null, name) ?? undefined;
}

export function ancestors(node: Node): readonly Element[] {
  const found: Element[] = [];
  for (let up = node.parentNode; up !== null; up = up.parentNode) if (isElement(up)) found.push(up);
  return found;
}
