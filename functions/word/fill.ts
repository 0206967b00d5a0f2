import { zipSync } from 'fflate';
import { isTagName } from '../../shared/documents/tags';
import { ok, type Result, refuse } from '../../shared/result';
import { type Control, controlsOf, tagOf } from './controls';
import { declareDocument, guardTemplate, type Template } from './guard';
import { putText } from './put-text';
import { type Flaw, unusable } from './unusable';
import { writeXml } from './xml';

/** Texts by tag. Line feeds, or several texts, make lines. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export interface FilledDocument {
  readonly bytes: Uint8Array;
  /** Tags that were filled, in the order of the document. */
  readonly filled: readonly string[];
  /** Tags in the template without a value: their controls stay as they are. */
  readonly empty: readonly string[];
  /** Values without a tag in the template. */
  readonly unused: readonly string[];
}

/**
 * Fills a copy of a Word template: every content control whose tag has a value. The template's bytes stay as they are.
 *
 * @example await fillDocument(template, { 'principal.name': 'Morwenna Askew' })
 */
export async function fillDocument(bytes: Uint8Array, values: Values): Promise<Result<FilledDocument>> {
  const lines = linesByTag(values);
  if (lines.size === 0) return refuse('invalid', 'There is no value to fill in. Give at least one, by its tag.');
  const guarded = await guardTemplate(bytes);
  if (!guarded.ok) return guarded;
  const template = guarded.value;
  const controls = [...template.texts].flatMap(([part, document]) => controlsOf(part, document));
  const flaws = flawsOf(controls, lines);
  if (flaws.length > 0) return unusable(flaws);
  for (const control of controls) {
    const text = outermostText(control, lines);
    if (text !== undefined) putText(control, text);
  }
  const found = [...new Set(controls.flatMap(({ tag }) => tag ?? []))];
  return ok({
    bytes: pack(template),
    filled: found.filter((tag) => lines.has(tag)),
    empty: found.filter((tag) => !lines.has(tag)),
    unused: [...lines.keys()].filter((tag) => !found.includes(tag)),
  });
}

/** What XML 1.0 cannot hold, half a surrogate pair included. */
const forbidden =
  /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const lineEnd = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;

function linesByTag(values: Values): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  for (const [tag, value] of Object.entries(values)) {
    const whole = typeof value === 'string' ? value : value.join('\n');
    const split = whole.replaceAll(forbidden, '').split(lineEnd);
    if (split.some((line) => line.trim() !== '')) lines.set(tag, split);
  }
  return lines;
}

type Lines = ReadonlyMap<string, readonly string[]>;

/** The text of a control, unless it goes with a control of the same tag around it. */
function outermostText({ tag, around }: Control, lines: Lines): readonly string[] | undefined {
  if (tag === undefined || around.some((outer) => tagOf(outer) === tag)) return undefined;
  return lines.get(tag);
}

function flawsOf(controls: readonly Control[], lines: Lines): readonly Flaw[] {
  if (!controls.some(({ tag }) => tag !== undefined && lines.has(tag))) return [nothingToFill(controls)];
  return controls.flatMap((control) => {
    const sentence = flawOf(control, lines);
    return sentence === undefined ? [] : [{ part: control.part, sentence }];
  });
}

function nothingToFill(controls: readonly Control[]): Flaw {
  const tags = [...new Set(controls.flatMap(({ tag }) => tag ?? []))];
  const untagged = controls.filter(({ tag }) => tag === undefined);
  const remedy = 'In Word, under Developer, Properties, give its content controls tags such as principal.name.';
  if (tags.length > 0) {
    const told = tags.slice(0, 5).join(', ');
    return { part: '', sentence: `None of its tags (${told}) has a value. ${remedy}` };
  }
  const [first] = untagged;
  if (first === undefined) return { part: '', sentence: `It has no content controls. ${remedy}` };
  return { part: first.part, sentence: `Its content controls have no tags, the first in ${first.where}. ${remedy}` };
}

function flawOf(control: Control, lines: Lines): string | undefined {
  const { tag, level, locked, cannotHoldText, around } = control;
  if (tag === undefined || !(lines.has(tag) || isTagName(tag))) return undefined;
  const it = `The content control "${tag}" in ${control.where}`;
  if (locked) return `${it} is locked. In Word, under Developer, Properties, allow its contents to be edited.`;
  if (!lines.has(tag)) return undefined;
  if (cannotHoldText !== undefined) return `${it} is ${cannotHoldText}. Use a rich text or plain text control.`;
  if (level === 'row') return `${it} holds a whole table row. Put the control into a cell.`;
  const outer = around.map(tagOf).find((name) => name !== undefined && name !== tag && lines.has(name));
  return outer === undefined
    ? undefined
    : `${it} lies inside the control "${outer}", which would replace it. Move one out of the other.`;
}

/** Entries are dated alike, so that the same template and values give the same bytes. */
const dated = new Date(2026, 0, 1);

function pack({ parts, types, texts, main }: Template): Uint8Array {
  declareDocument(types, main);
  const packed: Record<string, Uint8Array> = Object.create(null);
  for (const [part, bytes] of parts) {
    const text = part === '[Content_Types].xml' ? types : texts.get(part);
    packed[part] = text === undefined ? bytes : writeXml(text);
  }
  return zipSync(packed, { mtime: dated });
}
