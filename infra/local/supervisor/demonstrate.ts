import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Academy, academy } from '../../../shared/records/academy';
import { inLondon } from '../../../shared/time/british-date';
import { writeAtomically } from '../atomic-file';
import { tasksOf } from '../demonstration/tasks';
import { tenantSeedOf } from '../demonstration/tenant-seed';
import { demonstrationTrust } from '../demonstration/trust';
import type { Endpoints } from '../endpoints';
import { keepRecords } from './keep-records';
import { Stop } from './stop';

/** Academies of a GIAS export in place of the invented ones. */
export interface RealTrust {
  readonly trustName: string;
  readonly academies: readonly Academy[];
}

const demonstration = z.object({
  /** The day of the first start: calendars and reviews are dated around it, also when a start is repeated. */
  today: z.string(),
  trustName: z.optional(z.string()),
  academies: z.optional(z.array(z.unknown())),
  isKept: z.boolean(),
});
type State = z.infer<typeof demonstration>;

export interface DemonstrationWishes {
  readonly folder: string;
  readonly clock?: string;
  readonly real?: RealTrust;
  readonly tell: (sentence: string) => void;
}

/** Puts the demonstration trust into the tenant at the first start, and knows its people at every other. */
export async function demonstrate(
  endpoints: Omit<Endpoints, 'people'>,
  wishes: DemonstrationWishes,
): Promise<Endpoints['people']> {
  const file = join(wishes.folder, 'demonstration.json');
  const state = readState(file) ?? firstState(wishes);
  refuseAnotherTrust(state, wishes);
  const trust = demonstrationTrust({
    today: state.today,
    organiserMailbox: endpoints.organiserMailbox,
    ...realOf(state),
  });
  if (!state.isKept) {
    writeAtomically(file, JSON.stringify(state));
    wishes.tell(`Putting ${trust.name}, its people, calendars and records into the tenant …`);
    await seedTenant(endpoints, tenantSeedOf(trust, endpoints, state.today));
    await keepRecords(endpoints, trust.records);
    writeAtomically(file, JSON.stringify({ ...state, isKept: true }));
  }
  const tasks = tasksOf(trust);
  return trust.staff.map(({ id, name, email, roles, person }) => ({
    id,
    name,
    email,
    roles: [...roles],
    ...(person.academy === undefined ? {} : { academy: person.academy }),
    post: person.post,
    ...(tasks.has(id) ? { task: tasks.get(id) } : {}),
  }));
}

function readState(file: string): State | undefined {
  return existsSync(file) ? z.parse(demonstration, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

function firstState({ clock, real }: DemonstrationWishes): State {
  const today = inLondon(nowOf(clock).toISOString()).date;
  if (real === undefined) return { today, isKept: false };
  return { today, isKept: false, trustName: real.trustName, academies: [...real.academies] };
}

const movedBase = z.object({ base: z.number() });

function nowOf(clock: string | undefined): Date {
  return clock === undefined ? new Date() : new Date(z.parse(movedBase, JSON.parse(clock)).base);
}

function refuseAnotherTrust(state: State, { real, folder }: DemonstrationWishes): void {
  if (real === undefined || sameTrust(state, real)) return;
  throw new Stop(`${folder} already holds ${state.trustName ?? 'the invented trust'}. Add --fresh to begin again.`);
}

function sameTrust({ trustName, academies }: State, real: RealTrust): boolean {
  return trustName === real.trustName && JSON.stringify(academies) === JSON.stringify(real.academies);
}

function realOf({ trustName, academies }: State): { readonly real?: RealTrust } {
  if (trustName === undefined || academies === undefined) return {};
  return { real: { trustName, academies: academies.map(toAcademy) } };
}

function toAcademy(stored: unknown): Academy {
  const parsed = academy.parse(stored);
  if (!parsed.ok) throw new Error(`A kept academy is not one any more: ${parsed.problem.sentence}`);
  return parsed.value;
}

async function seedTenant({ tenant }: Pick<Endpoints, 'tenant'>, seed: unknown): Promise<void> {
  const response = await fetch(`${tenant}/control/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(seed),
  });
  if (!response.ok) throw new Error(`The tenant did not take its seed: ${response.status} ${await response.text()}`);
}
