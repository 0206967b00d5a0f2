import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, root, say } from './project.mjs';

const longest = 300;
const generated = /^shared\/reference\//;

/** A file that has grown long usually does two things. */
export async function checkFileLengths() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  const sources = listed
    .toString()
    .split('\0')
    .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !generated.test(path) && existsSync(inProject(path)));
  const long = sources
    .map((path) => ({ path, lines: readFileSync(inProject(path), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest);
  for (const { path, lines } of long) say(`${path} has ${lines} lines. Over ${longest} it is time to cut it in two.`);
  return long.length === 0 ? 0 : 1;
}
