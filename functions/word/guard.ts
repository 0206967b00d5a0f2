import type { Document } from '@xmldom/xmldom';
import { ok, type Result } from '../../shared/result';
import { flawOfName, flawsOfContent, flawsOfRelations, flawsOfTypes, mainPartOf, needsLook } from './policy';
import { type Flaw, unusable } from './unusable';
import { type Parts, unzip } from './unzip';
import { childElements, isWord, parseXml, textOf } from './xml';

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
  return text.ok ? parseXml(part, text.value) : text;
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

/** The content type that a part is declared to have. */
function typeOf(types: Document, part: string): string | undefined {
  const declared = types.documentElement === null ? [] : childElements(types.documentElement);
  const override = declared.find(
    (element) => element.localName === 'Override' && sameName(element.getAttribute('PartName'), part),
  );
  return override?.getAttribute('ContentType') ?? undefined;
}

function sameName(partName: string | null, part: string): boolean {
  return partName?.replace(/^\//, '').toLowerCase() === part.toLowerCase();
}

const holdsText = /wordprocessingml\.((document|template)\.main|header|footer|footnotes|endnotes)\+xml$/;

function readTexts(parts: Parts, types: Document, main: string): Result<Template> {
  const texts = new Map<string, Document>();
  const flaws: Flaw[] = [];
  for (const part of inReadingOrder(parts, main)) {
    const text = textOf(part, parts.get(part) ?? new Uint8Array());
    if (!text.ok) return text;
    const fillable = part === main || holdsText.test(typeOf(types, part) ?? '');
    if (!fillable && !part.endsWith('.rels') && !needsLook(text.value)) continue;
    const parsed = parseXml(part, text.value);
    if (!parsed.ok) return parsed;
    flaws.push(...(part.endsWith('.rels') ? flawsOfRelations(part, parsed.value) : flawsOfContent(part, parsed.value)));
    if (fillable) texts.set(part, parsed.value);
  }
  const body = texts.get(main);
  if (body === undefined || !isWord(body.documentElement, 'document'))
    return unusable([
      { part: main, sentence: `It is no Word document: "${main}" is missing or holds something else.` },
    ]);
  return flaws.length > 0 ? unusable(flaws) : ok({ parts, types, texts, main });
}

/** The text first, then headers, footers and notes by name: the order in which tags are told. */
function inReadingOrder(parts: Parts, main: string): readonly string[] {
  const xml = [...parts.keys()].filter((part) => /\.(xml|rels)$/i.test(part) && part !== typesPart);
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
