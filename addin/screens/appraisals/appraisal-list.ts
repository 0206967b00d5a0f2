import type { Stored } from '../../../shared/record';
import { type Objective, objective as objectiveKind } from '../../../shared/records/objective';
import type { OutputOf, requests } from '../../../shared/requests';

export type Appraisals = OutputOf<typeof requests.appraisals>;

/** One objective of a principal, or a principal without one. */
export interface AppraisalLine {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly academy: string;
  readonly objective?: Stored<Objective>;
}

export const shown = ['everybody', 'with an agreed objective', 'with a draft', 'without an objective'] as const;
export type Shown = (typeof shown)[number];

/** One line for each objective, by name; people without one have a line of their own. */
export function appraisalLines({ people }: Appraisals): readonly AppraisalLine[] {
  return people
    .flatMap(({ person, academy, objectives }): readonly AppraisalLine[] => {
      const about = { person, academy: academy?.name ?? 'Central team' };
      const read = objectives.flatMap((stored) => {
        const record = objectiveKind.parse(stored.record);
        return record.ok ? [{ id: stored.key, ...about, objective: { ...stored, record: record.value } }] : [];
      });
      return read.length === 0 ? [{ id: person.id, ...about }] : read;
    })
    .sort((one, other) => one.person.name.localeCompare(other.person.name, 'en-GB'));
}

/** An objective counts for appraisal once both agreed it. */
export function isAgreed({ objective }: AppraisalLine): boolean {
  return objective !== undefined && objective.record.state !== 'draft';
}

/** Lines whose person or academy holds every word that was typed. */
export function foundLines(lines: readonly AppraisalLine[], words: string, which: Shown): readonly AppraisalLine[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = plain(`${line.person.name} ${line.academy}`);
    return wanted.every((word) => text.includes(word)) && belongs(line, which);
  });
}

function belongs(line: AppraisalLine, which: Shown): boolean {
  switch (which) {
    case 'everybody':
      return true;
    case 'with an agreed objective':
      return isAgreed(line);
    case 'with a draft':
      return line.objective?.record.state === 'draft';
    case 'without an objective':
      return line.objective === undefined;
  }
}

/** Lower case and without accents, so that "Zoe" finds "Zoë". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
