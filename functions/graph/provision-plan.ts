import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import type { Kind, Site } from '../../shared/record';
import { columnsOf } from './columns';

/** What is there, as far as provisioning asks. */
export interface ActualList {
  readonly site: Site;
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ColumnDefinition[];
}

export type ProvisionStep =
  | {
      readonly does: 'make list';
      readonly site: Site;
      readonly list: string;
      readonly columns: readonly ColumnDefinition[];
    }
  | {
      readonly does: 'add column';
      readonly site: Site;
      readonly list: string;
      readonly listId: string;
      readonly column: ColumnDefinition;
    }
  | {
      readonly does: 'change column';
      readonly site: Site;
      readonly list: string;
      readonly listId: string;
      readonly columnId: string;
      readonly name: string;
      readonly change: ColumnDefinition;
      readonly because: string;
    };

export interface ProvisionPlan {
  readonly steps: readonly ProvisionStep[];
  /** What differs and is not ours to change: data may lie in it. A sentence each. */
  readonly drift: readonly string[];
}

export type ListKind = Pick<Kind, 'site' | 'list' | 'fields'>;

/** Kinds and what is there → what is missing. Nothing is ever removed, and no column changes its type. */
export function planLists(wanted: readonly ListKind[], actual: readonly ActualList[]): ProvisionPlan {
  const plans = wanted.map((kind) => {
    const found = actual.find(({ site, title }) => site === kind.site && title === kind.list);
    return found === undefined ? newList(kind) : planColumns(kind, found);
  });
  return { steps: plans.flatMap(({ steps }) => steps), drift: plans.flatMap(({ drift }) => drift) };
}

function newList(kind: ListKind): ProvisionPlan {
  return { steps: [{ does: 'make list', site: kind.site, list: kind.list, columns: columnsOf(kind) }], drift: [] };
}

function planColumns(kind: ListKind, found: ActualList): ProvisionPlan {
  const place = { site: kind.site, list: kind.list, listId: found.id };
  const steps: ProvisionStep[] = [];
  const drift: string[] = [];
  for (const column of columnsOf(kind)) {
    const present = found.columns.find(({ name }) => name?.toLowerCase() === column.name?.toLowerCase());
    if (present === undefined) {
      steps.push({ does: 'add column', ...place, column });
    } else if (typeOf(present) !== typeOf(column)) {
      drift.push(
        `The column "${column.name}" of the list "${kind.list}" holds ${typeOf(present)} and should hold ${typeOf(column)}. Move its content, remove it by hand and run this again.`,
      );
    } else {
      const change = changeOf(column, present);
      if (change !== undefined)
        steps.push({ does: 'change column', ...place, columnId: present.id ?? '', name: column.name ?? '', ...change });
    }
  }
  return { steps, drift };
}

function typeOf(column: ColumnDefinition): string {
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? 'several choices' : 'one choice';
  if (column.number) return 'a number';
  if (column.boolean) return 'yes or no';
  if (column.text) return column.text.allowMultipleLines === true ? 'lines of text' : 'a line of text';
  return 'something else';
}

/** Indexes, uniqueness and choices may be added to a column that holds data. */
function changeOf(
  wanted: ColumnDefinition,
  present: ColumnDefinition,
): { readonly change: ColumnDefinition; readonly because: string } | undefined {
  const choices = present.choice?.choices ?? [];
  const missing = (wanted.choice?.choices ?? []).filter((one) => !choices.includes(one));
  const index = wanted.indexed === true && present.indexed !== true;
  const unique = wanted.enforceUniqueValues === true && present.enforceUniqueValues !== true;
  const because = [
    ...(index ? ['it has no index'] : []),
    ...(unique ? ['it takes the same value twice'] : []),
    ...(missing.length > 0 ? [`it lacks the choices ${missing.join(', ')}`] : []),
  ];
  if (because.length === 0) return undefined;
  return {
    because: because.join(' and '),
    change: {
      ...(index || unique ? { indexed: true } : {}),
      ...(unique ? { enforceUniqueValues: true } : {}),
      ...(missing.length > 0 ? { choice: { ...wanted.choice, choices: [...choices, ...missing] } } : {}),
    },
  };
}
