import type { Endpoints, LocalPerson } from '../endpoints';

const toMeet = ['Principal', 'Champion', 'HR', 'TrustOffice', 'Executive', 'Trustee', 'Staff'] as const;
const ofEach = 2;

/** What somebody reads who has just started it: where to go, and as whom. */
export function greeting(endpoints: Endpoints, seconds: number): string {
  const people = toMeet.flatMap((role) => ofRole(endpoints.people, role).map((person) => line(role, person)));
  return [
    '',
    `Our Academies is ready (${seconds.toFixed(1)} s).`,
    '',
    `  Workbench (Outlook and Word)   ${endpoints.workbench}`,
    `  API and panel                  ${endpoints.functions}`,
    `  Tenant (sign-in and Graph)     ${endpoints.tenant}`,
    '',
    `Open ${endpoints.workbench} and sign in as one of ${endpoints.people.length} people, for example:`,
    '',
    ...people,
    '',
    'Ctrl-C stops it; everything is kept for the next start. To begin again: npm start -- --fresh',
    '',
  ].join('\n');
}

/** Whoever has this role as the first of his own, so that each line shows somebody else. */
function ofRole(people: readonly LocalPerson[], role: string): readonly LocalPerson[] {
  return people.filter(({ roles }) => roles[0] === role).slice(0, ofEach);
}

function line(role: string, { name, email, post }: LocalPerson): string {
  return `  ${role.padEnd(12)} ${name.padEnd(24)} ${post.padEnd(28)} ${email}`;
}
