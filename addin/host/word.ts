import type { ContentControl, FillOutcome, WordDocument } from './word-document';

/** The calls of Word.js that are used, and no others: the real `Word.run` fits without a cast. */
interface WordControl {
  readonly tag: string;
  readonly title: string;
  readonly cannotEdit: boolean;
  readonly type: string;
  insertText(text: string, where: 'Replace'): unknown;
  insertParagraph(text: string, where: 'End'): unknown;
}

export interface WordControls {
  readonly items: readonly WordControl[];
  load(names: string): unknown;
  getByTag(tag: string): WordControls;
}

interface WordContext {
  readonly document: {
    readonly contentControls: WordControls;
    getContentControls(options?: { types: string[] }): WordControls;
  };
  sync(): Promise<unknown>;
}

export interface WordCalls {
  run<T>(batch: (context: WordContext) => Promise<T>): Promise<T>;
  address(): string;
  /** WordApi 1.5: plain-text controls can be reached too. */
  readonly reachesPlainText: boolean;
}

/**
 * The open document by way of Word.js. Calls that are made (WordApi 1.1): `Word.run`, `context.sync`,
 * `document.contentControls` with `load`, `items` and `getByTag`, of a control `tag`, `title`, `cannotEdit`, `type`,
 * `insertText(text, 'Replace')` and `insertParagraph(text, 'End')`; where `isSetSupported('WordApi', '1.5')`,
 * `document.getContentControls({ types: ['RichText', 'PlainText'] })` instead of `document.contentControls`;
 * `Office.context.document.url`.
 */
export function wordDocument(): WordDocument {
  return documentBy({
    run: (batch) => Word.run((context) => batch(context)),
    address: () => Office.context.document?.url ?? '',
    reachesPlainText: Office.context.requirements?.isSetSupported('WordApi', '1.5') ?? false,
  });
}

const loaded = 'items/tag,items/title,items/cannotEdit,items/type';

export function documentBy({ run, address, reachesPlainText }: WordCalls): WordDocument {
  const all = ({ document }: WordContext): WordControls =>
    reachesPlainText ? document.getContentControls({ types: ['RichText', 'PlainText'] }) : document.contentControls;
  return {
    address,
    contentControls: () =>
      run(async (context) => {
        const controls = all(context);
        controls.load(loaded);
        await context.sync();
        return controls.items.map(toControl);
      }),
    fill: (values) =>
      run(async (context) => {
        const found = Object.entries(values).map(([tag, text]) => ({
          tag,
          text,
          controls: all(context).getByTag(tag),
        }));
        for (const { controls } of found) controls.load(loaded);
        await context.sync();
        for (const { controls, text } of found)
          for (const control of controls.items) if (!control.cannotEdit) write(control, text);
        await context.sync();
        return outcomeOf(found);
      }),
  };
}

function toControl({ tag, title, cannotEdit }: WordControl): ContentControl {
  return { tag: tag ?? '', title: title ?? '', locked: cannotEdit };
}

/** A plain-text control holds one paragraph alone, so its lines are joined. */
function write(control: WordControl, text: string): void {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  if (control.type === 'PlainText') {
    control.insertText(lines.join(' '), 'Replace');
    return;
  }
  control.insertText(lines[0] ?? '', 'Replace');
  for (const line of lines.slice(1)) control.insertParagraph(line, 'End');
}

function outcomeOf(found: readonly { readonly tag: string; readonly controls: WordControls }[]): FillOutcome {
  const tagsWhere = (holds: (items: readonly WordControl[]) => boolean): readonly string[] =>
    found.filter(({ controls }) => holds(controls.items)).map(({ tag }) => tag);
  return {
    filled: tagsWhere((items) => items.some(({ cannotEdit }) => !cannotEdit)),
    locked: tagsWhere((items) => items.some(({ cannotEdit }) => cannotEdit)),
    missing: tagsWhere((items) => items.length === 0),
  };
}
