import type { Document } from '@xmldom/xmldom';
import { ok, type Result } from '../../shared/result';
import { flawOfName, flawsOfContent, flawsOfRelations, flawsOfTypes, mainPartOf, needsLook } from './policy';
import { type Flaw, unusable } from './unusable';
import { type Parts, unzip } from './unzip';
import { childElements, isWord, mostTags, parseXml, tagsIn, textOf } from './xml';

/** A template that was read and found harmless. */
export interface Template {
  readonly parts: Parts;
  /** The parsed content types, and every part that may hold content controls, in reading order. */
  readonly types: Document;
  readonly texts: ReadonlyMap<string, Document>;
  readonly main: string;
}

const typesPart = '[Content_Types].xml';

/**
 * Bytes that somebody supplied → a template, or every reason why it is refused. Nothing is unpacked before the sizes
 * are known, nothing is parsed before document types are refused.
 */
export async function guardTemplate(bytes: Uint8Array): Promise<Result<Template>> {
  const unzipped = await unzip(bytes);
  if (!unzipped.ok) return unzipped;
  const parts = unzipped.value;
  const named = [...parts.keys()].flatMap((part) => flawOfName(part) ?? []);
  if (named.length > 0) return unusable(named);
  const types = readPart(parts, typesPart);
  if (!types.ok) return types;
  const typed = flawsOfTypes(typesPart, types.value);
  if (typed.length > 0) return unusable(typed);
  const main = findMain(parts, types.value);
  if (!main.ok) return main;
  return readTexts(parts, types.value, main.value);
}

function readPart(parts: Parts, part: string): Result<Document> {
  const bytes = parts.get(part);
  if (bytes === undefined)
    return unusable([{ part, sentence: `It is no Word document: "${part}" is missing. Save it in Word as .docx.` }]);
  const text = textOf(part, bytes);
  return text.ok ? parseWithin({ tags: mostTags }, part, text.value) : text;
}

function findMain(parts: Parts, types: Document): Result<string> {
  const relations = readPart(parts, '_rels/.rels');
  if (!relations.ok) return relations;
  const main = mainPartOf(relations.value);
  const type = main === undefined ? undefined : typeOf(types, main);
  if (main === undefined || type === undefined || !/wordprocessingml\.(document|template)\.main\+xml$/.test(type))
    return unusable([{ part: '', sentence: 'It is no Word document. Save it in Word as .docx.' }]);
  return ok(main);
}

/** The content type that a part is declared to have, by its name or else by its extension. */
function typeOf(types: Document, part: string): string | undefined {
  const declared = types.documentElement === null ? [] : childElements(types.documentElement);
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const found =
    declared.find((one) => one.localName === 'Override' && sameName(one.getAttribute('PartName'), part)) ??
    declared.find((one) => one.localName === 'Default' && one.getAttribute('Extension')?.toLowerCase() === extension);
  return found?.getAttribute('ContentType') ?? undefined;
}

function isRelations(part: string): boolean {
  return part.toLowerCase().endsWith('.rels');
}

function sameName(partName: string | null, part: string): boolean {
  return partName?.replace(/^\//, '').toLowerCase() === part.toLowerCase();
}

const holdsText = /wordprocessingml\.((document|template)\.main|header|footer|footnotes|endnotes)\+xml$/;

function readTexts(parts: Parts, types: Document, main: string): Result<Template> {
  const texts = new Map<string, Document>();
  const flaws: Flaw[] = [];
  const room = { tags: mostTags };
  for (const part of inReadingOrder(parts, types, main)) {
    const fillable = part === main || holdsText.test(typeOf(types, part) ?? '');
    const read = readIfNeeded(part, parts, fillable, room);
    if (!read.ok) return read;
    if (read.value === undefined) continue;
    flaws.push(...(isRelations(part) ? flawsOfRelations(part, read.value) : flawsOfContent(part, read.value)));
    if (fillable) texts.set(part, read.value);
  }
  const body = texts.get(main);
  if (body === undefined || !isWord(body.documentElement, 'document'))
    return unusable([
      { part: main, sentence: `It is no Word document: "${main}" is missing or holds something else.` },
    ]);
  return flaws.length > 0 ? unusable(flaws) : ok({ parts, types, texts, main });
}

/** Parts that hold neither text, relations nor anything suspicious are not parsed. */
function readIfNeeded(part: string, parts: Parts, fillable: boolean, room: Room): Result<Document | undefined> {
  const text = textOf(part, parts.get(part) ?? new Uint8Array());
  if (!text.ok) return text;
  const needed = fillable || isRelations(part) || needsLook(text.value);
  return needed ? parseWithin(room, part, text.value) : ok(undefined);
}

/** How many tags may still be parsed: all parts together, since a small file may hold many large ones. */
interface Room {
  tags: number;
}

function parseWithin(room: Room, part: string, text: string): Result<Document> {
  room.tags -= tagsIn(text);
  if (room.tags >= 0) return parseXml(part, text);
  return unusable([{ part, sentence: `"${part}": The file has too many elements to be a template.` }]);
}

/** The text first, then headers, footers and notes by name: the order in which tags are told. */
function inReadingOrder(parts: Parts, types: Document, main: string): readonly string[] {
  const xml = [...parts.keys()].filter(
    (part) => part !== typesPart && (/\.(xml|rels)$/i.test(part) || /[+/]xml$/i.test(typeOf(types, part) ?? '')),
  );
  return xml.sort((one, other) => Number(other === main) - Number(one === main) || (one < other ? -1 : 1));
}

/** A .dotx becomes a .docx: the copy is a document, and Word refuses a document that says it is a template. */
export function declareDocument(types: Document, main: string): void {
  for (const element of types.documentElement === null ? [] : childElements(types.documentElement)) {
    const type = element.getAttribute('ContentType');
    if (type !== null && sameName(element.getAttribute('PartName'), main))
      element.setAttribute('ContentType', type.replace('template.main', 'document.main'));
  }
}
