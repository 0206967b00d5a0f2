import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './stop';

export interface StartArguments {
  readonly fresh: boolean;
  /** Where everything is kept, when it is not `.local`. */
  readonly folder: string | undefined;
  readonly port: number | undefined;
  readonly clock: string | undefined;
  readonly gias: { readonly bytes: Uint8Array; readonly trustName: string; readonly file: string } | undefined;
}

const usage =
  'npm start [-- --fresh] [--port NUMBER] [--folder PATH] [--academies FILE.csv --trust NAME]: see infra/README.md for what each does.';

/** `from` is the folder where the command was typed: a relative FILE is meant from there. */
export function readArguments(words: readonly string[], from: string): StartArguments {
  const values = parse(words);
  const { academies, trust } = values;
  if ((academies === undefined) !== (trust === undefined))
    throw new Stop('--academies FILE and --trust NAME belong together: the file holds the academies of many trusts.');
  return {
    fresh: values.fresh ?? false,
    folder: values.folder === undefined ? undefined : resolve(from, values.folder),
    port: values.port === undefined ? undefined : toPort(values.port),
    clock: process.env['LOCAL_CLOCK'],
    gias:
      academies === undefined || trust === undefined
        ? undefined
        : { bytes: readGiven(resolve(from, academies)), trustName: trust, file: academies },
  };
}

function parse(words: readonly string[]) {
  try {
    const options = {
      fresh: { type: 'boolean' },
      folder: { type: 'string' },
      port: { type: 'string' },
      academies: { type: 'string' },
      trust: { type: 'string' },
    } as const;
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1024 && port <= 65_000) return port;
  throw new Stop(`--port ${text} is no port. Give a number from 1024 to 65000; the next two are used as well.`);
}

function readGiven(file: string): Uint8Array {
  if (!existsSync(file)) throw new Stop(`${file} is not there. Give the path of a GIAS export.`);
  return readFileSync(file);
}
