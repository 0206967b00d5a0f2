import * as z from 'zod/mini';
import type { Graph } from './graph';
import type { LibraryDocument } from './shapes';

const driveItems = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      size: z.optional(z.number()),
      webUrl: z.optional(z.string()),
      lastModifiedDateTime: z.optional(z.string()),
      folder: z.optional(z.unknown()),
    }),
  ),
});

/** All .docx files of the trust's library, folder by folder. */
export async function libraryDocuments(graph: Graph, driveId: string): Promise<readonly LibraryDocument[]> {
  const found: LibraryDocument[] = [];
  const folders = [{ path: `/drives/${driveId}/root/children`, name: '' }];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const { value } = z.parse(driveItems, await graph.get(folder.path));
    for (const item of value) {
      const within = folder.name === '' ? item.name : `${folder.name}/${item.name}`;
      if (item.folder !== undefined)
        folders.push({ path: `/drives/${driveId}/items/${item.id}/children`, name: within });
      else if (item.name.toLowerCase().endsWith('.docx')) found.push(documentOf(item, folder.name));
    }
  }
  return found;
}

function documentOf(item: z.infer<typeof driveItems>['value'][number], folder: string): LibraryDocument {
  return {
    id: item.id,
    name: item.name,
    folder,
    changed: item.lastModifiedDateTime ?? '',
    bytes: item.size ?? 0,
    address: item.webUrl ?? `${folder}/${item.name}`,
  };
}
