import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Run } from './meetings-run';

/**
 * A year of network meetings beside its yardsticks on the same seeded instances, in shares of places represented: the
 * first slot in which half can come, the order of Outlook's meeting finder alone and with deputies stepping in, greedy
 * with look-ahead, and a proved upper bound. Each way runs in a process of its own, so that its memory can be told.
 */
const runner = resolve('dist/bench/meetings-run.cjs');
const seed = 1;
const lines: string[] = [];

beforeAll(async () => {
  mkdirSync('dist/bench', { recursive: true });
  await build({
    entryPoints: ['tests/bench/meetings-run.ts'],
    outfile: runner,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  lines.push('Meetings: places represented, and ours as a multiple of each yardstick', row(heads));
});

afterAll(() => {
  const hosting = ['Hosts: minutes a school and trip, one way', ...hostLines];
  console.info([...lines, ...hosting].join('\n'));
});

function run(way: string, networks: number, schools: number): Run {
  const words = [runner, way, String(networks), String(schools), String(seed)];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${way} at ${networks} × ${schools} ended with ${status}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

const hostLines: string[] = [];

const heads = [
  'instance',
  'places',
  'ours',
  'bound',
  'gap %',
  'seconds',
  'first s',
  'MB',
  'explain s',
  'suggest s',
  'replan ms',
  'first slot',
  '×',
  'finder',
  '×',
  'deputies',
  '×',
  'greedy',
  '×',
];

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(11)).join('');
}

test.each([
  [15, 15, 1, 5],
  [15, 30, undefined, 10],
  [15, 60, undefined, 10],
  [40, 60, 3, 15],
])(
  '%i networks × 6 × %i academies: beyond the yardsticks, and near the bound',
  (networks, schools, mostGap, seconds) => {
    const ours = run('ours', networks, schools);
    const others = ['first', 'finder', 'deputies', 'greedy'].map((way) => run(way, networks, schools).represented);
    const ratios = others.map((other) => ours.represented / other);
    const gap = (100 * ((ours.bound ?? 0) - ours.represented)) / (ours.bound ?? 1);
    lines.push(
      row([
        `${networks}×6×${schools}`,
        ours.places,
        ours.represented,
        ours.bound ?? '–',
        gap.toFixed(2),
        ours.seconds.toFixed(1),
        ours.firstSeconds?.toFixed(2) ?? '–',
        ours.megabytes,
        ours.explainSeconds?.toFixed(2) ?? '–',
        ours.suggestSeconds?.toFixed(2) ?? '–',
        ours.replanMilliseconds?.toFixed(0) ?? '–',
        ...others.flatMap((other, at) => [other, (ratios[at] ?? 0).toFixed(3)]),
      ]),
    );
    const { travel } = ours;
    const beside = [travel?.ours, travel?.central, travel?.random].map((one) => one?.toFixed(1) ?? '–');
    hostLines.push(
      `${networks}×6×${schools}: ours ${beside[0]}, always the most central ${beside[1]}, random rotation ${beside[2]}`,
    );
    const [first = 0, finder = 0, deputies = 0, greedy = 0] = ratios;
    expect(first).toBeGreaterThanOrEqual(2);
    expect(finder).toBeGreaterThanOrEqual(1.2);
    expect(deputies).toBeGreaterThanOrEqual(1.05);
    expect(greedy).toBeGreaterThanOrEqual(1);
    // What is near the bound is nearer still to the best that there is.
    if (mostGap !== undefined) expect(gap).toBeLessThanOrEqual(mostGap);
    expect(ours.seconds).toBeLessThanOrEqual(seconds);
    expect(ours.firstSeconds).toBeLessThan(1);
    expect(ours.megabytes).toBeLessThanOrEqual(300);
    expect(ours.replanMilliseconds).toBeLessThan(300);
    expect(ours.explainSeconds).toBeLessThan(2);
    expect(ours.suggestSeconds).toBeLessThan(2);
    expect(travel?.ours).toBeLessThan(travel?.random ?? 0);
  },
  120_000,
);
