import type { OutputOf, requests } from '../../../shared/requests';

export type Appraisals = OutputOf<typeof requests.appraisals>;
export type AppraisedPerson = Appraisals['people'][number];

export const shown = ['everybody', 'with an agreed objective', 'without one'] as const;
export type Shown = (typeof shown)[number];

/** People whose name or academy holds every word that was typed, by name. */
export function foundPeople(
  people: readonly AppraisedPerson[],
  words: string,
  which: Shown,
): readonly AppraisedPerson[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return people
    .filter(({ person, academy }) => {
      const text = plain(`${person.name} ${academy?.name ?? ''}`);
      return wanted.every((word) => text.includes(word));
    })
    .filter((one) => which === 'everybody' || hasAgreed(one) === (which === 'with an agreed objective'))
    .sort((one, other) => one.person.name.localeCompare(other.person.name, 'en-GB'));
}

function hasAgreed({ objectives }: AppraisedPerson): boolean {
  return objectives.some(({ record }) => stateOf(record) !== 'draft');
}

function stateOf(record: unknown): string | undefined {
  return typeof record === 'object' && record !== null && 'state' in record ? String(record.state) : undefined;
}

/** Lower case and without accents, so that "Zoe" finds "Zoë". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
