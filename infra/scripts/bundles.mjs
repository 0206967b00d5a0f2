import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inProject } from './project.mjs';

const browser = {
  platform: 'browser',
  target: ['es2022'],
  minify: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
};
const node = { platform: 'node', target: ['node20'], format: 'cjs' };
const local = { ...node, packages: 'external', outdir: 'dist/local' };

/** Every bundle: where it begins, what esbuild is told. `entries` are output name → source. */
export function bundles() {
  return [
    {
      name: 'functions',
      entries: { app: 'functions/app.ts' },
      // The worker supplies @azure/functions-core itself; bundled, nothing would be registered.
      options: {
        ...node,
        minify: true,
        external: ['@azure/functions-core', './later'],
        // import('./later') becomes a require, which finds later.js beside it without its extension.
        supported: { 'dynamic-import': false },
        outdir: 'dist/functions',
      },
    },
    {
      name: 'functions-later',
      entries: { later: 'functions/later.ts' },
      options: { ...node, minify: true, external: ['@azure/functions-core'], outdir: 'dist/functions' },
    },
    {
      name: 'functions-proof',
      entries: { 'proof-worker': 'functions/triads/proof-worker.ts' },
      options: {
        ...node,
        minify: true,
        // As a CommonJS file it finds its wasm beside itself.
        alias: { highs: './node_modules/highs/build/highs.js' },
        outdir: 'dist/functions',
      },
      copies: { 'dist/functions/highs.wasm': 'node_modules/highs/build/highs.wasm' },
    },
    {
      name: 'panel',
      entries: { panel: 'addin/panel.tsx' },
      options: { ...browser, format: 'esm', splitting: true, chunkNames: '[name]-[hash]', outdir: 'dist/panel' },
      keepMetafile: true,
    },
    {
      name: 'redirect',
      entries: { redirect: 'addin/redirect.ts' },
      options: { ...browser, format: 'iife', outdir: 'dist/panel' },
    },
    {
      name: 'plan-worker',
      entries: { 'plan-worker': 'addin/plan-worker.ts' },
      options: { ...browser, format: 'iife', outdir: 'dist/panel' },
    },
    {
      name: 'triad-worker',
      entries: { 'triad-worker': 'addin/triad-worker.ts' },
      options: { ...browser, format: 'iife', outdir: 'dist/panel' },
    },
    ...localProcesses(),
    {
      name: 'workbench-pages',
      entries: workbenchPages(),
      options: { ...browser, format: 'esm', splitting: true, chunkNames: '[name]-[hash]', outdir: 'dist/workbench' },
    },
    {
      name: 'workbench-office',
      entries: { office: 'infra/local/workbench/office/office.ts' },
      options: { ...browser, format: 'iife', outdir: 'dist/workbench' },
    },
    {
      name: 'cli',
      entries: {
        'our-academies': 'infra/cli/main.ts',
        'triads-worker': 'infra/cli/triads/worker.ts',
        'meetings-worker': 'infra/cli/meetings/worker.ts',
      },
      options: { ...node, packages: 'external', outdir: 'dist/cli' },
    },
  ];
}

/** Each for itself: what breaks in one leaves the others as they were. */
function localProcesses() {
  const entries = {
    tenant: 'infra/local/tenant/main.ts',
    'functions-host': 'infra/local/host/main.ts',
    supervisor: 'infra/local/supervisor/main.ts',
    'end-with-parent': 'infra/local/supervisor/end-with-parent.ts',
    workbench: 'infra/local/workbench/main.ts',
    reference: 'infra/reference/main.ts',
  };
  return Object.entries(entries).map(([name, source]) => ({ name, entries: { [name]: source }, options: local }));
}

function workbenchPages() {
  const folder = 'infra/local/workbench/client';
  const pages = readdirSync(inProject(folder)).filter((file) => file.endsWith('.tsx'));
  return Object.fromEntries(pages.map((file) => [basename(file, '.tsx'), `${folder}/${file}`]));
}
