import type { Message, OpenView, PageNews } from '../../page-api.ts';
import { type Conversation, withChanged, withMessage, withoutMessage } from './conversation.ts';
import { isReply, threadKey, type Workspace } from './workspace-model.ts';

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

/** The workspace after one piece of news; a pure function. */
export function afterNews(workspace: Workspace, news: PageNews): Workspace {
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
    case 'agent': {
      const { agent } = news;
      const others = workspace.page.agents.filter(
        ({ channel, threadTs }) => channel !== agent.channel || threadTs !== agent.threadTs,
      );
      return { ...workspace, page: { ...workspace.page, agents: [...others, agent] } };
    }
    case 'prompts': {
      const others = workspace.page.prompts.filter(
        ({ channel }) => channel !== news.prompts.channel,
      );
      return { ...workspace, page: { ...workspace.page, prompts: [...others, news.prompts] } };
    }
    case 'reset':
      return {
        ...workspace,
        place: { ...workspace.place, thread: null },
        channels: {},
        threads: {},
        unread: [],
        views: [],
      };
    case 'bot':
      return { ...workspace, page: { ...workspace.page, botConnected: news.connected } };
  }
}
