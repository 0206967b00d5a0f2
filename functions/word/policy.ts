import type { Document, Element } from '@xmldom/xmldom';
import { type Field, fieldsOf } from './fields';
import { type Flaw, placeOf } from './unusable';
import { ancestors, childElements, elementsUnder, isWord, wordName } from './xml';

/**
 * What a template may not hold, because opening the filled document would run it or fetch it. The words must stand
 * literally in a part's text: XML has no other way to write a name once document types are refused.
 */
const refusedElements: ReadonlyMap<string, string> = new Map([
  ['altChunk', 'another file embedded in it. Copy the text of that file into the template'],
  ['object', 'an embedded object (OLE). Insert it as a picture'],
  ['control', 'an ActiveX control. Use a content control'],
  ['subDoc', 'a subdocument. Copy its text into the template'],
  ['mailMerge', 'a mail merge with a data source. End the mail merge'],
]);

const refusedFields: readonly string[] = [
  'DDE',
  'DDEAUTO',
  'INCLUDE',
  'INCLUDETEXT',
  'INCLUDEPICTURE',
  'IMPORT',
  'LINK',
  'DATABASE',
  'MACROBUTTON',
];

const refusedRelations: ReadonlyMap<string, string> = new Map([
  ['attachedTemplate', 'an attached template. In Word choose Developer, Document Template, and attach Normal'],
  ['aFChunk', 'another file embedded in it. Copy the text of that file into the template'],
  ['oleObject', 'an embedded object (OLE). Insert it as a picture'],
  ['package', 'an embedded file. Insert it as a picture'],
  ['control', 'an ActiveX control. Use a content control'],
  ['activeXControlBinary', 'an ActiveX control. Use a content control'],
  ['vbaProject', 'macros. Save it as .docx, without macros'],
  ['wordVbaData', 'macros. Save it as .docx, without macros'],
  ['keyMapCustomizations', 'keyboard commands, which can run macros. Save it as .docx'],
  ['attachedToolbars', 'tool bars, which can run macros. Save it as .docx'],
  ['subDocument', 'a subdocument. Copy its text into the template'],
  ['frame', 'a frame that shows another file. Remove it'],
  ['mailMergeSource', 'a mail merge with a data source. End the mail merge'],
  ['mailMergeHeaderSource', 'a mail merge with a data source. End the mail merge'],
  ['recipientData', 'a mail merge with a data source. End the mail merge'],
]);

/** Names of parts that are code or foreign binaries, whatever their relations say. */
export function flawOfName(part: string): Flaw | undefined {
  const name = part.toLowerCase();
  if (name.includes('vbaproject') || name.endsWith('.docm') || name.endsWith('.dotm'))
    return { part, sentence: `It contains macros ("${part}"). Save it as .docx, without macros.` };
  if (name.includes('/activex/'))
    return { part, sentence: `It contains an ActiveX control ("${part}"). Use a content control.` };
  if (name.endsWith('.bin') || name.includes('/embeddings/'))
    return { part, sentence: `It contains an embedded object ("${part}"). Insert it as a picture.` };
  return undefined;
}

export function flawsOfTypes(part: string, types: Document): readonly Flaw[] {
  return [...elementsUnder(types)].flatMap((element) => {
    const type = element.getAttribute('ContentType') ?? '';
    if (/macroEnabled|vbaProject|vbaData/i.test(type))
      return [{ part, sentence: 'It contains macros. Save it as .docx, without macros.' }];
    if (/activeX|oleObject/i.test(type))
      return [{ part, sentence: 'It contains an embedded object. Insert it as a picture.' }];
    return [];
  });
}

/** A relation may leave the file only as a link that somebody clicks. */
export function flawsOfRelations(part: string, relations: Document): readonly Flaw[] {
  return [...elementsUnder(relations)].flatMap((relation) => {
    if (relation.localName !== 'Relationship') return [];
    const type = (relation.getAttribute('Type') ?? '').split('/').at(-1) ?? '';
    const target = relation.getAttribute('Target') ?? '';
    const refused = refusedRelations.get(type);
    if (refused !== undefined) return [{ part, sentence: `It contains ${refused} (${part}).` }];
    const outside = relation.getAttribute('TargetMode') === 'External' || /^[a-z][a-z0-9+.-]*:/i.test(target);
    if (!outside || (type === 'hyperlink' && /^(https?:|mailto:)/i.test(target.trim()))) return [];
    return [
      { part, sentence: `It refers to something outside the file, "${target.slice(0, 80)}" (${part}). ${mend(type)}` },
    ];
  });
}

function mend(type: string): string {
  return type === 'hyperlink'
    ? 'Links may lead to web and e-mail addresses only.'
    : 'Insert it into the document instead of linking to it.';
}

/** Whether a part can hold anything that the next function looks for. */
export function needsLook(text: string): boolean {
  return /altChunk|object|control|subDoc|mailMerge|instrText|fldSimple|delInstrText/.test(text);
}

export function flawsOfContent(part: string, document: Document): readonly Flaw[] {
  const elements = [...elementsUnder(document)].flatMap((element) => {
    const refused = refusedElements.get(wordName(element));
    return refused === undefined ? [] : [{ part, sentence: `It contains ${refused}: ${where(part, element)}.` }];
  });
  const fields = fieldsOf(document).flatMap((field) => {
    const sentence = flawOfField(field);
    return sentence === undefined ? [] : [{ part, sentence: `${sentence}: ${where(part, field.element)}.` }];
  });
  return [...elements, ...fields];
}

function flawOfField({ code, computed }: Field): string | undefined {
  if (computed) return 'It contains a field whose command is another field. Remove it';
  const command = /^[\s\\"]*([A-Za-z]+)/.exec(code)?.[1]?.toUpperCase();
  return command !== undefined && refusedFields.includes(command)
    ? `It contains the field ${command}, which fetches or runs something. Remove it`
    : undefined;
}

/** Where something stands, in words: the part and the text around it. */
export function where(part: string, element: Element): string {
  const near = nearbyText(element);
  return near === '' ? placeOf(part) : `${placeOf(part)}, near "${near}"`;
}

function nearbyText(element: Element): string {
  const around = [element, ...ancestors(element)].filter((up) => ['p', 'tc', 'tr', 'sdt'].includes(up.localName ?? ''));
  const texts = around.map((up) => visibleText(up)).filter((text) => text !== '');
  const before = element.previousSibling === null ? '' : (element.previousSibling.textContent ?? '').trim();
  const text = texts[0] ?? before;
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}

function visibleText(element: Element): string {
  const texts: string[] = [];
  for (const found of elementsUnder(element)) if (isWord(found, 't')) texts.push(found.textContent ?? '');
  return texts.join('').replaceAll(/\s+/g, ' ').trim();
}

/** The part that a relation of the whole package leads to, e.g. `word/document.xml`. */
export function mainPartOf(relations: Document): string | undefined {
  for (const relation of childElements(relations.documentElement ?? relations))
    if (relation.getAttribute('Type')?.endsWith('/officeDocument'))
      return (relation.getAttribute('Target') ?? '').replace(/^\//, '');
  return undefined;
}
