import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Stop, say } from './project.mjs';
import { run } from './run.mjs';

/** What the tests need beside Node: programs and the Debian packages that bring them. */
const needed = [
  { program: 'chromium', packages: ['chromium'], for: 'the journeys' },
  {
    program: 'soffice',
    packages: ['libreoffice-writer-nogui', 'fonts-crosextra-carlito'],
    for: 'opening the filled documents',
  },
  { program: 'pdftoppm', packages: ['poppler-utils'], for: 'looking at the filled documents' },
];

/** Installs through apt what is missing, where that can be done; elsewhere says what to install. */
export async function installPrograms() {
  const missing = needed.filter(({ program }) => !isThere(program));
  if (missing.length === 0) return;
  const packages = missing.flatMap((one) => one.packages);
  const command = `apt-get install -y ${packages.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    throw new Stop(
      `The tests need ${missing.map((one) => `${one.program} for ${one.for}`).join(', ')}. Install it (on Debian as root: ${command}) and run npm test again.`,
    );
  say(`Installing ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  if ((await run('apt-get', install, { quiet: true, env })) !== 0)
    throw new Stop(
      `apt-get could not install ${packages.join(', ')}. Run "${command}", see what it says, and run npm test again.`,
    );
}

function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}
