import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Tokens } from '../api/call-method.ts';
import type { SocketMode } from '../delivery/socket-mode.ts';
import type { Team } from '../team/team.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { apiRoute } from './api-route.ts';
import { download, personsUpload, upload } from './file-routes.ts';
import type { Journal } from './journal.ts';
import { pageAction } from './page-actions.ts';
import type { PageLive } from './page-live.ts';
import { pageRead } from './page-reads.ts';
import { mostBytes, readBody } from './read-body.ts';
import { type Reply, sentence, write } from './reply.ts';
import { responseRoute } from './response-route.ts';
import { isFromHere } from './same-origin.ts';
import { staticPage } from './static-page.ts';
import { workshopAction, workshopRead } from './workshop-routes.ts';

export interface Served {
  readonly team: Team;
  readonly tokens: Tokens;
  readonly journal: Journal;
  readonly live: PageLive;
  readonly workshop: Workshop;
  /** Unset when the app is reached over HTTP. */
  readonly sockets: SocketMode | undefined;
  readonly pageDir: string | undefined;
}

/** The one door of the workspace, on loopback only. */
export function newServer(served: Served): Server {
  const server = createServer((request, response) => {
    answer(served, request).then(
      (reply) => write(response, reply),
      (error: unknown) => {
        if (request.destroyed && !request.complete) return;
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        write(response, sentence('The workspace failed at this request; its log says why.', 500));
      },
    );
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const { pathname } = addressOf(request);
    if (!isFromHere(request)) turnAway(stream, '403 Forbidden');
    else if (pathname === '/page/live') served.live.accept(request, stream, head);
    else if (pathname === '/link/' && served.sockets) served.sockets.accept(request, stream, head);
    else turnAway(stream, '404 Not Found');
  });
  return server;
}

/** @throws Error with one sentence when the port cannot be had */
export async function listen(server: Server, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNotListening(error, port))),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address) return address;
  throw new Error('The workspace listens on no port.');
}

async function answer(served: Served, request: IncomingMessage): Promise<Reply> {
  const url = addressOf(request);
  if (!isFromHere(request))
    return sentence('This workspace answers only its own page and local programs.', 403);
  const body = await readBody(request);
  if (!body) return sentence(`A request can carry ${mostBytes} bytes; this one has more.`, 413);
  if (request.method === 'POST') return answerPost(served, request, url, body);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sentence('Only GET and POST work here.', 405);
  if (url.pathname.startsWith('/page/'))
    return workshopRead(served.workshop, url) ?? pageRead(served.team, url);
  if (url.pathname.startsWith('/files/')) return download(served.team, url.pathname);
  if (url.pathname.startsWith('/api/')) return sentence('Call Web API methods with POST.', 405);
  return staticPage(served.pageDir, url.pathname);
}

async function answerPost(
  served: Served,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Reply> {
  const contentType = request.headers['content-type'] ?? '';
  const { team } = served;
  const { pathname } = url;
  if (pathname.startsWith('/api/'))
    return apiRoute(served, pathname.slice('/api/'.length), {
      contentType,
      authorization: request.headers.authorization ?? '',
      body,
    });
  if (pathname.startsWith('/respond/'))
    return responseRoute(served.workshop, pathname, contentType, body);
  if (pathname.startsWith('/upload/')) return upload(team, pathname, contentType, body);
  if (pathname === '/page/upload') return personsUpload(team, url.searchParams, body);
  if (!contentType.startsWith('application/json'))
    return sentence('Send JSON with the content type application/json.', 415);
  return (
    (await workshopAction(served.workshop, pathname, body)) ?? pageAction(team, pathname, body)
  );
}

function addressOf(request: IncomingMessage): URL {
  return new URL(
    URL.canParse(request.url ?? '', 'http://localhost') ? (request.url ?? '') : '/',
    'http://localhost',
  );
}

function turnAway(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

function whyNotListening(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program; stop it or choose another port.`;
  if (error.code === 'EACCES') return `Port ${port} needs more rights; choose one above 1023.`;
  return `The workspace cannot listen on port ${port}: ${error.message}`;
}
