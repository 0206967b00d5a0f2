import { useCallback } from 'react';
import type { Field, Fields } from '../../shared/field';
import { kindNamed } from '../../shared/records';
import { ok, type Result } from '../../shared/result';
import { type Answered, useAsked } from '../answer';
import { type AcademyName, allRecords, type DirectoryPerson } from '../directory';
import { type Panel, usePanel } from '../panel-context';
import type { Option } from '../parts/choice';

/** What the controls of a form choose from. */
export interface Sources {
  readonly academies: readonly AcademyName[];
  readonly people: readonly DirectoryPerson[];
  /** By kind: records that may be referred to. */
  readonly records: Readonly<Record<string, readonly Option[]>>;
}

const noSources: Sources = { academies: [], people: [], records: {} };

function flat(fields: Fields): readonly Field[] {
  return Object.values(fields).flatMap((field) => [field, ...flat(field.entry ?? {})]);
}

async function readRecords({ server }: Panel, name: string): Promise<Result<readonly Option[]>> {
  const kind = kindNamed(name);
  if (kind === undefined) return ok([]);
  const found = await allRecords(server, kind);
  if (!found.ok) return found;
  return ok(found.value.map(({ key, record }) => ({ key, text: kind.titleOf(record) })));
}

async function readSources(panel: Panel, fields: Fields): Promise<Result<Sources>> {
  const all = flat(fields);
  const has = (...types: readonly Field['type'][]) => all.some(({ type }) => types.includes(type));
  let sources = noSources;
  if (has('academy', 'academies')) {
    const academies = await panel.directory.academies();
    if (!academies.ok) return academies;
    sources = { ...sources, academies: academies.value };
  }
  if (has('person', 'people')) {
    const people = await panel.directory.people();
    if (!people.ok) return people;
    sources = { ...sources, people: people.value };
  }
  for (const to of new Set(all.flatMap((field) => field.to ?? []))) {
    const records = await readRecords(panel, to);
    if (!records.ok) return records;
    sources = { ...sources, records: { ...sources.records, [to]: records.value } };
  }
  return ok(sources);
}

/** Reads what these fields choose from; nothing where they choose from nothing. */
export function useSources(fields: Fields): Answered<Sources> & { readonly again: () => void } {
  const panel = usePanel();
  return useAsked(useCallback(() => readSources(panel, fields), [panel, fields]));
}
