import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { PageNews } from '../../page-api.ts';
import { listenLive } from '../server/live.ts';
import type { Requests } from '../server/requests.ts';
import { type Change, workspaceAfter } from './workspace.ts';
import { isReply, type Place, threadKey, type Workspace } from './workspace-model.ts';

export interface LiveWorkspace {
  readonly workspace: Workspace;
  /** False while the live connection is lost, or the last fetch failed. */
  readonly live: boolean;
  change(change: Change): void;
  older(): void;
}

const RETRY_MS = 2_000;

/** Joins the pure workspace to the server: fetches what is looked at, and follows the news. */
export function useWorkspace(first: Workspace, requests: Requests): LiveWorkspace {
  const [workspace, change] = useReducer(workspaceAfter, first);
  const [live, setLive] = useState(true);
  const now = useRef(workspace);
  now.current = workspace;
  const fetching = useRef(new Set<string>());
  const connected = useRef(true);
  const meanwhile = useRef<PageNews[]>([]);

  /**
   * Fetches once at a time per key. News that came while the answer was under way are told again after
   * it, because the answer may be older. A failure shows in the banner and is tried again.
   */
  async function fetchInto<Got>(
    key: string,
    fetch: () => Promise<Got>,
    put: (got: Got) => Change,
  ): Promise<void> {
    if (fetching.current.has(key)) return;
    fetching.current.add(key);
    try {
      change(put(await fetch()));
      for (const news of meanwhile.current) change({ type: 'news', news });
      setLive(connected.current);
    } catch {
      setLive(false);
      window.setTimeout(() => void fetchInto(key, fetch, put), RETRY_MS);
    } finally {
      fetching.current.delete(key);
      if (fetching.current.size === 0) meanwhile.current = [];
    }
  }

  function newest(channel: string, reason: string): void {
    void fetchInto(
      `${channel} ${reason}`,
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
  /** A fetch for another reason is made even while one is under way: that one may have missed news. */
  function look({ channel, thread: ts }: Place, reason: 'place' | 'connection'): void {
    if (channel !== '') newest(channel, reason);
    if (ts !== null) thread(channel, ts);
  }

  /** The app hears that somebody looks at its Home or Messages tab. */
  function lookedAtApp({ channel, tab }: Place): void {
    const isBot = now.current.page.channels.find(({ id }) => id === channel)?.kind === 'im';
    if (isBot) void requests.post('/page/home-opened', { tab });
  }

  function catchUp(): void {
    connected.current = true;
    void fetchInto(
      'state',
      () => requests.state(),
      (page) => ({ type: 'fetched-state', page }),
    );
    look(now.current.place, 'connection');
  }

  function onNews(news: PageNews): void {
    change({ type: 'news', news });
    if (news.type === 'reset') {
      meanwhile.current = [];
      catchUp();
      lookedAtApp(now.current.place);
      return;
    }
    if (fetching.current.size > 0) meanwhile.current.push(news);
    if (news.type !== 'message' || !isReply(news.message)) return;
    const { channel, threadTs = '' } = news.message;
    if (now.current.threads[threadKey(channel, threadTs)] === undefined) thread(channel, threadTs);
  }

  useEffect(
    () =>
      listenLive(first.page.me, {
        onNews,
        onOpen: catchUp,
        onLost() {
          connected.current = false;
          setLive(false);
        },
      }),
    [],
  );

  const { place } = workspace;
  useEffect(() => look(place, 'place'), [place.channel, place.thread]);
  useEffect(() => lookedAtApp(place), [place.channel, place.tab]);

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
