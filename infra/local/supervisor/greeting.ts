import type { Endpoints, LocalPerson } from '../endpoints';

const toMeet = ['Principal', 'Champion', 'HR', 'TrustOffice', 'Executive', 'Trustee', 'Staff'] as const;

/** What somebody reads who has just started it: where to go, and as whom. */
export function greeting(endpoints: Endpoints, seconds: number): string {
  const { people } = endpoints;
  const others = toMeet.flatMap((role) => people.filter((person) => isOther(person, role)).slice(0, 1));
  return [
    '',
    `Our Academies is ready (${seconds.toFixed(1)} s).`,
    '',
    `  Workbench (Outlook and Word)   ${endpoints.workbench}`,
    `  API and panel                  ${endpoints.functions}`,
    `  Tenant (sign-in and Graph)     ${endpoints.tenant}`,
    '',
    `Open ${endpoints.workbench} and sign in as one of ${people.length} people. To begin with:`,
    '',
    ...people.flatMap((person) => (person.task === undefined ? [] : [line(person, person.task)])),
    '',
    'Others, for example:',
    '',
    ...others.map((person) => line(person, person.email)),
    '',
    'Ctrl-C stops it; everything is kept for the next start. To begin again: npm start -- --fresh',
    '',
  ].join('\n');
}

/** Whoever has this role as the first of his own, so that each line shows somebody else. */
function isOther({ roles, task }: LocalPerson, role: string): boolean {
  return roles[0] === role && task === undefined;
}

function line({ name, post }: LocalPerson, more: string): string {
  return `  ${name.padEnd(20)} ${post.padEnd(25)} ${more}`;
}
