import {
  contentControls,
  contentOf,
  controlText,
  fixedKindOf,
  idOf,
  isRichText,
  levelOf,
  lockOf,
  placeholderOf,
  tagOf,
  titleOf,
} from './content-control';
import { insertAfter, isWord, removeAll, textOf, wordDescendants } from './elements';
import { addParagraphBeside, addParagraphInside, addText, paragraphsOf, replaceText, setLock } from './put-text';
import { refused } from './refused';

/** An object of Word's own model over the document's XML: what can be read, got, called and set, and nothing else. */
export interface WordObject {
  readonly reads: Readonly<Record<string, () => unknown>>;
  readonly gets: Readonly<Record<string, () => WordObject>>;
  readonly calls: Readonly<Record<string, (values: readonly unknown[]) => WordObject | undefined>>;
  readonly sets: Readonly<Record<string, (value: unknown) => void>>;
  /** Of a collection. */
  readonly items?: () => readonly WordObject[];
}

const nothing = { reads: {}, gets: {}, calls: {}, sets: {} } as const;

export function documentObject(main: Document): WordObject {
  return {
    ...nothing,
    gets: {
      contentControls: () => controlsObject(() => contentControls(main)),
      body: () => bodyObject(bodyOf(main)),
    },
  };
}

function bodyOf(main: Document): Element {
  const [body] = wordDescendants(main, 'body');
  if (body === undefined) throw refused('GeneralException', 'This document has no body.');
  return body;
}

function bodyObject(body: Element): WordObject {
  return {
    ...nothing,
    reads: { text: () => textOf(body) },
    gets: {
      contentControls: () => controlsObject(() => contentControls(body)),
      paragraphs: () => collectionOf(() => paragraphsOf(body).map(paragraphObject)),
    },
    calls: {
      insertParagraph: ([text, where]) => {
        const paragraphs = Array.from(body.childNodes).filter((child): child is Element => isWord(child, 'p'));
        const place = oneOf(where, ['Start', 'End']);
        const like = place === 'Start' ? paragraphs[0] : paragraphs.at(-1);
        if (like === undefined) throw refused('GeneralException', 'This document has no paragraph.');
        const added = addParagraphBeside(like, like, textValue(text), place === 'Start' ? 'Before' : 'After');
        return paragraphObject(added);
      },
    },
  };
}

function collectionOf(items: () => readonly WordObject[]): WordObject {
  const first = () => items()[0];
  return {
    ...nothing,
    items,
    calls: {
      getFirst: () => first() ?? itemNotFound(),
      getFirstOrNullObject: first,
    },
  };
}

function controlsObject(controls: () => readonly Element[]): WordObject {
  const where = (holds: (control: Element) => boolean) => () => controls().filter(holds);
  const collection = collectionOf(() => controls().map(controlObject));
  const byId = (id: unknown) => {
    const found = controls().find((control) => idOf(control) === id);
    return found === undefined ? undefined : controlObject(found);
  };
  return {
    ...collection,
    calls: {
      ...collection.calls,
      getByTag: ([tag]) => controlsObject(where((control) => tagOf(control) === tag)),
      getByTitle: ([title]) => controlsObject(where((control) => titleOf(control) === title)),
      getById: ([id]) => byId(id) ?? itemNotFound(),
      getByIdOrNullObject: ([id]) => byId(id),
    },
  };
}

function controlObject(control: Element): WordObject {
  return {
    reads: {
      id: () => idOf(control),
      tag: () => tagOf(control),
      title: () => titleOf(control),
      text: () => controlText(control),
      placeholderText: () => placeholderOf(control),
      type: () => (isRichText(control) ? 'RichText' : 'PlainText'),
      cannotEdit: () => lockOf(control).content,
      cannotDelete: () => lockOf(control).control,
    },
    gets: { paragraphs: () => collectionOf(() => paragraphsOf(contentOf(control)).map(paragraphObject)) },
    calls: {
      insertText: (values) => insertText(control, values),
      insertParagraph: (values) => insertParagraph(control, values),
      clear: () => {
        mustBeEditable(control);
        replaceText(control, '');
        return undefined;
      },
      delete: ([keepContent]) => {
        if (lockOf(control).control) throw refused('AccessDenied', 'This content control cannot be deleted.');
        if (keepContent === true) unwrap(control);
        else removeAll([control]);
        return undefined;
      },
      select: () => undefined,
    },
    sets: {
      cannotEdit: (value) => setLock(control, { ...lockOf(control), content: yesOrNo(value) }),
      cannotDelete: (value) => setLock(control, { ...lockOf(control), control: yesOrNo(value) }),
    },
  };
}

function insertText(control: Element, [text, where]: readonly unknown[]): WordObject {
  const place = oneOf(where, ['Replace', 'Start', 'End']);
  mustBeEditable(control);
  if (place === 'Replace') replaceText(control, textValue(text));
  else addText(control, textValue(text), place);
  return { ...nothing, reads: { text: () => controlText(control) } };
}

function insertParagraph(control: Element, [text, where]: readonly unknown[]): WordObject {
  const place = oneOf(where, ['Start', 'End', 'Before', 'After']);
  const told = textValue(text);
  if (place === 'Before' || place === 'After') {
    const block = levelOf(control) === 'inline' ? paragraphAround(control) : control;
    if (levelOf(control) === 'cell') throw refused('InvalidArgument', 'No paragraph fits beside a table cell.');
    return paragraphObject(addParagraphBeside(block, paragraphsOf(block)[0] ?? block, told, place));
  }
  mustBeEditable(control);
  if (levelOf(control) === 'inline' || !isRichText(control))
    throw refused('InvalidArgument', 'A paragraph fits only into a rich-text control that holds paragraphs.');
  return paragraphObject(addParagraphInside(control, told, place));
}

function paragraphObject(paragraph: Element): WordObject {
  return { ...nothing, reads: { text: () => textOf(paragraph) } };
}

function paragraphAround(control: Element): Element {
  for (let parent = control.parentNode; parent !== null; parent = parent.parentNode) {
    if (isWord(parent, 'p')) return parent;
  }
  throw refused('GeneralException', 'This content control is in no paragraph.');
}

function unwrap(control: Element): void {
  for (const child of Array.from(contentOf(control).childNodes).reverse()) insertAfter(child, control);
  removeAll([control]);
}

function mustBeEditable(control: Element): void {
  for (let node: Node | null = control; node !== null; node = node.parentNode) {
    if (isWord(node, 'sdt') && lockOf(node).content)
      throw refused('AccessDenied', 'The content of this content control is locked.');
  }
  const fixed = fixedKindOf(control);
  if (fixed !== undefined || levelOf(control) === 'row')
    throw refused('InvalidArgument', `Text cannot be put into this content control (${fixed ?? 'table rows'}).`);
}

function oneOf<const P extends string>(value: unknown, places: readonly P[]): P {
  const found = places.find((place) => place === value);
  if (found === undefined)
    throw refused('InvalidArgument', `The argument "${String(value)}" is none of ${places.join(', ')}.`);
  return found;
}

function textValue(value: unknown): string {
  if (typeof value !== 'string') throw refused('InvalidArgument', 'The text is not a string.');
  return value;
}

function yesOrNo(value: unknown): boolean {
  if (typeof value !== 'boolean') throw refused('InvalidArgument', 'The value is not true or false.');
  return value;
}

function itemNotFound(): never {
  throw refused('ItemNotFound', 'The requested item was not found.');
}
