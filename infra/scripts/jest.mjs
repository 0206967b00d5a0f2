import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject } from './project.mjs';
import { run, tool } from './run.mjs';

const resultsFile = 'dist/jest-results.json';

/** Runs jest and gives what it counted. A suite that could not even begin counts as one failed test. */
export async function runJest(...parameters) {
  mkdirSync(inProject('dist'), { recursive: true });
  rmSync(inProject(resultsFile), { force: true });
  const code = await run(...tool('jest/bin/jest.js', '--json', `--outputFile=${resultsFile}`, ...parameters), {
    // The JSON goes to the file; on standard output it would drown everything else.
    quiet: true,
  });
  return { code, ...counts() };
}

function counts() {
  try {
    const results = JSON.parse(readFileSync(inProject(resultsFile), 'utf8'));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

export function closingLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
