import { renderAsync } from 'docx-preview';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { contentControls, contentOf, levelOf } from '../../docx/content-control';
import {
  childElements,
  newWord,
  removeAll,
  setWordValue,
  wordChild,
  wordDescendants,
  wordNamespace,
} from '../../docx/elements';
import { browserXml } from './browser-xml';

const shade = 'E4EFEC';

/** Draws the document. docx-preview loses controls in table cells, so the copy that is drawn has none: they are shaded. */
export async function drawDocument(saved: Uint8Array, into: HTMLElement): Promise<void> {
  const files = unzipSync(saved);
  const document = browserXml.parse(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
  for (const control of [...contentControls(document)].reverse()) flatten(control);
  const copy = zipSync({ ...files, 'word/document.xml': strToU8(browserXml.write(document)) });
  const drawn = window.document.createElement('div');
  await renderAsync(new Blob([new Uint8Array(copy)]), drawn, drawn, {
    inWrapper: false,
    breakPages: false,
    ignoreHeight: true,
    ignoreLastRenderedPageBreak: true,
  });
  into.replaceChildren(...Array.from(drawn.childNodes));
}

function flatten(control: Element): void {
  const content = contentOf(control);
  if (levelOf(control) !== 'row') for (const run of wordDescendants(content, 'r')) shadeRun(run);
  const parent = control.parentNode;
  for (const child of Array.from(content.childNodes)) parent?.insertBefore(child, control);
  removeAll([control]);
}

function shadeRun(run: Element): void {
  const properties = wordChild(run, 'rPr') ?? addProperties(run);
  if (wordChild(properties, 'shd') !== undefined) return;
  const shading = newWord(run, 'shd');
  setWordValue(shading, 'clear');
  shading.setAttributeNS(wordNamespace, `${run.prefix ?? 'w'}:fill`, shade);
  properties.appendChild(shading);
}

function addProperties(run: Element): Element {
  const properties = newWord(run, 'rPr');
  run.insertBefore(properties, childElements(run)[0] ?? null);
  return properties;
}
