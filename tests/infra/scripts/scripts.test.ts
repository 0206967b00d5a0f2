import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The scripts find the project from where they lie: a copy of them beside a small project tries them on it. */
const project = mkdtempSync(join(tmpdir(), 'scripts-'));

function put(path: string, text: string): void {
  const file = join(project, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** Runs lines with everything of one script in scope, and gives what they print. */
function inScript(script: string, lines: string): { readonly said: string; readonly code: number | null } {
  const address = pathToFileURL(join(project, 'infra/scripts', script)).href;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const script = await import(${JSON.stringify(address)});\n${lines}`],
    { encoding: 'utf8' },
  );
  return { said: `${stdout}${stderr}`.trim(), code: status };
}

beforeAll(() => {
  cpSync(resolve('infra/scripts'), join(project, 'infra/scripts'), { recursive: true });
  execFileSync('git', ['init', '-q', project]);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('packages', () => {
  const lock = (version: string) => ({
    packages: {
      '': {},
      'node_modules/a': { version },
      'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    },
  });

  function isInstalled(): string {
    return inScript('install.mjs', "console.log(script.isInstalled('.'))").said;
  }

  test('are installed when npm’s own lock inside node_modules agrees, optional ones aside', () => {
    put('package-lock.json', JSON.stringify(lock('1.0.0')));
    expect(isInstalled()).toBe('false');
    put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(isInstalled()).toBe('false');
    put('node_modules/a/package.json', '{}');
    expect(isInstalled()).toBe('true');
    put('package-lock.json', JSON.stringify(lock('1.0.1')));
    expect(isInstalled()).toBe('false');
  });
});

describe('words', () => {
  function check(): { readonly said: string; readonly code: number | null } {
    return inScript('words-in-place.mjs', 'process.exitCode = await script.checkWordsInPlace()');
  }

  test('that one place alone may say are found elsewhere, with what to do', () => {
    put(
      'addin/screens/home.tsx',
      "// Office.context is said in a comment\nconst text = 'Word.run';\nfetch('/api/me');\n",
    );
    put('addin/server.ts', "fetch('/api/me');\n");
    put('addin/host/word.ts', 'Word.run(() => undefined);\n');
    put('shared/plan.ts', 'export const now = Date.now();\n');
    const { said, code } = check();
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^addin\/screens\/home\.tsx:3 fetch\( – Only addin\/server\.ts says fetch\./),
      expect.stringMatching(/^shared\/plan\.ts:1 Date\.now\( – shared\/ has no clock/),
    ]);
  });

  test('in their places are sound', () => {
    put('addin/screens/home.tsx', 'export {};\n');
    put('shared/plan.ts', 'export {};\n');
    expect(check()).toEqual({ said: '', code: 0 });
  });
});

test('a file over 300 lines is pointed out, one of 300 is not', () => {
  put('functions/long.ts', '\n'.repeat(301));
  put('functions/short.ts', '\n'.repeat(300));
  const { said, code } = inScript('file-lengths.mjs', 'process.exitCode = await script.checkFileLengths()');
  expect({ said, code }).toEqual({
    said: 'functions/long.ts has 301 lines. Over 300 it is time to cut it in two.',
    code: 1,
  });
});

test('two builds at once take turns, and a lock of a dead process is taken over', () => {
  put('dist/.lock', '4194304');
  const { said } = inScript(
    'lock.mjs',
    `const order = [];
     const turn = (name) => script.withLock('dist/.lock', async () => {
       order.push(name + ' in');
       await new Promise((resolve) => setTimeout(resolve, 50));
       order.push(name + ' out');
     });
     await Promise.all([turn('one'), turn('two')]);
     console.log(order.join(', '));`,
  );
  expect(['one in, one out, two in, two out', 'two in, two out, one in, one out']).toContain(said);
});

test('the closing line counts, and names the skipped where there are any', () => {
  const lines = `console.log(script.closingLine({ passed: 7, failed: 0, skipped: 0 }));
                 console.log(script.closingLine({ passed: 7, failed: 1, skipped: 2 }));`;
  expect(inScript('jest.mjs', lines).said).toBe('tests: 7 passed, 0 failed\ntests: 7 passed, 1 failed, 2 skipped');
});

describe('the panel’s size', () => {
  const random = (bytes: number) =>
    `/*${Array.from({ length: bytes }, () => String.fromCharCode(97 + Math.random() * 26)).join('')}*/`;

  function check(startBytes: number): { readonly said: string; readonly code: number | null } {
    const outputs = {
      'dist/panel/panel.js': {
        entryPoint: 'addin/panel.tsx',
        imports: [{ path: 'dist/panel/start.js', kind: 'dynamic-import' }],
      },
      'dist/panel/start.js': {
        entryPoint: 'addin/start.tsx',
        imports: [{ path: 'dist/panel/chunk.js', kind: 'import-statement' }],
      },
      'dist/panel/home.js': { entryPoint: 'addin/screens/home.tsx', imports: [] },
      'dist/panel/msal.js': { entryPoint: 'node_modules/@azure/msal-browser/dist/index.mjs', imports: [] },
      'dist/panel/chunk.js': { imports: [] },
      'dist/panel/later.js': { entryPoint: 'addin/screens/plan.tsx', imports: [] },
    };
    for (const path of Object.keys(outputs)) put(path, random(100));
    put('dist/panel/chunk.js', random(startBytes));
    put('dist/panel/later.js', random(60_000));
    put('dist/panel/meta.json', JSON.stringify({ outputs }));
    return inScript('panel-size.mjs', 'process.exitCode = await script.checkPanelSize()');
  }

  test('counts what is loaded before any click, and not what comes later', () => {
    const { said, code } = check(10_000);
    expect(code).toBe(0);
    expect(said).toMatch(/^first screen: [67]\.\d of 250 KB gzip\.\nthe whole panel: 4\d\.\d of 420 KB gzip\.$/);
  });

  test('fails over its goal, and says what to do', () => {
    const { said, code } = check(500_000);
    expect(code).toBe(1);
    expect(said).toContain('Load what it does not need at once with import()');
  });
});

test('.ci/run is a program', () => {
  expect(statSync('.ci/run').mode & 0o111).not.toBe(0);
  expect(readFileSync('.ci/run', 'utf8')).toContain('npm test');
});
