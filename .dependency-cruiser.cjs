/** Who may know whom. Each message says where the code belongs instead. */
const product = '^(addin|functions|shared)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment:
        'shared/ imports itself and zod: no Node, no React, no Graph. Pass time, chance and the world in as arguments; code that needs Node belongs in functions/ or infra/.',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/', '^node_modules/temporal-polyfill/'] },
    },
    {
      name: 'temporal-stays-in-time',
      severity: 'error',
      comment: 'Only shared/time knows temporal-polyfill. Add what you need there, as a function with a plain name.',
      from: { path: '^(addin|functions|shared|infra)/', pathNot: '^shared/time/' },
      to: { path: '^node_modules/temporal-polyfill/' },
    },
    {
      name: 'zod-mini-only',
      severity: 'error',
      comment: "Write import * as z from 'zod/mini': the full zod would put 50 KB into the panel.",
      from: { path: product },
      to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/(mini|v4/mini|v4/core)/' },
    },
    {
      name: 'panel-knows-shared-alone',
      severity: 'error',
      comment:
        'addin → shared. The panel asks the API through addin/server.ts; what both sides need belongs in shared/.',
      from: { path: '^addin/' },
      to: { path: '^(functions|infra|tests)/' },
    },
    {
      name: 'functions-know-shared-alone',
      severity: 'error',
      comment: 'functions → shared. What both sides need belongs in shared/.',
      from: { path: '^functions/' },
      to: { path: '^(addin|infra|tests)/' },
    },
    {
      name: 'product-knows-no-stand-in',
      severity: 'error',
      comment: 'What runs in Azure and Office contains nothing of the local Microsoft 365 and nothing of the tests.',
      from: { path: product },
      to: { path: '^(infra|tests)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Builders and helpers of tests/ are for tests. Something of use elsewhere belongs in shared/ or infra/.',
      from: { path: '^(addin|functions|shared|infra)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'graph-stays-in-graph',
      severity: 'error',
      comment:
        'Triggers and the reconciler take ports (functions/ports.ts). Only functions/app.ts and later.ts, its second half, plug in functions/graph.',
      from: { path: '^functions/', pathNot: ['^functions/graph/', '^functions/(app|later)\\.ts$'] },
      to: { path: '^functions/graph/' },
    },
    {
      name: 'graph-client-stays-in-graph',
      severity: 'error',
      comment: "Microsoft's Graph packages are known in functions/graph alone. Ask through a port.",
      from: { path: '^(addin|functions|shared|infra)/', pathNot: '^functions/graph/' },
      to: { path: '^node_modules/@microsoft/microsoft-graph-(client|types)/' },
    },
    {
      name: 'functions-model-stays-at-the-door',
      severity: 'error',
      comment: 'Graph, reconciler and Word know nothing of Azure Functions: they get plain values from a trigger.',
      from: { path: '^functions/(graph|reconcile|word|identity)/' },
      to: { path: '^node_modules/@azure/functions/' },
    },
    {
      name: 'tenant-reads-graph-by-itself',
      severity: 'error',
      comment:
        'The embedded tenant is an independent reading of Microsoft 365: a mistake in our codec must not cancel itself out. Write it again from the documentation.',
      from: { path: '^infra/local/tenant/' },
      to: { path: '^(addin|functions|shared|tests|infra/(?!local/(tenant/|(moved|process)-clock\\.ts$)))' },
    },
    {
      name: 'host-knows-no-product',
      severity: 'error',
      comment: 'The functions host runs the built bundle as Azure does, and knows nothing of what is in it.',
      from: { path: '^infra/local/host/' },
      to: { path: '^(addin|functions|shared)/' },
    },
    {
      name: 'one-record-never-imports-another',
      severity: 'error',
      comment:
        'A kind names another by its name (references, access). What two kinds share belongs beside them in shared/.',
      from: { path: '^shared/records/([^/]+)\\.ts$', pathNot: '^shared/records/(index|outlook-event)\\.ts$' },
      to: { path: '^shared/records/', pathNot: ['^shared/records/outlook-event\\.ts$', '^shared/records/$1\\.ts$'] },
    },
    {
      name: 'fluent-stays-in-parts',
      severity: 'error',
      comment:
        'Only addin/parts draws with @fluentui. Screens and forms use our parts, which know their labels and keys.',
      from: { path: '^(addin|functions|shared)/', pathNot: '^addin/parts/' },
      to: { path: '^node_modules/@fluentui/' },
    },
    {
      name: 'launch-has-no-page',
      severity: 'error',
      comment: 'Event handlers run without a document in classic Outlook: no React, no screen, no form, no part.',
      from: { path: '^addin/launch/' },
      to: { path: ['^addin/(screens|form|parts)/', '^node_modules/(react|react-dom|@fluentui)/'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one, or share a third that knows neither.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file, and it begins nothing. Remove it, or plug it in.',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^tests/', '^infra/[^/]+\\.mjs$', '^infra/cli/[^/]+\\.mjs$', 'end-with-parent\\.ts$'],
      },
      to: {},
    },
    {
      name: 'packages-are-named',
      severity: 'error',
      comment: 'What is imported must stand in package.json, and for the product under dependencies.',
      from: { path: '^(addin|functions|shared|infra)/' },
      // A package of types alone has nothing to resolve.
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        pathNot: '^@microsoft/microsoft-graph-types$',
      },
    },
    {
      name: 'product-needs-dependencies',
      severity: 'error',
      comment: 'The product may not lean on a devDependency: move the package to dependencies, or do without.',
      from: { path: '^(functions|shared)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^infra/node-24/node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
