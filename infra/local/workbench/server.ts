import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type LocalClock, ownClock } from '../moved-clock';
import { clockApp } from './clock/clock-app';
import { createMover } from './clock/mover';
import { otherClocks } from './clock/others';
import { withAcademyNames } from './departments';
import { type Graph, GraphRefusal, openGraph } from './graph';
import { libraryDocuments } from './library';
import { toEvent, toEvents, toMail, toMails } from './outlook-codec';
import { clockLine, page } from './page';
import type { WorkbenchEndpoints } from './settings';
import type { Start } from './shapes';

export interface WorkbenchOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly endpoints: WorkbenchEndpoints;
  /** The folder of the built pages. */
  readonly assets: string;
  readonly clock?: LocalClock;
}

export interface Workbench {
  readonly url: string;
  stop(): Promise<void>;
}

/** A page that looks enough like Outlook and Word to host the panel. On loopback only; part of no product bundle. */
export async function startWorkbench({ port, endpoints, assets, clock }: WorkbenchOptions): Promise<Workbench> {
  const app = workbenchApp(endpoints, openGraph(endpoints), assets, clock);
  const server = await listening(app, port);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
    server.on('error', reject);
  });
}

export function workbenchApp(
  endpoints: WorkbenchEndpoints,
  graph: Graph,
  assets: string,
  clock: LocalClock = ownClock(),
): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(page(clock.setting())));
  app.route('/api/clock', clockApp(clock, createMover(clock, otherClocks(endpoints))));
  // In the panel's frame it comes before the panel's own scripts, so that these find the moved clock.
  app.get('/office.js', (context) => asset(context, assets, 'office.js', clockLine(clock.setting())));
  addOutlook(app, endpoints, graph);
  addLibrary(app, endpoints, graph);
  app.get('/api/start', async (context) => {
    const start: Start = { panelOrigin: endpoints.functions, people: await withAcademyNames(endpoints.people, graph) };
    return context.json(start);
  });
  app.get('/:file{[A-Za-z0-9-]+\\.(js|css)}', (context) => asset(context, assets, context.req.param('file')));
  app.onError((error, context) => {
    if (!(error instanceof GraphRefusal)) throw error;
    return context.json({ sentence: `Microsoft 365 answered ${error.status}.`, answer: error.message }, 502);
  });
  return app;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css' };

function asset(context: Context, folder: string, file: string, before = ''): Response {
  try {
    const text = Buffer.concat([Buffer.from(before), readFileSync(join(folder, file))]);
    return context.body(new Uint8Array(text), 200, { 'content-type': types[extname(file)] ?? 'text/plain' });
  } catch {
    return context.text(`${file} is not built.`, 404);
  }
}

const eventFields = 'id,subject,start,end,isAllDay,isCancelled,isOrganizer,showAs,sensitivity,location,responseStatus';
const answers = z.object({ answer: z.enum(['accept', 'tentativelyAccept', 'decline']) });

function addOutlook(app: Hono, endpoints: WorkbenchEndpoints, graph: Graph): void {
  const mailbox = (context: Context) => {
    const id = context.req.param('person') ?? '';
    if (!endpoints.people.some((person) => person.id === id)) throw new GraphRefusal(404, 'Nobody has this id.');
    return `/users/${id}`;
  };
  const one = (context: Context) => encodeURIComponent(context.req.param('id') ?? '');

  app.get('/api/people/:person/calendar', async (context) => {
    const span = new URLSearchParams({
      startDateTime: context.req.query('from') ?? '',
      endDateTime: context.req.query('until') ?? '',
      $select: eventFields,
      $orderby: 'start/dateTime',
      $top: '999',
    });
    return context.json(toEvents(await graph.get(`${mailbox(context)}/calendarView?${span}`)));
  });
  app.get('/api/people/:person/events/:id', async (context) =>
    context.json(toEvent(await graph.get(`${mailbox(context)}/events/${one(context)}`))),
  );
  app.post('/api/people/:person/events/:id/answer', async (context) => {
    const { answer } = z.parse(answers, await context.req.json());
    await graph.post(`${mailbox(context)}/events/${one(context)}/${answer}`, { sendResponse: true });
    return context.json({});
  });
  app.delete('/api/people/:person/events/:id', async (context) => {
    await graph.remove(`${mailbox(context)}/events/${one(context)}`);
    return context.json({});
  });
  app.get('/api/people/:person/mail', async (context) =>
    context.json(
      toMails(
        await graph.get(
          `${mailbox(context)}/mailFolders/inbox/messages?$top=50&$orderby=${encodeURIComponent('receivedDateTime desc')}`,
        ),
      ),
    ),
  );
  app.get('/api/people/:person/mail/:id', async (context) =>
    context.json(toMail(await graph.get(`${mailbox(context)}/messages/${one(context)}`))),
  );
}

function addLibrary(app: Hono, { libraryDriveId }: WorkbenchEndpoints, graph: Graph): void {
  app.get('/api/documents', async (context) => context.json(await libraryDocuments(graph, libraryDriveId)));
  app.get('/api/documents/:id/content', async (context) => {
    const id = encodeURIComponent(context.req.param('id'));
    const content = await graph.download(`/drives/${libraryDriveId}/items/${id}/content`);
    return context.body(content, 200, { 'content-type': 'application/octet-stream' });
  });
}
