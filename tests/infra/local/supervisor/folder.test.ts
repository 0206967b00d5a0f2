import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder, emptyFolder, releaseFolder } from '../../../../infra/local/supervisor/folder';

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'folder-'));
}

test('a folder that a living process holds is refused, one of a dead process is taken over', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'running.pid'), String(process.ppid));
  expect(() => claimFolder(folder)).toThrow(`(process ${process.ppid}). End that one with Ctrl-C first.`);
  writeFileSync(join(folder, 'running.pid'), '4194304');
  expect(() => claimFolder(folder)).not.toThrow();
  releaseFolder(folder);
  expect(existsSync(join(folder, 'running.pid'))).toBe(false);
});

test('beginning again removes what is ours, and nothing else', () => {
  const folder = newFolder();
  for (const name of ['tenant.db', 'identities.json', 'thesis.docx']) writeFileSync(join(folder, name), 'x');
  emptyFolder(folder);
  expect(['tenant.db', 'identities.json', 'thesis.docx'].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    false,
    true,
  ]);
});
