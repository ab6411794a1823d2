import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageNews } from '../page-api.ts';
import type { News } from '../team/feed.ts';
import { pageMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';
import { openView } from '../team/views.ts';
import { canSee } from '../team/visibility.ts';

/** Pushes to every open tab what its person may see. */
export class PageLive {
  readonly #team: Team;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #tabs = new Map<WebSocket, string>();
  readonly #stopListening: () => void;

  constructor(team: Team) {
    this.#team = team;
    this.#stopListening = team.feed.listen((news) => this.#pass(news));
  }

  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const as = new URL(request.url ?? '/', 'http://localhost').searchParams.get('as') ?? '';
    if (!this.#team.people.human(as)) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      this.#tabs.set(socket, as);
      socket.on('close', () => this.#tabs.delete(socket));
      socket.on('error', () => socket.terminate());
    });
  }

  async close(): Promise<void> {
    this.#stopListening();
    for (const socket of this.#tabs.keys()) socket.terminate();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #pass(news: News): void {
    if (this.#tabs.size === 0) return;
    const shown = pageNews(this.#team, news);
    if (!shown) return;
    const frame = JSON.stringify(shown);
    for (const [socket, person] of this.#tabs)
      if (maySee(this.#team, person, news)) socket.send(frame);
  }
}

function maySee(team: Team, person: string, news: News): boolean {
  switch (news.type) {
    case 'message':
    case 'message_changed':
    case 'message_deleted':
      return canSee(team, person, news.message);
    case 'view_closed':
      return news.user === person;
    case 'view_opened':
    case 'view_updated':
    case 'home':
      return news.view.user === person;
    case 'agent':
      return team.channels.get(news.agent.channel)?.members.has(person) === true;
    case 'prompts':
      return team.channels.get(news.prompts.channel)?.members.has(person) === true;
    case 'deed':
    case 'step':
      return false;
    case 'reset':
    case 'bot':
      return true;
  }
}

/** @returns undefined for what only the workspace itself listens to */
function pageNews(team: Team, news: News): PageNews | undefined {
  switch (news.type) {
    case 'message':
    case 'message_changed':
      return {
        type: news.type,
        message: pageMessage(news.message, team.messages.replyCount(news.message)),
      };
    case 'message_deleted':
      return { type: news.type, channel: news.message.channel, ts: news.message.ts };
    case 'view_opened':
    case 'view_updated':
      return { type: news.type, view: openView(news.view) };
    case 'view_closed':
      return { type: news.type, viewId: news.viewId, all: news.all };
    case 'home':
      return { type: news.type, home: openView(news.view) };
    case 'deed':
    case 'step':
      return undefined;
    case 'agent':
    case 'prompts':
    case 'reset':
    case 'bot':
      return news;
  }
}
