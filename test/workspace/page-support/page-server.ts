import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Message, PageNews, PageState } from '../../../src/workspace/page-api.ts';

interface Received {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = Readonly<Record<string, unknown>>;

/** A workspace server of a few lines, whose answers the test decides. */
export interface PageServer {
  readonly url: string;
  /** All POSTs so far. */
  readonly received: readonly Received[];
  /** The messages it has, replies included. */
  messages: Message[];
  state: (as: string) => PageState;
  /** Answers to POSTs by path; `{ ok: true }` where there is none. */
  answers: Record<string, (body: Received['body']) => Answer | Promise<Answer>>;
  /** How many messages a page of the history has. */
  pageSize: number;
  news(news: PageNews): void;
  /** Cuts all live connections, and refuses new ones until told otherwise. */
  refuseLive(refuse: boolean): void;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function bodyOf(request: IncomingMessage): Promise<Received['body']> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

const isReply = ({ threadTs, ts }: Message): boolean => threadTs !== undefined && threadTs !== ts;

/** Serves the built page in `folder` and speaks the page's protocol, on a free loopback port. */
export async function pageServer(
  folder: string,
  state: (as: string) => PageState,
): Promise<PageServer> {
  const received: Received[] = [];
  const sockets = new Set<WebSocket>();
  let refusing = false;

  function history(query: URLSearchParams) {
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const all = own.messages.filter(
      (one) => one.channel === query.get('channel') && !isReply(one) && Number(one.ts) < before,
    );
    return { messages: all.slice(-own.pageSize), hasMore: all.length > own.pageSize };
  }

  function thread(query: URLSearchParams) {
    const ts = query.get('ts');
    const messages = own.messages.filter(
      (one) => one.channel === query.get('channel') && (one.ts === ts || one.threadTs === ts),
    );
    return { messages, hasMore: false };
  }

  async function file(path: string, response: ServerResponse): Promise<void> {
    const name = path === '/' ? 'index.html' : normalize(path).replace(/^[/.]+/, '');
    try {
      const content = await readFile(join(folder, name));
      response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    const send = (answer: unknown) => response.end(JSON.stringify(answer));
    if (request.method === 'POST') {
      const body = await bodyOf(request);
      received.push({ path: pathname, body });
      send(await (own.answers[pathname]?.(body) ?? { ok: true }));
    } else if (pathname === '/page/state') send(own.state(searchParams.get('as') ?? ''));
    else if (pathname === '/page/messages') send(history(searchParams));
    else if (pathname === '/page/thread') send(thread(searchParams));
    else await file(pathname, response);
  }

  const http = createServer((request, response) => void respond(request, response));
  const live = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    if (refusing) {
      socket.destroy();
      return;
    }
    live.handleUpgrade(request, socket, head, (connection) => {
      sockets.add(connection);
      connection.on('close', () => sockets.delete(connection));
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const own: PageServer = {
    url: `http://127.0.0.1:${port}`,
    received,
    messages: [],
    state,
    answers: {},
    pageSize: 200,
    news(news) {
      if (news.type === 'message') own.messages.push(news.message);
      for (const socket of sockets) socket.send(JSON.stringify(news));
    },
    refuseLive(refuse) {
      refusing = refuse;
      if (refuse) for (const socket of sockets) socket.terminate();
    },
    async stop() {
      for (const socket of sockets) socket.terminate();
      http.closeAllConnections();
      await new Promise((stopped) => http.close(stopped));
    },
  };
  return own;
}
