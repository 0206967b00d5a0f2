import { contentOf, isMultiLine, levelOf, propertiesOf, propertyOf } from './content-control';
import {
  childElements,
  copyOf,
  insertAfter,
  isWord,
  newWord,
  removeAll,
  setWordValue,
  wordChild,
  wordDescendants,
  wordValue,
} from './elements';

/** Puts text into a content control as Word does; formatting follows what stood there before. */
export function replaceText(control: Element, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  if (levelOf(control) === 'inline') replaceInline(control, lines);
  else replaceParagraphs(control, lines);
  showNoPlaceholder(control);
}

export function addText(control: Element, text: string, where: 'Start' | 'End'): void {
  if (wasPlaceholder(control)) {
    replaceText(control, text);
    return;
  }
  const paragraphs = paragraphsOf(control);
  const [home] = where === 'Start' ? paragraphs : paragraphs.slice(-1);
  const target = home ?? contentOf(control);
  const run = newRun(control, text, runPropertiesOf(control));
  const first = childElements(target).find((child) => !isWord(child, 'pPr'));
  if (where === 'Start' && first !== undefined) target.insertBefore(run, first);
  else target.appendChild(run);
}

/** A new paragraph inside a control that holds paragraphs. */
export function addParagraphInside(control: Element, text: string, where: 'Start' | 'End'): Element {
  if (wasPlaceholder(control)) {
    replaceText(control, text);
    return firstOf(paragraphsOf(control));
  }
  const paragraphs = paragraphsOf(control);
  const neighbour = firstOf(where === 'Start' ? paragraphs : paragraphs.slice(-1));
  const added = newParagraph(control, neighbour, text, runPropertiesOf(control));
  if (where === 'Start') neighbour.parentNode?.insertBefore(added, neighbour);
  else insertAfter(added, neighbour);
  return added;
}

/** A new paragraph beside another one, or beside a block of its own. */
export function addParagraphBeside(block: Element, like: Element, text: string, where: 'Before' | 'After'): Element {
  const added = newParagraph(block, like, text, undefined);
  if (where === 'Before') block.parentNode?.insertBefore(added, block);
  else insertAfter(added, block);
  return added;
}

export function paragraphsOf(within: Element): readonly Element[] {
  return wordDescendants(within, 'p');
}

function wasPlaceholder(control: Element): boolean {
  return propertyOf(control, 'showingPlcHdr') !== undefined;
}

function showNoPlaceholder(control: Element): void {
  const shown = propertyOf(control, 'showingPlcHdr');
  if (shown !== undefined) removeAll([shown]);
}

function replaceInline(control: Element, lines: readonly string[]): void {
  const properties = runPropertiesOf(control);
  const content = contentOf(control);
  const text = isMultiLine(control) ? lines.join('\n') : lines.join(' ');
  const run = newRun(control, text, properties);
  removeAll(Array.from(content.childNodes));
  content.appendChild(run);
}

function replaceParagraphs(control: Element, lines: readonly string[]): void {
  const properties = runPropertiesOf(control);
  const content = contentOf(control);
  const home = levelOf(control) === 'cell' ? firstOf(wordDescendants(content, 'tc')) : content;
  const like = paragraphsOf(home)[0];
  const told = isMultiLine(control) ? lines : [lines.join(' ')];
  const fresh = told.map((line) => newParagraph(control, like, line, properties));
  removeAll(Array.from(home.childNodes).filter((child) => !isWord(child, 'tcPr')));
  for (const paragraph of fresh) home.appendChild(paragraph);
}

function newParagraph(
  beside: Element,
  like: Element | undefined,
  text: string,
  properties: Element | undefined,
): Element {
  const paragraph = newWord(beside, 'p');
  const paragraphProperties = like === undefined ? undefined : wordChild(like, 'pPr');
  if (paragraphProperties !== undefined) paragraph.appendChild(withoutSection(copyOf(paragraphProperties)));
  paragraph.appendChild(newRun(beside, text, properties));
  return paragraph;
}

/** A section ends with its own last paragraph alone. */
function withoutSection(properties: Element): Element {
  removeAll(childElements(properties).filter((child) => isWord(child, 'sectPr')));
  return properties;
}

function newRun(beside: Element, text: string, properties: Element | undefined): Element {
  const run = newWord(beside, 'r');
  if (properties !== undefined) run.appendChild(copyOf(properties));
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) run.appendChild(newWord(beside, 'br'));
    const element = newWord(beside, 't');
    element.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
    element.appendChild(beside.ownerDocument.createTextNode(line));
    run.appendChild(element);
  }
  return run;
}

/** How text in the control looks: as the control says, or as its first run, but never as its placeholder. */
function runPropertiesOf(control: Element): Element | undefined {
  const properties = propertiesOf(control);
  const told = properties === undefined ? undefined : wordChild(properties, 'rPr');
  const run = wordDescendants(contentOf(control), 'r')[0];
  const found = told ?? (run === undefined ? undefined : wordChild(run, 'rPr'));
  if (found === undefined) return undefined;
  const copy = copyOf(found);
  removeAll(childElements(copy).filter((child) => isWord(child, 'rStyle') && wordValue(child) === 'PlaceholderText'));
  return copy.childNodes.length === 0 ? undefined : copy;
}

function firstOf(elements: readonly Element[]): Element {
  const [first] = elements;
  if (first === undefined) throw new Error('This content control holds no paragraph.');
  return first;
}

/** Locks and unlocks the content, or the control against deletion. */
export function setLock(control: Element, lock: { readonly content: boolean; readonly control: boolean }): void {
  const properties = propertiesOf(control);
  if (properties === undefined) return;
  const value = lock.content ? (lock.control ? 'sdtContentLocked' : 'contentLocked') : lock.control ? 'sdtLocked' : '';
  const existing = wordChild(properties, 'lock');
  if (value === '') {
    if (existing !== undefined) removeAll([existing]);
    return;
  }
  const element = existing ?? newWord(properties, 'lock');
  setWordValue(element, value);
  const id = wordChild(properties, 'id');
  if (existing !== undefined) return;
  if (id === undefined) properties.appendChild(element);
  else insertAfter(element, id);
}
