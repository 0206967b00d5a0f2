import { requests } from '../../../shared/requests';
import type { Result } from '../../../shared/result';
import { bankHolidaysKnownUntil } from '../../../shared/time/bank-holidays';
import { britishDate } from '../../../shared/time/british-date';
import type { Server } from '../../server';
import type { ImportOutcome } from './import-files';
import { correctionsOf, type KeptCorrection } from './import-state';

export const whatToImport = ['academies', 'school hours', 'people', 'bank holidays'] as const;
export type WhatToImport = (typeof whatToImport)[number];

interface Words {
  readonly label: string;
  readonly help: string;
  readonly accept: string;
}

export const words: Readonly<Record<WhatToImport, Words>> = {
  academies: {
    label: 'GIAS export',
    help: 'A CSV from Get Information About Schools, as downloaded: UTF-8 or the older Windows encoding.',
    accept: '.csv,text/csv',
  },
  'school hours': {
    label: 'School hours and twilight windows',
    help: 'A CSV with the columns URN, School day starts, School day ends and Twilight meetings end by. A cell left empty changes nothing.',
    accept: '.csv,text/csv',
  },
  people: {
    label: 'People and posts',
    help: 'A CSV with the columns name, email, URN, post and level and, if you wish, year groups and responsibilities. People are matched to Microsoft 365 accounts by their e-mail address.',
    accept: '.csv,text/csv',
  },
  'bank holidays': {
    label: 'Bank holidays of GOV.UK',
    help: `Those of England and Wales are built in until ${britishDate(bankHolidaysKnownUntil)}. For later ones download www.gov.uk/bank-holidays.json.`,
    accept: '.json,application/json',
  },
};

export interface Upload {
  readonly what: WhatToImport;
  readonly file: string;
  readonly corrections: readonly KeptCorrection[];
  readonly apply: boolean;
  /** For academies: only those of this trust. */
  readonly trust: string;
}

/** Looks at a file, or writes what it says; the server does both by the same rules. */
export function askForImport(server: Server, upload: Upload): Promise<Result<ImportOutcome>> {
  const { what, file, apply } = upload;
  if (what === 'bank holidays') return server.call(requests.importBankHolidays, { file, apply });
  const table = { file, apply, corrections: correctionsOf(upload.corrections) };
  if (what === 'people') return server.call(requests.importPeople, table);
  const trust = what === 'academies' ? upload.trust.trim() : '';
  return server.call(requests.importAcademies, trust === '' ? table : { ...table, trust });
}
