import type { Message, MessagePage, PageNews, PageState } from '../../page-api.ts';
import { afterNews } from './after-news.ts';
import { withNewest, withOlder } from './conversation.ts';
import { isReply, type Place, threadKey, type Workspace } from './workspace-model.ts';

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
  return { page, place, channels: {}, threads: {}, unread: [], views: page.views };
}

/** The workspace after one change; a pure function. */
export function workspaceAfter(workspace: Workspace, change: Change): Workspace {
  switch (change.type) {
    case 'news':
      return afterNews(workspace, change.news);
    case 'fetched-state':
      return { ...workspace, page: change.page, views: change.page.views };
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
