/** Small words for the XML of a Word document, in DOM calls that browsers and xmldom both have. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const elementNode = 1;

export function childElements(parent: Node): readonly Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === elementNode;
}

export function isWord(node: Node | null, name: string): node is Element {
  return node !== null && isElement(node) && node.namespaceURI === wordNamespace && node.localName === name;
}

export function wordChild(parent: Node, name: string): Element | undefined {
  return childElements(parent).find((child) => isWord(child, name));
}

/** All elements of this name below, in document order. */
export function wordDescendants(parent: Element | Document, name: string): readonly Element[] {
  return Array.from(parent.getElementsByTagNameNS(wordNamespace, name));
}

export function wordValue(element: Element | undefined): string | undefined {
  return element?.getAttributeNS(wordNamespace, 'val') ?? undefined;
}

/** An element beside others of the same document: prefix and owner follow it. */
export function newWord(like: Element, name: string): Element {
  return like.ownerDocument.createElementNS(wordNamespace, `${like.prefix ?? 'w'}:${name}`);
}

export function setWordValue(element: Element, value: string): void {
  element.setAttributeNS(wordNamespace, `${element.prefix ?? 'w'}:val`, value);
}

export function removeAll(nodes: readonly Node[]): void {
  for (const node of nodes) node.parentNode?.removeChild(node);
}

export function insertAfter(node: Node, before: Node): void {
  before.parentNode?.insertBefore(node, before.nextSibling);
}

export function copyOf(element: Element): Element {
  return element.cloneNode(true) as Element;
}

/** The text of a run, paragraph or table: breaks and paragraph ends are line feeds. */
export function textOf(node: Node): string {
  if (isWord(node, 't')) return node.textContent ?? '';
  if (isWord(node, 'tab')) return '\t';
  if (isWord(node, 'br') || isWord(node, 'cr')) return '\n';
  if (isWord(node, 'sdtPr') || isWord(node, 'instrText') || isWord(node, 'delText')) return '';
  const parts = childElements(node).map((child) => ({ text: textOf(child), ends: endsParagraph(child) }));
  return parts.map(({ text, ends }, index) => (ends && index < parts.length - 1 ? `${text}\n` : text)).join('');
}

function endsParagraph(element: Element): boolean {
  if (isWord(element, 'p') || isWord(element, 'tbl') || isWord(element, 'tr') || isWord(element, 'tc')) return true;
  return isWord(element, 'sdt') && wordDescendants(element, 'p').length > 0;
}
