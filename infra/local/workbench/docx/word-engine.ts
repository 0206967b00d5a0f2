import type { WordAnswer, WordStep } from '../office/protocol';
import { refused } from './refused';
import { documentObject, type WordObject } from './word-objects';

/** Takes the steps of one synchronisation in their order. A step that is refused ends it; those before it stand. */
export interface WordEngine {
  take(context: number, steps: readonly WordStep[]): WordAnswer;
}

/** Number 0 of every context is the document. */
const documentNumber = 0;

export function createWordEngine(main: Document): WordEngine {
  const contexts = new Map<number, Table>();
  return {
    take(context, steps) {
      const table = contexts.get(context) ?? newTable(main);
      contexts.set(context, table);
      return takeSteps(table, steps);
    },
  };
}

interface Table {
  readonly objects: Map<number, WordObject | undefined>;
  nextLoaded: number;
}

function newTable(main: Document): Table {
  return { objects: new Map([[documentNumber, documentObject(main)]]), nextLoaded: -1 };
}

interface Growing {
  readonly loaded: { readonly object: number; readonly values: Record<string, unknown> }[];
  readonly items: { readonly object: number; readonly items: readonly number[] }[];
  readonly absent: number[];
}

function takeSteps(table: Table, steps: readonly WordStep[]): WordAnswer {
  const answer: Growing = { loaded: [], items: [], absent: [] };
  for (const step of steps) takeStep(table, step, answer);
  return answer;
}

function takeStep(table: Table, step: WordStep, answer: Growing): void {
  const object = table.objects.get(step.from);
  if (object === undefined) {
    if (step.does === 'load' && table.objects.has(step.from)) return;
    throw refused('InvalidObjectPath', 'The object path does not lead to an object.');
  }
  if (step.does === 'load') load(table, step.from, object, step.names, answer);
  else if (step.does === 'set') member(object.sets, step.name)(step.value);
  else {
    const found = step.does === 'get' ? member(object.gets, step.name)() : member(object.calls, step.name)(step.values);
    table.objects.set(step.as, found);
    if (found === undefined) answer.absent.push(step.as);
  }
}

function load(table: Table, number: number, object: WordObject, names: readonly string[], answer: Growing): void {
  if (object.items === undefined) {
    answer.loaded.push({ object: number, values: read(object, names) });
    return;
  }
  const numbers = object.items().map((item) => {
    const given = table.nextLoaded;
    table.nextLoaded -= 1;
    table.objects.set(given, item);
    answer.loaded.push({ object: given, values: read(item, names) });
    return given;
  });
  answer.items.push({ object: number, items: numbers });
}

/** No names: everything that can be read. */
function read(object: WordObject, names: readonly string[]): Record<string, unknown> {
  const wanted = names.length === 0 ? Object.keys(object.reads) : names;
  return Object.fromEntries(wanted.map((name) => [name, member(object.reads, name)()]));
}

function member<T>(members: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(members, name) ? members[name] : undefined;
  if (found === undefined) throw refused('InvalidArgument', `The workbench's Word does not know "${name}" here.`);
  return found;
}
