import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { HostCore } from './core/host-core';

const packageJson = z.looseObject({ main: z.string(), type: z.optional(z.enum(['commonjs', 'module'])) });

/** Loads what package.json calls `main`, as the worker would, and closes registration. */
export async function loadApp(core: HostCore, appDirectory: string): Promise<void> {
  const { main, type } = z.parse(packageJson, JSON.parse(readFileSync(join(appDirectory, 'package.json'), 'utf8')));
  const entry = join(appDirectory, main);
  const isModule = extname(entry) === '.mjs' || (extname(entry) === '.js' && type === 'module');
  if (isModule) await import(pathToFileURL(entry).href);
  else createRequire(join(appDirectory, 'package.json'))(entry);
  const capabilities = await core.finishStartUp(appDirectory);
  if (capabilities['HttpUri'] !== undefined)
    throw new Error('The app streams HTTP (app.setup({ enableHttpStream: true })). This host does not: turn it off.');
  if (core.functions.size === 0)
    throw new Error(`No functions found: ${main} ran, but registered none. See app.http, app.timer, app.storageQueue.`);
}
