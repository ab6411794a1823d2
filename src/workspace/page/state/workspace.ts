import type { Message, MessagePage, OpenView, PageNews, PageState } from '../../page-api.ts';
import {
  type Conversation,
  withChanged,
  withMessage,
  withNewest,
  withOlder,
  withoutMessage,
} from './conversation.ts';

export type Tab = 'home' | 'messages';

/** What the person looks at: a channel, which tab of it (DM with the bot), and perhaps a thread. */
export interface Place {
  readonly channel: string;
  readonly tab: Tab;
  readonly thread: string | null;
}

/** Everything the page knows. Changed only by `workspaceAfter`. */
export interface Workspace {
  readonly page: PageState;
  readonly place: Place;
  readonly channels: Readonly<Record<string, Conversation>>;
  /** By `threadKey`; first message included. */
  readonly threads: Readonly<Record<string, Conversation>>;
  readonly unread: readonly string[];
  /** Modals, the topmost last. */
  readonly views: readonly OpenView[];
}

export type Change =
  | { readonly type: 'news'; readonly news: PageNews }
  | { readonly type: 'fetched-state'; readonly page: PageState }
  | { readonly type: 'went'; readonly place: Place }
  | {
      readonly type: 'fetched-newest' | 'fetched-older';
      readonly channel: string;
      readonly got: MessagePage;
    }
  | {
      readonly type: 'fetched-thread';
      readonly channel: string;
      readonly ts: string;
      readonly got: MessagePage;
    }
  | { readonly type: 'closed-view'; readonly viewId: string };

export const threadKey = (channel: string, ts: string): string => `${channel}/${ts}`;

/** A reply belongs to a thread and is not that thread's first message. */
export const isReply = ({ threadTs, ts }: Message): boolean =>
  threadTs !== undefined && threadTs !== ts;

/** Where a person starts: the Home tab of the bot, or the first channel when there is no bot. */
export function firstPlace(page: PageState): Place {
  const withBot = page.channels.find(({ kind }) => kind === 'im');
  const channel = withBot ?? page.channels[0];
  return {
    channel: channel?.id ?? '',
    tab: channel?.kind === 'im' ? 'home' : 'messages',
    thread: null,
  };
}

export function freshWorkspace(page: PageState, place: Place): Workspace {
  return { page, place, channels: {}, threads: {}, unread: [], views: [] };
}

function mapped(
  all: Readonly<Record<string, Conversation>>,
  key: string,
  change: (messages: readonly Message[]) => readonly Message[],
): Readonly<Record<string, Conversation>> {
  const known = all[key];
  return known === undefined
    ? all
    : { ...all, [key]: { ...known, messages: change(known.messages) } };
}

function withUnread(workspace: Workspace, message: Message): Workspace {
  const { place, unread, page } = workspace;
  const seen = place.channel === message.channel && place.tab === 'messages';
  if (seen || message.user === page.me || unread.includes(message.channel)) return workspace;
  return { ...workspace, unread: [...unread, message.channel] };
}

function withArrived(workspace: Workspace, message: Message): Workspace {
  const put = (messages: readonly Message[]) => withMessage(messages, message);
  const key = threadKey(message.channel, message.threadTs ?? message.ts);
  const threads = mapped(workspace.threads, key, put);
  if (isReply(message)) return withUnread({ ...workspace, threads }, message);
  const channels = mapped(workspace.channels, message.channel, put);
  return withUnread({ ...workspace, threads, channels }, message);
}

function withEverywhere(
  workspace: Workspace,
  channel: string,
  change: (messages: readonly Message[]) => readonly Message[],
): Workspace {
  const threads = Object.keys(workspace.threads)
    .filter((key) => key.startsWith(`${channel}/`))
    .reduce((all, key) => mapped(all, key, change), workspace.threads);
  return { ...workspace, threads, channels: mapped(workspace.channels, channel, change) };
}

function withView(workspace: Workspace, view: OpenView): Workspace {
  if (view.view.type === 'home') return { ...workspace, page: { ...workspace.page, home: view } };
  const known = workspace.views.findIndex(({ id }) => id === view.id);
  const views = known < 0 ? [...workspace.views, view] : workspace.views.with(known, view);
  return { ...workspace, views };
}

function afterNews(workspace: Workspace, news: PageNews): Workspace {
  switch (news.type) {
    case 'message':
      return withArrived(workspace, news.message);
    case 'message_changed':
      return withEverywhere(workspace, news.message.channel, (messages) =>
        withChanged(messages, news.message),
      );
    case 'message_deleted':
      return withEverywhere(workspace, news.channel, (messages) =>
        withoutMessage(messages, news.ts),
      );
    case 'view_opened':
    case 'view_updated':
      return withView(workspace, news.view);
    case 'view_closed':
      return {
        ...workspace,
        views: news.all ? [] : workspace.views.filter(({ id }) => id !== news.viewId),
      };
    case 'home':
      return { ...workspace, page: { ...workspace.page, home: news.home } };
    case 'channel': {
      const others = workspace.page.channels.filter(({ id }) => id !== news.channel.id);
      return { ...workspace, page: { ...workspace.page, channels: [...others, news.channel] } };
    }
    case 'bot':
      return { ...workspace, page: { ...workspace.page, botConnected: news.connected } };
  }
}

/** The workspace after one change; a pure function. */
export function workspaceAfter(workspace: Workspace, change: Change): Workspace {
  switch (change.type) {
    case 'news':
      return afterNews(workspace, change.news);
    case 'fetched-state':
      return { ...workspace, page: change.page };
    case 'went': {
      const { channel, tab } = change.place;
      const unread =
        tab === 'messages' ? workspace.unread.filter((id) => id !== channel) : workspace.unread;
      return { ...workspace, place: change.place, unread };
    }
    case 'fetched-newest': {
      const conversation = withNewest(workspace.channels[change.channel], change.got);
      return { ...workspace, channels: { ...workspace.channels, [change.channel]: conversation } };
    }
    case 'fetched-older': {
      const known = workspace.channels[change.channel];
      if (known === undefined) return workspace;
      const conversation = withOlder(known, change.got);
      return { ...workspace, channels: { ...workspace.channels, [change.channel]: conversation } };
    }
    case 'fetched-thread': {
      const key = threadKey(change.channel, change.ts);
      const conversation = withNewest(workspace.threads[key], change.got);
      return { ...workspace, threads: { ...workspace.threads, [key]: conversation } };
    }
    case 'closed-view':
      return { ...workspace, views: workspace.views.filter(({ id }) => id !== change.viewId) };
  }
}

/** How many replies to show under a message: the server's count, or the loaded thread when longer. */
export function replyCount(workspace: Workspace, message: Message): number {
  const thread = workspace.threads[threadKey(message.channel, message.ts)];
  const loaded = thread?.messages.filter((one) => isReply(one) && one.ephemeral !== true).length;
  return Math.max(message.replyCount ?? 0, loaded ?? 0);
}
