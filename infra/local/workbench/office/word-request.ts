import { type Channel, OfficeError } from './channel';
import { InsertLocation } from './enumerations';
import type { Scalars, WordStep } from './protocol';

/** One request context: steps wait in it until `sync`, loaded values lie in it afterwards. */
interface Request {
  readonly steps: WordStep[];
  readonly values: Map<number, Scalars>;
  readonly items: Map<number, readonly number[]>;
  readonly absent: Set<number>;
  /** A number for an object that the next step makes. */
  number(): number;
}

type LoadOption = string | readonly string[] | Readonly<Record<string, unknown>>;

/** "tag,title", ["items/tag"], { tag: true } or { select: "tag" }: one list of names. */
export function namesIn(option: LoadOption | undefined): readonly string[] {
  if (option === undefined) return [];
  if (typeof option === 'string') return option.split(',').flatMap(nameIn);
  if (Array.isArray(option)) return option.flatMap((name: string) => nameIn(name));
  const entries = Object.entries(option);
  const { select } = option as { readonly select?: LoadOption };
  if (select !== undefined) return namesIn(select);
  return entries.flatMap(([name, wanted]) => (name === '$all' || wanted !== true ? [] : [name]));
}

function nameIn(text: string): readonly string[] {
  const name = text.trim().replace(/^items\//, '');
  return name === '' || name === 'items' ? [] : [name];
}

function notLoaded(name: string): OfficeError {
  return new OfficeError({
    code: 'PropertyNotLoaded',
    message: `The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
  });
}

function loadedValue(request: Request, object: number, name: string): unknown {
  const values = request.values.get(object);
  if (values === undefined || !(name in values)) throw notLoaded(name);
  return values[name];
}

function get(request: Request, from: number, name: string): number {
  const as = request.number();
  request.steps.push({ does: 'get', as, from, name });
  return as;
}

function call(request: Request, from: number, name: string, values: readonly unknown[]): number {
  const as = request.number();
  request.steps.push({ does: 'call', as, from, name, values });
  return as;
}

/** What every object of Word's has. */
function objectOf<const N extends string>(request: Request, object: number, names: readonly N[]) {
  const base = {
    get isNullObject() {
      return request.absent.has(object);
    },
    load(option?: LoadOption) {
      request.steps.push({ does: 'load', from: object, names: namesIn(option) });
      return base;
    },
  };
  for (const name of names) {
    Object.defineProperty(base, name, {
      configurable: true,
      get: () => loadedValue(request, object, name),
    });
  }
  return base as typeof base & { readonly [P in N]: unknown };
}

/** Keeps getters: a spread would read them. */
function withMembers<A extends object, B extends object>(base: A, members: B): A & B {
  return Object.defineProperties(base, Object.getOwnPropertyDescriptors(members)) as A & B;
}

const textObject = (request: Request, object: number) => objectOf(request, object, ['text']);

function collectionOf<T>(request: Request, object: number, one: (item: number) => T) {
  return withMembers(objectOf(request, object, []), {
    get items(): readonly T[] {
      const items = request.items.get(object);
      if (items === undefined) throw notLoaded('items');
      return items.map(one);
    },
    getFirst: () => one(call(request, object, 'getFirst', [])),
    getFirstOrNullObject: () => one(call(request, object, 'getFirstOrNullObject', [])),
  });
}

const controlNames = ['id', 'tag', 'title', 'text', 'placeholderText', 'type'] as const;

/** Read like any other property, and set. */
interface Flags {
  cannotEdit: boolean;
  cannotDelete: boolean;
}

function controlOf(request: Request, object: number) {
  const flag = (name: 'cannotEdit' | 'cannotDelete'): PropertyDescriptor => ({
    get: () => loadedValue(request, object, name),
    set: (value: boolean) => request.steps.push({ does: 'set', from: object, name, value }),
  });
  const control = withMembers(objectOf(request, object, controlNames), {
    get paragraphs() {
      return collectionOf(request, get(request, object, 'paragraphs'), (item) => textObject(request, item));
    },
    insertText: (text: string, where: string) =>
      textObject(request, call(request, object, 'insertText', [text, where])),
    insertParagraph: (text: string, where: string) =>
      textObject(request, call(request, object, 'insertParagraph', [text, where])),
    clear: () => void call(request, object, 'clear', []),
    delete: (keepContent: boolean) => void call(request, object, 'delete', [keepContent]),
    select: () => void call(request, object, 'select', []),
  });
  const flags = { cannotEdit: flag('cannotEdit'), cannotDelete: flag('cannotDelete') };
  return Object.defineProperties(control, flags) as typeof control & Flags;
}

function controlsOf(request: Request, object: number) {
  const find = (name: string, value: unknown) => call(request, object, name, [value]);
  return withMembers(
    collectionOf(request, object, (item) => controlOf(request, item)),
    {
      getByTag: (tag: string) => controlsOf(request, find('getByTag', tag)),
      getByTitle: (title: string) => controlsOf(request, find('getByTitle', title)),
      getById: (id: number) => controlOf(request, find('getById', id)),
      getByIdOrNullObject: (id: number) => controlOf(request, find('getByIdOrNullObject', id)),
    },
  );
}

type Controls = ReturnType<typeof controlsOf>;

function bodyOf(request: Request, object: number) {
  return withMembers(textObject(request, object), {
    get contentControls(): Controls {
      return controlsOf(request, get(request, object, 'contentControls'));
    },
    get paragraphs() {
      return collectionOf(request, get(request, object, 'paragraphs'), (item) => textObject(request, item));
    },
    insertParagraph: (text: string, where: string) =>
      textObject(request, call(request, object, 'insertParagraph', [text, where])),
  });
}

function documentOf(request: Request) {
  return withMembers(objectOf(request, 0, []), {
    get contentControls(): Controls {
      return controlsOf(request, get(request, 0, 'contentControls'));
    },
    get body() {
      return bodyOf(request, get(request, 0, 'body'));
    },
  });
}

export interface WordContext {
  readonly document: ReturnType<typeof documentOf>;
  load(object: { load(option?: LoadOption): unknown }, option?: LoadOption): void;
  sync<T>(passThrough?: T): Promise<T | undefined>;
}

/** Word.run, over the document that the workbench has open. */
export function createWord(channel: Channel) {
  let contexts = 0;
  async function run<T>(batch: (context: WordContext) => Promise<T>): Promise<T> {
    contexts += 1;
    const context = createContext(channel, contexts);
    const result = await batch(context);
    await context.sync();
    return result;
  }
  return { run, InsertLocation };
}

function createContext(channel: Channel, context: number): WordContext {
  let given = 0;
  const request: Request = {
    steps: [],
    values: new Map(),
    items: new Map(),
    absent: new Set(),
    number() {
      given += 1;
      return given;
    },
  };
  return {
    document: documentOf(request),
    load: (object, option) => void object.load(option),
    async sync(passThrough) {
      const steps = request.steps.splice(0);
      if (steps.length > 0) keep(request, await channel.ask('word', { context, steps }));
      return passThrough;
    },
  };
}

function keep(request: Request, answer: Awaited<ReturnType<Channel['ask']>> & object): void {
  if (!('loaded' in answer)) return;
  for (const { object, values } of answer.loaded) {
    request.values.set(object, { ...request.values.get(object), ...values });
  }
  for (const { object, items } of answer.items) request.items.set(object, items);
  for (const object of answer.absent) request.absent.add(object);
}
