import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

const folder = path.resolve(__dirname, '../../../infra/azure');

export interface BicepFile {
  readonly name: string;
  readonly text: string;
  readonly root: Node;
}

export const readText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** The grammar is older than the keyword `extension`: that one line is blanked, all the rest is checked. */
export async function parserOfBicep(): Promise<(text: string) => Node> {
  await Parser.init();
  // Bytes, not a path: for a path the loader calls import(), which jest's sandbox refuses.
  const grammar = readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  const language = await Language.load(new Uint8Array(grammar));
  const parser = new Parser();
  parser.setLanguage(language);
  return (text) => {
    const tree = parser.parse(text.replace(/^extension \w+$/m, ''));
    if (tree === null) throw new Error('the Bicep grammar gave no tree');
    return tree.rootNode;
  };
}

export async function readBicepFiles(): Promise<readonly BicepFile[]> {
  const parse = await parserOfBicep();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'));
  return names.sort().map((name) => {
    const text = readText(name);
    return { name: name.replaceAll(path.sep, '/'), text, root: parse(text) };
  });
}

/** All nodes of a type, anywhere below. */
export function nodesOf(root: Node, type: string): readonly Node[] {
  return root.descendantsOfType(type).filter((node) => node !== null);
}

/** The first identifier below a declaration: its name. */
export const nameOf = (declaration: Node): string =>
  declaration.namedChildren.find((child) => child?.type === 'identifier')?.text ?? '';
