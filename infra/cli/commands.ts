import type { Command } from './command';
import { doctor } from './commands/doctor';
import { fill } from './commands/fill';
import { importCalendar } from './commands/import-calendar';
import { importAcademies, importBankHolidays, importPeople } from './commands/imports';
import { meetings } from './commands/meetings';
import { provisionLists } from './commands/provision';
import { triads } from './commands/triads';

/** Every command, in the order in which a trust first needs them. */
export const commands: readonly Command[] = [
  provisionLists,
  importAcademies,
  importPeople,
  importCalendar,
  importBankHolidays,
  triads,
  meetings,
  fill,
  doctor,
];
