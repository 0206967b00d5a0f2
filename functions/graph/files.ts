import * as z from 'zod/mini';
import { ok, type Result, refuse } from '../../shared/result';
import type { FileFacts, Files, FolderFacts } from '../ports';
import { type Graph, type GraphCall, placeOfSite } from './call';
import { GraphFault } from './fault';
import type { Sites } from './list-address';
import { allOf } from './pages';

const templatesFolder = 'Templates';
const documentsFolder = 'Documents';
const meetingsFolder = 'Meetings';
const largestFile = 10 * 1024 * 1024;
const selected = '$select=id,name,size,lastModifiedDateTime,webUrl,file,folder,parentReference';

const driveItem = z.object({
  id: z.string(),
  name: z.string(),
  size: z.optional(z.number()),
  lastModifiedDateTime: z.optional(z.string()),
  webUrl: z.optional(z.string()),
  file: z.optional(z.unknown()),
  folder: z.optional(z.unknown()),
  parentReference: z.optional(z.object({ path: z.optional(z.string()) })),
});

type DriveItem = z.infer<typeof driveItem>;

interface Drive {
  readonly path: string;
  readonly place: string;
}

/** Templates lie in the trust's library; what is filled from an objective lies behind the wall. */
export function openFiles(graph: Graph, sites: Sites, libraryDriveId: string): Files {
  const library: Drive = { path: `/drives/${encodeURIComponent(libraryDriveId)}`, place: placeOfSite(sites.trust) };
  let found: Promise<Drive> | undefined;
  const confidential = (): Promise<Drive> => {
    found ??= driveOfSite(graph, sites.confidential).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    templates: () => listTemplates(graph, library),
    async readTemplate(id) {
      const found = await findFile(graph, library, id, (folder) => folder === templatesFolder);
      return found.ok ? readContent(graph, library, found.value) : found;
    },
    meetingFiles: (folder) => listMeetingFiles(graph, library, folder),
    saveDocument: async (about, name, content) =>
      saveFile(graph, await confidential(), [documentsFolder, about, name], content),
    async readDocument(id) {
      const drive = await confidential();
      const document = await findFile(graph, drive, id, (folder) => aboutOf(folder) !== undefined);
      if (!document.ok) return document;
      const read = await readContent(graph, drive, document.value);
      return read.ok ? ok({ ...read.value, about: aboutOf(folderOf(document.value)) ?? '' }) : read;
    },
  };
}

/** The library of the confidential site needs no setting: it is the site's own. */
async function driveOfSite(graph: Graph, site: string): Promise<Drive> {
  const place = placeOfSite(site);
  const { body } = await graph.ask({
    method: 'GET',
    path: `/sites/${site}/drive?$select=id`,
    needs: 'read files',
    place,
  });
  return { path: `/drives/${encodeURIComponent(z.parse(z.object({ id: z.string() }), body).id)}`, place };
}

function readCall({ path, place }: Drive, rest: string): GraphCall {
  return { method: 'GET', path: `${path}${rest}`, needs: 'read files', place };
}

async function listTemplates(graph: Graph, library: Drive): Promise<readonly FileFacts[]> {
  const all = await childrenAt(graph, library, `/root:/${templatesFolder}:`);
  return all.filter(({ file, name }) => file !== undefined && /\.docx$/i.test(name)).map(factsOf);
}

function factsOf({ id, name, size = 0, lastModifiedDateTime = '' }: DriveItem): FileFacts {
  return { id, name, changedAt: lastModifiedDateTime, bytes: size };
}

/** Only what lies in the folder for meetings: the app reads with rights of its own, which are wider than people's. */
async function listMeetingFiles(
  graph: Graph,
  library: Drive,
  folder: string | undefined,
): Promise<Result<FolderFacts>> {
  const found =
    folder === undefined
      ? undefined
      : await findItem(
          graph,
          library,
          folder,
          (item) => item.folder !== undefined && /^Meetings(\/|$)/.test(folderOf(item)),
        );
  if (found?.ok === false) return refuse('not-found', 'This folder is not there any more. Go back and choose another.');
  const at = found === undefined ? `/root:/${meetingsFolder}:` : `/items/${encodeURIComponent(found.value.id)}`;
  const all = await childrenAt(graph, library, at);
  return ok({
    folders: all.filter((one) => one.folder !== undefined).map(({ id, name }) => ({ id, name })),
    files: all
      .filter(({ file, webUrl }) => file !== undefined && webUrl !== undefined)
      .map((one) => ({ ...factsOf(one), link: one.webUrl ?? '' })),
  });
}

