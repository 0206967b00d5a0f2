import { parseArgs } from 'node:util';
import { ok, type Problem, type Result, refuse } from '../../shared/result';
import type { Command, Report, Surroundings, Typed } from './command';
import { commands } from './commands';
import { codeOf } from './files';
import { refusalOf } from './refusal-of';

/** How `--json` looks; a new number when a shape changes so that programs must know. */
const version = 1;
const exitCode = { well: 0, fault: 1, refused: 2 } as const;

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** Runs one command line and gives the exit code: 0, 1 on a fault, 2 when it refuses. */
export async function runCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
  output: Output,
): Promise<number> {
  const asJson = words.includes('--json');
  try {
    const result = await runWords(words, surroundings);
    if (!result.ok) return tellProblem(result.problem, asJson, output);
    const { json, lines, isWell = true } = result.value;
    output.out(asJson ? `${JSON.stringify({ version, ...json })}\n` : lines.map((line) => `${line}\n`).join(''));
    return isWell ? exitCode.well : exitCode.refused;
  } catch (error) {
    const problem = refusalOf(error);
    if (problem !== undefined) return tellProblem(problem, asJson, output);
    output.err(`Something went wrong on our side. ${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCode.fault;
  }
}

function tellProblem(problem: Problem, asJson: boolean, output: Output): number {
  if (asJson) output.out(`${JSON.stringify({ version, problem })}\n`);
  else output.err(`${[problem.sentence, ...furtherFields(problem)].join('\n  ')}\n`);
  return exitCode.refused;
}

/** The first field stands in the sentence already. */
function furtherFields({ sentence, fields = [] }: Problem): readonly string[] {
  return fields
    .filter((field) => !sentence.includes(field.sentence))
    .map(({ path, sentence: told }) => `${path}: ${told}`);
}

async function runWords(words: readonly string[], surroundings: Surroundings): Promise<Result<Report>> {
  const command = commands.find(({ name }) => startsWith(words, name));
  if (command === undefined)
    return words.some((word) => word !== '--json' && word !== '--help') ? unknown(words) : ok(help());
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help')) return ok(helpFor(command));
  const typed = readWords(command, rest);
  return typed.ok ? command.run(typed.value, surroundings) : typed;
}

function startsWith(words: readonly string[], name: string): boolean {
  return name.split(' ').every((part, at) => words[at] === part);
}

function unknown(words: readonly string[]): Result<Report> {
  const typed = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
  const known = commands.map(({ name }) => name).join(', ');
  return refuse('invalid', `There is no command "${typed}". Known are: ${known}. Try our-academies --help.`);
}

function readWords(command: Command, rest: readonly string[]): Result<Typed> {
  try {
    const { values, positionals }: { values: Record<string, unknown>; positionals: string[] } = parseArgs({
      args: [...rest],
      options: { ...command.options, json: { type: 'boolean' }, folder: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const wanted = command.takes.split(' ').filter((word) => /^[A-Z]+$/.test(word)).length;
    if (positionals.length > wanted && wanted < 2) return misused(command, `"${positionals[wanted]}" is too much`);
    return ok({
      words: positionals,
      text: (option) => {
        const value = values[option];
        return typeof value === 'string' ? value : undefined;
      },
      flag: (option) => values[option] === true,
    });
  } catch (error) {
    if (!codeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    return misused(
      command,
      String(error)
        .replace(/^[^:]*: /, '')
        .split('.')[0] ?? '',
    );
  }
}

function misused(command: Command, why: string): Result<never> {
  return refuse('invalid', `${why}. Usage: our-academies ${command.name} ${command.takes}`.trim());
}

function helpFor({ name, takes, says }: Command): Report {
  const usage = `our-academies ${name} ${takes}`.trim();
  return { json: { usage, says }, lines: [usage, `  ${says}`] };
}

function help(): Report {
  const all = commands.map(helpFor);
  return {
    json: { commands: all.map(({ json }) => json) },
    lines: [
      'our-academies COMMAND … [--json] [--folder LOCAL_FOLDER]',
      '',
      ...all.flatMap(({ lines }) => lines),
      '',
      'The tenant is the one that npm start has brought up, or that of the settings of the function app in the environment.',
    ],
  };
}
