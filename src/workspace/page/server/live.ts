import type { PageNews } from '../../page-api.ts';
import { News } from './answers.ts';

export interface LiveListener {
  onNews(news: PageNews): void;
  /** Called on the first connection and on every later one: what was missed has to be fetched. */
  onOpen(): void;
  onLost(): void;
}

const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 5_000;

function parsed(data: unknown): PageNews | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return News.parse(JSON.parse(data));
  } catch {
    // news of a kind this page does not know: the next state that is fetched contains its effect
    return undefined;
  }
}

/** Listens to the live WebSocket, connects again with growing pauses, and stops when told to. */
export function listenLive(as: string, listener: LiveListener): () => void {
  let socket: WebSocket | undefined;
  let timer: number | undefined;
  let pause = FIRST_PAUSE_MS;
  let stopped = false;

  function connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/page/live?as=${encodeURIComponent(as)}`);
    socket.onopen = () => {
      pause = FIRST_PAUSE_MS;
      listener.onOpen();
    };
    socket.onmessage = (event) => {
      const news = parsed(event.data);
      if (news) listener.onNews(news);
    };
    socket.onclose = () => {
      if (stopped) return;
      listener.onLost();
      timer = window.setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  }

  connect();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