/** A folder that is not there has nothing in it. https://learn.microsoft.com/graph/api/driveitem-list-children */
async function childrenAt(graph: Graph, library: Drive, at: string): Promise<readonly DriveItem[]> {
  try {
    const all = await allOf(graph, readCall(library, `${at}/children?${selected}&$top=200`));
    return all.map((one) => z.parse(driveItem, one));
  } catch (error) {
    if (error instanceof GraphFault && error.status === 404) return [];
    throw error;
  }
}

/** A file by its id, if it lies in such a folder: an id is given by the panel, and other files are none of its business. */
function findFile(
  graph: Graph,
  drive: Drive,
  id: string,
  lies: (folder: string) => boolean,
): Promise<Result<DriveItem>> {
  return findItem(graph, drive, id, (item) => item.file !== undefined && lies(folderOf(item)));
}

async function findItem(
  graph: Graph,
  drive: Drive,
  id: string,
  isMeant: (item: DriveItem) => boolean,
): Promise<Result<DriveItem>> {
  try {
    const { body } = await graph.ask(readCall(drive, `/items/${encodeURIComponent(id)}?${selected}`));
    const item = z.parse(driveItem, body);
    if (isMeant(item)) return ok(item);
  } catch (error) {
    if (!(error instanceof GraphFault) || (error.status !== 404 && error.status !== 400)) throw error;
  }
  return refuse('not-found', 'This file is not there any more. Choose another one.');
}

/** `/drives/{id}/root:/Documents/objective-1` → `Documents/objective-1` */
function folderOf({ parentReference }: DriveItem): string {
  const path = parentReference?.path ?? '';
  const start = path.indexOf('root:');
  return start < 0 ? '' : decodeURIComponent(path.slice(start + 'root:'.length).replace(/^\//, ''));
}

function aboutOf(folder: string): string | undefined {
  return /^Documents\/([^/]+)$/.exec(folder)?.[1];
}

async function readContent(
  graph: Graph,
  drive: Drive,
  { id, name, size = 0 }: DriveItem,
): Promise<Result<{ readonly name: string; readonly content: Uint8Array }>> {
  if (size > largestFile) return refuse('too-large', `"${name}" is larger than 10 MB. Make it smaller.`);
  return ok({ name, content: await graph.download(readCall(drive, `/items/${encodeURIComponent(id)}/content`)) });
}

/** https://learn.microsoft.com/graph/api/driveitem-put-content */
async function saveFile(
  graph: Graph,
  { path, place }: Drive,
  parts: readonly string[],
  content: Uint8Array,
): Promise<{ readonly id: string; readonly name: string }> {
  const address = parts.map((part) => encodeURIComponent(fileName(part))).join('/');
  const { body } = await graph.ask({
    method: 'PUT',
    path: `${path}/root:/${address}:/content?@microsoft.graph.conflictBehavior=rename`,
    needs: 'write files',
    place,
    headers: { 'Content-Type': 'application/octet-stream' },
    // The Graph client would send the whole memory behind a view; a Buffer of its own it sends as it is.
    body: Buffer.from(content),
  });
  const { id, name } = z.parse(driveItem, body);
  return { id, name };
}

/** SharePoint takes none of these in a name, nor a dot or space at its end. */
function fileName(name: string): string {
  const clean = name.replaceAll(/["*:<>?/\\|#%\p{Cc}]/gu, ' ').replaceAll(/\s+/g, ' ');
  return (
    clean
      .trim()
      .replace(/^~+/, '')
      .replace(/[. ]+$/, '')
      .slice(0, 120) || 'Document'
  );
}
