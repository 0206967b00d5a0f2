import type { Document, Element } from '@xmldom/xmldom';
import { attributeOf, elementsUnder, wordName } from './xml';

/** A field of a document, and the code that Word would run. */
export interface Field {
  readonly element: Element;
  readonly code: string;
  /** { { QUOTE … } … }: the command itself would be computed when Word updates the field. */
  readonly computed: boolean;
}

interface OpenField {
  readonly element: Element;
  code: string;
  /** Between `begin` and `separate`; after that comes the result. */
  reading: boolean;
  computed: boolean;
}

/** Field codes may be cut over many runs: they are put together from `begin` to `separate` or `end`. */
export function fieldsOf(document: Document): readonly Field[] {
  const found: Field[] = [];
  const open: OpenField[] = [];
  for (const element of elementsUnder(document)) {
    const name = wordName(element);
    if (name === 'fldSimple') found.push({ element, code: attributeOf(element, 'instr') ?? '', computed: false });
    else if (name === 'instrText' || name === 'delInstrText') readCode(element, open, found);
    else if (name === 'fldChar') readCharacter(element, open, found);
  }
  // A field that never ends was not written by Word, but Word may still read it.
  return [...found, ...open.map(({ element, code, computed }) => ({ element, code, computed }))];
}

function readCode(element: Element, open: readonly OpenField[], found: Field[]): void {
  const code = element.textContent ?? '';
  const inner = open.at(-1);
  if (inner?.reading === true) inner.code += code;
  else found.push({ element, code, computed: false });
}

function readCharacter(element: Element, open: OpenField[], found: Field[]): void {
  const type = attributeOf(element, 'fldCharType');
  const outer = open.at(-1);
  if (type === 'begin') {
    if (outer?.reading === true && outer.code.trim() === '') outer.computed = true;
    open.push({ element, code: '', reading: true, computed: false });
  } else if (type === 'separate' && outer !== undefined) outer.reading = false;
  else if (type === 'end') {
    const closed = open.pop();
    if (closed !== undefined) found.push({ element: closed.element, code: closed.code, computed: closed.computed });
  }
}
