import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, root, say } from './project.mjs';

/** What no import shows: globals that one place alone may name. */
const rules = [
  {
    in: /^addin\/(?!host\/)/,
    word: /\b(Office|Word|Outlook)\.[A-Za-z]/,
    teach: 'Only addin/host says Office and Word. Ask the host port.',
  },
  {
    in: /^addin\/(?!server\.ts$)/,
    word: /\bfetch\(/,
    teach: 'Only addin/server.ts says fetch. Add the call to shared/requests.ts and ask the server.',
  },
  {
    in: /^addin\//,
    word: /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/,
    teach: 'Nothing is kept in the browser. What somebody types is saved as a draft in the trust’s own tenant.',
  },
  {
    in: /^addin\//,
    word: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/,
    teach: 'Text goes in as text, never as HTML.',
  },
  {
    in: /^shared\//,
    word: /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.)/,
    teach: 'shared/ has no clock, no chance and no machine: take it as an argument.',
  },
];

export async function checkWordsInPlace() {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', 'addin', 'shared'],
    { cwd: root },
  );
  const paths = listed
    .toString()
    .split('\0')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(inProject(path)));
  const found = paths.flatMap(lookInto);
  for (const line of found) say(line);
  return found.length === 0 ? 0 : 1;
}

function lookInto(path) {
  const applying = rules.filter((rule) => rule.in.test(path));
  const lines = withoutComments(readFileSync(inProject(path), 'utf8')).split('\n');
  return applying.flatMap(({ word, teach }) =>
    lines.flatMap((line, index) =>
      word.test(line) ? [`${path}:${index + 1} ${word.exec(line)?.[0]} – ${teach}`] : [],
    ),
  );
}

/** Comments and texts may name anything; the lines stay in their places. */
function withoutComments(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replace(/(['"])(?:\\.|(?!\1)[^\\\n])*\1/g, '$1$1');
}
