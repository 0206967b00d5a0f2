import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runtimePermissions } from '../../../functions/graph/permissions';
import { commands } from '../../../infra/cli/commands';
import { roles } from '../../../shared/caller';
import { kinds } from '../../../shared/records';

const root = path.resolve(__dirname, '../../..');
const folder = path.join(root, 'infra/handbook');
/** Tables are aligned by the formatter: their spaces do not count. */
const page = (name: string): string => readFileSync(path.join(folder, name), 'utf8').replace(/ {2,}/g, ' ');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('the retention table says for every list what its declaration says', () => {
  const rows = Object.values(kinds).map(({ list, site, keep }) => {
    const kept = 'years' in keep ? `${keep.years} years` : `${keep.days} days`;
    return `| \`${list}\` | ${site} | ${kept} | ${keep.because} |`;
  });
  expect(rows.filter((row) => !page('data-protection.md').includes(row))).toEqual([]);
});

test('every permission of the running app has its reason and what breaks without', () => {
  const told = page('permissions.md');
  expect(runtimePermissions.filter((permission) => !told.includes(`| \`${permission}\` `))).toEqual([]);
});

test('what Exchange scopes is assigned by the script, and not asked for in Entra', () => {
  const script = page('exchange.ps1');
  const registrations = readFileSync(path.join(root, 'infra/azure/app/registrations.bicep'), 'utf8');
  for (const permission of runtimePermissions) {
    const inEntra = registrations.includes(
      permission.replace(
        /^(\w)(\w*)\.(.*)$/,
        (_, first: string, rest: string, last: string) => `${first.toLowerCase()}${rest}${last.replaceAll('.', '')}: '`,
      ),
    );
    expect([permission, inEntra, script.includes(`'Application ${permission}'`)]).toEqual([
      permission,
      inEntra,
      !inEntra,
    ]);
  }
});

test('the manifests ask for what the table says', () => {
  const manifest = (name: string): string => readFileSync(path.join(root, 'addin', name), 'utf8');
  expect(manifest('outlook.xml')).toContain('<Permissions>ReadItem</Permissions>');
  expect(manifest('word.xml')).toContain('<Permissions>ReadWriteDocument</Permissions>');
});

test('every role is named', () => {
  expect(roles.filter((role) => !page('permissions.md').includes(`\`${role}\``))).toEqual([]);
});

test('every command that is told exists', () => {
  const known = commands.map(({ name }) => name);
  const told = pages.flatMap((name) =>
    [...page(name).matchAll(/our-academies (?:import )?([a-z]+)/g)].map((match) => match[0]),
  );
  const commandsTold = told.map((words) => words.replace('our-academies ', ''));
  expect(commandsTold.filter((name) => !known.includes(name))).toEqual([]);
  expect(commandsTold).toContain('provision');
});

test('every link leads somewhere', () => {
  const links = pages.flatMap((name) => [...page(name).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? ''));
  expect(links.filter((link) => !link.startsWith('https://') && !existsSync(path.join(folder, link)))).toEqual([]);
  expect(links.length).toBeGreaterThan(4);
});
