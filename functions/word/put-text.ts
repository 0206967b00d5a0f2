import type { Document, Element, Node } from '@xmldom/xmldom';
import { type Control, property } from './controls';
import { ancestors, childElements, childNamed, elementsUnder, isWord } from './xml';

/** Puts lines of text into a control, in the formatting that its text had. */
export function putText(control: Control, lines: readonly string[]): void {
  const format = runFormatOf(control.element);
  const content = contentOf(control.element);
  if (control.level === 'inline') {
    const paragraphText = make(content, 'r', [format, ...pieces(content, lines)]);
    refill(content, [paragraphText]);
  } else {
    const holder = control.level === 'cell' ? cellIn(content) : content;
    const paragraphs = paragraphsOf(holder, format, lines);
    refill(holder, paragraphs);
  }
  settle(control, lines.length);
}

/**
 * A control with a text in it shows no placeholder; and one that is bound to a data part would show that part's text
 * instead of ours as soon as Word opens it.
 */
function settle({ element, level }: Control, lineCount: number): void {
  const properties = childNamed(element, 'sdtPr');
  if (properties === undefined) return;
  for (const child of childElements(properties)) {
    const name = child.localName ?? '';
    if (name === 'showingPlcHdr' || name === 'dataBinding') properties.removeChild(child);
    if (name === 'date' && child.namespaceURI !== null) child.removeAttributeNS(child.namespaceURI, 'fullDate');
    if (name !== 'text' || lineCount < 2) continue;
    // A plain-text control holds one paragraph; without `w:text` it is a rich-text control, which holds many.
    if (level === 'inline') setWord(child, 'multiLine', '1');
    else properties.removeChild(child);
  }
}

function documentOf(node: Node): Document {
  if (node.ownerDocument === null) throw new Error('A node of a parsed part has no document');
  return node.ownerDocument;
}

/** An element of the same namespace and prefix as the one beside it. */
function make(beside: Element, name: string, children: readonly (Node | undefined)[]): Element {
  const qualified = beside.prefix ? `${beside.prefix}:${name}` : name;
  const made = documentOf(beside).createElementNS(beside.namespaceURI, qualified);
  for (const child of children) if (child !== undefined) made.appendChild(child);
  return made;
}

function setWord(element: Element, name: string, value: string): void {
  const qualified = element.prefix ? `${element.prefix}:${name}` : name;
  element.setAttributeNS(element.prefix ? element.namespaceURI : null, qualified, value);
}

function contentOf(control: Element): Element {
  const found = childNamed(control, 'sdtContent');
  if (found !== undefined) return found;
  const made = make(control, 'sdtContent', []);
  control.appendChild(made);
  return made;
}

function cellIn(content: Element): Element {
  const found = childNamed(content, 'tc');
  if (found !== undefined) return found;
  const made = make(content, 'tc', []);
  content.appendChild(made);
  return made;
}

/** Bookmarks around the old text stay around the new one; the properties of a cell stay; all else goes. */
function refill(holder: Element, children: readonly Element[]): void {
  const marks = [...elementsUnder(holder)];
  const starts = marks.filter((element) => isWord(element, 'bookmarkStart'));
  const ends = marks.filter((element) => isWord(element, 'bookmarkEnd'));
  for (const child of [...holder.childNodes]) if (!isWord(child, 'tcPr')) holder.removeChild(child);
  for (const child of [...starts, ...children, ...ends]) holder.appendChild(child);
}

function paragraphsOf(holder: Element, format: Element | undefined, lines: readonly string[]): readonly Element[] {
  const first = [...elementsUnder(holder)].find((element) => isWord(element, 'p'));
  const properties = first === undefined ? undefined : childNamed(first, 'pPr');
  const section = properties === undefined ? undefined : childNamed(properties, 'sectPr');
  if (section !== undefined) properties?.removeChild(section);
  const paragraphs = lines.map((line) =>
    make(holder, 'p', [
      properties?.cloneNode(true),
      make(holder, 'r', [format?.cloneNode(true), ...pieces(holder, [line])]),
    ]),
  );
  const last = paragraphs.at(-1);
  if (section !== undefined && last !== undefined) paragraphPropertiesOf(last).appendChild(section);
  return paragraphs;
}

function paragraphPropertiesOf(paragraph: Element): Element {
  const found = childNamed(paragraph, 'pPr');
  if (found !== undefined) return found;
  const made = make(paragraph, 'pPr', []);
  paragraph.insertBefore(made, paragraph.firstChild);
  return made;
}

/** Text, tabs and line breaks of one run. */
function pieces(beside: Element, lines: readonly string[]): readonly Element[] {
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [make(beside, 'br', [])]),
    ...line
      .split('\t')
      .flatMap((text, tab) => [
        ...(tab === 0 ? [] : [make(beside, 'tab', [])]),
        ...(text === '' ? [] : [textElement(beside, text)]),
      ]),
  ]);
}

function textElement(beside: Element, text: string): Element {
  const element = make(beside, 't', [documentOf(beside).createTextNode(text)]);
  element.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  return element;
}

/** The formatting of the text that stands in a control; of a placeholder, all but the placeholder's style and grey. */
function runFormatOf(control: Element): Element | undefined {
  const showsPlaceholder = property(control, 'showingPlcHdr') !== undefined;
  const own = property(control, 'rPr');
  const content = childNamed(control, 'sdtContent');
  const run = content === undefined ? undefined : firstRunFormat(content);
  const chosen = showsPlaceholder ? (own ?? run) : (run ?? own);
  const format = chosen?.cloneNode(true);
  if (format === undefined || !isWord(format, 'rPr')) return undefined;
  for (const child of childElements(format)) {
    const name = child.localName ?? '';
    const ofPlaceholder = showsPlaceholder && chosen === run && (name === 'rStyle' || name === 'color');
    // Tracked changes belong to the text that goes.
    if (ofPlaceholder || ['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'vanish'].includes(name))
      format.removeChild(child);
  }
  return format;
}

function firstRunFormat(content: Element): Element | undefined {
  for (const element of elementsUnder(content)) {
    if (!isWord(element, 'r') || !childElements(element).some((child) => isWord(child, 't'))) continue;
    const deleted = ancestors(element).some((up) => isWord(up, 'del'));
    if (!deleted) return childNamed(element, 'rPr');
  }
  return undefined;
}
