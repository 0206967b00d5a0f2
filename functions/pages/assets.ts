import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

type Encoding = 'br' | 'gzip' | 'identity';

interface Asset {
  readonly tag: string;
  readonly type: string;
  encoded(encoding: Encoding): Promise<Uint8Array>;
}

export type ServeAsset = (name: string, http: HttpRequest) => Promise<HttpResponseInit>;

/** The panel's files, beside the bundle. Each is read and packed once, when it is first asked for. */
export function assetsIn(folder: string): ServeAsset {
  const shelf = new Map<string, Promise<Asset | undefined>>();
  return async (name, http) => {
    // A plain file name only: no folder, nothing hidden, so no way out of this one.
    if (!/^[\w-]+(\.[\w-]+)+$/.test(name) || types[path.extname(name)] === undefined) return notThere();
    const asset = await (shelf.get(name) ?? keep(shelf, name, readAsset(path.join(folder, name))));
    return asset === undefined ? notThere() : answerAsset(name, asset, http);
  };
}

/** Only files that exist are remembered, so that made-up names do not fill the memory. */
function keep(shelf: Map<string, Promise<Asset | undefined>>, name: string, reading: Promise<Asset | undefined>) {
  shelf.set(name, reading);
  reading.then(
    (asset) => asset ?? shelf.delete(name),
    () => shelf.delete(name),
  );
  return reading;
}

async function readAsset(file: string): Promise<Asset | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const packed = new Map<Encoding, Promise<Uint8Array>>();
  return {
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    type: types[path.extname(file)] as string,
    encoded(encoding) {
      const found = packed.get(encoding) ?? pack(bytes, encoding);
      packed.set(encoding, found);
      return found;
    },
  };
}

async function pack(bytes: Buffer, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return encoding === 'gzip' ? promisify(gzip)(bytes, { level: 9 }) : bytes;
}

async function answerAsset(name: string, asset: Asset, http: HttpRequest): Promise<HttpResponseInit> {
  const headers = {
    // Parts of the panel carry the hash of their content in their name; the others are asked for again each time.
    'Cache-Control': /-[A-Z0-9]{8}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: asset.tag,
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
  if (http.headers.get('if-none-match') === asset.tag) return { status: 304, headers };
  const encoding = encodingFor(asset.type, http.headers.get('accept-encoding') ?? '');
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': asset.type,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
    body: await asset.encoded(encoding),
  };
}

function encodingFor(type: string, accepted: string): Encoding {
  if (!/javascript|css|svg/.test(type)) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : 'identity';
}

function notThere(): HttpResponseInit {
  return {
    status: 404,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    body: 'There is no such file.',
  };
}
