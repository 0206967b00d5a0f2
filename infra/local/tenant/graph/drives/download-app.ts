import { Hono } from 'hono';
import type { Tenant } from '../request';
import { type DriveItemRow, readContent } from './tree';

/** Where `@microsoft.graph.downloadUrl` points: no token, good for an hour. */
export function downloadApp({ store, downloads }: Tenant): Hono {
  return new Hono().get('/download/:name', (c) => {
    const item = downloads.itemOf(c.req.param('name'));
    const row = item === undefined ? undefined : store.get<DriveItemRow>('select * from drive_item where id = ?', item);
    if (!row) return c.text('This address is no longer good.', 404);
    c.header('Content-Type', row.mime);
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`);
    return c.body(new Uint8Array(readContent(store, row.id)));
  });
}
