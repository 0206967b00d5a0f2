import { childElements, isWord, textOf, wordChild, wordDescendants, wordValue } from './elements';

/** Where a content control stands: in a line, around paragraphs, around a table cell, or around table rows. */
export type Level = 'inline' | 'block' | 'cell' | 'row';

export function contentControls(within: Element | Document): readonly Element[] {
  return wordDescendants(within, 'sdt');
}

export function propertiesOf(control: Element): Element | undefined {
  return wordChild(control, 'sdtPr');
}

export function propertyOf(control: Element, name: string): Element | undefined {
  const properties = propertiesOf(control);
  return properties === undefined ? undefined : wordChild(properties, name);
}

export function tagOf(control: Element): string {
  return wordValue(propertyOf(control, 'tag')) ?? '';
}

export function titleOf(control: Element): string {
  return wordValue(propertyOf(control, 'alias')) ?? '';
}

export function idOf(control: Element): number {
  return Number(wordValue(propertyOf(control, 'id')) ?? 0);
}

export function contentOf(control: Element): Element {
  const content = wordChild(control, 'sdtContent');
  if (content === undefined) throw new Error('This content control has no content element.');
  return content;
}

export function levelOf(control: Element): Level {
  const inside = childElements(contentOf(control));
  if (inside.some((child) => isWord(child, 'tc'))) return 'cell';
  if (inside.some((child) => isWord(child, 'tr'))) return 'row';
  return isInParagraph(control) ? 'inline' : 'block';
}

function isInParagraph(control: Element): boolean {
  for (let parent = control.parentNode; parent !== null; parent = parent.parentNode) {
    if (isWord(parent, 'p')) return true;
    if (isWord(parent, 'tc') || isWord(parent, 'body') || isWord(parent, 'txbxContent')) return false;
  }
  return false;
}

export function showsPlaceholder(control: Element): boolean {
  return propertyOf(control, 'showingPlcHdr') !== undefined;
}

/** As Word tells it: nothing while the placeholder is shown. */
export function controlText(control: Element): string {
  return showsPlaceholder(control) ? '' : textOf(contentOf(control));
}

export function placeholderOf(control: Element): string {
  return showsPlaceholder(control) ? textOf(contentOf(control)) : '';
}

const singleLineKinds = ['text', 'date', 'dropDownList', 'comboBox'];
const fixedKinds = ['picture', 'checkbox', 'group', 'docPartList', 'repeatingSection'];

export function isRichText(control: Element): boolean {
  return ![...singleLineKinds, ...fixedKinds].some((kind) => hasKind(control, kind));
}

/** What text cannot be put into, such as a picture; undefined where it can. */
export function fixedKindOf(control: Element): string | undefined {
  return fixedKinds.find((kind) => hasKind(control, kind));
}

/** Newer kinds lie in namespaces of their own, so the local name decides. */
function hasKind(control: Element, kind: string): boolean {
  const properties = propertiesOf(control);
  return properties !== undefined && childElements(properties).some(({ localName }) => localName === kind);
}

export function isMultiLine(control: Element): boolean {
  const text = propertyOf(control, 'text');
  const told = text?.getAttributeNS(text.namespaceURI, 'multiLine');
  return isRichText(control) || told === '1' || told === 'true';
}

export function lockOf(control: Element): { readonly content: boolean; readonly control: boolean } {
  const lock = wordValue(propertyOf(control, 'lock')) ?? 'unlocked';
  return {
    content: lock === 'contentLocked' || lock === 'sdtContentLocked',
    control: lock === 'sdtLocked' || lock === 'sdtContentLocked',
  };
}
