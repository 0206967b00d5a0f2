import type { ImportOutcome } from '../../../functions/imports/apply-import';
import { importBankHolidays as bankHolidays } from '../../../functions/imports/import-bank-holidays';
import {
  importAcademies as academies,
  type Importing,
  importPeople as people,
} from '../../../functions/imports/import-records';
import { ok, type Result, refuse } from '../../../shared/result';
import type { Command, Report, Surroundings, Typed } from '../command';
import { commandLine, connect } from '../connect';
import { readBytes } from '../files';

type Import = (importing: Importing, typed: Typed) => Promise<Result<ImportOutcome>>;

const whatIf = { 'what-if': { type: 'boolean' } } as const;

/** Reads the file, brings the list to it, and tells what changed and which lines were left out. */
function importing(what: string, act: Import) {
  return async (typed: Typed, surroundings: Surroundings): Promise<Result<Report>> => {
    const [file] = typed.words;
    if (file === undefined) return refuse('invalid', 'Name the FILE to import.');
    const bytes = readBytes(file, surroundings);
    const { ports } = await connect(surroundings);
    surroundings.progress(`Importing ${what} …`);
    const outcome = await act({ bytes, apply: !typed.flag('what-if'), ports, actor: commandLine }, typed);
    return outcome.ok ? ok(tell(what, outcome.value)) : outcome;
  };
}

function tell(what: string, outcome: ImportOutcome): Report {
  const { applied, added, changed, same, refused } = outcome;
  return {
    json: { ...outcome },
    lines: [
      ...added.map((title) => `${applied ? 'added' : 'would add'}: ${title}`),
      ...changed.map((title) => `${applied ? 'changed' : 'would change'}: ${title}`),
      ...refused.map(({ line, sentence }) => `line ${line} left out: ${sentence}`),
      `${what}: ${added.length} added, ${changed.length} changed, ${same} as before, ${refused.length} left out${applied ? '' : ' (only looked at)'}.`,
    ],
  };
}

export const importAcademies: Command = {
  name: 'import academies',
  takes: 'FILE [--trust NAME] [--what-if]',
  says: 'Academies of a trust, from a GIAS export; or their school hours, from CSV (urn, school day starts, school day ends, twilight meetings end by).',
  options: { trust: { type: 'string' }, ...whatIf },
  run: importing('academies', (given, typed) => academies(given, typed.text('trust'))),
};

export const importPeople: Command = {
  name: 'import people',
  takes: 'FILE [--what-if]',
  says: 'People and posts from CSV (name, email, urn, post, level, year groups, responsibilities), matched to Entra.',
  options: whatIf,
  run: importing('people', (given) => people(given)),
};

export const importBankHolidays: Command = {
  name: 'import bank-holidays',
  takes: 'FILE [--what-if]',
  says: "Bank holidays of England and Wales from GOV.UK's bank-holidays.json, beyond those that are built in.",
  options: whatIf,
  run: importing('bank holidays', (given) => bankHolidays(given)),
};
