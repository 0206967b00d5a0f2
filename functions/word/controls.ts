import type { Document, Element } from '@xmldom/xmldom';
import { where } from './policy';
import { ancestors, attributeOf, childElements, childNamed, elementsUnder, isWord } from './xml';

/** Where a content control stands, which decides what may stand inside it. */
export type Level = 'inline' | 'block' | 'cell' | 'row';

/** A content control (`w:sdt`) of a template. */
export interface Control {
  readonly part: string;
  readonly element: Element;
  /** Trimmed; undefined when it has none. */
  readonly tag: string | undefined;
  readonly level: Level;
  /** Locked by itself or by a control around it. */
  readonly locked: boolean;
  /** The type in words when text cannot stand in it. */
  readonly cannotHoldText: string | undefined;
  /** The controls around it, nearest first. */
  readonly around: readonly Element[];
  readonly where: string;
}

const notForText: ReadonlyMap<string, string> = new Map([
  ['picture', 'a picture control'],
  ['checkbox', 'a check box'],
  ['equation', 'an equation'],
  ['citation', 'a citation'],
  ['bibliography', 'a bibliography'],
  ['group', 'a group'],
  ['docPartList', 'a building block gallery'],
  ['repeatingSection', 'a repeating section'],
  ['repeatingSectionItem', 'an item of a repeating section'],
]);

export function controlsOf(part: string, document: Document): readonly Control[] {
  return [...elementsUnder(document)]
    .filter((element) => isWord(element, 'sdt'))
    .map((element) => {
      const around = ancestors(element).filter((up) => isWord(up, 'sdt'));
      return {
        part,
        element,
        tag: tagOf(element),
        level: levelOf(element),
        locked: [element, ...around].some(isLocked),
        cannotHoldText: kindForNoText(element),
        around,
        where: where(part, element),
      };
    });
}

export function tagOf(control: Element): string | undefined {
  const tag = property(control, 'tag');
  const value = tag === undefined ? undefined : attributeOf(tag, 'val')?.trim();
  return value === '' ? undefined : value;
}

export function property(control: Element, name: string): Element | undefined {
  const properties = childNamed(control, 'sdtPr');
  return properties === undefined ? undefined : childNamed(properties, name);
}

/** Whether Word would let nobody change what stands in this control; `sdtLocked` only keeps it from being deleted. */
function isLocked(control: Element): boolean {
  const lock = property(control, 'lock');
  const value = lock === undefined ? undefined : attributeOf(lock, 'val');
  return value === 'contentLocked' || value === 'sdtContentLocked';
}

function kindForNoText(control: Element): string | undefined {
  const properties = childNamed(control, 'sdtPr');
  const kinds = properties === undefined ? [] : childElements(properties);
  // Check boxes and repeating sections have namespaces of their own (w14, w15): the local name decides.
  return kinds.map(({ localName }) => notForText.get(localName ?? '')).find((kind) => kind !== undefined);
}

const blockParents = ['body', 'tc', 'hdr', 'ftr', 'footnote', 'endnote', 'txbxContent', 'comment', 'docPartBody'];

function levelOf(control: Element): Level {
  for (const parent of ancestors(control)) {
    const name = parent.localName ?? '';
    if (name === 'sdt' || name === 'sdtContent' || name === 'customXml') continue;
    if (name === 'tbl') return 'row';
    if (name === 'tr') return 'cell';
    return blockParents.includes(name) ? 'block' : 'inline';
  }
  return 'block';
}
