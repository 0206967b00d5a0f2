import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import * as z from 'zod/mini';
import type { Site } from '../../shared/record';
import { kinds } from '../../shared/records';
import { leaseKind } from '../reconcile/lease-kind';
import { subscriptionKind } from '../reconcile/subscription-kind';
import { type Graph, type GraphCall, placeOfSite, succeeded } from './call';
import { faultOf } from './fault';
import type { Sites } from './list-address';
import { pageSchema } from './pages';
import { type ActualList, type ListKind, type ProvisionPlan, type ProvisionStep, planLists } from './provision-plan';
import { bodyOf } from './read-items';

/** Every list of the product: one for each kind of record, the leases and the subscriptions. */
export const provisionedKinds: readonly ListKind[] = [...Object.values(kinds), leaseKind, subscriptionKind];

export interface ProvisionReport extends ProvisionPlan {
  /** False where it was only looked at. */
  readonly applied: boolean;
  /** Lists that the product wants. */
  readonly lists: number;
}

const mostRounds = 5;

/**
 * Brings the lists of both sites to what the declarations say: one request to look, and one for each twenty things
 * that are missing. Safe to repeat and to interrupt: what is there already is left alone.
 */
export async function provision(
  graph: Graph,
  sites: Sites,
  { whatIf }: { readonly whatIf: boolean },
): Promise<ProvisionReport> {
  const taken: ProvisionStep[] = [];
  for (let round = 1; ; round += 1) {
    const plan = planLists(provisionedKinds, await readLists(graph, sites));
    if (whatIf) return { ...plan, applied: false, lists: provisionedKinds.length };
    const done = await takeSteps(graph, sites, plan.steps);
    taken.push(...done);
    // A step in doubt, or one that somebody else took at the same moment: look again.
    if (done.length === plan.steps.length)
      return { steps: taken, drift: plan.drift, applied: true, lists: provisionedKinds.length };
    if (round === mostRounds) throw new Error('The lists could not be brought to what is wanted. Run this again.');
  }
}

const listsSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  columns: z.array(z.custom<ColumnDefinition>((value) => typeof value === 'object' && value !== null)),
});

/** https://learn.microsoft.com/graph/api/list-list */
async function readLists(graph: Graph, sites: Sites): Promise<readonly ActualList[]> {
  const names = Object.keys(sites) as readonly Site[];
  const calls = names.map((name): GraphCall => {
    const path = `/sites/${sites[name]}/lists?$select=id,displayName&$expand=columns`;
    return { method: 'GET', path, needs: 'provision lists', place: placeOfSite(sites[name]) };
  });
  const answers = await graph.batch(calls);
  const found: ActualList[] = [];
  for (const [index, site] of names.entries()) {
    const answer = answers[index];
    const call = calls[index];
    if (answer === undefined || call === undefined) throw new Error('A site was not answered.');
    const first = z.parse(pageSchema, bodyOf(answer, call.needs));
    found.push(...first.value.map((list) => toActual(site, list)));
    const next = first['@odata.nextLink'];
    if (next === undefined) continue;
    for await (const page of graph.pages({ ...call, path: next }))
      found.push(...page.map((list) => toActual(site, list)));
  }
  return found;
}

function toActual(site: Site, list: unknown): ActualList {
  const { id, displayName, columns } = z.parse(listsSchema, list);
  return { site, id, title: displayName, columns };
}

/** The steps that were certainly taken. */
async function takeSteps(
  graph: Graph,
  sites: Sites,
  steps: readonly ProvisionStep[],
): Promise<readonly ProvisionStep[]> {
  const answers = await graph.batch(steps.map((step) => toCall(sites, step)));
  return steps.filter((_step, index) => {
    const answer = answers[index];
    if (answer === undefined) return false;
    if (succeeded(answer)) return true;
    if (answer.status === 429) bodyOf(answer, 'provision lists');
    // Taken by somebody else, by us when the answer was lost, or nobody knows: the next look will tell.
    if (answer.status === 409 || answer.status < 0 || answer.status >= 500) return false;
    throw faultOf(answer, 'provision lists');
  });
}

function toCall(sites: Sites, step: ProvisionStep): GraphCall {
  const lists = `/sites/${sites[step.site]}/lists`;
  const common = { needs: 'provision lists', place: placeOfSite(sites[step.site]) } as const;
  switch (step.does) {
    case 'make list':
      return {
        ...common,
        method: 'POST',
        path: lists,
        body: { displayName: step.list, list: { template: 'genericList' }, columns: step.columns },
      };
    case 'add column':
      return { ...common, method: 'POST', path: `${lists}/${step.listId}/columns`, body: step.column };
    case 'change column':
      return {
        ...common,
        method: 'PATCH',
        path: `${lists}/${step.listId}/columns/${step.columnId}`,
        body: step.change,
        repeatable: true,
      };
  }
}

/** A report for people: a line for each step. */
export function tellProvision({ steps, drift, applied, lists }: ProvisionReport): readonly string[] {
  const summary =
    steps.length === 0
      ? `All ${lists} lists are as they should be.`
      : `${steps.length} ${steps.length === 1 ? 'step' : 'steps'} ${applied ? 'taken' : 'to take'}.`;
  return [...steps.map(tellStep), ...drift, summary];
}

function tellStep(step: ProvisionStep): string {
  switch (step.does) {
    case 'make list':
      return `make the list "${step.list}" with ${step.columns.length} columns in the ${step.site} site`;
    case 'add column':
      return `add the column "${step.column.name}" to the list "${step.list}"`;
    case 'change column':
      return `change the column "${step.name}" of the list "${step.list}": ${step.because}`;
  }
}
