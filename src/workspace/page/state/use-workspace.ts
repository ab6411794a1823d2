import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { MessagePage, PageNews } from '../../page-api.ts';
import { listenLive } from '../server/live.ts';
import type { Requests } from '../server/requests.ts';
import {
  type Change,
  isReply,
  type Place,
  threadKey,
  type Workspace,
  workspaceAfter,
} from './workspace.ts';

export interface LiveWorkspace {
  readonly workspace: Workspace;
  /** False from the moment the live connection is lost until everything was fetched again. */
  readonly live: boolean;
  change(change: Change): void;
  older(): void;
}

/** Joins the pure workspace to the server: fetches what is looked at, and follows the news. */
export function useWorkspace(first: Workspace, requests: Requests): LiveWorkspace {
  const [workspace, change] = useReducer(workspaceAfter, first);
  const [live, setLive] = useState(true);
  const now = useRef(workspace);
  now.current = workspace;
  const fetching = useRef(new Set<string>());

  /** Fetches once at a time per key. A failure needs no message: the banner shows it, and it is tried again. */
  async function fetchInto(
    key: string,
    fetch: () => Promise<MessagePage>,
    put: (got: MessagePage) => Change,
  ) {
    if (fetching.current.has(key)) return;
    fetching.current.add(key);
    try {
      change(put(await fetch()));
    } catch {
      setLive(false);
    } finally {
      fetching.current.delete(key);
    }
  }

  function newest(channel: string): void {
    void fetchInto(
      channel,
      () => requests.messages(channel),
      (got) => ({ type: 'fetched-newest', channel, got }),
    );
  }
  function thread(channel: string, ts: string): void {
    void fetchInto(
      threadKey(channel, ts),
      () => requests.thread(channel, ts),
      (got) => ({ type: 'fetched-thread', channel, ts, got }),
    );
  }
  function look({ channel, thread: ts }: Place): void {
    if (channel !== '') newest(channel);
    if (ts !== null) thread(channel, ts);
  }

  async function catchUp(): Promise<void> {
    try {
      change({ type: 'fetched-state', page: await requests.state() });
      setLive(true);
      look(now.current.place);
    } catch {
      setLive(false);
    }
  }

  function onNews(news: PageNews): void {
    change({ type: 'news', news });
    if (news.type !== 'message' || !isReply(news.message)) return;
    const { channel, threadTs = '' } = news.message;
    if (now.current.threads[threadKey(channel, threadTs)] === undefined) thread(channel, threadTs);
  }

  useEffect(
    () =>
      listenLive(first.page.me, {
        onNews,
        onOpen: () => void catchUp(),
        onLost: () => setLive(false),
      }),
    [],
  );

  const { place } = workspace;
  useEffect(() => look(place), [place.channel, place.thread]);
  useEffect(() => {
    const isBot = now.current.page.channels.find(({ id }) => id === place.channel)?.kind === 'im';
    if (isBot) void requests.post('/page/home-opened', { tab: place.tab });
  }, [place.channel, place.tab]);

  function older(): void {
    const { channel } = now.current.place;
    const oldest = now.current.channels[channel]?.messages[0];
    if (oldest === undefined) return;
    void fetchInto(
      `${channel} before`,
      () => requests.messages(channel, oldest.ts),
      (got) => ({ type: 'fetched-older', channel, got }),
    );
  }

  return { workspace, live, change, older };
}
