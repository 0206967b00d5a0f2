import { installPackages } from './install.mjs';
import { say } from './project.mjs';

/** Azure runs Node 24. npm brings its binary as an ordinary package, for this kind of machine alone. */
export async function installNode24() {
  if (process.platform === 'linux' && process.arch === 'x64') return installPackages('infra/node-24');
  say(`Node 24 is not tried on ${process.platform} ${process.arch}: its test says that it skips.`);
}
